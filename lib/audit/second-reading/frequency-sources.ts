import { associatedFrequency, associationSources } from '@/lib/knowledge/associations';
import type { ConceptId, Condition } from '@/lib/knowledge/concept';
import { countedPatients } from '@/lib/knowledge/likelihoods';

/** As NOTICE words it. */
export const COUNTS_SOURCE =
  'Counted over DDXPlus patients (Fansi Tchango, Goel, Wen, Martel and Ghosn, NeurIPS 2022 Datasets and Benchmarks Track; CC BY 4.0)';

/** What a figure rests on that compares a finding's frequency over many conditions. */
export const FREQUENCIES_SOURCE = `${COUNTS_SOURCE}; where nothing was counted, and beside the counts, Rationale's own estimates, not reviewed by a clinician (documents to check them by are at /conditions)`;

/** What the frequency of a finding in a condition rests on. */
export function frequencySource(concept: ConceptId, condition: Condition): string {
  const isCounted = countedPatients(concept, condition) !== undefined;
  if (associatedFrequency(concept, condition) === undefined) {
    return isCounted
      ? COUNTS_SOURCE
      : "Rationale's own assumption of how often anybody shows it, not reviewed by a clinician";
  }
  const estimate = `Rationale's own estimate, not reviewed by a clinician, to be checked in ${associationSources(condition).join('; ')}`;
  return isCounted ? `${COUNTS_SOURCE}, drawn towards ${estimate}` : estimate;
}
