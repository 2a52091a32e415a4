/**
 * What knowing one more finding would tell: the entropy that a belief is expected to lose (Lindley 1956, "On a Measure of the
 * Information Provided by an Experiment", doi:10.1214/aoms/1177728069; for choosing questions in diagnosis: Gorry and Barnett
 * 1968, "Experience with a model of sequential diagnosis", Computers and Biomedical Research 1:490-507).
 */
import type { Concept, ConceptId } from './concept';
import { isCounted, likelihood, type Posterior } from './likelihoods';
import { CONCEPTS } from './vocabulary';

/** A finding that nobody has spoken of yet, and the belief after each answer, most probable first. */
export interface TellingQuestion {
  readonly concept: Concept;
  /** Bits. */
  readonly gain: number;
  readonly ifPresent: readonly Posterior[];
  readonly ifAbsent: readonly Posterior[];
}

/** Parts of a complaint (where, how strong, how long) are asked of a complaint, not by themselves. */
const NOT_ASKED: ReadonlySet<Concept['kind']> = new Set(['attribute', 'course', 'demographic']);

/**
 * The `most` findings of which knowing whether they are there would tell most between conditions with these probabilities,
 * which sum to 1; not those in `told`.
 */
export function tellingQuestions(
  belief: readonly Posterior[],
  told: ReadonlySet<ConceptId>,
  most: number,
): readonly TellingQuestion[] {
  return CONCEPTS.filter(
    ({ id, kind, within }) =>
      within === undefined && !NOT_ASKED.has(kind) && isCounted(id) && !told.has(id),
  )
    .map((concept) => questionAbout(concept, belief))
    .sort((a, b) => b.gain - a.gain)
    .slice(0, most);
}

function questionAbout(concept: Concept, belief: readonly Posterior[]): TellingQuestion {
  const present = updated(belief, (condition) => likelihood(concept.id, condition));
  const absent = updated(belief, (condition) => 1 - likelihood(concept.id, condition));
  const after = present.total * entropy(present.belief) + absent.total * entropy(absent.belief);
  return {
    concept,
    gain: entropy(belief) - after,
    ifPresent: present.belief,
    ifAbsent: absent.belief,
  };
}

function updated(
  belief: readonly Posterior[],
  frequency: (condition: Posterior['condition']) => number,
): { readonly belief: readonly Posterior[]; readonly total: number } {
  const weights = belief.map(({ condition, probability }) => probability * frequency(condition));
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  return {
    belief: belief
      .map(({ condition }, index) => ({ condition, probability: (weights[index] ?? 0) / total }))
      .sort((a, b) => b.probability - a.probability),
    total,
  };
}

/** Bits. */
function entropy(belief: readonly Posterior[]): number {
  return belief.reduce(
    (sum, { probability }) => (probability > 0 ? sum - probability * Math.log2(probability) : sum),
    0,
  );
}
