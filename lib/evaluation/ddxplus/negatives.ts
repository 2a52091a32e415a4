import type { DdxplusPatient } from '@/lib/evaluation/ddxplus/patient';
import type { Random } from '@/lib/evaluation/random';
import type { ConceptId } from '@/lib/knowledge/concept';
import { likelihood } from '@/lib/knowledge/likelihoods';
import { CONCEPTS } from '@/lib/knowledge/vocabulary';

/** How many rivals of the differential a note argues against. */
const RIVALS = 4;

/** A finding counts as typical of a condition from this frequency on: its absence is then worth writing down. */
const TYPICAL = 0.25;

const MOST = 4;

/**
 * None to four findings that the patient does not have but that are typical of the diagnosis or of a rival: what a
 * clinician would note as absent.
 */
export function pertinentNegatives(random: Random, patient: DdxplusPatient): readonly ConceptId[] {
  const conditions = [patient.pathology, ...patient.differential.slice(0, RIVALS)];
  const present = new Set(patient.present);
  const candidates = CONCEPTS.filter(
    ({ id, kind }) =>
      (kind === 'symptom' || kind === 'history') &&
      !present.has(id) &&
      conditions.some((condition) => likelihood(id, condition) > TYPICAL),
  ).map(({ id }) => id);
  return random.shuffle(candidates).slice(0, random.below(MOST + 1));
}
