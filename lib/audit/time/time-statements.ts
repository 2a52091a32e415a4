import { ANY_NAMED, NAMED_TIMES, type TimeKind } from '@/lib/audit/time/named-times';
import {
  readShorthandAmounts,
  readShorthandGestations,
  type ShorthandAmount,
} from '@/lib/audit/time/shorthand-times';
import { gated, matchesOf } from '@/lib/text/gated-pattern';
import { NUMBER_SOURCE, withDigits } from '@/lib/text/number-words';
import type { Span } from '@/lib/text/span';

/** A time as it stands in a text, as the range of days that its words leave open. */
export interface TimeStatement {
  readonly span: Span;
  readonly kind: TimeKind;
  readonly low: number;
  readonly high: number;
  /** Whether it gives a number of units and not only "a few" or "for months". */
  readonly counted: boolean;
  /** Whether it points back to a time already known: "that three-day flare-up". */
  readonly definite: boolean;
  /** Days in its unit, where it is a number of one unit. */
  readonly unit?: number;
}

/** Days in each unit; months and years by the Gregorian mean. */
const DAYS_PER: readonly (readonly [RegExp, number])[] = [
  [/^s/i, 1 / 86_400],
  [/^mi/i, 1 / 1440],
  [/^h/i, 1 / 24],
  [/^(?:d|n)/i, 1],
  [/^w/i, 7],
  [/^f/i, 14],
  [/^mo/i, 30.44],
  [/^t/i, 91.3],
  [/^y/i, 365.25],
  [/^dec/i, 3652.5],
];

const N = NUMBER_SOURCE;
/** Days. Somebody in the 35th week to the day and six days later is "35 weeks pregnant". */
const WEEK = 7;
const UNIT =
  '(?:minutes?|mins?|hours?|hrs?|days?|nights?|weeks?|wks?|fortnights?|months?|mos?|years?|yrs?|decades?)';
/** How many units vague words leave open; generous, since writers differ. */
const VAGUE: readonly (readonly [RegExp, number, number])[] = [
  [/^(?:a |the )?couple/i, 1.5, 3.5],
  [/^(?:a |the |these |those )?(?:good )?few/i, 2, 7],
  [/^several/i, 2, 12],
  [/^(?:many|numerous)/i, 3, 100],
  [/^half an?/i, 0.4, 0.6],
  [/^(?:an?|a single|a whole|a full)$/i, 1, 1],
];
const QUANTITY = `(?:(?:a |the |these |those )?(?:couple(?: of)?|few)|a good few|several|many|half an?|a single|a whole|a full|an?|${N}(?: and a half)?(?:\\s?(?:-|–|to|or)\\s?${N})?)`;
const HEDGE =
  '(?:about|around|approximately|roughly|nearly|almost|over|more than|at least|less than|under|up to|some|just|only|well over)';
/** Groups: hedge, quantity, unit, and the number and unit of what is added: "2 hours and 5 minutes". */
const AMOUNT = new RegExp(
  `(?<![\\w.–/%-])(?:(${HEDGE})\\s)?(${QUANTITY})[\\s-]{1,2}(${UNIT})(?:(?:,|,?\\sand)?\\s(${N})\\s(${UNIT}))?(?![\\w'’]*[-\\s]olds?\\b|\\w)`,
  'gi',
);
/** "For weeks", "months of pain": no number at all. Group: unit. */
const UNCOUNTED =
  /\b(?:for|over|past|last|these|those|took|after)\s(?:(?:the|many|the past|the last)\s)?(hours|days|weeks|months|years|decades)\b(?!\s(?:to come|ahead|of age))|\b(hours|days|weeks|months|years)\s(?:of|ago)\b/gi;
/** Days at least and at most that a bare plural leaves open: "for weeks" is more than one and less than a season. */
const BARE: ReadonlyMap<string, readonly [number, number]> = new Map([
  ['hours', [1 / 24, 2]],
  ['days', [1.5, 14]],
  ['weeks', [9, 75]],
  ['months', [40, 730]],
  ['years', [500, 40_000]],
  ['decades', [3600, 40_000]],
]);
const POSITION = new RegExp(
  `\\b(?:(first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|twelfth|\\d{1,2}(?:st|nd|rd|th))[\\s-](day|week|month|trimester)|(day|week|month)\\s(${N}))\\b`,
  'gi',
);
const ORDINALS =
  'first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth'.split(' ');

const AFTER_GESTATION = gated(
  /^['’]?\s?(?:pregnant|(?:of )?gestation|(?:of|into) (?:her |the )?pregnancy)\b/i,
);
const BEFORE_GESTATION = gated(/\bgestational age (?:of|is|was|at) (?:about )?$/i);
const AFTER_AGO = gated(
  /^\s?(?:ago|earlier|back|prior|previously|before (?:presentation|admission))\b/i,
);
const AFTER_INTERVAL = gated(
  /^\s?(?:later|after|afterwards?|following|postpartum|post|into|since)\b/i,
);
const BEFORE_INTERVAL = gated(/\b(?:after|within|only)\s(?:only\s|just\s|the\s)?$/i);
const AFTER_ELAPSED = gated(/^[\s-]?(?:history|hx\b|h\/o|duration|of\b|course|period|now\b)/i);
const BEFORE_ELAPSED = gated(
  /\b(?:for|over|past|last|lasting|lasted|previous|since|during|been|back|persist(?:ed|ing)|spanning|stretching)\s(?:the\s)?(?:past\s|last\s|previous\s)?$/i,
);
/** A rate, a plan, an age, a stage: not a time of what happened. */
const NOT_A_TIME_BEFORE =
  /(?:\b(?:every|each|per|next|coming|another|first|age|aged|wait|until|in as little as)|\/)\s?(?:the\s)?$/i;
const NOT_A_TIME_AFTER =
  /^(?:['’]|\s?(?:old|of (?:age|life)|apart|each|per|a (?:day|week)|from now|window|survival|mark|follow))/i;
const DEFINITE = gated(/\b(?:the|that|this|these|those|his|her|their)\s$/i);

function unitDays(unit: string): number {
  if (/^dec/i.test(unit)) return 3652.5;
  return DAYS_PER.find(([pattern]) => pattern.test(unit))?.[1] ?? Number.NaN;
}

function quantityRange(quantity: string): readonly [number, number] | undefined {
  const vague = VAGUE.find(([pattern]) => pattern.test(quantity));
  if (vague !== undefined) return [vague[1], vague[2]];
  const half = /\sand a half/i.test(quantity) ? 0.5 : 0;
  const parts = quantity
    .replace(/\sand a half/i, '')
    .split(/\s?(?:–|\bto\b|\bor\b|(?<=\d)\s?-)\s?/i)
    .map((part) => (/^\d/.test(part) ? Number(part) : undefined));
  const [low, high = low] = parts;
  return low === undefined || high === undefined || low > high
    ? undefined
    : [low + half, high + half];
}

/** How far a hedge lets the amount go, as factors on its ends. */
function hedgeFactors(hedge: string): readonly [number, number] {
  if (/^(?:about|around|approx|roughly|some)/i.test(hedge)) return [0.85, 1.15];
  if (/^(?:nearly|almost|under|less|up to)/i.test(hedge)) return [0.6, 1];
  if (/^(?:over|more|at least|well over)/i.test(hedge)) return [1, 1.6];
  return [1, 1];
}

function kindOf(before: string, after: string, hyphenated: boolean): TimeKind | undefined {
  if (AFTER_GESTATION.test(after) || BEFORE_GESTATION.test(before)) return 'gestation';
  if (NOT_A_TIME_BEFORE.test(before) || NOT_A_TIME_AFTER.test(after)) return undefined;
  if (AFTER_AGO.test(after)) return 'elapsed';
  if (AFTER_INTERVAL.test(after) || BEFORE_INTERVAL.test(before)) return 'interval';
  const elapsed = AFTER_ELAPSED.test(after) || BEFORE_ELAPSED.test(before) || hyphenated;
  return elapsed ? 'elapsed' : undefined;
}

function amountAt(text: string, match: RegExpExecArray): TimeStatement | undefined {
  const quantity = match[2] ?? '';
  const range = quantityRange(quantity);
  const days = unitDays(match[3] ?? '');
  const span = { start: match.index, end: match.index + match[0].length };
  const before = text.slice(Math.max(0, span.start - 24), span.start);
  const rest = text.slice(span.end, span.end + 24);
  const hyphenated = /-\w+$/.test(match[0]);
  const kind = kindOf(before, rest, hyphenated);
  if (range === undefined || kind === undefined) return undefined;
  const [least, most] = hedgeFactors(match[1] ?? '');
  const added = match[4] === undefined ? 0 : Number(match[4]) * unitDays(match[5] ?? '');
  const open = kind === 'gestation' && days === WEEK && added === 0 ? WEEK - 1 : 0;
  return {
    span: withAgo(span, rest),
    kind,
    low: (range[0] * days + added) * least,
    high: (range[1] * days + added) * most + open,
    counted: /^(?:\d|an?$|a single|half|a whole|a full)/i.test(quantity),
    definite: DEFINITE.test(before),
    ...(/^\d/.test(quantity) && added === 0 ? { unit: days } : {}),
  };
}

function shorthandAt(text: string, amount: ShorthandAmount): TimeStatement | undefined {
  const { span, low, high, unit } = amount;
  const before = text.slice(Math.max(0, span.start - 24), span.start);
  const rest = text.slice(span.end, span.end + 24);
  const isOther = NOT_A_TIME_BEFORE.test(before) || NOT_A_TIME_AFTER.test(rest);
  const kind = kindOf(before, rest, false) ?? (amount.tells && !isOther ? 'elapsed' : undefined);
  if (kind === undefined) return undefined;
  const definite = DEFINITE.test(before);
  return { span: withAgo(span, rest), kind, low, high, counted: true, definite, unit };
}

function withAgo(span: Span, rest: string): Span {
  const ago = /^\s(?:ago|earlier|later)\b/i.exec(rest);
  return ago === null ? span : { start: span.start, end: span.end + ago[0].length };
}

function positionAt(match: RegExpExecArray): TimeStatement | undefined {
  const ordinal = (match[1] ?? '').toLowerCase();
  const named = ORDINALS.indexOf(ordinal) + 1;
  const value = match[4] === undefined ? named || Number.parseInt(ordinal, 10) : Number(match[4]);
  const days = unitDays(match[2] ?? match[3] ?? '');
  if (!(value > 0)) return undefined;
  return {
    span: { start: match.index, end: match.index + match[0].length },
    kind: 'position',
    low: (value - 1) * days,
    high: value * days,
    counted: true,
    definite: false,
  };
}

function* matches(pattern: RegExp, text: string): Generator<RegExpExecArray> {
  for (const match of matchesOf(pattern, text)) yield match;
}

/** Whether a text can hold a time at all; spares the rest of the work for most sentences. */
const ANY = gated(
  /(?:hour|hr|day|night|week|wk|month|mo|year|yr|decade|trimester|minute|min)s?\b|\d[\s-]?(?:h|d|w|y)\b|\/\s?(?:7|12|24|40|52)\b|mths?\b|morning|afternoon|evening|standing|life|since/i,
);

/** The times that `text` states, in order; no ages, rates, doses or appointments. */
export function readTimes(text: string): readonly TimeStatement[] {
  if (!ANY.test(text)) return [];
  const found: TimeStatement[] = [];
  const add = (time: TimeStatement | undefined): void => {
    if (time === undefined) return;
    const { start, end } = time.span;
    if (!found.some(({ span }) => span.start < end && start < span.end)) found.push(time);
  };
  const named = ANY_NAMED.test(text) ? NAMED_TIMES : [];
  for (const [pattern, kind, low, high] of named)
    for (const match of matches(pattern, text))
      add({
        span: { start: match.index, end: match.index + match[0].length },
        kind,
        low,
        high,
        counted: false,
        definite: false,
      });
  const digits = withDigits(text);
  for (const gestation of readShorthandGestations(digits))
    add({ ...gestation, kind: 'gestation', counted: true, definite: false, unit: WEEK });
  for (const match of matches(AMOUNT, digits)) add(amountAt(text, match));
  for (const amount of readShorthandAmounts(digits)) add(shorthandAt(text, amount));
  for (const match of matches(POSITION, digits)) add(positionAt(match));
  for (const match of matches(UNCOUNTED, text)) {
    const unit = (match[1] ?? match[2] ?? '').toLowerCase();
    const range = BARE.get(unit);
    const start = match.index + match[0].toLowerCase().indexOf(unit);
    if (range !== undefined)
      add({
        span: { start, end: start + unit.length },
        kind: 'elapsed',
        low: range[0],
        high: range[1],
        counted: false,
        definite: false,
      });
  }
  return found.sort((a, b) => a.span.start - b.span.start);
}

/** Two times are the same when their ranges meet within this share, so that 12 weeks are 3 months but 10 days not one week. */
const ROUNDING = 0.13;

/** Whether two times can be one, rounding between units allowed: 30 weeks are not 34 weeks. */
export function sameTime(a: TimeStatement, b: TimeStatement): boolean {
  const [first, second] = a.low <= b.low ? [a, b] : [b, a];
  if (a.unit !== undefined && a.unit === b.unit) return second.low <= first.high;
  return second.low <= first.high || second.low - first.high <= ROUNDING * second.low;
}
