import { rememberingTexts } from '@/lib/text/remembered';
import type { Span } from '@/lib/text/span';

/** Words after which a full stop does not end a sentence, however the text goes on. */
const TITLES = new Set(
  'dr mr mrs ms prof st vs e.g i.e cf approx ca no nos fig figs dept est pt pts hx fhx pmhx dx ddx rx tx sx vol resp incl'.split(
    ' ',
  ),
);

/** Units and dosing terms: a full stop after them ends the sentence only where a capital letter follows. */
const UNITS = new Set(
  'mg mcg kg g ml dl l cm mm m hr hrs h min mins sec secs wk wks mo mos yr yrs lb lbs oz in ft temp b.i.d t.i.d q.i.d q.d q.h.s p.r.n p.o i.v i.m s.c a.m p.m o.d b.d t.d.s etc'.split(
    ' ',
  ),
);

const BULLET = /^[ \t]*(?:[-*•–·▪◦]|\d{1,2}[.)])[ \t]+/u;
const HEADING = /^[ \t]*[A-Z][A-Za-z/&' -]{0,40}:/u;
const HEADING_ALONE = /^[ \t]*[A-Za-z][A-Za-z/&' -]{0,40}:[ \t]*$/u;
/** A line this long that goes on in lower case was broken by the writer's editor, not by the writer. */
const WRAPPED_LINE = 50;

/**
 * Splits the part of `text` inside `span` (the whole text when left out) into sentences and clauses: at sentence ends, semicolons, list
 * items and line ends. The spans are ordered, disjoint and trimmed, and together cover every character that is not white
 * space; the same text always gives the same spans.
 */
export function splitSentences(text: string, span?: Span): Span[] {
  return span === undefined ? [...sentencesOfText(text)] : sentencesWithin(text, span);
}

/** Several checks ask for the sentences of the same step. */
const sentencesOfText = rememberingTexts((text) =>
  sentencesWithin(text, { start: 0, end: text.length }),
);

function sentencesWithin(text: string, whole: Span): Span[] {
  const sentences: Span[] = [];
  for (const block of lineBlocks(text, whole)) {
    for (const sentence of sentencesOfBlock(text, block)) addTrimmed(sentences, text, sentence);
  }
  return withoutWordless(sentences, text);
}

/** Runs of lines that were one line to the writer: wrapped lines are joined, list items and headings are not. */
function lineBlocks(text: string, whole: Span): Span[] {
  const blocks: { start: number; end: number }[] = [];
  let previous: string | undefined;
  let start = whole.start;
  while (start < whole.end) {
    const newline = nextLineEnd(text, start, whole.end);
    const line = text.slice(start, newline).replace(/\r$/u, '');
    const current = blocks.at(-1);
    if (current !== undefined && previous !== undefined && continues(previous, line)) {
      current.end = newline;
    } else {
      blocks.push({ start, end: newline });
    }
    previous = line;
    start = newline + 1;
  }
  return blocks;
}

function nextLineEnd(text: string, from: number, limit: number): number {
  const end = text.indexOf('\n', from);
  return end === -1 || end > limit ? limit : end;
}

function continues(previous: string, line: string): boolean {
  if (previous.trim() === '' || line.trim() === '' || BULLET.test(line)) return false;
  if (HEADING_ALONE.test(previous)) return !HEADING.test(line);
  if (/[.!?;:]["')\]]?\s*$/u.test(previous)) return false;
  return previous.length >= WRAPPED_LINE ? /^\s*[a-z0-9(]/u.test(line) : /[,(]\s*$/u.test(previous);
}

/** A run of marks is tried from its beginning alone, or a long one would cost its square. */
const BOUNDARY = /(?<![.!?])[.!?]+["'”’)\]]*(?=\s)|;(?=\s)|…(?=\s)/gu;

function* sentencesOfBlock(text: string, block: Span): Generator<Span> {
  const part = text.slice(block.start, block.end);
  let from = 0;
  for (const match of part.matchAll(BOUNDARY)) {
    const end = match.index + match[0].length;
    if (match[0].startsWith('.') && !endsSentence(part, match.index, end)) continue;
    yield { start: block.start + from, end: block.start + end };
    from = end;
  }
  yield { start: block.start + from, end: block.end };
}

/** Longest run of letters and points that is looked back over from a full stop. */
const LOOK_BACK = 24;

function endsSentence(part: string, stop: number, end: number): boolean {
  const before =
    /[\p{L}\p{N}.]*$/u.exec(part.slice(Math.max(0, stop - LOOK_BACK), stop))?.[0] ?? '';
  const word = before.toLowerCase();
  const next = /^\s*["'“‘([]*(\S)/u.exec(part.slice(end, end + LOOK_BACK))?.[1] ?? '';
  if (next === '') return true;
  const capital = /[\p{Lu}\p{N}]/u.test(next);
  if (TITLES.has(word)) return false;
  if (/^\d{1,2}$/u.test(word) && /^\s*$/u.test(part.slice(0, stop - word.length))) return false;
  if (/^\p{Lu}$/u.test(before) && !/[/\d]$/u.test(part.slice(0, stop - 1).slice(-1))) return false;
  if (UNITS.has(word)) return /\p{Lu}/u.test(next);
  return capital || !/^\p{Ll}{1,3}$/u.test(before);
}

function addTrimmed(sentences: Span[], text: string, span: Span): void {
  let { start, end } = span;
  while (start < end && /\s/u.test(text.charAt(start))) start += 1;
  while (end > start && /\s/u.test(text.charAt(end - 1))) end -= 1;
  if (start < end) sentences.push({ start, end });
}

/** A span of marks alone ("---", "...") says nothing to cite, so it joins its neighbour. */
function withoutWordless(spans: readonly Span[], text: string): Span[] {
  const kept: { start: number; end: number }[] = [];
  let pending: number | undefined;
  for (const span of spans) {
    if (/[\p{L}\p{N}]/u.test(text.slice(span.start, span.end))) {
      kept.push({ start: pending ?? span.start, end: span.end });
      pending = undefined;
      continue;
    }
    const last = kept.at(-1);
    if (last !== undefined) last.end = span.end;
    else pending ??= span.start;
  }
  if (kept.length === 0 && pending !== undefined) {
    kept.push({ start: pending, end: spans.at(-1)?.end ?? pending });
  }
  return kept;
}
