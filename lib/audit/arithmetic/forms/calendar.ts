import type { ValueSource } from '@/lib/audit/arithmetic/known-values';
import type { Recomputation } from '@/lib/audit/arithmetic/recomputation';
import type { WorkingInput } from '@/lib/audit/verdict';
import { convert } from '@/lib/knowledge/units';
import { gated } from '@/lib/text/gated-pattern';
import { readQuantities } from '@/lib/text/quantities';
import type { Span } from '@/lib/text/span';

const MONTHS = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');
const MONTH =
  '(?:january|february|march|april|may|june|july|august|september|october|november|december|jan\\.?|feb\\.?|mar\\.?|apr\\.?|jun\\.?|jul\\.?|aug\\.?|sept?\\.?|oct\\.?|nov\\.?|dec\\.?)';
const DATE = gated(
  new RegExp(
    `\\b(${MONTH})\\s(\\d{1,2})(?:st|nd|rd|th)?(?!\\d)|\\b(\\d{1,2})(?:st|nd|rd|th)?\\s(?:of\\s)?(${MONTH})(?!\\p{L})`,
    'giu',
  ),
);
const MAY_BE_DATE = gated(/\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}\b/i);
const DAY = 86_400_000;
const DAYS_OF_YEAR = 365;
/** No leap year, so that a date without a year has one day of the year. */
const YEAR = 2001;

/** A day of a year that the text leaves open. */
interface WrittenDate {
  readonly span: Span;
  readonly words: string;
  /** Days since the first of January. */
  readonly day: number;
}

function datesIn(text: string): readonly WrittenDate[] {
  if (!MAY_BE_DATE.test(text)) return [];
  return DATE.matchesIn(text).flatMap((match) => {
    const [words, month = match[4], day = match[3]] = match;
    const index = MONTHS.indexOf((month ?? '').slice(0, 3).toLowerCase());
    const number = Number(day);
    if (index < 0 || number < 1 || number > 31) return [];
    const since = (Date.UTC(YEAR, index, number) - Date.UTC(YEAR, 0, 1)) / DAY;
    return [{ span: { start: match.index, end: match.index + words.length }, words, day: since }];
  });
}

function inputOf(name: string, { span, day }: WrittenDate, source: ValueSource): WorkingInput {
  const from = {
    text: source.kind,
    start: span.start + source.start,
    end: span.end + source.start,
  };
  return { name, value: day, from };
}

const SO =
  /\b(?:so|that's|that is|which is|i\.e\.|about|meaning|making|for|been|roughly|over|after|later)\b|[=(,—]/i;
const LONGEST_BETWEEN = 60;
const SPARE_DAYS = 1;

/** "It began on March 3 and today is March 17, so 14 days". */
export function daysBetween(text: string, start: number): readonly Recomputation[] {
  const source: ValueSource = { text, start, kind: 'trace' };
  const [first, second, ...others] = datesIn(text);
  if (first === undefined || second === undefined || others.length > 0) return [];
  const stated = readQuantities(text).find(
    ({ span, unit, magnitude, comparator }) =>
      span.start >= second.span.end &&
      comparator === undefined &&
      magnitude.form === 'number' &&
      (unit?.ucum === 'd' || unit?.ucum === 'wk'),
  );
  if (stated?.unit === undefined || stated.magnitude.form !== 'number') return [];
  const between = text.slice(second.span.end, stated.span.start);
  const after = text.slice(stated.span.end, stated.span.end + 10);
  if (
    between.length > LONGEST_BETWEEN ||
    !SO.test(between) ||
    /^\s(?:ago|before|prior|of)\b/i.test(after)
  ) {
    return [];
  }
  const days = (second.day - first.day + DAYS_OF_YEAR) % DAYS_OF_YEAR;
  const result = convert(days, 'd', stated.unit.ucum);
  const spare = convert(SPARE_DAYS, 'd', stated.unit.ucum) ?? 0;
  const span = { start: stated.span.start + start, end: stated.span.end + start };
  return result === undefined
    ? []
    : [
        {
          title: 'Days between two dates',
          expression: `${first.words} to ${second.words}`,
          inputs: [inputOf('first day', first, source), inputOf('last day', second, source)],
          results: [result],
          stated: {
            span,
            value: stated.magnitude.value,
            unit: stated.unit.ucum,
            approximate: stated.approximate,
            halfDigit: Math.max(0.5, spare),
          },
          span: { start: first.span.start + start, end: span.end },
          unit: stated.unit.ucum,
        },
      ];
}

const LAST_PERIOD = gated(
  /\b(?:last menstrual period|last period|lmp|last menses)\b[^.;\d]{0,40}$/i,
);
const DUE = gated(
  /\b(?:due date|estimated date of delivery|expected date of delivery|edd|due|estimated due date|naegele['’]s rule)\b[^.;]{0,50}$/i,
);
const BEFORE = 70;
/** Naegele's rule: 280 days after the first day of the last period (Naegele FC, Lehrbuch der Geburtshilfe, 1830). */
const PREGNANCY_DAYS = 280;
/** Adding seven days and taking three months away comes out a few days off. */
const SPARE_OF_RULE = 4;

/** "With a last period on March 10 she is due on December 17". */
export function dueDate(
  text: string,
  start: number,
  sources: readonly ValueSource[],
): readonly Recomputation[] {
  if (!/\bdue\b|\bedd\b|delivery|naegele/i.test(text)) return [];
  const due = datesIn(text).find(
    ({ span }) =>
      DUE.test(text.slice(Math.max(0, span.start - BEFORE), span.start)) &&
      !LAST_PERIOD.test(text.slice(Math.max(0, span.start - BEFORE), span.start)),
  );
  const [known] = sources.flatMap((source) =>
    datesIn(source.text)
      .filter(({ span }) =>
        /\b(?:last menstrual|last period|lmp|last menses)\b/i.test(
          source.text.slice(Math.max(0, span.start - BEFORE), span.start),
        ),
      )
      .filter(
        ({ span }) =>
          source.kind === 'case' || span.start + source.start !== (due?.span.start ?? -1) + start,
      )
      .map((date) => ({ date, source })),
  );
  if (due === undefined || known === undefined) return [];
  const result = (known.date.day + PREGNANCY_DAYS) % DAYS_OF_YEAR;
  // The day of the year that is stated, on the side of the year on which it is nearer.
  const offset = ((due.day - result + 1.5 * DAYS_OF_YEAR) % DAYS_OF_YEAR) - 0.5 * DAYS_OF_YEAR;
  const span = { start: due.span.start + start, end: due.span.end + start };
  return [
    {
      title: 'Due date, as day of the year',
      expression: `${known.date.words} + ${PREGNANCY_DAYS} days`,
      inputs: [inputOf('last menstrual period, day of the year', known.date, known.source)],
      results: [result],
      stated: { span, value: result + offset, approximate: false, halfDigit: SPARE_OF_RULE },
      tolerance: 0.0001,
      span,
    },
  ];
}

const TRIMESTER = gated(
  /\b(?:at|is)\s(?:about |around )?(\d{1,2})(?:\sweeks?)(?:\s(?:of )?(?:gestation|pregnant|pregnancy))?,?\s(?:(?:and |so )?(?:she['’]s|she is|this is|which is|that['’]s|i\.e\.|puts her|is)\s)?(?:well |still |already |now )?(?:in\s)?(?:the |her )?(first|second|third)\strimester/i,
);
const ORDINALS = ['first', 'second', 'third'];
/** First week of the second and of the third trimester (ACOG: 14 and 28 completed weeks), with a week to either side. */
const SECOND = 14;
const THIRD = 28;

/** "At 20 weeks she is in the second trimester". */
export function trimester(text: string, start: number): readonly Recomputation[] {
  const match = text.includes('trimester') ? TRIMESTER.exec(text) : null;
  if (match === null) return [];
  const [words, weeks, ordinal = ''] = match;
  const at = (week: number) => 1 + Number(week >= SECOND) + Number(week >= THIRD);
  const week = Number(weeks);
  const results = [at(week), at(week - 1), at(week + 1)];
  const own = match.index + words.toLowerCase().lastIndexOf(ordinal.toLowerCase());
  const span = { start: start + own, end: start + own + ordinal.length };
  return [
    {
      title: 'Trimester',
      expression: `${weeks} weeks`,
      inputs: [],
      results,
      stated: {
        span,
        value: ORDINALS.indexOf(ordinal.toLowerCase()) + 1,
        approximate: false,
        halfDigit: 0.4,
      },
      tolerance: 0.0001,
      span: { start: start + match.index, end: span.end },
    },
  ];
}
