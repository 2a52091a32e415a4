/**
 * Writes the training patients of a DDXPlus file in the form from which learn_considered.py learns: what is known of each by
 * the features of lib/knowledge/considered-features.ts, and which conditions DDXPlus lists. Usage: tsx training/considered-patients.ts
 * PATIENTS.csv
 */
import { CONDITIONS } from '@/lib/knowledge/conditions';
import {
  type ConsideredFeature,
  consideredFeatures,
  PERSONAL_FEATURES,
} from '@/lib/knowledge/considered-features';
import { CONCEPTS } from '@/lib/knowledge/vocabulary';
import { loadTrainingPatients } from './cases/patients';

const [patientsPath] = process.argv.slice(2);
if (patientsPath === undefined)
  throw new Error('Usage: tsx training/considered-patients.ts PATIENTS.csv');
const asked = CONCEPTS.filter(({ evidence }) => evidence !== undefined);
const features: readonly ConsideredFeature[] = [...PERSONAL_FEATURES, ...asked.map(({ id }) => id)];
const patients = (await loadTrainingPatients(patientsPath)).map(
  ({ present, ageYears, sex, differential }) => ({
    features: consideredFeatures({
      findings: present.map((concept) => ({ concept, polarity: 'present' })),
      ageYears,
      sex,
    }).map((feature) => features.indexOf(feature)),
    listed: differential.map(({ id }) => CONDITIONS.findIndex((condition) => condition.id === id)),
  }),
);
process.stdout.write(
  JSON.stringify({
    features,
    personal: PERSONAL_FEATURES.length,
    details: asked.map(({ within }) => within !== undefined),
    conditions: CONDITIONS.length,
    patients,
  }),
);
