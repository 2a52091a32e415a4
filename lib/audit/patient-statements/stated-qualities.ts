import { append } from '@/lib/audit/append';
import { keyOf, keysOf } from '@/lib/audit/patient-statements/clinical-mentions';
import { type Denial, denialOf } from '@/lib/audit/statements/negation';
import { QUALITY_AXES, type QualityAxis } from '@/lib/knowledge/opposite-qualities';
import type { Span } from '@/lib/text/span';
import { wordsOf } from '@/lib/text/words';

/** A quality that a stretch of text gives a finding: pupils that are dilated. */
export interface StatedQuality {
  readonly axis: QualityAxis;
  /** Index in `axis.qualities`. */
  readonly quality: number;
  /** From the quality to what it is said of. */
  readonly span: Span;
  readonly denial: Denial;
  /** Whether head and quality stand close together, with no mark between them. */
  readonly close: boolean;
}

interface Entry {
  readonly axis: QualityAxis;
  /** The quality's index; undefined for a head. */
  readonly quality?: number;
  readonly keys: readonly string[];
  /** Of a word that stands alone, the word itself: "leukocytosis" has the stem of "leukocyte" and means more. */
  readonly exactly?: string;
}

/** Words between a quality and what it is said of. */
const CLOSE = 5;

const ENTRIES: ReadonlyMap<string, readonly Entry[]> = indexAxes();

function indexAxes(): ReadonlyMap<string, readonly Entry[]> {
  const index = new Map<string, Entry[]>();
  const add = (word: string, entry: Omit<Entry, 'keys'>) => {
    const keys = joinedKeys(keysOf(word));
    const first = keys[0];
    if (first !== undefined) {
      index.set(first, [...(index.get(first) ?? []), { ...entry, keys }]);
    }
  };
  for (const axis of QUALITY_AXES) {
    for (const head of axis.heads) {
      add(head, { axis });
    }
    for (const [quality, words] of axis.qualities.entries()) {
      for (const { word, standsAlone } of words) {
        add(word, { axis, quality, ...(standsAlone ? { exactly: word } : {}) });
      }
    }
  }
  return index;
}

/** "Non-tender" is one word here, so that it is not taken for "tender". */
function joinedKeys(keys: readonly string[]): readonly string[] {
  const joined: string[] = [];
  for (const key of keys) {
    if (joined.at(-1) === 'non') {
      joined[joined.length - 1] = `non${key}`;
    } else {
      joined.push(key);
    }
  }
  return joined;
}

interface Token {
  readonly key: string;
  readonly surface: string;
  readonly start: number;
  readonly end: number;
}

function tokensOf(text: string): readonly Token[] {
  const tokens: Token[] = [];
  for (const word of wordsOf(text)) {
    const key = keyOf(word);
    const last = tokens.at(-1);
    if (last?.key === 'non') {
      tokens[tokens.length - 1] = {
        key: `non${key}`,
        surface: `non ${word.surface}`,
        start: last.start,
        end: word.end,
      };
    } else {
      tokens.push({ key, surface: word.surface, start: word.start, end: word.end });
    }
  }
  return tokens;
}

interface Found extends Entry {
  readonly first: number;
  readonly last: number;
}

function isAt(entry: Entry, tokens: readonly Token[], first: number): boolean {
  const own = tokens.slice(first, first + entry.keys.length);
  const same =
    own.length === entry.keys.length && own.every(({ key }, at) => key === entry.keys[at]);
  const words = own.map(({ surface }) => surface.toLowerCase()).join(' ');
  return same && (entry.exactly === undefined || entry.exactly.toLowerCase() === words);
}

function entriesIn(tokens: readonly Token[]): readonly Found[] {
  return tokens.flatMap(({ key }, first) =>
    (ENTRIES.get(key) ?? [])
      .filter((entry) => isAt(entry, tokens, first))
      .map((entry) => ({ ...entry, first, last: first + entry.keys.length - 1 })),
  );
}

/** The heads of each axis in the order of the text, the first of those that begin at one word. */
function headsByAxis(found: readonly Found[]): ReadonlyMap<QualityAxis, readonly Found[]> {
  const byAxis = new Map<QualityAxis, Found[]>();
  for (const one of found) {
    const isFirst = byAxis.get(one.axis)?.at(-1)?.first !== one.first;
    if (one.quality === undefined && isFirst) append(byAxis, one.axis, one);
  }
  return byAxis;
}

/** The head that stands nearest to a quality, the earlier of two; `heads` are of its axis, in order. */
function nearestHead({ first }: Found, heads: readonly Found[]): Found | undefined {
  let [next, end] = [0, heads.length];
  while (next < end) {
    const middle = (next + end) >> 1;
    if ((heads[middle]?.first ?? 0) < first) next = middle + 1;
    else end = middle;
  }
  const [before, after] = [heads[next - 1], heads[next]];
  if (before === undefined || after === undefined) return before ?? after;
  return first - before.first <= after.first - first ? before : after;
}

/** The qualities that one sentence or clause gives to findings. */
export function statedQualities(text: string): readonly StatedQuality[] {
  const tokens = tokensOf(text);
  const found = entriesIn(tokens);
  const heads = headsByAxis(found);
  return found.flatMap((entry): StatedQuality[] => {
    const { axis, quality } = entry;
    if (quality === undefined) {
      return [];
    }
    const head = entry.exactly !== undefined ? entry : nearestHead(entry, heads.get(axis) ?? []);
    if (head === undefined) {
      return [];
    }
    const first = Math.min(head.first, entry.first);
    const last = Math.max(head.last, entry.last);
    const span = { start: tokens[first]?.start ?? 0, end: tokens[last]?.end ?? 0 };
    const gap = Math.max(head.first, entry.first) - Math.min(head.last, entry.last) - 1;
    const close = gap <= CLOSE && !/[.,;:!?()]/.test(text.slice(span.start, span.end));
    const at = { start: tokens[entry.first]?.start ?? 0, end: tokens[entry.last]?.end ?? 0 };
    return [{ axis, quality, span, denial: denialOf(text, at), close }];
  });
}
