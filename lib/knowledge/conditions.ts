/**
 * The 49 conditions of DDXPlus (Fansi Tchango et al., NeurIPS 2022, CC BY 4.0). ICD-10 codes and severity grades are
 * DDXPlus's, except where its code named another disease or several: pneumonia (J18), systemic lupus erythematosus
 * (M32) and acute HIV infection (B23.0), after ICD-10 version 2019 (WHO). Names, aliases, glosses, the "can't miss" flag
 * and the next test are our own and have not been reviewed by a clinician.
 */
import type { Condition, ConditionId } from './concept';
import conditionData from './data/conditions.json';

/** Every condition of the knowledge base, in a fixed order. */
export const CONDITIONS: readonly Condition[] = conditionData.map((entry) => ({
  ...entry,
  id: entry.id as ConditionId,
}));

const conditionsByName = new Map<string, Condition>();
for (const condition of CONDITIONS) {
  for (const name of [condition.name, ...condition.aliases, condition.ddxplus]) {
    conditionsByName.set(name.toLowerCase(), condition);
  }
}

/** The condition with this name, alias or DDXPlus name, whatever its case; `undefined` where there is none. */
export function conditionNamed(text: string): Condition | undefined {
  return conditionsByName.get(text.trim().toLowerCase());
}
