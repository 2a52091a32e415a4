import { rememberingTexts } from '@/lib/text/remembered';
import type { Span } from '@/lib/text/span';
import { stemByRules } from '@/lib/text/stemming';

/** One word of a text: where it stands, and the form under which inflections and spellings of it meet. */
export interface Word extends Span {
  /** As written, with typographic apostrophes made plain and a possessive 's taken off. */
  readonly surface: string;
  /** Lower case, American spelling, inflection removed. */
  readonly stem: string;
}

/** Letters and digits; inside a word an apostrophe, inside a number a point or comma; and "+ve", "-ve". */
const WORD_PATTERN =
  /\d+(?:[.,]\d+)*(?:st|nd|rd|th)?(?![\p{L}\p{N}])|[\p{L}\p{N}]+(?:['’][\p{L}]+)*|(?<![\p{L}\p{N}])[+-]ve(?![\p{L}\p{N}])/gu;
/** The same for texts of `ENGLISH`, which most are: classes of all letters that there are take several times as long. */
const ENGLISH_WORD_PATTERN =
  /\d+(?:[.,]\d+)*(?:st|nd|rd|th)?(?![A-Za-z0-9])|[A-Za-z0-9]+(?:['’][A-Za-z]+)*|(?<![A-Za-z0-9])[+-]ve(?![A-Za-z0-9])/g;
/** Nothing but the letters and digits of English, and marks that are neither. */
const ENGLISH = /^[\0-\x7f\u2010-\u2027°±×÷→≤≥−]*$/;

/**
 * The words of `text` inside `span` (the whole text when it is left out), in order, with offsets into `text`.
 * Hyphens separate words, so "pain-free" is two of them.
 */
export function wordsOf(text: string, span?: Span): readonly Word[] {
  if (span === undefined) return wordsOfText(text);
  return readWords(text.slice(span.start, span.end), span.start);
}

/** Several checks ask for the words of the same sentence. */
const wordsOfText = rememberingTexts((text) => readWords(text, 0));

/** The words of `text` as `Word.surface` gives them, for those who need no more. */
export function surfacesOf(text: string): readonly string[] {
  const surfaces: string[] = [];
  eachWord(text, (raw) => surfaces.push(surfaceOf(raw)));
  return surfaces;
}

function readWords(part: string, offset: number): Word[] {
  const words: Word[] = [];
  eachWord(part, (raw, at) => {
    const surface = surfaceOf(raw);
    const start = offset + at;
    words.push({ start, end: start + raw.length, surface, stem: stemOf(surface) });
  });
  return words;
}

function eachWord(text: string, visit: (raw: string, at: number) => void): void {
  const pattern = ENGLISH.test(text) ? ENGLISH_WORD_PATTERN : WORD_PATTERN;
  // Not matchAll, which makes a new pattern at every call: most texts are a few words long.
  pattern.lastIndex = 0;
  for (let match = pattern.exec(text); match !== null; match = pattern.exec(text)) {
    visit(match[0], match.index);
  }
}

function surfaceOf(raw: string): string {
  const plain = raw.includes('’') ? raw.replaceAll('’', "'") : raw;
  return plain.includes("'") ? plain.replace(/'s$/iu, '') : plain;
}

const stems = new Map<string, string>();
/** Ordinary English stays far below this; a text of random letters must not grow the memory without end. */
const STEM_MEMORY = 50_000;

/** The stem of one word; inflections, spellings and close derivations of a word share it. It need not be a word. */
export function stemOf(word: string): string {
  const known = stems.get(word);
  if (known !== undefined) return known;
  const stem = stemByRules(word.toLowerCase());
  if (stems.size >= STEM_MEMORY) stems.clear();
  stems.set(word, stem);
  return stem;
}
