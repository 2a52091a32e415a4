import { readFileSync } from 'node:fs';
import { readCsv } from '@/lib/evaluation/csv';
import { isHeldOut } from '@/lib/evaluation/ddxplus/held-out';
import {
  DDXPLUS_COLUMNS,
  type DdxplusPatient,
  readPatient,
} from '@/lib/evaluation/ddxplus/patient';

/** The patients of a DDXPlus file that are not held out; throws with the line that cannot be read. */
export async function loadTrainingPatients(path: string): Promise<readonly DdxplusPatient[]> {
  const table = readCsv(readFileSync(path, 'utf8'), DDXPLUS_COLUMNS);
  if (!table.ok) throw new Error(`${path}: ${table.fault.message}`);
  const patients: DdxplusPatient[] = [];
  for (const { line, values } of table.value) {
    if (await isHeldOut(values)) continue;
    const patient = readPatient(values);
    if (!patient.ok) throw new Error(`${path}, line ${line}: ${patient.fault.message}`);
    patients.push(patient.value);
  }
  return patients;
}
