/**
 * Learns which conditions DDXPlus lists in its differentials from the training patients of a DDXPlus file and writes
 * lib/knowledge/data/considered.generated.json. Usage: tsx training/learn-considered.ts PATIENTS.csv
 */
import { writeFileSync } from 'node:fs';
import { learnConsidered } from './cases/learn-considered';
import { loadTrainingPatients } from './cases/patients';

const [patientsPath] = process.argv.slice(2);
if (patientsPath === undefined)
  throw new Error('Usage: tsx training/learn-considered.ts PATIENTS.csv');
const patients = await loadTrainingPatients(patientsPath);
const source = 'DDXPlus, test partition, training patients only (CC BY 4.0)';
writeFileSync(
  'lib/knowledge/data/considered.generated.json',
  `${JSON.stringify({ source, patients: patients.length, weights: learnConsidered(patients, 1) })}\n`,
);
