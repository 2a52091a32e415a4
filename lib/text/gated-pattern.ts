import { BOUNDARY, plainCode, requiredStrings } from '@/lib/text/required-words';

/** What a list of patterns is read through: a regular expression or a gated one. */
export interface TextPattern {
  test(text: string): boolean;
}

/**
 * A regular expression that is not tried on texts in which it cannot match. Where hundreds of expressions are tried on every
 * sentence, calling them costs more than matching: so the pairs and triples of letters of a text are put down at the second
 * look at it, and an expression is called where those of one of its `requiredStrings` are among them. It matches what the
 * expression matches.
 */
export class GatedPattern implements TextPattern {
  readonly source: string;
  /** Without the flag g, so that nothing is remembered between two calls. */
  private readonly first: RegExp;
  private readonly every: RegExp;
  private gate: Gate | undefined;

  /** The gate is worked out when it is first used. */
  constructor(pattern: RegExp) {
    const { source, flags, global } = pattern;
    this.source = source;
    this.first = global ? new RegExp(source, flags.replace('g', '')) : pattern;
    this.every = global ? pattern : new RegExp(source, `${flags}g`);
  }

  /** As `RegExp.test` from the beginning of the text. */
  test(text: string): boolean {
    return this.mayMatch(text) && this.first.test(text);
  }

  /** The first match, or null. */
  exec(text: string): RegExpExecArray | null {
    return this.mayMatch(text) ? this.first.exec(text) : null;
  }

  /** All matches, in order, whether the expression has the flag g or not. */
  matchesIn(text: string): readonly RegExpExecArray[] {
    return this.mayMatch(text) ? matchesOf(this.every, text) : NONE;
  }

  /** False where the text holds none of the strings of which each match holds one. */
  mayMatch(text: string): boolean {
    this.gate ??= gateOf(this.first);
    return this.gate.length === 0 || isOpenTo(this.gate, text);
  }
}

/** Makes a gated pattern of an expression. */
export function gated(pattern: RegExp): GatedPattern {
  return new GatedPattern(pattern);
}

const NONE: readonly RegExpExecArray[] = [];

/**
 * All matches of an expression with the flag g, in order: what `text.matchAll(pattern)` gives, without the copy of the
 * expression that `matchAll` makes at every call.
 */
export function matchesOf(pattern: RegExp, text: string): readonly RegExpExecArray[] {
  pattern.lastIndex = 0;
  let match = pattern.exec(text);
  if (match === null) return NONE;
  const matches: RegExpExecArray[] = [];
  while (match !== null) {
    matches.push(match);
    if (match[0] === '') pattern.lastIndex += isPairNext(pattern, text) ? 2 : 1;
    match = pattern.exec(text);
  }
  return matches;
}

/** Whether an expression that reads Unicode stands before a character of two code units. */
function isPairNext({ unicode, lastIndex }: RegExp, text: string): boolean {
  return unicode && (text.codePointAt(lastIndex) ?? 0) > 0xffff;
}

/** Three places in the table of a text for each string that would open the gate: all three have to be set. Empty: open. */
type Gate = readonly number[];

function gateOf(pattern: RegExp): Gate {
  return (requiredStrings(pattern) ?? []).flatMap(placesOf);
}

/** Stand in the place of a letter for what a place means: the beginning of a word, its end, two letters or one. */
const BEGINS = 2;
const ENDS = 3;
const PAIR = 4;
const SINGLE = 5;

/** The places of the first, the middle and the last letters of a string. */
function placesOf(text: string): readonly number[] {
  const plain = text.replaceAll(BOUNDARY, '');
  const places: number[] = [];
  let at = 0;
  for (const character of text) {
    const isBoundary = character === BOUNDARY;
    if (isBoundary) places.push(...placesAtBoundary(plain, at));
    else at += 1;
    if (!isBoundary && at > 2)
      places.push(placeOf(code(plain, at - 3), code(plain, at - 2), code(plain, at - 1)));
  }
  if (places.length === 0) {
    places.push(
      plain.length > 1
        ? placeOf(PAIR, code(plain, 0), code(plain, 1))
        : placeOf(SINGLE, 0, code(plain, 0)),
    );
  }
  return [places[0] ?? 0, places[places.length >> 1] ?? 0, places.at(-1) ?? 0];
}

function code(text: string, at: number): number {
  return text.charCodeAt(at);
}

/** A boundary says of a letter of a word beside it that the word begins or ends there. */
function placesAtBoundary(plain: string, at: number): readonly number[] {
  return [
    ...(at + 1 < plain.length && isOfWord(code(plain, at))
      ? [placeOf(BEGINS, code(plain, at), code(plain, at + 1))]
      : []),
    ...(at > 1 && isOfWord(code(plain, at - 1))
      ? [placeOf(ENDS, code(plain, at - 2), code(plain, at - 1))]
      : []),
  ];
}

/** Letters, digits and the low line of ASCII: what `\w` means without the flag u. */
function isOfWord(code: number): boolean {
  return (
    (code >= 0x61 && code <= 0x7a) ||
    (code >= 0x30 && code <= 0x39) ||
    (code >= 0x41 && code <= 0x5a) ||
    code === 0x5f
  );
}

const PLACE_BITS = 13;
/** Fibonacci hashing (Knuth, The Art of Computer Programming 3, 6.4): 2^32 over the golden ratio. */
const MULTIPLIER = 0x9e3779b1;

/** Different letters may share a place: then a gate is open that could be closed, and the expression decides. */
function placeOf(a: number, b: number, c: number): number {
  return Math.imul((a << 14) ^ (b << 7) ^ c, MULTIPLIER) >>> (32 - PLACE_BITS);
}

/** In a longer text most places are set. UTF-16 code units. */
const LONGEST_TEXT = 2_000;

interface LettersOfText {
  text: string;
  readonly table: Int32Array;
}

/** Several patterns are tried on the same text, and a clause is looked at between two looks at its sentence. */
const RECENT: readonly LettersOfText[] = Array.from({ length: 4 }, () => ({
  text: '',
  table: new Int32Array(2 ** (PLACE_BITS - 5)),
}));
let oldest = 0;
/** Texts that one pattern was tried on: at a slice of a few letters there is hardly ever another look. */
const ONCE: string[] = RECENT.map(() => '');
let oldestOnce = 0;

function isOpenTo(gate: Gate, text: string): boolean {
  if (text.length > LONGEST_TEXT) return true;
  const table = tableOf(text);
  if (table === undefined) return true;
  for (let index = 0; index < gate.length; index += 3) {
    if (
      isSet(table, gate[index]) &&
      isSet(table, gate[index + 1]) &&
      isSet(table, gate[index + 2])
    ) {
      return true;
    }
  }
  return false;
}

function isSet(table: Int32Array, place = 0): boolean {
  return (((table[place >>> 5] ?? 0) >>> (place & 31)) & 1) === 1;
}

/** The letters of a text, from the second look at it on; undefined at the first. */
function tableOf(text: string): Int32Array | undefined {
  for (const recent of RECENT) if (recent.text === text) return recent.table;
  if (!ONCE.includes(text)) {
    ONCE[oldestOnce] = text;
    oldestOnce = (oldestOnce + 1) % ONCE.length;
    return undefined;
  }
  const replaced = RECENT[oldest];
  oldest = (oldest + 1) % RECENT.length;
  if (replaced === undefined) return undefined;
  replaced.text = text;
  setPlaces(replaced.table, text);
  return replaced.table;
}

function setPlaces(table: Int32Array, text: string): void {
  table.fill(0);
  let earlier = -1;
  let before = -1;
  let wasOfWord = false;
  for (let at = 0; at < text.length; at += 1) {
    const raw = text.charCodeAt(at);
    const plain = plainCode(raw);
    const ofWord = isOfWord(raw);
    set(table, placeOf(SINGLE, 0, plain));
    if (before >= 0) {
      set(table, placeOf(PAIR, before, plain));
      if (earlier >= 0) set(table, placeOf(earlier, before, plain));
    }
    if (ofWord && !wasOfWord && at + 1 < text.length) {
      set(table, placeOf(BEGINS, plain, plainCode(text.charCodeAt(at + 1))));
    }
    if (!ofWord && wasOfWord && earlier >= 0) set(table, placeOf(ENDS, earlier, before));
    earlier = before;
    before = plain;
    wasOfWord = ofWord;
  }
  if (wasOfWord && earlier >= 0) set(table, placeOf(ENDS, earlier, before));
}

function set(table: Int32Array, place: number): void {
  table[place >>> 5] = (table[place >>> 5] ?? 0) | (1 << (place & 31));
}
