import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Case } from './case';
import { parseCase } from './parse-case';
import { readCase } from './read-case';

function parsed(text: string): Case {
  const outcome = parseCase({ text });
  if (!outcome.ok) throw new Error(outcome.fault.message);
  return outcome.value;
}

describe('readCase', () => {
  const text =
    'A 34-year-old woman has a productive cough; no fever.\r\nSpO₂ fell. Her temperature is 36.8 °C.\r\nWhat is the most likely diagnosis?\r\nA) Pneumonia\r\nB) Fever';
  const reading = readCase(parsed(text));

  it('leaves question and options out of the narrative', () => {
    expect(text.slice(reading.narrative.start, reading.narrative.end)).toMatch(/36\.8 °C\.$/u);
    expect(reading.findings.every((finding) => finding.span.end <= reading.narrative.end)).toBe(
      true,
    );
  });

  it('numbers sentences from one and puts findings into them', () => {
    expect(reading.sentences.map((sentence) => sentence.number)).toEqual([1, 2, 3, 4]);
    const bySentence = reading.findings.map((finding) => [finding.sentence, finding.concept]);
    expect(bySentence).toContainEqual([1, 'productive-cough']);
    expect(bySentence).toContainEqual([2, 'fever']);
    expect(bySentence).toContainEqual([4, 'measurement/temperature']);
  });

  it('keeps exact spans', () => {
    const cough = reading.findings.find((finding) => finding.concept === 'productive-cough');
    expect(text.slice(cough?.span.start, cough?.span.end)).toBe('productive cough');
  });

  it('reads age and sex', () => {
    expect(reading.demographics.age?.years).toBe(34);
    expect(reading.demographics.sex?.value).toBe('female');
  });

  it("leaves a child's values without an adult's interpretation", () => {
    const child = readCase(parsed('A 3-month-old boy. HR 150.'));
    const rate = child.findings.find((finding) => finding.concept === 'measurement/heart-rate');
    expect(rate).toMatchObject({ label: 'heart rate 150 /min', value: 150 });
    expect(rate).not.toHaveProperty('interpretation');
  });

  it('has one finding of a concept in a sentence, each inside its sentence, in order, and stays the same', () => {
    const words = fc.constantFrom(
      'fever',
      'no cough',
      'She denies chills',
      ',',
      '. ',
      '; ',
      '\n- ',
      'BP 120/80',
      'PMH:',
      'é',
      'chest pain',
      'A) x',
      'B) y',
      'What is it?',
    );
    fc.assert(
      fc.property(fc.array(words, { minLength: 1, maxLength: 25 }), (parts) => {
        const given: Case = { text: parts.join(' '), options: [] };
        const found = readCase(given);
        expect(readCase(given)).toEqual(found);
        const seen = new Set<string>();
        for (const finding of found.findings) {
          const sentence = found.sentences[finding.sentence - 1];
          expect(sentence?.span.start).toBeLessThanOrEqual(finding.span.start);
          expect(sentence?.span.end).toBeGreaterThanOrEqual(finding.span.end);
          const key = `${finding.sentence} ${finding.concept}`;
          expect(seen).not.toContain(key);
          seen.add(key);
        }
      }),
      { numRuns: 60 },
    );
  });
});

const QUESTIONS = fileURLToPath(
  new URL('../../../shared/data/questions/medqa.jsonl', import.meta.url),
);

describe.skipIf(!existsSync(QUESTIONS))('published questions (skipped without ../shared)', () => {
  it('gives every one sentences, and most an age and a sex', () => {
    const readings = readFileSync(QUESTIONS, 'utf8')
      .trim()
      .split('\n')
      .map((line) => readCase(parsed(JSON.parse(line).question)));
    expect(readings.every((reading) => reading.sentences.length > 0)).toBe(true);
    const described = readings.filter(({ demographics }) => demographics.age && demographics.sex);
    expect(described.length / readings.length).toBeGreaterThan(0.7);
  });
});
