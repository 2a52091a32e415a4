import { gated } from '@/lib/text/gated-pattern';
import type { Citation } from '@/lib/trace/trace';

/** The longest bracket that is read as citations. */
const LONGEST_BRACKET = 60;
/** A range wider than this is read as its two ends: it is a slip of the model, not a citation of everything. */
const WIDEST_RANGE = 64;
/** No line break: a step may end at it, and the bracket would reach beyond its step. */
const INSIDE = /^(?:[\d,;–-]|[^\S\r\n\u2028\u2029])$/;
const PART = gated(/(\d{1,3})(?:\s{0,2}[-–]\s{0,2}(\d{1,3}))?/g);
const WELL_FORMED = gated(/^\s{0,2}\d{1,3}(?:\s{0,2}[-–,;]\s{0,2}\d{1,3})*\s{0,2}$/);

/**
 * The citations in the inside of one bracket that begins at `start` in the trace. `[3]` spans the bracket; in `[1, 2]`
 * each number spans itself; every sentence of the range `[1-3]` spans `1-3`. Empty when the inside is something else.
 */
function readBracket(inside: string, start: number): readonly Citation[] {
  if (!WELL_FORMED.test(inside)) {
    return [];
  }
  const citations: Citation[] = [];
  for (const part of PART.matchesIn(inside)) {
    const first = Number(part[1]);
    const last = part[2] === undefined ? first : Number(part[2]);
    const partStart = start + 1 + part.index;
    const span = { start: partStart, end: partStart + part[0].length };
    if (last <= first || last - first > WIDEST_RANGE) {
      citations.push({ ...span, sentence: first });
      if (last !== first) {
        citations.push({ ...span, sentence: last });
      }
      continue;
    }
    for (let sentence = first; sentence <= last; sentence += 1) {
      citations.push({ ...span, sentence });
    }
  }
  const only = citations[0];
  return citations.length === 1 && only !== undefined
    ? [{ start, end: start + inside.length + 2, sentence: only.sentence }]
    : citations;
}

export interface CitationScanner {
  /** Reads the code unit at `offset`; returns the citations that it completes. */
  push(character: string, offset: number): readonly Citation[];
  reset(): void;
}

const NONE: readonly Citation[] = [];

/** Finds citations in a stream of single code units. */
export function createCitationScanner(): CitationScanner {
  let inside: string | undefined;
  let start = 0;
  return {
    push(character, offset) {
      if (character === '[') {
        inside = '';
        start = offset;
        return NONE;
      }
      if (inside === undefined) {
        return NONE;
      }
      if (character === ']') {
        const citations = readBracket(inside, start);
        inside = undefined;
        return citations;
      }
      inside =
        INSIDE.test(character) && inside.length < LONGEST_BRACKET ? inside + character : undefined;
      return NONE;
    },
    reset() {
      inside = undefined;
    },
  };
}

/** All citations of a text that begins at `offset` in the trace. */
export function citationsIn(text: string, offset: number): readonly Citation[] {
  const scanner = createCitationScanner();
  const citations: Citation[] = [];
  for (let index = 0; index < text.length; index += 1) {
    citations.push(...scanner.push(text.charAt(index), offset + index));
  }
  return citations;
}
