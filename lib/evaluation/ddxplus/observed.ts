import type { DdxplusPatient } from '@/lib/evaluation/ddxplus/patient';
import type { ConceptId } from '@/lib/knowledge/concept';
import type { Observation } from '@/lib/knowledge/likelihoods';
import { CONCEPTS } from '@/lib/knowledge/vocabulary';

/** Every concept that DDXPlus asks for, present or absent. */
export function allAnswers({ present: told, ageYears, sex }: DdxplusPatient): Observation {
  const present = new Set(told);
  const asked = CONCEPTS.filter(({ evidence }) => evidence !== undefined);
  return {
    ageYears,
    sex,
    findings: asked.map(({ id }) => ({
      concept: id,
      polarity: present.has(id) ? 'present' : 'absent',
    })),
  };
}

/** The findings that the prose tells. */
export function toldAnswers(
  { present, ageYears, sex }: DdxplusPatient,
  negatives: readonly ConceptId[],
): Observation {
  return {
    ageYears,
    sex,
    findings: [
      ...present.map((concept) => ({ concept, polarity: 'present' as const })),
      ...negatives.map((concept) => ({ concept, polarity: 'absent' as const })),
    ],
  };
}
