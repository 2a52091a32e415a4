/**
 * How each of the known conditions presents, what to ask and what to test for, for teaching: written without the documents
 * named with each at hand, by which it can be checked, and not reviewed by a clinician.
 */
import type { Condition } from './concept';
import { CONDITIONS } from './conditions';
import airway from './data/clinical-findings/airway-conditions.json';
import chest from './data/clinical-findings/chest-conditions.json';
import other from './data/clinical-findings/other-conditions.json';

export interface ConditionProfile {
  readonly condition: Condition;
  /** One sentence: the presentation that a textbook would give. */
  readonly typical: string;
  /** One sentence: how it presents where it is overlooked. */
  readonly atypical: string;
  /** What to ask the patient to tell it from its rivals. */
  readonly questions: readonly string[];
  /** What to order to tell it from its rivals, the most telling first. */
  readonly tests: readonly string[];
  /** The documents from which the above can be checked. */
  readonly sources: readonly string[];
}

/** A profile as the data files state it, with the condition's id. */
export type StatedProfile = Omit<ConditionProfile, 'condition'> & { readonly condition: string };

/** The profiles in the order of `conditions`. Throws unless each condition is described exactly once, and nothing else is. */
export function readProfiles(
  stated: readonly StatedProfile[],
  conditions: readonly Condition[],
): readonly ConditionProfile[] {
  const byCondition = new Map<string, StatedProfile>();
  for (const entry of stated) {
    if (byCondition.has(entry.condition)) {
      throw new Error(`lib/knowledge/data: "${entry.condition}" is described twice`);
    }
    byCondition.set(entry.condition, entry);
  }
  const profiles = conditions.map((condition) => {
    const entry = byCondition.get(condition.id);
    if (entry === undefined) {
      throw new Error(`lib/knowledge/data: "${condition.id}" is not described`);
    }
    byCondition.delete(condition.id);
    return { ...entry, condition };
  });
  for (const unknown of byCondition.keys()) {
    throw new Error(`lib/knowledge/data: "${unknown}" is described and is no condition`);
  }
  return profiles;
}

/** Every condition's profile, in the order of `CONDITIONS`. */
export const CONDITION_PROFILES: readonly ConditionProfile[] = readProfiles(
  [...chest, ...airway, ...other],
  CONDITIONS,
);
