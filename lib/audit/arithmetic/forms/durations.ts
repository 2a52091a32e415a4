import {
  type FormNumbers,
  formPattern,
  type SentenceForm,
} from '@/lib/audit/arithmetic/forms/sentence-form';
import { convert } from '@/lib/knowledge/units';
import { gated } from '@/lib/text/gated-pattern';

/** Of ages and years given without months the difference may be one less or more. */
const SPARE_YEARS = 1;
const SO =
  "(?:so|which is|that's|that is|thus|i\\.e\\.|meaning|means|making|for|=|or|giving|, |about|been|it's|she's|he's|has)";

function yearsBetween({ a, b, r }: FormNumbers) {
  if (a === undefined || b === undefined || r?.unit !== 'a' || r.factor !== undefined)
    return undefined;
  const isYears = [a, b].every(
    ({ unit, factor }) => (unit === undefined || unit === 'a') && factor === undefined,
  );
  return isYears && b.value >= a.value
    ? {
        results: [b.value - a.value],
        expression: `${b.words} − ${a.words}`,
        unit: 'a',
        spare: SPARE_YEARS,
      }
    : undefined;
}

/** "Diagnosed at 25 and now 30, so five years". */
const BETWEEN_AGES: SentenceForm = {
  title: 'Years between two ages',
  unit: /^a$/u,
  cue: gated(/\b(?:diagnos|onset|began|started|since|first|when)/u),
  patterns: [
    formPattern(
      `\\b(?:diagnos\\w{2,4}|onset|began|begun|started|starting|since|first \\w{2,12}) (?:at |was at |was )?(?:the )?(?:age )?(?:of )?~{a}…\\b(?:now|is|currently|today|and)…{b}…${SO}…{r}`,
    ),
    formPattern(
      `\\b(?:was|at|aged) (?:age )?{a} (?:when|at)…\\b(?:now|is|currently|today) ~{b}…${SO}…{r}`,
    ),
    formPattern(
      `\\b(?:now|is|currently|today) (?:aged )?{b}…\\b(?:diagnos\\w{2,4}|onset|began|started) (?:at |was at )?(?:the )?(?:age )?(?:of )?~{a}…${SO}…{r}`,
    ),
    formPattern(`\\b(?:now|is|currently|today) (?:aged )?{b}…\\bwas {a} (?:when|at)…${SO}…{r}`),
  ],
  compute: yearsBetween,
};

/** "From 2010 to 2018, so eight years". */
const BETWEEN_YEARS: SentenceForm = {
  title: 'Years between two dates',
  unit: /^a$/u,
  cue: gated(/\b(?:from|in|since|between)\b/u),
  patterns: [
    formPattern(`\\bfrom {a} (?:to|until|through|till) {b}…{r}`),
    formPattern(`\\bbetween {a} and {b}…{r}`),
    formPattern(`\\b(?:since|in) {a}…\\b(?:now|it's|it is|is|in)(?: in)? {b}…${SO}…{r}`),
  ],
  compute: (numbers) => {
    const isYear = ({ value, unit }: { value: number; unit?: string }) =>
      unit === undefined && Number.isInteger(value) && value >= 1900 && value <= 2100;
    const { a, b } = numbers;
    return a !== undefined && b !== undefined && isYear(a) && isYear(b)
      ? yearsBetween(numbers)
      : undefined;
  },
};

const CALENDAR = gated(/^(?:a|mo|wk|d|h|min)$/u);
/** Calendar units are counted loosely: a month as four weeks, a year as 52 weeks or 12 months. */
const CALENDAR_SHARE = 0.12;
/** Further apart the two are rather alternatives than one time in two units. */
const FARTHEST_APART = 3;

/** "48 hours, or two days", "three weeks of fever, that is 21 days". */
const SAME_TIME: SentenceForm = {
  title: 'Conversion of time',
  least: 2,
  unit: /^(?:a|mo|wk|d|h|min)$/u,
  cue: gated(/[\ue000-\ue3ff]/u),
  patterns: [
    formPattern(
      "{a}(?: of [a-z]{2,20}(?: [a-z]{2,20})?)?,? ?(?:, or|— or|, i\\.e\\.,?|, that is,?|, that's|, which is|, which means|, so|\\(i\\.e\\.|is about|is roughly|is nearly|is almost|, meaning) ~{r}(?! (?:ago|later|before|after|prior|earlier|old|of age|each|per|into|apart|from|in|until))",
    ),
  ],
  compute: ({ a, r }) => {
    if (a?.unit === undefined || r?.unit === undefined || a.unit === r.unit) return undefined;
    if (!CALENDAR.test(a.unit) || !CALENDAR.test(r.unit)) return undefined;
    const result = convert(a.value, a.unit, r.unit);
    const isNear =
      result !== undefined &&
      result / r.value <= FARTHEST_APART &&
      r.value / result <= FARTHEST_APART;
    return isNear
      ? { results: [result], expression: a.words, unit: r.unit, spare: CALENDAR_SHARE * result }
      : undefined;
  },
};

/** How long something has lasted. */
export const DURATIONS: readonly SentenceForm[] = [BETWEEN_AGES, BETWEEN_YEARS, SAME_TIME];
