/** Which findings speak most for and most against a condition, before anything else is known of the patient. */
import { associatedFrequency } from './associations';
import type { Concept, Condition } from './concept';
import { countedPatients, likelihood, posterior, weightOfEvidence } from './likelihoods';
import { CONCEPTS } from './vocabulary';

export interface TellingFinding {
  readonly concept: Concept;
  readonly polarity: 'present' | 'absent';
  /** In nats: above 0 where it speaks for the condition; the likelihood ratio is its exponential. */
  readonly weight: number;
  /** Share of the condition's patients who have the finding, 0 to 1, whatever the polarity. */
  readonly frequency: number;
  /** The DDXPlus patients behind the frequency; absent where DDXPlus does not ask for the finding. */
  readonly counted?: { readonly present: number; readonly patients: number };
  /** Our own estimate of the frequency, 0 to 1; absent where there is none. */
  readonly stated?: number;
}

export interface TellingFindings {
  /** The strongest first. */
  readonly for: readonly TellingFinding[];
  /** The strongest first: what is hardly ever met in the condition, and the absence of what is nearly always met. */
  readonly against: readonly TellingFinding[];
}

/**
 * At most `most` findings for and as many against `condition`, compared with all other conditions in DDXPlus' proportions
 * (`weightOfEvidence`). Only findings that were counted or stated for this very condition are considered: that others are
 * unusual in it is known of every condition and teaches nothing. Where a pain or rash is, how it feels and where a person
 * travelled count only where our estimates have them too: DDXPlus draws those from long lists, and what is left out there
 * says more of the lists than of the disease.
 */
export function tellingFindings(condition: Condition, most: number): TellingFindings {
  const rivals = posterior({ findings: [] });
  const weighed = CONCEPTS.flatMap((concept) => {
    const counted = countedPatients(concept.id, condition);
    const stated = associatedFrequency(concept.id, condition);
    const isKnown = stated !== undefined || (counted !== undefined && concept.kind !== 'attribute');
    if (!isKnown) return [];
    return (['present', 'absent'] as const).map((polarity) => ({
      concept,
      polarity,
      weight: weightOfEvidence({ concept: concept.id, polarity }, condition, rivals),
      frequency: likelihood(concept.id, condition),
      ...(counted === undefined ? {} : { counted }),
      ...(stated === undefined ? {} : { stated }),
    }));
  });
  return {
    for: weighed
      .filter(({ weight }) => weight > 0)
      .sort((a, b) => b.weight - a.weight)
      .slice(0, most),
    against: weighed
      .filter(({ weight }) => weight < 0)
      .sort((a, b) => a.weight - b.weight)
      .slice(0, most),
  };
}
