import { withDigits } from '@/lib/text/number-words';
import type { Span } from '@/lib/text/span';

/** How long an illness has run, in the steps in which the vocabulary tells courses apart. */
export type CourseLength = 'hours' | 'days' | 'weeks' | 'months';

/** How far a wording tells when the illness began: a duration does, a point in time only where nothing better is said. */
export type Certainty = 'duration' | 'ago' | 'point';

export interface TimeMention {
  readonly span: Span;
  readonly length: CourseLength;
  readonly certainty: Certainty;
}

const HOURS_PER_UNIT = { hour: 1, day: 24, week: 168, month: 730, year: 8_766 } as const;
type Unit = keyof typeof HOURS_PER_UNIT;

/** A day, a fortnight and two months part the four lengths; twelve weeks is where rhinosinusitis is called chronic (EPOS 2020). */
function lengthOf(count: number, unit: Unit): CourseLength {
  const hours = count * HOURS_PER_UNIT[unit];
  if (hours < HOURS_PER_UNIT.day) return 'hours';
  if (hours < 2 * HOURS_PER_UNIT.week) return 'days';
  return hours < (unit === 'week' ? 12 * HOURS_PER_UNIT.week : 2 * HOURS_PER_UNIT.month)
    ? 'weeks'
    : 'months';
}

const COUNT =
  '(?:(?<half>half an?|an? half)|(?<number>\\d{1,13}(?:[.,]\\d{1,2})?)(?:\\s?(?:-|–|to|or)\\s?(?<upto>\\d{1,13}))?\\+?(?<mixed> and (?:a )?half)?|(?<one>an|a|one|the (?:last|past))|(?<couple>a couple(?: of)?|couple of|both)|(?<several>some|several|a few|few|many|a number of|these))';
const UNIT =
  '(?<unit>seconds?|secs?|minutes?|mins?|hours?|hrs?|days?|nights?|mornings?|evenings?|weeks?|wks?|fortnights?|months?|mths?|mo|years?|yrs?|(?<=\\d[\\s-]?)[dhwy])';
const AFTER =
  '(?<after>\\s?(?:ago|back|earlier|previously|before (?:admission|arrival|presentation|coming|this)|prior to (?:admission|arrival|presentation)))?';
const DURATION = new RegExp(
  `(?<![\\p{L}\\p{N}./])(?:(?:~|[x×]\\s?|about |nearly |almost |around |over |the |last |past |these )*)${COUNT}(?:\\s|-|(?<=\\d))(?:whole |long |full |more )?${UNIT}(?<more> and a half)?(?![\\p{L}\\p{N}])${AFTER}`,
  'giu',
);
/** "3/7", "2/52", "4/12" and "6/24" are so many days, weeks, months and hours. */
const FRACTION =
  /(?<![\p{L}\p{N}./])(?:[x×]\s?)?(?<number>\d{1,2})\s?\/\s?(?<parts>24|7|52|12)(?![\p{N}/]|\.\d)(?<after>\s?(?:ago|back))?/giu;
const VAGUE =
  /(?<![\p{L}\p{N}])for (?:the (?:last|past) )?(?:many |some )?(?<unit>hours|days|weeks|months|years|ages)(?![\p{L}\p{N}])|(?<![\p{L}\p{N}])(?<long>long-?\s?standing|all (?:his|her|my) life)(?![\p{L}\p{N}])/giu;

const WEEKDAY = '(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?';
const MONTH =
  '(?:january|february|march|april|may|june|july|august|september|october|november|december|jan|feb|mar|apr|aug|sept?|oct|nov|dec)';
const SINCE = new RegExp(
  '(?<![\\p{L}\\p{N}])since (?:about |around |at least )?(?:the |this |last |early |late |his |her |my )*(?:' +
    "(?<hours>morning|afternoon|evening|nite|night|midnight|midday|noon|lunch(?:time)?|breakfast|dinner|tea(?:time)?|today|waking|woke|getting up|(?:\\d{1,13}[:.]\\d\\d|\\d{1,13})\\s?(?:am|pm|a\\.m\\.|p\\.m\\.|o'?clock|h)|\\d\\d[:.]\\d\\d)" +
    `|(?<days>yesterday|yest|day before yesterday|weekend|wkend|${WEEKDAY})` +
    '|(?<weeks>week|wk)' +
    `|(?<months>month|year|yr|spring|summer|autumn|fall|winter|childhood|birth|infancy|teens|teenage years|twenties|thirties|forties|fifties|sixties|age of \\d{1,13}|a child|(?:19|20)\\d\\d|${MONTH})` +
    ')(?![\\p{L}\\p{N}])',
  'giu',
);
const POINT = new RegExp(
  '(?<![\\p{L}\\p{N}])(?:' +
    "(?<hours>(?:earlier |during )?(?:this|last) (?:morning|afternoon|evening|nite|night)|this am|this a\\.m\\.|this pm|tonight|overnight|all night|earlier today|(?:woken|woke|awake|awoke|woken up|woke up)(?: (?:him|her|me|up))? (?:at|by) (?:about |around )?(?:\\d{1,13}|midnight)|by \\d\\d[:.]\\d\\d|(?:from|came on at|began at|started at|onset(?: at)?|at) (?:about |around )?(?:\\d{1,13}[:.]\\d\\d|\\d{1,13})\\s?(?:am|pm|a\\.m\\.|p\\.m\\.|o'?clock)|(?:came on|began|started|onset)(?: at)? (?:about |around )?\\d{1,13}[:.]\\d\\d|within (?:seconds|minutes|(?:a few |some |a couple of |\\d{1,13} )(?:minutes|mins?|seconds)))" +
    `|(?<days>yesterday|yest|last (?:${WEEKDAY})|(?:on )?${WEEKDAY}|(?:it'?s|now|is) day \\d{1,13}|day \\d{1,13} of (?:the )?(?:illness|fever|symptoms|this|cough)|at the weekend)` +
    '|(?<weeks>last month|a fortnight)' +
    ')(?![\\p{L}\\p{N}])',
  'giu',
);

/** "He sat up in the sun" names no day; abbreviated days have a capital. */
const NO_WEEKDAY = /^(?:on )?(?:sat|sun|wed|mon|fri)$/u;

function unitOf(written: string): Unit {
  const unit = written.toLowerCase();
  if (/^(?:s|mi)/u.test(unit)) return 'hour';
  if (/^h/u.test(unit)) return 'hour';
  if (/^(?:w|fort)/u.test(unit)) return 'week';
  if (/^(?:mo(?!r)|mt)/u.test(unit)) return 'month';
  return unit.startsWith('y') || unit === 'ages' ? 'year' : 'day';
}

/** "Several" is at least so many; only the step between two lengths hangs on it. */
const SEVERAL = 3;

function countOf(groups: Readonly<Record<string, string | undefined>>): number {
  const { number, upto, half, couple, several, more, mixed, unit = '' } = groups;
  const factor = /^fort/iu.test(unit) ? 2 : /^(?:s|mi)/iu.test(unit) ? 1 / 60 : 1;
  const written = Number((upto ?? number ?? '').replace(',', '.'));
  const plain =
    half !== undefined ? 0.5 : couple !== undefined ? 2 : several !== undefined ? SEVERAL : 1;
  return (
    ((number === undefined ? plain : written) +
      (more === undefined && mixed === undefined ? 0 : 0.5)) *
    factor
  );
}

const FRACTION_UNITS: ReadonlyMap<string, Unit> = new Map([
  ['24', 'hour'],
  ['7', 'day'],
  ['52', 'week'],
  ['12', 'month'],
]);

/**
 * The durations and points in time that the part of `text` inside `span` tells, in text order, whatever they are of: "for 3
 * weeks", "3/52", "since Tuesday", "40 min ago", "came on at 10:40".
 */
export function timeMentions(text: string, span: Span): TimeMention[] {
  const part = withDigits(text.slice(span.start, span.end));
  const mentions = [
    ...part.matchAll(DURATION),
    ...part.matchAll(FRACTION),
    ...part.matchAll(VAGUE),
    ...part.matchAll(SINCE),
    ...part.matchAll(POINT),
  ]
    .map((match): TimeMention => {
      const start = span.start + match.index + (/^\s*/u.exec(match[0])?.[0].length ?? 0);
      return {
        span: { start, end: span.start + match.index + match[0].trimEnd().length },
        ...meaningOf(match.groups ?? {}),
      };
    })
    .filter(({ span: { start, end } }) => !NO_WEEKDAY.test(text.slice(start, end)));
  mentions.sort((a, b) => a.span.start - b.span.start || b.span.end - a.span.end);
  return mentions.filter(
    (mention, index) => (mentions[index - 1]?.span.end ?? -1) <= mention.span.start,
  );
}

function meaningOf(
  groups: Readonly<Record<string, string | undefined>>,
): Pick<TimeMention, 'length' | 'certainty'> {
  const { parts, unit, long, after, number } = groups;
  if (parts !== undefined)
    return {
      length: lengthOf(Number(number), FRACTION_UNITS.get(parts) ?? 'day'),
      certainty: after === undefined ? 'duration' : 'ago',
    };
  if (unit !== undefined) {
    const vague = Object.keys(groups).includes('long');
    return {
      length: lengthOf(vague ? SEVERAL : countOf(groups), unitOf(unit)),
      certainty: after === undefined || after === '' ? 'duration' : 'ago',
    };
  }
  if (long !== undefined) return { length: 'months', certainty: 'duration' };
  const length = (['hours', 'days', 'weeks', 'months'] as const).find(
    (name) => groups[name] !== undefined,
  );
  return {
    length: length ?? 'days',
    certainty: Object.keys(groups).includes('months') ? 'duration' : 'point',
  };
}
