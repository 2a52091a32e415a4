import { afterAll, describe, expect, it } from 'vitest';
import { evaluate } from '@/cli/commands/evaluate';
import { createScratch, ranInProcess } from '@/cli/testing';

const scratch = createScratch();
afterAll(() => scratch.remove());

const HEADER = 'AGE,DIFFERENTIAL_DIAGNOSIS,SEX,PATHOLOGY,EVIDENCES,INITIAL_EVIDENCE';
const ROW =
  "34,\"[['Influenza', 0.5], ['Bronchitis', 0.3]]\",F,Pneumonia,\"['E_66', 'E_77', 'E_91', 'E_201']\",E_66";
const PATIENTS = scratch.write('patients.csv', `${HEADER}\n${ROW}\n${ROW}\n`);

describe('evaluate', () => {
  it('scores one patient in both settings and prints the contract', async () => {
    const args = ['--dataset', 'ddxplus', '--file', PATIENTS, '--limit', '1', '--json'];
    const ran = await ranInProcess(evaluate, args);
    expect(ran.code).toBe(0);
    expect(JSON.parse(ran.stdout)).toMatchObject({
      dataset: 'ddxplus',
      model: 'rationale-embedded',
      n: 1,
      metrics: {
        top1Open: { value: expect.any(Number), low: expect.any(Number), high: expect.any(Number) },
        bayesKnownOpen: { value: expect.any(Number) },
      },
      items: [
        { id: 'ddxplus-line-2', setting: 'open', truth: 'Pneumonia' },
        { id: 'ddxplus-line-2', setting: 'options', truth: 'Pneumonia' },
      ],
    });
    expect(ran.stderr).toContain('2/2');
  });

  it('scores the audit on annotated traces, for which no model is loaded', async () => {
    const reasoning = 'The patient is a 57-year-old woman.';
    const row = {
      id: 't1',
      case: 'A 75-year-old woman has a fever.',
      reasoning,
      plants: [{ kind: 'demographic', start: 17, end: 19 }],
    };
    const file = scratch.write('annotated.jsonl', JSON.stringify(row));
    const args = ['--dataset', 'planted-errors', '--file', file];
    const ran = await ranInProcess(evaluate, [...args, '--json']);
    expect(ran).toMatchObject({ code: 0, stderr: '' });
    expect(JSON.parse(ran.stdout)).toMatchObject({
      dataset: 'planted-errors',
      model: 'none',
      n: 1,
      metrics: { found: { value: 1 }, 'found (demographic)': { value: 1 } },
    });
    for (const more of [['--model', 'rationale-embedded'], ['--changed']]) {
      const refused = await ranInProcess(evaluate, [...args, ...more]);
      expect(refused).toMatchObject({ code: 2, stdout: '' });
    }
  });

  const damaged = scratch.write('damaged.csv', `${HEADER}\n${ROW}\n${ROW.replace(',F,', ',?,')}\n`);

  it.each([
    [['--file', PATIENTS], '--dataset is missing'],
    [['--dataset', 'ddxplus'], '--file is missing'],
    [['--dataset', 'mimic', '--file', PATIENTS], 'Choose one of: ddxplus'],
    [['--dataset', 'ddxplus', '--file', PATIENTS, '--model', 'x'], 'Choose one of: rationale-'],
    [['--dataset', 'ddxplus', '--file', PATIENTS, '--limit', '0'], '--limit "0"'],
    [['--dataset', 'ddxplus', '--file', damaged], 'damaged.csv, line 3: column SEX'],
    [
      ['--dataset', 'ddxplus', '--file', scratch.write('other.csv', 'a,b\n1,2\n')],
      'line 1: the header lacks the columns AGE',
    ],
    [['--dataset', 'ddxplus', '--file', scratch.write('none.csv', `${HEADER}\n`)], 'holds no item'],
  ])('says in one line what is wrong with %j', async (args, message) => {
    const ran = await ranInProcess(evaluate, args);
    expect(ran).toMatchObject({ code: 2, stdout: '' });
    expect(ran.stderr.trim().split('\n')).toEqual([expect.stringContaining(message)]);
  });
});
