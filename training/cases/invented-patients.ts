import type { DdxplusPatient } from '@/lib/evaluation/ddxplus/patient';
import { CONDITIONS } from '@/lib/knowledge/conditions';
import { CONCEPTS } from '@/lib/knowledge/vocabulary';

/** One invented patient with each condition, for tests that must not depend on the data set. */
export const INVENTED_PATIENTS: readonly DdxplusPatient[] = CONDITIONS.map((pathology, index) => ({
  ageYears: 18 + index,
  sex: index % 2 === 0 ? 'female' : 'male',
  pathology,
  complaint: CONCEPTS.find(({ id }) => id === 'fever')?.id,
  present: CONCEPTS.filter(({ id }) => ['fever', 'cough', 'headache'].includes(id)).map(
    ({ id }) => id,
  ),
  differential: [pathology],
}));
