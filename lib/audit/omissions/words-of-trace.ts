import { sliceSpan } from '@/lib/text/span';
import { wordsOf } from '@/lib/text/words';
import type { TraceReading } from '@/lib/trace/trace';

/** Which steps of a trace have which words; asked whether one step has the words of a phrase. */
export interface WordsOfTrace {
  /** Whether some step has most of the telling words of the phrase, in any form and order. */
  hasMostOf(phrase: string): boolean;
}

/** Shorter words, numbers and units say too little by themselves. */
const SHORTEST_TELLING_WORD = 4;
const NOT_TELLING = new Set(
  'with have been from that this their there which were patient reports denies history left right some also year years days weeks months'.split(
    ' ',
  ),
);

function tellingStems(phrase: string): readonly string[] {
  const words = wordsOf(phrase).filter(({ surface }) => !/\d/.test(surface));
  const telling = words.filter(
    ({ surface }) =>
      surface.length >= SHORTEST_TELLING_WORD && !NOT_TELLING.has(surface.toLowerCase()),
  );
  return (telling.length > 0 ? telling : words).map(({ stem }) => stem);
}

/** The words of the steps of a trace, of those that `phrases` consist of. */
export function wordsOfTrace(trace: TraceReading, phrases: readonly string[]): WordsOfTrace {
  const steps = new Map<string, Set<number>>(
    phrases.flatMap(tellingStems).map((stem) => [stem, new Set()]),
  );
  if (steps.size > 0) {
    for (const [index, step] of trace.steps.entries()) {
      for (const { stem } of wordsOf(sliceSpan(trace.text, step))) {
        steps.get(stem)?.add(index);
      }
    }
  }
  return {
    hasMostOf(phrase) {
      const stems = [...new Set(tellingStems(phrase))];
      const counts = new Map<number, number>();
      for (const index of stems.flatMap((stem) => [...(steps.get(stem) ?? [])])) {
        counts.set(index, (counts.get(index) ?? 0) + 1);
      }
      return [...counts.values()].some((count) => count * 2 > stems.length);
    },
  };
}
