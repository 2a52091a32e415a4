import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readCase } from '@/lib/case/read-case';
import { HOSTILE_TEXTS } from '@/lib/text/hostile-texts.fixture';

function coursesOf(text: string): string[] {
  return readCase({ text, options: [] })
    .findings.filter(
      ({ concept, polarity }) => /^course-|^onset-sudden$/u.test(concept) && polarity === 'present',
    )
    .map(({ concept, span }) => `${concept}: ${text.slice(span.start, span.end)}`);
}

function lengthsOf(text: string): string[] {
  return coursesOf(text).flatMap(
    (course) => /^course-(hours|days|weeks|months)/u.exec(course)?.[1] ?? [],
  );
}

describe('how long the illness has run', () => {
  it('is read in a text without any mark, however long', () => {
    expect(
      coursesOf(`${'and the ward was busy '.repeat(60)}he has had a cough for 3 weeks`),
    ).toEqual(['course-weeks: 3 weeks']);
  });

  it.each([
    ['She has had a cough for 3 weeks.', 'weeks'],
    ['Cough 3/52, fever.', 'weeks'],
    ['Cough, course of several weeks.', 'weeks'],
    ['Fever, course of several days.', 'days'],
    ['Symptoms for a few hours: fever.', 'hours'],
    ['Cough, symptoms for years.', 'months'],
    ['2/12 hx of cough and weight loss.', 'months'],
    ['Fever 6/7.', 'days'],
    ['Sore throat, began 10/7 ago.', 'days'],
    ['Fever and cough since Tuesday.', 'days'],
    ['Sore throat since yesterday am.', 'days'],
    ['Four days before admission he shivered, then cough and fever.', 'days'],
    ['An 8-month history of cough.', 'months'],
    ['These two months she has a cough.', 'months'],
    ['Over the past year she has had a blocked nose.', 'months'],
    ['Chest pain came on at 10:40.', 'hours'],
    ['40 min ago a heavy chest pain came on.', 'hours'],
    ['The wheeze woke her at 3 am.', 'hours'],
    ['On and off for years: cough with sputum.', 'months'],
    ['Cough since last summer.', 'months'],
    ['Cough. Since yesterday afternoon.', 'days'],
    ['Perfectly well until four days ago. Now fever and cough.', 'days'],
    ['She has had this cough 2 and a half weeks.', 'weeks'],
    ['Cough for a fortnight.', 'weeks'],
  ])('reads %j', (text, length) => {
    expect(lengthsOf(text)).toEqual([length]);
  });

  it.each([
    'A 3-year-old boy with fever.',
    'Fever and cough. 31 weeks pregnant.',
    'Cough. Steroid tablets for years.',
    'A second problem is a cough.',
    'Cough and a rash on sun-exposed skin.',
    'Cough with a twenty-a-day habit.',
    "Fatigue despite a full night's sleep.",
    'Chest pain. CABG 4 weeks ago.',
    'Cough. Smoked for 40 years.',
    'Fever. Lived in Kenya for 3 years.',
    'Cough. Review in two weeks.',
    'Cough. PMH: chest pain for 3 weeks in 2015.',
    'Cough. Granddad has a cold 5 weeks.',
    'Fever. Colonoscopy 3 months ago.',
    'Fever. No cough for 3 weeks.',
    'He sat up with chest pain.',
    '14 mths full of cold.',
    'Chest pain that lasts 5 minutes.',
  ])('takes no course from %j', (text) => {
    expect(lengthsOf(text)).toEqual([]);
  });

  it('takes the duration of a complaint before a point in time', () => {
    expect(coursesOf('Fever last night. Cough for 3 weeks.')).toEqual(['course-weeks: 3 weeks']);
  });

  it('tells one length at most, whatever the number and unit', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 200 }),
        fc.constantFrom('hours', 'days', 'weeks', 'months', 'years'),
        fc.constantFrom(
          'Cough for N.',
          'A history of N of fever.',
          'Fever, N.',
          'Fever since N ago.',
        ),
        (count, unit, frame) => {
          const lengths = lengthsOf(frame.replace('N', `${count} ${unit}`));
          expect(lengths.length).toBeLessThanOrEqual(1);
        },
      ),
      { numRuns: 40 },
    );
  });

  it.each(HOSTILE_TEXTS)('ends on any text, with spans inside it', (text) => {
    for (const { span } of readCase({ text: `Fever. ${text}`, options: [] }).findings) {
      expect(span.end).toBeGreaterThan(span.start);
      expect(span.end).toBeLessThanOrEqual(text.length + 7);
    }
  });
});

describe('how the illness began and runs', () => {
  it.each([
    ['Out of the blue she was breathless.', 'onset-sudden: Out of the blue'],
    ['Breathless, came on in an instant.', 'onset-sudden: in an instant'],
    ['The cough comes and goes.', 'course-episodic: comes and goes'],
    ['Wheeze, third attack this month.', 'course-episodic: third attack'],
    ['Sneezing every spring.', 'course-episodic: every spring'],
  ])('reads %j', (text, course) => {
    expect(coursesOf(text)).toContain(course);
  });

  it.each([
    'Fever. His father died suddenly.',
    'The palpitations stopped suddenly.',
    'Wheeze, no previous episodes.',
    'Fever, three episodes of vomiting.',
  ])('reads neither in %j', (text) => {
    expect(coursesOf(text)).toEqual([]);
  });

  it('does not say a sudden onset twice', () => {
    const sudden = readCase({ text: 'Sudden chest pain.', options: [] }).findings.filter(
      ({ concept }) => concept === 'sudden' || concept === 'onset-sudden',
    );
    expect(sudden).toHaveLength(1);
  });
});
