import type { Option } from '@/lib/case/case';
import { splitSentences } from '@/lib/case/sentences';
import type { Span } from '@/lib/text/span';

/** What a text that ends in answer options consists of. */
export interface OptionBlock {
  /** The text before the question and the options. */
  readonly body: Span;
  readonly question?: string;
  readonly options: Option[];
}

interface Marker {
  readonly letter: string;
  readonly start: number;
  /** Where the option's text begins. */
  readonly textStart: number;
}

/** "A)", "(A)", "A." and "A:" at the start of a line. */
const LINE_MARKER =
  /(?<=^|\n)[ \t]*(?:[-*•][ \t]+)?(?:\(([A-Za-z])\)|([A-Za-z])[).:])(?=[ \t\r\n]|$)/gu;
/** "A)" and "(A)" inside a line; a letter with a point or colon is too common in prose. */
const INLINE_MARKER = /(?<=^|[\s,;])(?:\(([A-Za-z])\)|([A-Za-z])\))(?=\s|$)/gu;
/** All four forms inside a line, for a line that begins with option A. */
const INLINE_MARKER_AFTER_A = /(?<=^|[\s,;])(?:\(([A-Za-z])\)|([A-Za-z])[).:])(?=\s|$)/gu;

/**
 * Recognises answer options at the end of `text`: at least two, lettered from A on, each on its own line or all on one line.
 * A letter that comes twice is returned twice. Returns `undefined` where the text does not end in options.
 */
export function recogniseOptions(text: string): OptionBlock | undefined {
  const block = optionsOnLines(text) ?? optionsOnOneLine(text);
  if (block === undefined) return undefined;
  const { body, question } = separateQuestion(text, { start: 0, end: block.start });
  return { body, ...(question === undefined ? {} : { question }), options: block.options };
}

function markersOf(text: string, pattern: RegExp): Marker[] {
  return [...text.matchAll(pattern)].map((match) => ({
    letter: (match[1] ?? match[2] ?? '').toUpperCase(),
    start: match.index,
    textStart: match.index + match[0].length,
  }));
}

/** The last markers of which each has the letter of the one before or the next letter, if the first of them is A. */
function closingRun(markers: readonly Marker[]): readonly Marker[] {
  let first = markers.length - 1;
  while (first > 0) {
    const step = codeOf(markers[first]) - codeOf(markers[first - 1]);
    if (step !== 0 && step !== 1) break;
    first -= 1;
  }
  const run = markers.slice(Math.max(0, first));
  return run.length >= 2 && run[0]?.letter === 'A' ? run : [];
}

function codeOf(marker: Marker | undefined): number {
  return marker?.letter.charCodeAt(0) ?? 0;
}

interface Block {
  readonly start: number;
  readonly options: Option[];
}

function optionsOnLines(text: string): Block | undefined {
  return blockOf(text, closingRun(markersOf(text, LINE_MARKER)));
}

function optionsOnOneLine(text: string): Block | undefined {
  const end = text.trimEnd().length;
  const lineStart = text.lastIndexOf('\n', end - 1) + 1;
  const line = text.slice(lineStart, end);
  const lineBeginsWithOption = /^[ \t]*\(?[Aa][).:]/u.test(line);
  const markers = markersOf(line, lineBeginsWithOption ? INLINE_MARKER_AFTER_A : INLINE_MARKER).map(
    (marker) => ({
      letter: marker.letter,
      start: marker.start + lineStart,
      textStart: marker.textStart + lineStart,
    }),
  );
  return blockOf(text, closingRun(markers));
}

function blockOf(text: string, run: readonly Marker[]): Block | undefined {
  const [first] = run;
  if (first === undefined) return undefined;
  const last = run.at(-1) ?? first;
  // Prose after a blank line below the last option means that the list stood in the middle of the text.
  if (/\n[ \t\r]*\n\s*\S/u.test(text.slice(last.textStart))) return undefined;
  const options = run.map((marker, position) => ({
    letter: marker.letter,
    text: tidy(text.slice(marker.textStart, run[position + 1]?.start ?? text.length)),
  }));
  return { start: first.start, options };
}

function tidy(optionText: string): string {
  return optionText.replace(/\s+/gu, ' ').replace(/^ | ?[,;]? ?$/gu, '');
}

const INTERROGATIVE =
  /^(?:[("'“]*)(?:what|which|how|who|whose|why|when|where|is|are|does|do|did|should|can|could|would|given|based|of the following|in addition|at this|name|choose|select|identify)\b|which of the following|what is the|most likely|next (?:best )?step|diagnosis/i;

/**
 * Separates the question that closes the part of `text` inside `span`: its last sentence, where that asks something.
 * `body` is what stands before it.
 */
export function separateQuestion(text: string, span: Span): { body: Span; question?: string } {
  const part = { start: span.start, end: text.slice(0, span.end).trimEnd().length };
  const tail = { start: Math.max(span.start, part.end - LONGEST_QUESTION), end: part.end };
  const last = splitSentences(text, tail).at(-1);
  if (last === undefined)
    return { body: { start: span.start, end: Math.max(span.start, part.end) } };
  const sentence = text.slice(last.start, last.end);
  const asks =
    /[?:]["')\]]*$/u.test(sentence) || /^(?:which of the following|what is the)/iu.test(sentence);
  if (!asks || !INTERROGATIVE.test(sentence)) return { body: part };
  const bodyEnd = Math.max(span.start, text.slice(0, last.start).trimEnd().length);
  return { body: { start: span.start, end: bodyEnd }, question: sentence };
}

/** A question is looked for in so many closing characters. */
const LONGEST_QUESTION = 2_000;
