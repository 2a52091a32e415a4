/**
 * Writes the held-out patients of a DDXPlus file, for `evaluate`. Usage: tsx training/write-held-out.ts PATIENTS.csv OUT.csv
 */
import { writeFileSync } from 'node:fs';
import { DDXPLUS_COLUMNS } from '@/lib/evaluation/ddxplus/patient';
import { isHeldOut, loadRows } from './patients';

const [patientsPath, outPath] = process.argv.slice(2);
if (patientsPath === undefined || outPath === undefined) {
  throw new Error('Usage: tsx training/write-held-out.ts PATIENTS.csv OUT.csv');
}
const quoted = (field: string) => `"${field.replaceAll('"', '""')}"`;
const rows = loadRows(patientsPath)
  .filter(({ values }) => isHeldOut(values.EVIDENCES, values.AGE))
  .map(({ values }) => DDXPLUS_COLUMNS.map((column) => quoted(values[column])).join(','));
writeFileSync(outPath, `${[DDXPLUS_COLUMNS.join(','), ...rows].join('\n')}\n`);
