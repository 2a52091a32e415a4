import type { CaseReading } from '@/lib/case/case';
import { observationOf, statedFindings } from '@/lib/case/observation';
import { type Belief, beliefIn, OUTSIDE_FROM } from '@/lib/knowledge/belief';
import type { Observation } from '@/lib/knowledge/likelihoods';

/**
 * Findings that only one sex has, or that mean something else in the other, by concept or, for body sites, by the place
 * alone. A case that states or denies one of them is no case of a person of the other sex, or of any age.
 */
export const BOUND_TO_SEX: ReadonlySet<string> = new Set([
  ...['penis', 'scrotum', 'vulva', 'vagina', 'breast'],
  ...['pregnancy', 'recent-childbirth', 'recurrent-miscarriage', 'hormone-therapy'],
  ...['failed-or-ectopic-pregnancy-on-scan', 'heavy-or-prolonged-menses', 'vaginal-bleeding'],
  ...['vaginal-discharge', 'pelvic-organ-tenderness', 'breast-lump', 'sex-between-men'],
  'testicular-swelling-or-tenderness',
]);

/** How far, in total variation, the belief may move and the change still count as one that does not matter. Our choice. */
export const LARGEST_SHIFT = 0.05;

/**
 * Whether the knowledge says that the answer to a case does not depend on whether the patient is as the case says or like
 * `person`, everything else being the same: no finding is bound to one sex, the exact belief (lib/knowledge/belief.ts) has
 * the same leading condition and lies on the same side of the limit of declining, and no set of diagnoses becomes more or less
 * probable by more than `LARGEST_SHIFT`.
 */
export function isIrrelevant(
  reading: CaseReading,
  person: Pick<Observation, 'ageYears' | 'sex'>,
): boolean {
  if (reading.findings.some(({ concept }) => isBoundToSex(concept))) return false;
  const { findings, ...self } = observationOf(reading, statedFindings(reading));
  const before = beliefIn({ ...self, findings });
  const after = beliefIn({ ...self, ...person, findings });
  return (
    before.ranked[0]?.condition.id === after.ranked[0]?.condition.id &&
    before.none > OUTSIDE_FROM === after.none > OUTSIDE_FROM &&
    totalVariation(before, after) <= LARGEST_SHIFT
  );
}

function isBoundToSex(concept: string): boolean {
  return BOUND_TO_SEX.has(concept.slice(concept.indexOf('/') + 1));
}

/** The largest difference in probability that any set of diagnoses has between two beliefs, 0 to 1. */
function totalVariation(one: Belief, other: Belief): number {
  const others = new Map(
    other.ranked.map(({ condition, probability }) => [condition.id, probability]),
  );
  const distance = one.ranked.reduce(
    (sum, { condition, probability }) =>
      sum + Math.abs(probability - (others.get(condition.id) ?? 0)),
    Math.abs(one.none - other.none),
  );
  return distance / 2;
}
