import { gated } from '@/lib/text/gated-pattern';
import { NUMBER_SOURCE } from '@/lib/text/number-words';
import type { Span } from '@/lib/text/span';

/** An amount of time in the shorthand of hospital notes, in days. */
export interface ShorthandAmount {
  readonly span: Span;
  readonly low: number;
  readonly high: number;
  /** Days in its unit. */
  readonly unit: number;
  /** Whether its form alone says for how long ("x 3 d", "3/7"); else the words beside it have to. */
  readonly tells: boolean;
}

/** How far a pregnancy is, as an obstetric note writes it: the days that its words leave open. */
export interface ShorthandGestation {
  readonly span: Span;
  readonly low: number;
  readonly high: number;
}

const HOUR = 1 / 24;
const WEEK = 7;
const MONTH = 30.44;
const YEAR = 365.25;
/** "3/7" is three of the seven days of a week: what the whole is divided into tells the unit. */
const PART_OF: ReadonlyMap<string, number> = new Map([
  ['24', HOUR],
  ['7', 1],
  ['52', WEEK],
  ['12', MONTH],
]);
const SHORT_UNITS: readonly (readonly [RegExp, number])[] = [
  [/^mi/i, HOUR / 60],
  [/^h/i, HOUR],
  [/^d/i, 1],
  [/^w/i, WEEK],
  [/^m/i, MONTH],
  [/^y/i, YEAR],
];

const FRACTION = gated(
  /(?<![\w.–/+-])(?:[x×]\s?)?(\d{1,2})(?:\s?[-–]\s?(\d{1,2}))?\s?\/\s?(24|7|52|12)(?![\w/+]|[.-]\d)/gi,
);
const SHORT = gated(
  new RegExp(
    `(?<![\\w.–/%+-])(?:([x×])\\s?)?(${NUMBER_SOURCE})(?:\\s?(?:-|–|to)\\s?(${NUMBER_SOURCE}))?[\\s-]?(hours?|hrs?|h|days?|d|weeks?|wks?|w|months?|mths?|mos?|years?|yrs?|y|minutes?|mins?)(?![\\w/]|[-\\s]olds?\\b)`,
    'gi',
  ),
);
/** Scores, strengths, sharpness of sight, blood pressures, dates and plans are written like "3/7", too. */
const NO_FRACTION_BEFORE =
  /(?:\b(?:scor(?:e|es|ed|ing)|scale|power|strength|grade|MRC|GCS|AMTS?|Apgars?|BP|VA|RVA|LVA|acuity|vision|nerves?|CN|stage|level|on|dated|since|from|until|in|next|every|review|f\/?u|follow-?up|repeat|LMP|EDD|DOB|day)|[=:<>])\s?(?:(?:of|is|was|at)\s)?$/i;
const NO_FRACTION_AFTER =
  /^\s?(?:power|strength|(?:systolic |diastolic )?murmur|[pe]?sm\b|criteria|points?|items?|nerves?|leads?|mmhg|score|positive|time)/i;
const OF_SIGHT = /\b(?:R?VA|LVA|acuity|vision|Snellen|pinhole)\b/i;
const BESIDE = 24;

function fractionAt(text: string, match: RegExpExecArray): ShorthandAmount | undefined {
  const span = { start: match.index, end: match.index + match[0].length };
  const unit = PART_OF.get(match[3] ?? '');
  const low = Number(match[1]);
  const high = Number(match[2] ?? match[1]);
  const before = text.slice(Math.max(0, span.start - BESIDE), span.start);
  const isOther =
    NO_FRACTION_BEFORE.test(before) ||
    NO_FRACTION_AFTER.test(text.slice(span.end, span.end + BESIDE)) ||
    (low === 6 && OF_SIGHT.test(text));
  if (unit === undefined || isOther || low === 0 || low > high) return undefined;
  return { span, low: low * unit, high: high * unit, unit, tells: true };
}

function shortAt(match: RegExpExecArray): ShorthandAmount | undefined {
  const unit = SHORT_UNITS.find(([pattern]) => pattern.test(match[4] ?? ''))?.[1];
  const low = Number(match[2]);
  const high = Number(match[3] ?? match[2]);
  if (unit === undefined || low > high) return undefined;
  return {
    span: { start: match.index, end: match.index + match[0].length },
    low: low * unit,
    high: high * unit,
    unit,
    tells: match[1] !== undefined,
  };
}

/** The amounts of time in shorthand in a text from `withDigits`: "x 10 yrs", "x3 d", "2 h", "3/7", "2/52", "1/12". */
export function readShorthandAmounts(text: string): readonly ShorthandAmount[] {
  return [
    ...FRACTION.matchesIn(text).map((match) => fractionAt(text, match)),
    ...SHORT.matchesIn(text).map(shortAt),
  ].filter((amount) => amount !== undefined);
}

/** "35+4/40", "35/40" and "35+4 weeks"; a pregnancy has forty weeks. */
const GESTATION = gated(
  /(?<![\w./+-])(\d{1,2})(?:\s?\+\s?([0-6])(?:\s?\/\s?7)?)?(?:\s?\/\s?40(?![\w/]|\.\d)|(?<=\+\s?[0-6](?:\s?\/\s?7)?)\s?(?:weeks?|wks?|w)(?![\w/]|[\s-](?:olds?|corrected)\b))/gi,
);
const LONGEST_GESTATION = 44;

/** How far pregnancies are by the shorthand of `text`. */
export function readShorthandGestations(text: string): readonly ShorthandGestation[] {
  return GESTATION.matchesIn(text).flatMap((match) => {
    const weeks = Number(match[1]);
    if (weeks < 3 || weeks > LONGEST_GESTATION) return [];
    const span = { start: match.index, end: match.index + match[0].length };
    return [{ span, low: weeks * WEEK, high: weeks * WEEK + WEEK - 1 }];
  });
}
