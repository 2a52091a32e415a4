/**
 * What a text has to hold for a regular expression to match anywhere in it: at least one of some short strings. Read from the
 * source of the expression; whatever is not understood is taken to match anything, so that nothing is required for it.
 */

/** Stands in a string for a word boundary. */
export const BOUNDARY = '\u0001';
/** Stands in a string for any decimal digit. */
export const DIGIT = '0';
/** So many strings are told apart in one place before it is taken to match anything. */
const MOST_STRINGS = 160;

/** What a part of an expression matches. */
interface Part {
  /** All that it can match, where these are few; undefined where it can match more. */
  readonly exact: readonly string[] | undefined;
  /** Strings of which each match holds one; undefined where nothing is known. */
  readonly held: readonly string[] | undefined;
}

const ANYTHING: Part = { exact: undefined, held: undefined };
const NOTHING: Part = { exact: [''], held: undefined };

/**
 * Strings of which one is in every text that `pattern` matches, without regard to case, `DIGIT` for each digit and `BOUNDARY`
 * where a word begins or ends; undefined where there is no such list.
 */
export function requiredStrings(pattern: RegExp): readonly string[] | undefined {
  const reader: Reader = { source: pattern.source, at: 0, boundaries: !/[uv]/.test(pattern.flags) };
  const whole = readAlternatives(reader);
  return reader.at < reader.source.length ? undefined : bestOf([usable(whole.exact), whole.held]);
}

interface Reader {
  readonly source: string;
  at: number;
  /** Where an expression reads Unicode and ignores case, other letters than those of ASCII can make up a word. */
  readonly boundaries: boolean;
}

function take(reader: Reader, text: string): boolean {
  if (!reader.source.startsWith(text, reader.at)) return false;
  reader.at += text.length;
  return true;
}

function readAlternatives(reader: Reader): Part {
  const parts = [readSequence(reader)];
  while (take(reader, '|')) parts.push(readSequence(reader));
  return parts.length === 1 ? (parts[0] ?? ANYTHING) : eitherOf(parts);
}

function eitherOf(parts: readonly Part[]): Part {
  const exact = parts.every((part) => part.exact !== undefined)
    ? unique(parts.flatMap((part) => part.exact ?? []))
    : undefined;
  const held = parts.map((part) => bestOf([usable(part.exact), part.held]));
  return {
    exact: fewEnough(exact),
    held: held.every((strings) => strings !== undefined)
      ? fewEnough(unique(held.flatMap((strings) => strings ?? [])))
      : undefined,
  };
}

/** Neighbours that match few strings are read together; of all that a sequence holds, the most telling is kept. */
function readSequence(reader: Reader): Part {
  let run: readonly string[] = [''];
  let isWhole = true;
  const held: (readonly string[] | undefined)[] = [];
  const endRun = () => {
    held.push(usable(run));
    run = [''];
    isWhole = false;
  };
  while (reader.at < reader.source.length && !'|)'.includes(reader.source[reader.at] ?? '')) {
    const part = readRepeated(reader);
    held.push(part.held);
    const { exact } = part;
    if (exact === undefined) {
      endRun();
      continue;
    }
    if (run.length * exact.length > MOST_STRINGS) endRun();
    run = unique(run.flatMap((before) => exact.map((after) => before + after)));
  }
  held.push(usable(run));
  return { exact: isWhole ? run : undefined, held: bestOf(held) };
}

function readRepeated(reader: Reader): Part {
  const part = readOne(reader);
  const least = leastRepeats(reader);
  if (least === undefined) return part;
  if (least === 'optional') {
    return { exact: part.exact && fewEnough(unique(['', ...part.exact])), held: undefined };
  }
  if (least === 0) return ANYTHING;
  return { exact: undefined, held: bestOf([usable(part.exact), part.held]) };
}

/** How often at least what stands before has to come, read from the quantifier that follows; undefined without one. */
function leastRepeats(reader: Reader): number | 'optional' | undefined {
  const match = /^(?:([*+?])|\{(\d+)(?:,\d*)?\})\??/.exec(
    reader.source.slice(reader.at, reader.at + 24),
  );
  if (match === null) return undefined;
  reader.at += match[0].length;
  const [, mark, number] = match;
  if (mark === '?') return 'optional';
  return mark === '+' ? 1 : mark === '*' ? 0 : Number(number);
}

function readOne(reader: Reader): Part {
  const character = reader.source[reader.at] ?? '';
  if (character === '(') return readGroup(reader);
  if (character === '[') return readClass(reader);
  if (character === '\\') return readEscape(reader);
  reader.at += 1;
  if (character === '^' || character === '$') return NOTHING;
  return character === '.' ? ANYTHING : literal(character);
}

function readGroup(reader: Reader): Part {
  take(reader, '(');
  const denies = take(reader, '?!') || take(reader, '?<!');
  const looks = denies || take(reader, '?=') || take(reader, '?<=');
  if (!looks && !take(reader, '?:')) {
    const name = /^\?<\w+>/.exec(reader.source.slice(reader.at, reader.at + 60));
    reader.at += name?.[0].length ?? 0;
  }
  const inside = readAlternatives(reader);
  take(reader, ')');
  if (denies) return NOTHING;
  // What is looked at is in the text too, though no part of the match.
  return looks ? { exact: [''], held: bestOf([usable(inside.exact), inside.held]) } : inside;
}

/** A class of a few characters stands for each of them; a negated one, or one with a range or an escape, for anything. */
function readClass(reader: Reader): Part {
  const end = endOfClass(reader);
  const inside = reader.source.slice(reader.at + 1, end);
  reader.at = end + 1;
  if (inside === '\\d' || inside === '0-9') return { exact: [DIGIT], held: undefined };
  const isPlain = inside !== '' && !inside.startsWith('^') && !/[\\\ud800-\udfff]|.-./.test(inside);
  return isPlain ? { exact: unique([...inside].map(plainCharacter)), held: undefined } : ANYTHING;
}

function endOfClass({ source, at }: Reader): number {
  for (let index = at + 1; index < source.length; index += 1) {
    if (source[index] === '\\') index += 1;
    else if (source[index] === ']') return index;
  }
  return source.length;
}

const LETTERS_OF_ESCAPES = /[a-zA-Z0-9]/;

function readEscape(reader: Reader): Part {
  const escaped = reader.source[reader.at + 1] ?? '';
  reader.at += 2;
  if (escaped === 'b') return { exact: [reader.boundaries ? BOUNDARY : ''], held: undefined };
  if (escaped === 'B') return NOTHING;
  if (escaped === 'd') return { exact: [DIGIT], held: undefined };
  if (!LETTERS_OF_ESCAPES.test(escaped)) return literal(escaped);
  const rest = reader.source.slice(reader.at, reader.at + 60);
  // What belongs to the escape: \u0041, \u{41}, \x41, \p{L}, \k<name>; the others are one letter long.
  const tail = /^(?:\{[^}]*\}|<[^>]*>)/.exec(rest)?.[0] ?? '';
  if ('pPk'.includes(escaped)) reader.at += tail.length;
  else if (/\d/.test(escaped)) reader.at += /^\d*/.exec(rest)?.[0].length ?? 0;
  else if (escaped === 'c') reader.at += 1;
  else if (escaped === 'u') reader.at += tail === '' ? 4 : tail.length;
  else if (escaped === 'x') reader.at += 2;
  return ANYTHING;
}

function literal(character: string): Part {
  return { exact: [plainCharacter(character)], held: undefined };
}

/** The letter that a character is compared as, by `plainCode`. */
export function plainCharacter(character: string): string {
  return String.fromCharCode(plainCode(character.charCodeAt(0)));
}

const SMALL = 32;
const OTHER = 0x7f;
/** The two letters outside of ASCII that an expression which ignores case takes for ASCII letters: long s and kelvin. */
const LONG_S = 0x17f;
const KELVIN = 0x212a;

/** Small letters for capitals, 0 for every digit, one code for everything outside of ASCII. */
export function plainCode(code: number): number {
  if (code >= 0x61 && code <= 0x7a) return code;
  if (code >= 0x41 && code <= 0x5a) return code + SMALL;
  if (code >= 0x30 && code <= 0x39) return 0x30;
  if (code === LONG_S) return 0x73;
  if (code === KELVIN) return 0x6b;
  return code < 2 || code >= OTHER ? OTHER : code;
}

function unique(strings: readonly string[]): readonly string[] {
  return [...new Set(strings)];
}

function fewEnough(strings: readonly string[] | undefined): readonly string[] | undefined {
  return strings === undefined || strings.length > MOST_STRINGS ? undefined : strings;
}

function letters(text: string): number {
  return text.replaceAll(BOUNDARY, '').length;
}

/** Strings that rule something out: none of them is empty. */
function usable(strings: readonly string[] | undefined): readonly string[] | undefined {
  return strings?.every((text) => letters(text) > 0) ? strings : undefined;
}

/** The list whose shortest string is longest, up to three letters, and of those the shortest list. */
function bestOf(lists: readonly (readonly string[] | undefined)[]): readonly string[] | undefined {
  let best: readonly string[] | undefined;
  for (const list of lists) {
    if (list !== undefined && (best === undefined || worth(list) > worth(best))) best = list;
  }
  return best;
}

const TELLING = 3;

function worth(list: readonly string[]): number {
  const shortest = Math.min(...list.map((text) => Math.min(TELLING, text.length)));
  return shortest * 1_000 - list.length;
}
