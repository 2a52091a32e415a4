import type { Span } from '@/lib/text/span';

const NUMBER =
  '(?:\\d+(?:[.,]\\d+)?(?:\\s?(?:-|–|to)\\s?\\d+)?|an?|one|two|three|four|five|six|seven|eight|nine|ten|twelve|several|few|a few|a couple of|couple of|many)';
const UNIT =
  '(?:seconds?|minutes?|mins?|hours?|hrs?|days?|nights?|weeks?|wks?|fortnight|months?|years?|yrs?)';
const DAY =
  '(?:yesterday|today|last night|this morning|this afternoon|this evening|the weekend|childhood|birth|(?:last )?(?:mon|tues|wednes|thurs|fri|satur|sun)day|last week|last month|last year)';

/** The shorthand of hospital notes: "x 10 yrs", "x3 d", "x 3/7", "2/12 ago", "3/52 hx". */
const SHORT_UNIT = '(?:h|hrs?|hours?|d|days?|w|wks?|weeks?|mths?|months?|y|yrs?|years?)';
const FRACTION = '\\d{1,2}\\s?\\/\\s?(?:7|12|24|52)';

/** "for three days", "over the past 2 weeks", "since yesterday", "three days ago", "a 2-day history". */
const TIME = new RegExp(
  '(?<![\\p{L}\\p{N}])(?:' +
    `(?:an?\\s+)?${NUMBER}[\\s-]${UNIT}\\s+history` +
    `|(?:for|over|during|in|within)\\s+(?:about\\s+|approximately\\s+|nearly\\s+|almost\\s+)?(?:the\\s+)?(?:(?:last|past|previous)\\s+)?(?:${NUMBER}\\s+)?${UNIT}` +
    `|since\\s+(?:${DAY}|the age of \\d+|\\d{4}|${NUMBER}\\s+${UNIT}\\s+ago)` +
    `|${NUMBER}\\s+${UNIT}\\s+(?:ago|earlier|previously|prior)` +
    `|[x×]\\s?(?:\\d+(?:\\s?[-–]\\s?\\d+)?\\s?${SHORT_UNIT}|${FRACTION})` +
    `|(?:for\\s+)?(?:\\d+\\s?${SHORT_UNIT}|${FRACTION})\\s+(?:ago|hx|h\\/o|history)` +
    '|yesterday|last night|this morning' +
    ')(?![\\p{L}\\p{N}])',
  'giu',
);

/** Where the part of `text` inside `span` says when or for how long. */
export function timeExpressions(text: string, span: Span): Span[] {
  const part = text.slice(span.start, span.end);
  return [...part.matchAll(TIME)].map((match) => ({
    start: span.start + match.index,
    end: span.start + match.index + match[0].length,
  }));
}

/** The time expression that belongs to something at `span`: the first after it, else the last before it. */
export function timeOf(span: Span, times: readonly Span[]): Span | undefined {
  return (
    times.find((time) => time.start >= span.end) ?? times.findLast((time) => time.end <= span.start)
  );
}
