import { foreignLanguageOf } from '@/lib/explanation/pasted/language';
import type { TraceReading } from '@/lib/trace/trace';

/** What the trace itself says of the case that it was made for. */
export interface NamedCase {
  /** Whether that is the case it is checked against; `undefined` where the trace names none. */
  readonly isThisCase: boolean | undefined;
}

/** Sections that a model opens with a tag and has to close. */
const SECTIONS = ['think', 'thinking', 'reasoning', 'answer'] as const;

function occurrences(text: string, mark: string): number {
  let count = 0;
  for (let at = text.indexOf(mark); at !== -1; at = text.indexOf(mark, at + mark.length)) {
    count += 1;
  }
  return count;
}

function unclosedSections(text: string): readonly string[] {
  const lower = text.toLowerCase();
  return SECTIONS.filter(
    (name) => occurrences(lower, `<${name}>`) > occurrences(lower, `</${name}>`),
  );
}

function ofUnclosed(text: string): readonly string[] {
  return unclosedSections(text).map(
    (name) =>
      `A section was opened with <${name}> and never closed: where it ends, and so what is thinking and what is answer, was read from the wording.`,
  );
}

function ofUnreadable(what: string, text: string): readonly string[] {
  const count = occurrences(text, '\uFFFD');
  if (count === 0) return [];
  const characters = count === 1 ? 'One character' : `${count} characters`;
  return [
    `${characters} of the ${what} could not be read (shown as \uFFFD): it was saved in one encoding and read in another, and a word or value beside them may not be what was written.`,
  ];
}

function ofLanguage(what: string, text: string): readonly string[] {
  const language = foreignLanguageOf(text);
  if (language === undefined) return [];
  return [
    `The ${what} seems to be written in ${language}: the checks know English words, so only numbers, arithmetic and citations are checked in it, where they can be read.`,
  ];
}

/** What a reader must know of a case and a chain of thought that were pasted, one sentence each; empty for most. */
export function cautionsOf(
  caseText: string,
  trace: Pick<TraceReading, 'text'>,
  named: NamedCase,
): readonly string[] {
  return [
    ...(named.isThisCase === false
      ? [
          'The case was changed after this reasoning was made: the reasoning names another text of the case than the one that it is checked against.',
        ]
      : []),
    ...ofLanguage('case', caseText),
    ...ofLanguage('reasoning', trace.text),
    ...ofUnreadable('case', caseText),
    ...ofUnreadable('reasoning', trace.text),
    ...ofUnclosed(trace.text),
  ];
}
