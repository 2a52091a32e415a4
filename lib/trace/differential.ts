import { gated } from '@/lib/text/gated-pattern';
import { readProbability } from '@/lib/trace/answer';
import { citationsIn } from '@/lib/trace/citations';
import type { Citation, DifferentialItem } from '@/lib/trace/trace';

/** An item with more letters than this beyond name, probability and citations says why, and so is a step as well. */
const MOST_LETTERS_OF_A_BARE_ITEM = 15;
const LONGEST_NAME = 100;
/** A list that goes on beyond this is no differential. */
const MOST_ITEMS = 100;
const MARKER = gated(/^\s*(?:\(?\d{1,2}[.)]|[-*•+–])\s+/);
const OPTION = /^\(?[A-Z]\)\s+/;
const NAME_ENDS = /\s*(?:[([:;]|\s[-–—]\s|,\s\d)/;
const FOR = /\bfor:/i;
const AGAINST = /\bagainst:/i;

export interface DifferentialLine {
  readonly item: DifferentialItem;
  /** Whether the line says more than a name, a probability and citations. */
  readonly reasons: boolean;
}

/** Reads one line of a differential that begins at `offset`; undefined when it names nothing. */
export function readDifferentialLine(line: string, offset: number): DifferentialLine | undefined {
  const marker = MARKER.exec(line);
  if (marker === null) {
    return undefined;
  }
  const body = line.slice(marker[0].length).trimEnd();
  const bodyStart = offset + marker[0].length;
  const bold = /^\*\*([^*]{1,100})\*\*/.exec(body);
  const named = bold?.[1] ?? body.slice(0, nameLength(body));
  const name = named.replace(OPTION, '').replace(/[\s.,;:*]+$/, '');
  if (name === '' || name.length > LONGEST_NAME || !/\p{L}/u.test(name)) {
    return undefined;
  }
  const rest = body.slice(bold?.[0].length ?? named.length);
  const sides = readSides(body, bodyStart);
  const probability = readProbability(rest) ?? readProbability(named);
  return {
    item: {
      name,
      ...(probability === undefined ? {} : { probability }),
      start: bodyStart,
      end: bodyStart + body.length,
      ...sides,
    },
    reasons: lettersBeyondForm(rest) > MOST_LETTERS_OF_A_BARE_ITEM,
  };
}

function nameLength(body: string): number {
  const cut = body.search(NAME_ENDS);
  return cut === -1 ? body.length : cut;
}

function readSides(
  body: string,
  offset: number,
): { readonly for: readonly Citation[]; readonly against: readonly Citation[] } {
  const forAt = body.search(FOR);
  const againstAt = body.search(AGAINST);
  const side = (at: number, other: number): readonly Citation[] =>
    at === -1 ? [] : citationsIn(body.slice(at, other > at ? other : body.length), offset + at);
  return { for: side(forAt, againstAt), against: side(againstAt, forAt) };
}

function lettersBeyondForm(rest: string): number {
  const bare = rest
    .replace(FOR, '')
    .replace(AGAINST, '')
    .replace(/\bnone\b/gi, '');
  return bare.replace(/[^\p{L}]/gu, '').length;
}

export interface DifferentialTracker {
  /** A differential begins; `inAnswer` ranks it above any in the thinking. */
  begin(inAnswer: boolean): void;
  end(): void;
  /** Whether a differential has begun and not ended. */
  readonly active: boolean;
  /** Whether the differential that has begun lists anything yet. */
  readonly listing: boolean;
  /** Lists one more; false where the list is longer than any differential, so that the item has to be kept elsewhere. */
  add(item: DifferentialItem): boolean;
  readonly items: readonly DifferentialItem[];
}

/** Keeps the differential that counts: the last that lists anything, in the answer before in the thinking. */
export function createDifferentialTracker(): DifferentialTracker {
  let items: readonly DifferentialItem[] = [];
  let itemsInAnswer = false;
  let active = false;
  let activeInAnswer = false;
  let fresh = false;
  let listed = 0;
  return {
    begin(inAnswer) {
      active = true;
      activeInAnswer = inAnswer;
      fresh = true;
    },
    end() {
      active = false;
    },
    get active() {
      return active;
    },
    get listing() {
      return active && !fresh;
    },
    add(item) {
      if (!fresh && listed >= MOST_ITEMS) {
        return false;
      }
      listed = fresh ? 1 : listed + 1;
      if (itemsInAnswer && !activeInAnswer) {
        fresh = false;
        return true;
      }
      items = fresh ? [item] : [...items, item];
      itemsInAnswer = activeInAnswer;
      fresh = false;
      return true;
    },
    get items() {
      return items;
    },
  };
}
