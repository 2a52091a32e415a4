import { describe, expect, it } from 'vitest';
import { askedFor } from '@/lib/case/asked-for';
import { ddxplusQuestions } from '@/lib/evaluation/datasets/ddxplus-questions';
import { careOf, isNamedIn } from '@/lib/knowledge/care';
import { conditionNamed } from '@/lib/knowledge/conditions';

const HEADER = 'AGE,DIFFERENTIAL_DIAGNOSIS,SEX,PATHOLOGY,EVIDENCES,INITIAL_EVIDENCE';
const ROW =
  "8,\"[['Influenza', 0.5], ['Bronchitis', 0.3], ['Croup', 0.2]]\",M,Pneumonia,\"['E_66', 'E_77', 'E_91', 'E_201']\",E_66";

async function casesOf(rows: number) {
  const text = `${HEADER}\n${Array.from({ length: rows }, () => ROW).join('\n')}\n`;
  const read = await ddxplusQuestions.read(text);
  if (!read.ok) throw new Error(read.fault.message);
  return read.value;
}

describe('the questions beyond the diagnosis', () => {
  it('asks each patient for four things, in words that say which', async () => {
    const cases = await casesOf(1);
    expect(cases.map(({ group }) => group)).toEqual([
      'treatment',
      'test',
      'prognosis',
      'uncertainty',
    ]);
    for (const { case: given, group } of cases) {
      expect(askedFor(given.question ?? '')).toEqual([group]);
    }
  });

  it('has one right option, in changing places, and no other that is done for the disease', async () => {
    const truth = conditionNamed('Pneumonia');
    if (truth === undefined) throw new Error('Pneumonia');
    const { treatments } = careOf(truth);
    const letters = new Set<string | undefined>();
    for (const { case: given, truth: right, group } of await casesOf(40)) {
      expect(new Set(given.options.map(({ text }) => text)).size).toBe(given.options.length);
      letters.add(right.option);
      if (group !== 'treatment') continue;
      const done = given.options.filter(({ text }) =>
        treatments.some((named) => isNamedIn(named, text)),
      );
      expect(done.map(({ letter }) => letter)).toEqual([right.option]);
    }
    expect(letters.size).toBe(4);
  });
});
