import type { CaseReading } from '@/lib/case/case';
import { observationOf, statedFindings } from '@/lib/case/observation';
import type { Condition } from '@/lib/knowledge/concept';
import { consideredConditions } from '@/lib/knowledge/considered';
import type { Undecided } from './undecided';

/**
 * What a differential may name beyond what is likely: none where options are given, which are then all there is to consider, nor
 * where the findings are none of the known conditions'.
 */
export function worthConsidering(
  reading: CaseReading,
  undecided: Undecided | undefined,
): readonly Condition[] {
  if (reading.case.options.length > 0) return [];
  if (undecided === 'nothing-read' || undecided === 'outside') return [];
  return consideredConditions(observationOf(reading, statedFindings(reading)));
}
