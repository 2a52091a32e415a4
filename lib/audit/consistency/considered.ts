import type { AnswerIdentity } from '@/lib/audit/consistency/answer-identity';
import type { CaseReading, Option } from '@/lib/case/case';
import type { Span } from '@/lib/text/span';
import { wordsOf } from '@/lib/text/words';
import type { TraceReading } from '@/lib/trace/trace';

/** Shorter words are in every sentence. */
const SHORTEST_WORD = 4;

function stemsOf(text: string): ReadonlySet<string> {
  const telling = wordsOf(text).filter(
    ({ surface }) => surface.length >= SHORTEST_WORD || /\d|^[A-Z]{2,}$/.test(surface),
  );
  return new Set(telling.map(({ stem }) => stem));
}

/** The words that only this option has, neither another option nor the case. */
function ownStems(
  option: Option,
  options: readonly Option[],
  inCase: ReadonlySet<string>,
): readonly string[] {
  const others = new Set(
    options.filter((other) => other !== option).flatMap(({ text }) => [...stemsOf(text)]),
  );
  const own = [...stemsOf(option.text)].filter((stem) => !others.has(stem) && !inCase.has(stem));
  // "CME" may stand in the reasoning in full, which its letters can't tell.
  return /^[A-Z]{2,6}\.?$/.test(option.text.trim()) ? [] : own;
}

/** A case may letter its options with anything. */
function isLettered(text: string, given: string): boolean {
  const letter = given.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  return new RegExp(
    `\\b(?:[Oo]ption|[Cc]hoice)\\s+\\(?${letter}(?![\\p{L}\\p{N}])|\\(${letter}\\)`,
    'u',
  ).test(text);
}

/**
 * The options other than the chosen one of which the trace names no word of their own and no letter before its answer.
 * Options without a word of their own can't be told apart and are left out.
 */
export function optionsNotConsidered(
  trace: TraceReading,
  { case: { text, options } }: CaseReading,
  chosen: AnswerIdentity,
  answer: Span,
): readonly Option[] {
  if (chosen.option === undefined) {
    return [];
  }
  const reasoning = trace.text.slice(0, answer.start);
  const said = new Set(wordsOf(reasoning).map(({ stem }) => stem));
  const inCase = stemsOf(text);
  return options.filter((option) => {
    const own = ownStems(option, options, inCase);
    return (
      option.letter !== chosen.option?.letter &&
      own.length > 0 &&
      !own.some((stem) => said.has(stem)) &&
      !isLettered(reasoning, option.letter)
    );
  });
}

/** The diagnoses of a differential in the answer that no step before it names by any of its longer words. */
export function firstNamedInDifferential(trace: TraceReading): readonly string[] {
  const first = trace.differential[0];
  const answer = trace.channels.find(({ channel }) => channel === 'answer');
  if (first === undefined || answer === undefined || first.start < answer.start) {
    return [];
  }
  const said = new Set(wordsOf(trace.text.slice(0, first.start)).map(({ stem }) => stem));
  return trace.differential
    .map(({ name }) => name)
    .filter((name) => {
      const stems = [...stemsOf(name)];
      return stems.length > 0 && !stems.some((stem) => said.has(stem));
    });
}
