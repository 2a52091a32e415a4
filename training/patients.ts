import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { readCsv } from '@/lib/evaluation/csv';
import {
  DDXPLUS_COLUMNS,
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

/** The patients of a DDXPlus file, split; throws with the line that cannot be read. */
export function loadPatients(path: string): {
  readonly training: readonly DdxplusPatient[];
  readonly heldOut: readonly DdxplusPatient[];
} {
  const table = readCsv(readFileSync(path, 'utf8'), DDXPLUS_COLUMNS);
  if (!table.ok) throw new Error(`${path}: ${table.fault.message}`);
  const training: DdxplusPatient[] = [];
  const heldOut: DdxplusPatient[] = [];
  for (const { line, values } of table.value) {
    const patient = readPatient(values);
    if (!patient.ok) throw new Error(`${path}, line ${line}: ${patient.fault.message}`);
    (isHeldOut(values.EVIDENCES, values.AGE) ? heldOut : training).push(patient.value);
  }
  return { training, heldOut };
}
