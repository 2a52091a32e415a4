import type { ValueVerdict } from '@/lib/audit/measured-values/judge-value';
import { gated } from '@/lib/text/gated-pattern';
import { type Span, sliceSpan } from '@/lib/text/span';

/** How often a woman has been pregnant and has given birth, as a text says it, and where. */
export interface Parity {
  readonly pregnancies?: number;
  readonly births?: number;
  /** "Her second baby": the one spoken of, born or not. */
  readonly ordinal?: number;
  readonly span: Span;
}

const NOTATION = gated(
  /(?<![\p{L}\p{N}])(?:G(?:ravida\s?)?(\d{1,2}),?\s?)?P(?:ara\s?)?(\d{1,2})(?![\p{L}\p{N}])|(?<![\p{L}\p{N}])(?:G|gravida\s)(\d{1,2})(?![\p{L}\p{N}])/giu,
);
/** "P" and a number is also a wave, a phosphate or a page; alone it counts only beside words of childbirth. */
const CHILDBIRTH = gated(
  /\b(?:deliver|birth|labou?r|pregnan|postpartum|puerper|gestation|vaginal|caesarean|cesarean|obstetric|gravid|para\b)/i,
);
const WORDS: ReadonlyMap<string, Omit<Parity, 'span'>> = new Map([
  ['primigravida', { pregnancies: 1 }],
  ['primigravid', { pregnancies: 1 }],
  ['primipara', { births: 1 }],
  ['nulligravida', { pregnancies: 0 }],
]);
const WORD = gated(/\b(?:primigravida|primigravid|primipara|nulligravida)\b/gi);
const ORDINALS: ReadonlyMap<string, number> = new Map(
  ['first', 'second', 'third', 'fourth', 'fifth', 'sixth', 'seventh'].flatMap((word, index) => [
    [word, index + 1] as const,
    [['1st', '2nd', '3rd', '4th', '5th', '6th', '7th'][index] ?? word, index + 1] as const,
  ]),
);
const ORDINAL = gated(
  /\b(?:her|she['’]s (?:just )?had a) (first|second|third|fourth|fifth|sixth|seventh|1st|2nd|3rd|4th|5th|6th|7th) (?:baby|child|pregnancy|delivery|birth|newborn|infant|labou?r)(?!\p{L})/giu,
);

function count(written: string | undefined): number | undefined {
  return written === undefined ? undefined : Number(written);
}

/** What a text says of earlier pregnancies and births, in order. Linear in the text. */
export function readParity(text: string): Parity[] {
  const found: Parity[] = [];
  for (const match of NOTATION.matchesIn(text)) {
    const pregnancies = count(match[1] ?? match[3]);
    const births = count(match[2]);
    if (pregnancies !== undefined || CHILDBIRTH.test(text)) {
      found.push({
        ...(pregnancies === undefined ? {} : { pregnancies }),
        ...(births === undefined ? {} : { births }),
        span: { start: match.index, end: match.index + match[0].length },
      });
    }
  }
  for (const match of WORD.matchesIn(text)) {
    const parity = WORDS.get(match[0].toLowerCase());
    found.push({ ...parity, span: { start: match.index, end: match.index + match[0].length } });
  }
  for (const match of ORDINAL.matchesIn(text)) {
    const ordinal = ORDINALS.get(match[1]?.toLowerCase() ?? '');
    const end = match.index + match[0].length;
    const start = match.index + match[0].search(/\S+\s\S+$/u);
    found.push({ ...(ordinal === undefined ? {} : { ordinal }), span: { start, end } });
  }
  return found.sort((a, b) => a.span.start - b.span.start);
}

/** The child spoken of is the last born, the one expected next, or the one of the present pregnancy. */
function allowsOrdinal({ pregnancies, births }: Parity, ordinal: number): boolean {
  return (
    ordinal === pregnancies ||
    ordinal === births ||
    (births !== undefined && ordinal === births + 1)
  );
}

function differs(stated: number | undefined, known: number | undefined): boolean {
  return stated !== undefined && known !== undefined && stated !== known;
}

/** What is to be said of stated parity against the first that the case gives; undefined where the two cannot be compared. */
export function judgeParity(
  stated: Parity,
  known: Parity,
  caseText: string,
): ValueVerdict | undefined {
  const isComparable =
    stated.ordinal === undefined
      ? (stated.pregnancies !== undefined && known.pregnancies !== undefined) ||
        (stated.births !== undefined && known.births !== undefined)
      : known.pregnancies !== undefined || known.births !== undefined;
  if (!isComparable) {
    return undefined;
  }
  const isWrong =
    stated.ordinal === undefined
      ? differs(stated.pregnancies, known.pregnancies) || differs(stated.births, known.births)
      : !allowsOrdinal(known, stated.ordinal);
  return {
    outcome: isWrong ? 'contradicted' : 'supported',
    span: stated.span,
    case: [known.span],
    detail: `Pregnancies and births: the case gives “${sliceSpan(caseText, known.span)}”; gravida counts pregnancies, para births, and the two ${isWrong ? 'do not agree' : 'agree'}.`,
  };
}
