import type { Case, CaseReading } from '@/lib/case/case';
import { withOtherAge, withOtherSex } from '@/lib/evaluation/changes/change-person';
import { withOptionsReordered, withSentencesReordered } from '@/lib/evaluation/changes/reorder';
import type { Setting } from '@/lib/evaluation/dataset';
import { seededRandom } from '@/lib/evaluation/random';

/** A change to a case that should leave the answer as it is. */
export type Change = 'option order' | 'sentence order' | 'sex' | 'age';

export interface ChangedCase {
  readonly change: Change;
  readonly case: Case;
}

/**
 * The case of an item changed in each way in which it can be without another answer becoming right: with options, in their
 * order; asked openly, in the order of its sentences, and in the patient's sex and age where the knowledge says that these
 * do not matter. The item's id is the seed.
 */
export function changedCases(
  { id, setting }: { readonly id: string; readonly setting: Setting },
  reading: CaseReading,
): readonly ChangedCase[] {
  const random = () => seededRandom(seedOf(id));
  const changes: readonly (readonly [Change, Case | undefined])[] =
    setting === 'options'
      ? [['option order', withOptionsReordered(reading.case, random())]]
      : [
          ['sentence order', withSentencesReordered(reading, random())],
          ['sex', withOtherSex(reading)],
          ['age', withOtherAge(reading, random())],
        ];
  return changes.flatMap(([change, changed]) =>
    changed === undefined ? [] : [{ change, case: changed }],
  );
}

/** A polynomial in the characters, modulo 2 to the 32. */
function seedOf(id: string): number {
  return [...id].reduce(
    (sum, character) => (Math.imul(sum, 31) + (character.codePointAt(0) ?? 0)) | 0,
    0,
  );
}
