import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { datasetNamed } from '@/lib/evaluation/datasets';
import { ddxplus } from '@/lib/evaluation/datasets/ddxplus';

const HEADER = 'AGE,DIFFERENTIAL_DIAGNOSIS,SEX,PATHOLOGY,EVIDENCES,INITIAL_EVIDENCE';
const ROW =
  "8,\"[['Influenza', 0.5], ['Bronchitis', 0.3], ['Croup', 0.2]]\",M,Pneumonia,\"['E_66', 'E_77', 'E_91', 'E_201']\",E_66";

const PATIENTS = '../shared/data/ddxplus/patients.csv';

async function readOrFail(text: string) {
  const read = await ddxplus.read(text);
  if (!read.ok) throw new Error(read.fault.message);
  return read.value;
}

describe('the DDXPlus dataset', () => {
  it('asks about each patient twice, in the same words', async () => {
    const [open, options, ...more] = await readOrFail(`${HEADER}\n${ROW}\n`);
    expect(more).toEqual([]);
    expect(open).toMatchObject({
      id: 'ddxplus-line-2',
      setting: 'open',
      truth: { diagnosis: 'Pneumonia' },
    });
    expect(open?.case.options).toEqual([]);
    expect(options?.case.text).toBe(open?.case.text);
    expect(open?.isTruth('pneumonia')).toBe(true);
    expect(open?.isTruth('Influenza')).toBe(false);
  });

  it('puts the truth among four or five different options, in changing places', async () => {
    const rows = Array.from({ length: 60 }, () => ROW).join('\n');
    const cases = (await readOrFail(`${HEADER}\n${rows}\n`)).filter(
      ({ setting }) => setting === 'options',
    );
    const letters = new Set<string | undefined>();
    for (const { case: given, truth } of cases) {
      expect([4, 5]).toContain(given.options.length);
      expect(new Set(given.options.map(({ text }) => text)).size).toBe(given.options.length);
      const right = given.options.find(({ letter }) => letter === truth.option);
      expect(right?.text).toBe('Pneumonia');
      letters.add(truth.option);
    }
    expect(letters.size).toBeGreaterThanOrEqual(4);
  });

  it('gives the same cases for the same text', async () => {
    const text = `${HEADER}\n${ROW}\n${ROW}\n`;
    expect(JSON.stringify(await readOrFail(text))).toBe(JSON.stringify(await readOrFail(text)));
  });

  it.each([
    [ROW.replace('8,', 'old,'), 'line 3: column AGE cannot be read: "old"'],
    [ROW.replace(',M,', ',X,'), 'line 3: column SEX cannot be read: "X"'],
    [ROW.replace('Pneumonia', 'Gout'), 'line 3: column PATHOLOGY cannot be read: "Gout"'],
    [`${ROW.split(',E_66')[0]}`, 'line 3: column INITIAL_EVIDENCE is missing'],
  ])('names the row and the column that cannot be read', async (row, message) => {
    expect(await ddxplus.read(`${HEADER}\n${ROW}\n${row}\n`)).toMatchObject({
      ok: false,
      fault: { message },
    });
  });

  it.skipIf(!existsSync(PATIENTS))('reads every patient of the public test partition', async () => {
    const cases = await readOrFail(readFileSync(PATIENTS, 'utf8'));
    expect(cases).toHaveLength(2 * 1785);
    const heldOut = cases.filter((each) => each.heldOut).length;
    expect(heldOut / cases.length).toBeCloseTo(1 / 6, 1);
  });
});

describe('datasetNamed', () => {
  it('lists the known names for an unknown one', () => {
    expect(datasetNamed('medqa')).toMatchObject({
      ok: false,
      fault: { remedy: expect.stringContaining('ddxplus') },
    });
  });
});
