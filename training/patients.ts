import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { type CsvRecord, readCsv } from '@/lib/evaluation/csv';
import {
  DDXPLUS_COLUMNS,
  type DdxplusColumn,
  type DdxplusPatient,
  readPatient,
} from '@/lib/evaluation/ddxplus/patient';

/** Share of patients that no count, no case and no weight is ever made from. */
const HELD_OUT_SHARE = 1 / 6;

/** Whether a patient is held out: decided by the row's own content, so it holds in any order and any subset. */
export function isHeldOut(evidences: string, age: string): boolean {
  const digest = createHash('sha256').update(`${age}|${evidences}`).digest();
  return digest.readUInt32BE(0) / 2 ** 32 < HELD_OUT_SHARE;
}

/** The rows of a DDXPlus file; throws with the line that cannot be read. */
export function loadRows(path: string): readonly CsvRecord<DdxplusColumn>[] {
  const table = readCsv(readFileSync(path, 'utf8'), DDXPLUS_COLUMNS);
  if (!table.ok) throw new Error(`${path}: ${table.fault.message}`);
  return table.value;
}

/** The patients of a DDXPlus file that are not held out; throws with the line that cannot be read. */
export function loadTrainingPatients(path: string): readonly DdxplusPatient[] {
  return loadRows(path)
    .filter(({ values }) => !isHeldOut(values.EVIDENCES, values.AGE))
    .map(({ line, values }) => {
      const patient = readPatient(values);
      if (!patient.ok) throw new Error(`${path}, line ${line}: ${patient.fault.message}`);
      return patient.value;
    });
}
