import { looksSwapped } from '@/lib/explanation/pasted/swapped';
import { firstSignOfBinary } from '@/lib/text/binary';
import { failure, type Outcome, success } from '@/lib/text/outcome';

export type PastedFaultCode =
  | 'case-and-trace-empty'
  | 'case-without-trace'
  | 'trace-without-case'
  | 'trace-binary'
  | 'trace-too-long'
  | 'trace-is-the-case'
  | 'case-and-trace-swapped';

/** Far beyond any chain of thought; protects memory. */
export const LONGEST_TRACE = 20_000_000;

/** A case and a chain of thought as they were given. */
export interface PastedTexts {
  readonly caseText: string;
  readonly traceText: string;
}

/**
 * Whether two texts can be checked against one another, before either is read. `asGiven` says that the person has seen
 * that they look swapped and wants them taken as they are.
 */
export function checkPastedTexts(
  { caseText, traceText }: PastedTexts,
  asGiven = false,
): Outcome<undefined, PastedFaultCode> {
  const noCase = caseText.trim() === '';
  const noTrace = traceText.trim() === '';
  if (noCase && noTrace) {
    return failure(
      'case-and-trace-empty',
      'There is neither a case nor a chain of thought.',
      'Give both: what is known of the patient, and what a model wrote about it.',
    );
  }
  if (noCase) {
    return failure(
      'trace-without-case',
      'There is a chain of thought but no case to check it against.',
      'Give the text about the patient that the model was given.',
    );
  }
  if (noTrace) {
    return failure(
      'case-without-trace',
      'The trace is empty: there is a case, but no chain of thought to check.',
      'Give the text that a model wrote about this case.',
    );
  }
  return checkBoth(caseText, traceText, asGiven);
}

function checkBoth(
  caseText: string,
  traceText: string,
  asGiven: boolean,
): Outcome<undefined, PastedFaultCode> {
  if (traceText.length > LONGEST_TRACE) {
    return failure(
      'trace-too-long',
      `The trace has ${traceText.length} characters; at most ${LONGEST_TRACE} are read.`,
      'Give the part that reasons about this case.',
    );
  }
  const binary = firstSignOfBinary(traceText);
  if (binary !== undefined) {
    return failure(
      'trace-binary',
      `The trace is not text: character ${binary + 1} cannot be part of any text.`,
      'Give plain text in UTF-8; open the file in the program that made it and copy its text.',
    );
  }
  if (caseText.trim() === traceText.trim()) {
    return failure(
      'trace-is-the-case',
      'Case and chain of thought are the same text.',
      'Give the text about the patient as the case, and what the model wrote about it as the trace.',
    );
  }
  if (!asGiven && looksSwapped(caseText, traceText)) {
    return failure(
      'case-and-trace-swapped',
      'The case reads like reasoning and the trace like a case: they seem to be swapped.',
      'Swap them, or say that they are meant as they are.',
    );
  }
  return success(undefined);
}
