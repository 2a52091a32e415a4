import { type Check, type CheckContext, verdictOnSpans } from '@/lib/audit/check';
import type { Verdict, VerdictOutcome } from '@/lib/audit/verdict';
import type { Option } from '@/lib/case/case';
import type { Span } from '@/lib/text/span';
import { wordsOf } from '@/lib/text/words';
import type { StatedAnswer, TraceReading } from '@/lib/trace/trace';

const ID = 'form';

function formVerdict(
  outcome: VerdictOutcome,
  trace: Span,
  detail: string,
  spans: readonly Span[] = [],
): Verdict {
  return verdictOnSpans(ID, outcome, trace, spans, detail);
}

function thinkingVerdict(trace: TraceReading): Verdict {
  const thinking = trace.channels.findLast(({ channel }) => channel === 'thinking');
  if (thinking === undefined) {
    const nowhere = { start: 0, end: 0 };
    return formVerdict('cannot-tell', nowhere, 'Thinking closed: there is no thinking section.');
  }
  return trace.thinkingClosed
    ? formVerdict('supported', thinking, 'Thinking closed: every opened thinking section ends.')
    : formVerdict(
        'contradicted',
        thinking,
        'Thinking closed: a thinking section was never closed.',
      );
}

function stepsVerdict(trace: TraceReading): Verdict {
  const first = trace.steps[0];
  const last = trace.steps.at(-1);
  if (first === undefined || last === undefined) {
    const whole = { start: 0, end: trace.text.length };
    return formVerdict('contradicted', whole, 'Steps present: no step could be read.');
  }
  const span = { start: first.start, end: last.end };
  return formVerdict('supported', span, `Steps present: ${trace.steps.length}.`);
}

function answerVerdict(trace: TraceReading): Verdict {
  if (trace.answer !== undefined) {
    return formVerdict('supported', trace.answer, 'Answer present.');
  }
  const end = trace.text.length;
  return isThinkingAlone(trace)
    ? formVerdict(
        'cannot-tell',
        { start: end, end },
        'Answer present: none was read, but this is thinking alone, and the answer may stand elsewhere.',
      )
    : formVerdict('contradicted', { start: end, end }, 'Answer present: none was stated.');
}

/** Whether the text is a chain of thought without any mark of where thinking begins and ends. */
function isThinkingAlone({ channels }: TraceReading): boolean {
  const [first] = channels;
  return channels.length === 1 && first?.channel === 'thinking' && first.start === 0;
}

/** Text as compared between an answer and an option; the embedded prompt writes angle brackets as single guillemets. */
function comparable(text: string): string {
  return text
    .normalize('NFKC')
    .replaceAll('‹', '<')
    .replaceAll('›', '>')
    .toLowerCase()
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/[.,;:]{1,3}$/, '');
}

/** The words of a name in any spelling and inflection; names with numbers have to agree in every sign. */
function comparableWords(text: string): string {
  return /\d/.test(text)
    ? comparable(text)
    : wordsOf(text)
        .map(({ stem }) => stem)
        .join(' ');
}

/** Whether a stated diagnosis is the option's text, with or without what the option has in brackets. */
function names(diagnosis: string, option: Option): boolean {
  const withoutBrackets = option.text.replace(/\s?\([^()]*\)/g, '');
  return [comparable, comparableWords].some((key) => {
    const stated = key(diagnosis);
    return stated !== '' && (stated === key(option.text) || stated === key(withoutBrackets));
  });
}

/** Whether one name holds every word of the other. */
function holdsWordsOf(name: string, part: string): boolean {
  const words = comparableWords(name).split(' ');
  return comparableWords(part)
    .split(' ')
    .every((word) => words.includes(word));
}

/** The option that a diagnosis names, else the only one that it says in more or fewer words. */
function optionMeant(diagnosis: string, options: readonly Option[]): Option | undefined {
  const named = options.find((option) => names(diagnosis, option));
  if (named !== undefined) {
    return named;
  }
  const meant = options.filter(
    ({ text }) => holdsWordsOf(diagnosis, text) || holdsWordsOf(text, diagnosis),
  );
  return meant.length === 1 ? meant[0] : undefined;
}

/**
 * Whether an answer stands as one: behind a label, alone on its line or in a box. What prose names need not be meant as an
 * option's text.
 */
function standsAsAnswer({ text }: TraceReading, { start }: StatedAnswer): boolean {
  const before = text.slice(Math.max(text.lastIndexOf('\n', start - 1) + 1, start - 200), start);
  return /(?:^|:)\W{0,8}$|\\boxed\{/.test(before);
}

/** Whether the diagnosis beside a letter is that option: its text, or the words it begins with. */
function agreesWith(diagnosis: string, option: Option): boolean {
  return (
    names(diagnosis, option) || comparable(option.text).startsWith(`${comparable(diagnosis)} `)
  );
}

/**
 * Whether the diagnosis is stated with the letter. One stated before it may be what the options follow from, as where they
 * are treatments.
 */
function standsBeside({ text }: TraceReading, { start, end }: StatedAnswer, diagnosis: string) {
  return text.slice(start, end).includes(diagnosis);
}

function optionVerdict(
  trace: TraceReading,
  answer: StatedAnswer,
  options: readonly Option[],
): Verdict {
  const rule = 'Answer among the options:';
  const letters = options.map(({ letter }) => letter).join(', ');
  const chosen = options.find(({ letter }) => letter === answer.option);
  if (answer.option !== undefined && chosen === undefined) {
    return formVerdict(
      'contradicted',
      answer,
      `${rule} there is no ${answer.option}, only ${letters}.`,
    );
  }
  const { diagnosis } = answer;
  if (diagnosis === undefined) {
    return formVerdict('supported', answer, `${rule} option ${answer.option}.`);
  }
  if (chosen !== undefined && agreesWith(diagnosis, chosen)) {
    return formVerdict('supported', answer, `${rule} option ${chosen.letter}.`);
  }
  const named = optionMeant(diagnosis, options);
  if (named === undefined && chosen !== undefined && !standsBeside(trace, answer, diagnosis)) {
    return formVerdict(
      'supported',
      answer,
      `${rule} option ${chosen.letter}, for the diagnosis “${diagnosis}”.`,
    );
  }
  if (named === undefined) {
    return standsAsAnswer(trace, answer)
      ? formVerdict('contradicted', answer, `${rule} “${diagnosis}” is none of ${letters}.`)
      : formVerdict(
          'cannot-tell',
          answer,
          `${rule} “${diagnosis}” is not the wording of any of ${letters}.`,
        );
  }
  if (chosen !== undefined && named !== chosen) {
    return formVerdict(
      'contradicted',
      answer,
      `${rule} the letter is ${chosen.letter} but “${diagnosis}” is option ${named.letter}.`,
    );
  }
  return formVerdict('supported', answer, `${rule} option ${named.letter}.`);
}

function concludeForm(trace: TraceReading, { reading }: CheckContext): readonly Verdict[] {
  const verdicts = [thinkingVerdict(trace), stepsVerdict(trace), answerVerdict(trace)];
  const { options } = reading.case;
  if (options.length === 0 || trace.answer === undefined) {
    return verdicts;
  }
  return [...verdicts, optionVerdict(trace, trace.answer, options)];
}

/** Whether the trace keeps the form that makes it readable: thinking closed, steps, an answer, one of the options. */
export const FORM: Check = {
  id: ID,
  title: 'Form',
  inspect: () => [],
  conclude: concludeForm,
};
