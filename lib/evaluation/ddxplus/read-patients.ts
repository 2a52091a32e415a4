import { readCsv } from '@/lib/evaluation/csv';
import { isHeldOut } from '@/lib/evaluation/ddxplus/held-out';
import {
  DDXPLUS_COLUMNS,
  type DdxplusPatient,
  readPatient,
} from '@/lib/evaluation/ddxplus/patient';
import { failure, type Outcome, success } from '@/lib/text/outcome';

/** A patient with the line of the file that it stands on, which is the seed of every choice about it. */
export interface PatientOnLine {
  readonly patient: DdxplusPatient;
  readonly line: number;
  readonly heldOut: boolean;
}

/** The patients of a DDXPlus file in order; the fault names the line and the column that cannot be read. */
export async function readPatients(text: string): Promise<Outcome<readonly PatientOnLine[]>> {
  const table = readCsv(text, DDXPLUS_COLUMNS);
  if (!table.ok) return table;
  const patients: PatientOnLine[] = [];
  for (const { line, values } of table.value) {
    const patient = readPatient(values);
    if (!patient.ok) {
      const { code, message, remedy } = patient.fault;
      return failure(code, `line ${line}: ${message}`, remedy);
    }
    patients.push({ patient: patient.value, line, heldOut: await isHeldOut(values) });
  }
  return success(patients);
}
