import { differ, identify } from '@/lib/audit/consistency/answer-identity';
import type { CaseReading } from '@/lib/case/case';
import type { ExplainedDiagnosis, Explanation } from '@/lib/explanation/explanation';
import { conditionMeant } from '@/lib/knowledge/conditions-in-text';

/** A diagnosis as one of two differentials has it. `rank` begins with 1. */
export interface RankedDiagnosis {
  readonly diagnosis: ExplainedDiagnosis;
  readonly rank: number;
}

/** A diagnosis that one or both of two differentials have; `name` is as the first of them writes it. */
export interface AlignedDiagnosis {
  readonly name: string;
  readonly first?: RankedDiagnosis;
  readonly second?: RankedDiagnosis;
}

/**
 * Two differentials row by row: names that mean the same condition, or are the same words, share a row. Rows stand by the
 * best rank that either gives, the first one's before where both give the same. A diagnosis that a list repeats counts
 * where it stands first.
 */
export function alignDifferentials(
  first: readonly ExplainedDiagnosis[],
  second: readonly ExplainedDiagnosis[],
): readonly AlignedDiagnosis[] {
  const [a, b] = [rankedByMeaning(first), rankedByMeaning(second)];
  const meanings = [...new Set([...a.keys(), ...b.keys()])];
  return meanings
    .map((meaning) => rowOf(a.get(meaning), b.get(meaning)))
    .sort((one, other) => bestRank(one) - bestRank(other));
}

function rankedByMeaning(list: readonly ExplainedDiagnosis[]): Map<string, RankedDiagnosis> {
  const ranked = new Map<string, RankedDiagnosis>();
  for (const [index, diagnosis] of list.entries()) {
    const meaning = meaningOf(diagnosis.name);
    if (!ranked.has(meaning)) ranked.set(meaning, { diagnosis, rank: index + 1 });
  }
  return ranked;
}

/** What a name stands for: the condition that it means, otherwise its own words. */
function meaningOf(name: string): string {
  const words = name
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
  return conditionMeant(name)?.id ?? `words ${words}`;
}

function rowOf(
  first: RankedDiagnosis | undefined,
  second: RankedDiagnosis | undefined,
): AlignedDiagnosis {
  return {
    name: (first ?? second)?.diagnosis.name ?? '',
    ...(first === undefined ? {} : { first }),
    ...(second === undefined ? {} : { second }),
  };
}

function bestRank({ first, second }: AlignedDiagnosis): number {
  return Math.min(
    first?.rank ?? Number.POSITIVE_INFINITY,
    second?.rank ?? Number.POSITIVE_INFINITY,
  );
}

/** Whether two explanations of one case come to the same answer, as far as that can be told. */
export function compareAnswers(
  reading: CaseReading,
  first: Pick<Explanation, 'answer'>,
  second: Pick<Explanation, 'answer'>,
): 'same' | 'different' | 'cannot-tell' {
  if (first.answer.abstained || second.answer.abstained) {
    return first.answer.abstained && second.answer.abstained ? 'same' : 'different';
  }
  const [a, b] = [identify(first.answer, reading), identify(second.answer, reading)];
  if (differ(a, b)) return 'different';
  const sameOption = a.option !== undefined && a.option.letter === b.option?.letter;
  const sameCondition = a.condition !== undefined && a.condition.id === b.condition?.id;
  const sameWords = a.shown.toLowerCase() === b.shown.toLowerCase();
  return sameOption || sameCondition || sameWords ? 'same' : 'cannot-tell';
}
