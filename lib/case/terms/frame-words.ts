import type { Term, TermReader } from '@/lib/case/terms/terms';

/** A key that no phrase of the vocabulary has, for words that only carry what is told. */
const FRAME_KEY = '~frame';

/** Words that say where a complaint is or that it is told of, and no more: "is located in", "sits in", "he speaks of". */
const FRAMES =
  /\b(?:located|situated|(?:sp(?:eaks?|oke|oken|eaking)|talk(?:s|ed|ing)?)(?= (?:of|about)\b)|(?<=\b(?:pain|ache|discomfort|it|this|that|which|rash|swelling|tightness|pressure) (?:\w+ly )?)(?:sits|sat|lies|lay|rests|resides)(?= (?:\w+ )?(?:in|on|at|over|behind|under|above|below|around|across|between|within|inside|near|along|deep)\b))\b/giu;

/** Words that share a form with another: "lower" of a place is not "lowered", and "inside" is not "insidious". */
const OWN_KEYS: ReadonlyMap<string, string> = new Map([
  ['lower', '~bottom of'],
  ['inside', 'inside'],
]);
const FALSE_KEYS = new Set(['~impaired', '~gradual']);

/** `reader` with the words of frames taken for empty, and words kept apart that only look alike. */
export function withoutFrameWords(reader: TermReader): TermReader {
  return {
    readTerms(text, span) {
      const terms = reader.readTerms(text, span);
      const start = terms[0]?.start ?? 0;
      const frames = [...text.slice(start, terms.at(-1)?.end).matchAll(FRAMES)].map(
        ({ index }) => start + index,
      );
      return terms.map((term) => reread(term, text, frames));
    },
  };
}

function reread(term: Term, text: string, frames: readonly number[]): Term {
  if (frames.includes(term.start)) return { ...term, key: FRAME_KEY, content: false };
  if (!FALSE_KEYS.has(term.key) || term.length > 1) return term;
  const key = OWN_KEYS.get(text.slice(term.start, term.end).toLowerCase());
  return key === undefined ? term : { ...term, key, content: true };
}
