import type { CaseReading } from '@/lib/case/case';
import { observationOf, statedFindings } from '@/lib/case/observation';
import type { Condition } from '@/lib/knowledge/concept';
import { consideredConditions } from '@/lib/knowledge/considered';
import type { Candidate } from './candidates';
import { diagnosesOffered } from './diagnoses-offered';
import type { Undecided } from './undecided';

/**
 * What a differential may name beyond what is likely: none where options are given, which are then all there is to consider, nor
 * where the findings are none of the known conditions'.
 */
export function worthConsidering(
  reading: CaseReading,
  undecided: Undecided | undefined,
): readonly Condition[] {
  if (diagnosesOffered(reading.case).length > 0) return [];
  if (undecided === 'nothing-read' || undecided === 'outside') return [];
  return consideredConditions(observationOf(reading, statedFindings(reading)));
}

/** Belief from which a condition has a line of its own in the differential. */
export const LISTED_FROM = 0.05;

/** How many lines of a differential are argued for at least. */
export const FEWEST_ARGUED = 2;

/** Of candidates in their order those that a differential may argue for: the likely ones and those worth considering. */
export function worthArguing(
  ranked: readonly Candidate[],
  considered: readonly Condition[],
): readonly Candidate[] {
  const worth = ranked.filter(
    ({ condition, probability }) =>
      probability >= LISTED_FROM || considered.some(({ id }) => id === condition.id),
  );
  return worth.length < FEWEST_ARGUED ? ranked.slice(0, FEWEST_ARGUED) : worth;
}
