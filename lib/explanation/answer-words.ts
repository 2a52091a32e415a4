import type { Option } from '@/lib/case/case';
import type { ExplainedAnswer } from '@/lib/explanation/explanation';

/** An answer as it is shown: the option's letter, what it says, and the diagnosis that it follows from. */
export interface AnswerWords {
  readonly letter?: string;
  readonly name?: string;
  /** Where the option is none: a treatment, for example, chosen for this diagnosis. */
  readonly forDiagnosis?: string;
}

/** How an answer is shown beside the `options` of its case. */
export function answerWords(
  { option, diagnosis, trace }: ExplainedAnswer,
  options: readonly Option[] | undefined,
): AnswerWords {
  if (option === undefined) return diagnosis === undefined ? {} : { name: diagnosis };
  const text = options?.find(({ letter }) => letter === option)?.text;
  const stated = { letter: option, ...(text === undefined ? {} : { name: text }) };
  if (diagnosis === undefined) return stated;
  // A span too short for the diagnosis is that of the letter alone.
  const isApart = trace !== undefined && trace.end - trace.start < diagnosis.length;
  return isApart ? { ...stated, forDiagnosis: diagnosis } : { letter: option, name: diagnosis };
}

/** The words in one line, undefined where there are none: `B) Pneumonia`, `B) Aspirin, for acute myocardial infarction`. */
export function answerInOneLine({ letter, name, forDiagnosis }: AnswerWords): string | undefined {
  const chosen = [letter === undefined ? undefined : `${letter})`, name].filter(
    (part) => part !== undefined,
  );
  if (chosen.length === 0) return undefined;
  return `${chosen.join(' ')}${forDiagnosis === undefined ? '' : `, for ${forDiagnosis}`}`;
}
