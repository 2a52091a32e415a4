import { splitSentences } from '@/lib/case/sentences';
import { overlaps, type Span } from '@/lib/text/span';
import type { Citation, Step } from '@/lib/trace/trace';

/** A part of the trace that cites the case, and its text: a step, or a line of the differential. */
export interface CitingPart {
  readonly step: Span & Pick<Step, 'title' | 'citations'>;
  readonly text: string;
}

/** Words and the citations that follow them: "productive cough [4] [5]". Offsets into the trace. */
export interface CitedClause {
  /** The words, without the citations. */
  readonly words: Span;
  /** Where the bracket of the first citation ends. */
  readonly bracketEnd: number;
  readonly citations: readonly Citation[];
}

/** A step taken apart: every part of its text is in one clause that is cited, or in one piece that is not. */
export interface StepParts {
  readonly cited: readonly CitedClause[];
  /** Sentences, or what of them follows the last citation. */
  readonly uncited: readonly Span[];
}

/** Of a longer clause only its end can be what the citation is for. UTF-16 code units. */
const LONGEST_CLAUSE = 300;
const LEAD = /^(?:[\s,;:.)\]*–—-]|\b(?:and|or)\b)+/;

/** The bracket that a citation stands in: `[1, 2]` holds several. */
function bracketOf(text: string, start: number, citation: Citation): Span {
  const open = text.lastIndexOf('[', citation.start - start);
  const close = text.indexOf(']', citation.end - start - 1);
  return { start: start + open, end: start + close + 1 };
}

function trimmed(text: string, start: number, end: number): Span {
  const part = text.slice(start, end);
  const lead = LEAD.exec(part)?.[0].length ?? 0;
  return { start: start + lead, end: start + part.trimEnd().length };
}

/** Where the last words of a clause begin, at a word boundary. */
function endOfClause(text: string, start: number, end: number): number {
  if (end - start <= LONGEST_CLAUSE) {
    return start;
  }
  const space = text.indexOf(' ', end - LONGEST_CLAUSE);
  return space === -1 || space >= end ? end - LONGEST_CLAUSE : space;
}

/** The title of a step is no statement; its text begins after it. */
function bodyStart({ step, text }: CitingPart): number {
  if (step.title === undefined) {
    return 0;
  }
  const at = text.indexOf(step.title);
  return at === -1 ? 0 : at + step.title.length;
}

/** Takes a step apart at its citations. */
export function partsOf(inspected: CitingPart): StepParts {
  const { step, text } = inspected;
  const from = bodyStart(inspected);
  const cited: CitedClause[] = [];
  const uncited: Span[] = [];
  const sentences =
    from === 0 ? splitSentences(text) : splitSentences(text, { start: from, end: text.length });
  for (const sentence of sentences) {
    let at = sentence.start;
    let last: CitedClause | undefined;
    for (const citation of citationsWithin(inspected, sentence)) {
      const bracket = bracketOf(text, step.start, citation);
      const end = Math.max(at, bracket.start - step.start);
      const words = trimmed(text, endOfClause(text, at, end), end);
      if (last !== undefined && words.end <= words.start) {
        last = { ...last, citations: [...last.citations, citation] };
        cited[cited.length - 1] = last;
      } else {
        const absolute = { start: step.start + words.start, end: step.start + words.end };
        last = { words: absolute, bracketEnd: bracket.end, citations: [citation] };
        cited.push(last);
      }
      at = Math.max(at, bracket.end - step.start);
    }
    const rest = trimmed(text, at, sentence.end);
    if (rest.end > rest.start) {
      uncited.push({ start: step.start + rest.start, end: step.start + rest.end });
    }
  }
  return { cited, uncited };
}

function citationsWithin({ step }: CitingPart, sentence: Span): readonly Citation[] {
  const absolute = { start: step.start + sentence.start, end: step.start + sentence.end };
  return step.citations.filter((citation) => overlaps(citation, absolute));
}
