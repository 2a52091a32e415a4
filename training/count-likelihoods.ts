/**
 * Counts how often each finding occurs in each condition over the training patients of a DDXPlus file and writes
 * lib/knowledge/data/likelihoods.generated.json. Usage: tsx training/count-likelihoods.ts PATIENTS.csv CONDITIONS.json
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { z } from 'zod';
import { AGE_BAND_COUNT, ageBand } from '@/lib/knowledge/age-bands';
import { CONDITIONS } from '@/lib/knowledge/conditions';
import { loadTrainingPatients } from './cases/patients';

const [patientsPath, conditionsPath] = process.argv.slice(2);
if (patientsPath === undefined || conditionsPath === undefined) {
  throw new Error('Usage: tsx training/count-likelihoods.ts PATIENTS.csv CONDITIONS.json');
}
const training = await loadTrainingPatients(patientsPath);
const Evidences = z.record(z.string(), z.unknown());
const described = z
  .record(z.string(), z.object({ symptoms: Evidences, antecedents: Evidences }))
  .parse(JSON.parse(readFileSync(conditionsPath, 'utf8')));

const conditions = Object.fromEntries(
  CONDITIONS.map((condition) => {
    const patients = training.filter((patient) => patient.pathology.id === condition.id);
    const ageBands = new Array<number>(AGE_BAND_COUNT).fill(0);
    const present: Record<string, number> = {};
    for (const patient of patients) {
      const band = ageBand(patient.ageYears);
      ageBands[band] = (ageBands[band] ?? 0) + 1;
      for (const concept of patient.present) present[concept] = (present[concept] ?? 0) + 1;
    }
    const female = patients.filter((patient) => patient.sex === 'female').length;
    const listed = described[condition.ddxplus];
    if (listed === undefined)
      throw new Error(`${conditionsPath}: no condition "${condition.ddxplus}"`);
    const evidences = [...Object.keys(listed.symptoms), ...Object.keys(listed.antecedents)];
    return [condition.id, { patients: patients.length, female, ageBands, evidences, present }];
  }),
);
writeFileSync(
  'lib/knowledge/data/likelihoods.generated.json',
  `${JSON.stringify({ source: 'DDXPlus, test partition, training patients only (CC BY 4.0)', patients: training.length, conditions })}\n`,
);
