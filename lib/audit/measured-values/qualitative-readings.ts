import {
  BLOOD_PRESSURE,
  type QuantityName,
  readQuantityNames,
} from '@/lib/case/measurements/measurement-names';
import {
  READING_TERMS,
  type ReadingTerm,
  type Side,
} from '@/lib/knowledge/reference-intervals-terms';
import { gated, matchesOf } from '@/lib/text/gated-pattern';
import type { Span } from '@/lib/text/span';

/** Words by which a value is read against its reference interval: "low hemoglobin", "tachycardic", "the pH is normal". */
export interface QualitativeReading {
  readonly quantity: string;
  readonly side: Side;
  /** "isn't high", "no anemia". */
  readonly isDenied: boolean;
  readonly span: Span;
  /** The word of the vocabulary, when it is one and not an adjective beside a name. */
  readonly term?: ReadingTerm;
}

const TERMS: ReadonlyMap<string, ReadingTerm> = new Map(
  READING_TERMS.flatMap((term) => term.words.map((word) => [word, term] as const)),
);
const SIDES: ReadonlyMap<string, Side> = new Map([
  ...['low', 'decreased', 'reduced', 'depressed', 'diminished'].map(
    (word) => [word, 'low'] as const,
  ),
  ...['high', 'elevated', 'raised', 'increased'].map((word) => [word, 'high'] as const),
  ...['normal'].map((word) => [word, 'normal'] as const),
]);
const ADJECTIVES = [...SIDES.keys()].join('|');
const LONGEST = 48;
/** "low hemoglobin", "a high serum potassium"; "low-normal" and "normal to high" are neither. */
const BEFORE_NAME = gated(
  new RegExp(
    `(?<![\\p{L}-])(${ADJECTIVES})\\s(?:(?:serum|blood|plasma|arterial|total|level of|levels of)\\s)?$`,
    'iu',
  ),
);
/** "hemoglobin is really low"; not "low enough", "lower", "low-normal", "high risk". */
const AFTER_NAME = gated(
  new RegExp(
    `^(?:\\s(?:level|levels|counts?|values?|readings?))?(?:\\s(?:is|was|are|were|looks|seems|appears|remains|comes back|came back|being)|['’]s)(n['’]t|\\snot)?(?:\\s(?:really|quite|very|pretty|a|bit|little|also|only|slightly|too|definitely|clearly|markedly|severely|extremely|mildly|somewhat|fairly|within|completely|still|actually|in|the|just)){0,4}\\s(${ADJECTIVES})(?![\\p{L}-]|\\s(?:enough|normal|than|risk|for|to|in|or|side))`,
    'iu',
  ),
);
/** "Low potassium output", "a low calcium diet": not the value itself. */
const OF_SOMETHING_ELSE = gated(
  /^[\s-](?:output|excretion|intake|wasting|loss|losses|diet|diets|supplement\w*|channels?|sparing|load|clearance|uptake|content|gap|transport\w*|stones?|crystals?|deposits?|variability|control|monitoring)(?!\p{L})/iu,
);
const COMPARED = gated(/\b(?:more|less|as|than|from|to)\s$/i);
const DENIAL = gated(
  /(?:\b(?:no|not|without|denies|never|neither|nor|rather than|instead of|absence of|ruled? out|rules out)|n['’]t(?: (?:have|had|be|been|being|show|develop))?)\s(?:(?:any|signs? of|evidence of|really|currently|a|an|the|particularly|obviously)\s){0,2}$/i,
);
const WORD = /(?<![\p{L}\p{N}-])[\p{L}]{5,20}(?![\p{L}\p{N}-])/gu;
/** Most clauses have none of the words, and need not be taken apart to be told so. */
const ANY_TERM = gated(new RegExp([...TERMS.keys()].join('|'), 'iu'));

function isDenied(text: string, start: number): boolean {
  return DENIAL.test(text.slice(Math.max(0, start - LONGEST), start));
}

function sideOf(word: string | undefined): Side | undefined {
  return SIDES.get(word?.toLowerCase() ?? '');
}

/** "High blood pressure" is a disease; only a low or a normal one says something of a single value. */
function isReading(id: string, side: Side): boolean {
  return id !== BLOOD_PRESSURE || side !== 'high';
}

function besideName(text: string, name: QuantityName): QualitativeReading | undefined {
  const quantity = name.id === BLOOD_PRESSURE ? 'systolic-pressure' : name.id;
  const from = Math.max(0, name.start - LONGEST);
  const before = BEFORE_NAME.exec(text.slice(from, name.start));
  const side = sideOf(before?.[1]);
  if (OF_SOMETHING_ELSE.test(text.slice(name.end, name.end + LONGEST))) {
    return undefined;
  }
  if (before !== null && side !== undefined && isReading(name.id, side)) {
    const start = from + before.index;
    return COMPARED.test(text.slice(Math.max(0, start - 8), start))
      ? undefined
      : { quantity, side, isDenied: isDenied(text, start), span: { start, end: name.end } };
  }
  const after = AFTER_NAME.exec(text.slice(name.end, name.end + LONGEST + LONGEST));
  const stated = sideOf(after?.[2]);
  return after !== null && stated !== undefined && isReading(name.id, stated)
    ? {
        quantity,
        side: stated,
        isDenied: after[1] !== undefined,
        span: { start: name.start, end: name.end + after[0].length },
      }
    : undefined;
}

/** The qualitative readings of `text` inside `span`, in order. Linear in the text. */
export function qualitativeReadingsIn(text: string, span: Span): QualitativeReading[] {
  const part = text.slice(span.start, span.end);
  const found: QualitativeReading[] = [];
  for (const { 0: word, index } of ANY_TERM.test(part) ? matchesOf(WORD, part) : []) {
    const term = TERMS.get(word.toLowerCase());
    if (term !== undefined) {
      const { quantity, side } = term;
      const own = { start: index, end: index + word.length };
      found.push({ quantity, side, term, isDenied: isDenied(part, index), span: own });
    }
  }
  for (const name of readQuantityNames(part)) {
    const reading = besideName(part, name);
    if (reading !== undefined) {
      found.push(reading);
    }
  }
  return found
    .map((reading) => ({
      ...reading,
      span: { start: reading.span.start + span.start, end: reading.span.end + span.start },
    }))
    .sort((a, b) => a.span.start - b.span.start);
}
