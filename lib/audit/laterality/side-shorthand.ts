import { gated } from '@/lib/text/gated-pattern';

/** A text with the sides in shorthand written out, and the way back to where they stand in the text itself. */
export interface WrittenOut {
  readonly text: string;
  /** The offset in the text as it was given; inside a side that was written out, the end of its shorthand. */
  readonly toGiven: (offset: number) => number;
}

/** "1 L" is a litre; the "5" of "power 4/5 L arm" belongs to a strength. */
const NOT_A_NUMBER = '(?<!(?:^|[^\\d/.])\\d+(?:\\.\\d+)?\\s?)';
/** What is sided is written in small letters, or is an artery or a limb; after "L and", "R wave" and "L spine" comes none. */
const SIDED_FOLLOWS =
  '(?=\\s?-?sided?\\b|\\s(?!(?:of|and|or|is|was|are|in|on|to|at|by|for|with|from|the|wave|waves|spine|then|than|wise|but|because|per)\\b)(?:[a-z]{3}|[MCAP][1-3]\\b|[MAPI]CA\\b|[UL]L\\b))';
const SHORTHAND = gated(
  new RegExp(
    `(?<![\\w/.+-])(?:${NOT_A_NUMBER}(?:\\((?<bracketed>[LR])\\)|(?<letter>[LR])\\)?|(?<short>[LR])t\\.?)${SIDED_FOLLOWS}|(?<pair>[Bb]ilat\\.?|B\\/L)(?=\\s))`,
    'g',
  ),
);

function fullWord({ groups }: RegExpExecArray): string {
  if (groups?.pair !== undefined) return 'bilateral';
  return (groups?.bracketed ?? groups?.letter ?? groups?.short) === 'L' ? 'left' : 'right';
}

interface Change {
  readonly start: number;
  readonly end: number;
  readonly givenStart: number;
  readonly givenEnd: number;
}

/** Writes "L hip", "R) calf", "Lt arm" and "bilat" out as "left hip", "right calf", "left arm" and "bilateral". */
export function writeSidesOut(given: string): WrittenOut {
  const changes: Change[] = [];
  let text = '';
  let done = 0;
  for (const match of SHORTHAND.matchesIn(given)) {
    text += given.slice(done, match.index);
    const start = text.length;
    text += fullWord(match);
    done = match.index + match[0].length;
    changes.push({ start, end: text.length, givenStart: match.index, givenEnd: done });
  }
  text += given.slice(done);
  return { text, toGiven: (offset) => givenOffset(changes, offset) };
}

function givenOffset(changes: readonly Change[], offset: number): number {
  const last = changes.findLast(({ start }) => start <= offset);
  if (last === undefined) return offset;
  if (offset === last.start) return last.givenStart;
  return offset < last.end ? last.givenEnd : last.givenEnd + offset - last.end;
}
