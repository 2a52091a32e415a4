import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { auditTrace } from '@/lib/audit/audit';
import { readCourses } from '@/lib/audit/time/course';
import { readTimes, sameTime } from '@/lib/audit/time/time-statements';
import { parseCase } from '@/lib/case/parse-case';
import { readCase } from '@/lib/case/read-case';
import { sliceSpan } from '@/lib/text/span';
import { readTrace } from '@/lib/trace/read-trace';

const CASE =
  'A 60-year-old man has a 6-month history of back pain, a dry cough for 8 days and swelling of the ankles for three weeks. He had a CABG four years ago. Radiotherapy has been completed.';
const ONE_TIME = 'A woman with a 6-week history of amenorrhoea has abdominal pain.';
const NO_TIME = 'A man has abdominal pain and vomiting.';

function verdicts(text: string, trace: string): readonly string[] {
  const parsed = parseCase({ text });
  if (!parsed.ok) throw new Error(parsed.fault.message);
  return auditTrace(readCase(parsed.value), readTrace(trace))
    .filter(({ check }) => check === 'time')
    .map(({ outcome, trace: span }) => `${outcome}: ${sliceSpan(trace, span)}`);
}

function days(text: string): readonly [number, number] | undefined {
  const [time] = readTimes(text);
  return time === undefined ? undefined : [Math.round(time.low), Math.round(time.high)];
}

describe('times', () => {
  it.each([
    ['for three days', 3, 3],
    ['a 6-month history', 183, 183],
    ['two to three weeks of cough', 14, 21],
    ['2-3 weeks ago', 14, 21],
    ['a year ago', 365, 365],
    ['a couple of weeks ago', 11, 25],
    ['for several days', 2, 12],
    ['10-week amenorrhoea', 70, 70],
    ['She is 13 weeks pregnant.', 91, 97],
    ['HTN x 10 yrs', 3652, 3653],
    ['sore throat x3 days', 3, 3],
    ['sore throat x 3 d', 3, 3],
    ['sore throat x 3/7', 3, 3],
    ['3/7 sore throat', 3, 3],
    ['10/7 of cough', 10, 10],
    ['2/52 worsening back pain', 14, 14],
    ['fall 1/12 ago', 30, 30],
    ['2/24 hx of chest pain', 0, 0],
    ['chest pain for 2 h', 0, 0],
    ['3 wk h/o headache', 21, 21],
    ['5/7 post ORIF', 5, 5],
    ['48 hours and 30 minutes ago', 2, 2],
    ['G2P1 35+4/40', 245, 251],
    ['at 35+4 weeks', 245, 251],
    ['34/40 pregnant', 238, 244],
    ['for the past month', 14, 45],
    ['one and a half years ago', 548, 548],
    ['since yesterday', 1, 2],
    ['he vomited later that day', 0, 1],
    ['in her fourth month', 91, 122],
  ])('reads %s', (text, low, high) => {
    const [from, to] = days(text) ?? [];
    expect(Math.abs((from ?? -9) - low)).toBeLessThanOrEqual(1);
    expect(Math.abs((to ?? -9) - high)).toBeLessThanOrEqual(1);
  });

  it.each([
    'a 57-year-old man',
    'every 6 hours',
    'over the next five years',
    'wait a second',
    '25 grams per day',
    'at the end of the day',
    '22 per minute',
    'power 3/7',
    'a score of 8/12',
    'VA 6/12 on the right',
    'seen on 3/7',
    'BP 120/80',
    'MRC 1/5, 3/6 murmur',
    'review in 2/52',
    '76 y M',
    'amoxicillin every 8 h',
    '3/7/24',
  ])('reads none in %s', (text) => {
    expect(readTimes(text)).toEqual([]);
  });

  it.each([
    ['for 12 weeks', 'for 3 months', true],
    ['for 18 months', 'one and a half years ago', true],
    ['48 hours ago', 'two days ago', true],
    ['for 10 days', 'for a week', false],
    ['for months', 'a 6-month history', true],
    ['for weeks', 'a 6-month history', false],
    ['a few years ago', 'a 3-month history', false],
    ['for six weeks', 'a 6-month history', false],
    ['for 34 weeks', 'for 30 weeks', false],
    ['for three weeks', 'x 3/52', true],
  ])('%s and %s: same is %s', (a, b, same) => {
    const [first] = readTimes(a);
    const [second] = readTimes(b);
    expect(first !== undefined && second !== undefined && sameTime(first, second)).toBe(same);
  });

  it('gives spans inside any text and ranges that go up', () => {
    const parts = fc.constantFrom(
      '3',
      ' ',
      '-',
      'week',
      's',
      'ago',
      'for',
      'a',
      'few',
      'to',
      '6',
      'history',
      'the',
      'last',
      'day',
    );
    fc.assert(
      fc.property(fc.array(parts, { maxLength: 40 }), (words) => {
        const text = words.join('');
        return readTimes(text).every(
          ({ span, low, high }) => span.start < span.end && span.end <= text.length && low <= high,
        );
      }),
    );
  });
});

describe('courses', () => {
  it.each([
    ['is halfway through radiotherapy', 'under way'],
    ['She has finished her chemotherapy.', 'completed'],
    ['Radiotherapy has been completed.', 'completed'],
    ['He is scheduled for hernia surgery.', 'planned'],
  ])('reads %s as %s', (text, phase) => {
    expect(readCourses(text).map((course) => course.phase)).toEqual([phase]);
  });
});

describe('time statements', () => {
  it.each([
    ['He has had back pain for six weeks.', 'contradicted: six weeks'],
    ['He has had a dry cough for 3 weeks.', 'contradicted: 3 weeks'],
    ['He had CABG surgery about four months ago.', 'contradicted: about four months ago'],
    ['He has had this back pain for years.', 'contradicted: years'],
    ['He is still undergoing radiotherapy.', 'contradicted: is still undergoing'],
    ['He has had back pain for half a year.', 'supported: half a year'],
    ['His ankles have been swollen for about three weeks.', 'supported: about three weeks'],
    ['The 8-day cough is dry.', 'supported: 8-day'],
  ])('judges %s', (trace, expected) => {
    expect(verdicts(CASE, trace)).toEqual([expected]);
  });

  it.each([
    'A cough usually lasts 2-3 weeks.',
    'We should repeat the test in six weeks.',
    'Viral coughs can go on for two months.',
    'If he had had the pain for ten years, I would think of something else.',
    'Antibiotics are given for 7 days.',
  ])('says nothing about %s', (trace) => {
    expect(verdicts(CASE, trace)).toEqual([]);
  });

  it('takes the only time of the case for the one that is meant', () => {
    expect(
      verdicts(ONE_TIME, 'She is 10 weeks late, no: she has a 10-week history of missed periods.'),
    ).toContain('contradicted: 10-week');
  });

  it('compares how far pregnancies are, and with nothing else', () => {
    const pregnant = 'A woman at 15 weeks gestation has had nausea for 3 weeks.';
    expect(verdicts(pregnant, 'She is 13 weeks pregnant.')).toEqual(['contradicted: 13 weeks']);
    expect(verdicts(pregnant, 'She is 15 weeks pregnant.')).toEqual(['supported: 15 weeks']);
    expect(verdicts(ONE_TIME, 'She is 8 weeks pregnant.')).toEqual([]);
  });

  it.each([
    [
      'A woman with a long-standing goitre has a hoarse voice.',
      'Her goitre has been there for only two weeks.',
      'contradicted: only two weeks',
    ],
    [
      'A woman with a long-standing goitre has a hoarse voice.',
      'Her goitre has been there for ten years.',
      'supported: ten years',
    ],
    [
      'A man has had a cough for three days.',
      'He has had a cough since childhood.',
      'contradicted: since childhood',
    ],
    [
      'A newborn is blue on day 3 of life.',
      'Is it a shunt, given that he is only on day nine?',
      'contradicted: day nine',
    ],
    ['A newborn is blue on day 3 of life.', 'Would it close by day nine?', ''],
    [
      'A man fasted for four days before the seizure.',
      'He fasted overnight before the seizure.',
      'contradicted: overnight',
    ],
    [
      'A man has a 5-week history of headaches.',
      'His headaches go back about three years.',
      'contradicted: about three years',
    ],
  ])('of %s judges %s', (text, trace, expected) => {
    expect(verdicts(text, trace).join()).toBe(expected);
  });

  it.each([
    [
      '63 yr old lady. 2/52 worsening mid-thoracic back pain; urinary retention since last night.',
      'She has two weeks of mid-thoracic back pain.',
      'supported: two weeks',
    ],
    [
      '76F. HTN x 10 yrs. Abdominal pain since last night.',
      'She has had hypertension for ten years.',
      'supported: ten years',
    ],
    [
      '49 y.o. man with melaena since yesterday. US 2/12 ago: no focal lesion.',
      'The ultrasound two months ago showed no focal lesion.',
      'supported: two months ago',
    ],
    [
      '20M. Sore throat x 3/7, rash since yesterday.',
      'He has had a sore throat for three weeks.',
      'contradicted: three weeks',
    ],
    ['34F, 34 weeks pregnant.', 'She is at 30 weeks of gestation.', 'contradicted: 30 weeks'],
    ['29F G2P1 35+4/40 with headache.', 'She is 35 weeks pregnant.', 'supported: 35 weeks'],
  ])('of the shorthand %s judges %s', (text, trace, expected) => {
    expect(verdicts(text, trace).join()).toBe(expected);
  });

  it.each([
    ['70M. Known AF. Abdominal pain since last night.', 'He has been on apixaban for three years.'],
    [
      '63F with diabetes, hypertension and chest pain since last night.',
      'She has had diabetes for ten years.',
    ],
    [
      '63F with back pain that worsens, and urinary retention since last night.',
      'She has had back pain for two weeks.',
    ],
    [
      '76F, last seen well 07:15. Arrived ED 09:20.',
      'She arrived at 09:20, so that is about 2 hours and 5 minutes after she was last seen well.',
    ],
  ])('of %s, whose time is of another event, says nothing about %s', (text, trace) => {
    expect(verdicts(text, trace)).toEqual([]);
  });

  it('says so where the case gives no time', () => {
    expect(verdicts(NO_TIME, 'He has had abdominal pain for two weeks.')).toEqual([
      'not-in-case: two weeks',
    ]);
    expect(verdicts(NO_TIME, 'Hmm, I have been at this for two weeks.')).toEqual([]);
  });
});
