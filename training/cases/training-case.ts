import type { CaseReading } from '@/lib/case/case';
import { observationOf, statedFindings } from '@/lib/case/observation';
import { buildEmbeddedPrompt } from '@/lib/engine/prompt/embedded';
import { undecidedFor } from '@/lib/engine/prompt/undecided';
import { type Belief, startBelief } from '@/lib/knowledge/belief';
import type { Condition } from '@/lib/knowledge/concept';
import { CONDITIONS } from '@/lib/knowledge/conditions';
import { isCounted } from '@/lib/knowledge/likelihoods';
import { type ReasoningStyle, writeTarget } from './target';

/** One line of a file of training cases; docs/embedded-model.md describes the fields. */
export interface TrainingCase {
  readonly prompt: string;
  readonly target: string;
  /** After each prompt line of findings: the beliefs as [index of the condition, probability]; index 49 is none of them. */
  readonly beliefs: readonly (readonly (readonly [number, number])[])[];
  readonly truth: string | null;
  readonly options: readonly { readonly letter: string; readonly text: string }[];
  readonly style: ReasoningStyle;
}

/** Smaller beliefs are not written; the others are scaled up to sum to one. */
const LEAST_BELIEF = 0.002;

const indexOf = new Map(CONDITIONS.map(({ id }, index) => [id, index]));

function sparse({ ranked, none }: Belief): (readonly [number, number])[] {
  const all = [
    ...ranked.map(
      ({ condition, probability }) => [indexOf.get(condition.id) ?? 0, probability] as const,
    ),
    [CONDITIONS.length, none] as const,
  ];
  const kept = all.filter(([, probability]) => probability >= LEAST_BELIEF);
  const total = kept.reduce((sum, [, probability]) => sum + probability, 0);
  return kept.map(([index, probability]) => [index, Number((probability / total).toFixed(4))]);
}

/** The beliefs after each sentence in which something new was read. */
function growingBeliefs(reading: CaseReading): TrainingCase['beliefs'] {
  const findings = statedFindings(reading).filter(({ concept }) => isCounted(concept));
  const shown = new Set(
    reading.findings
      .filter(({ concept }) => isCounted(concept))
      .map(({ sentence }) => sentence)
      .sort((a, b) => a - b),
  );
  const belief = startBelief(observationOf(reading, []));
  const beliefs: (readonly (readonly [number, number])[])[] = [];
  for (const sentence of shown) {
    for (const finding of findings) if (finding.sentence === sentence) belief.add(finding);
    beliefs.push(sparse(belief.now()));
  }
  return beliefs;
}

/** A reading as a training case; undefined where it does not fit the model's form. */
export function trainingCaseOf(
  reading: CaseReading,
  truth: Condition | null,
  style: ReasoningStyle,
): TrainingCase | undefined {
  const prompt = buildEmbeddedPrompt(reading);
  if (!prompt.ok) return undefined;
  const undecided = undecidedFor(reading);
  const lines = prompt.value.text.split('\n').filter((line) => line.startsWith('- '));
  const beliefs = growingBeliefs(reading);
  if (lines.length !== beliefs.length) return undefined;
  return {
    prompt: prompt.value.text,
    target: writeTarget(reading, undecided, style),
    beliefs,
    truth: truth?.name ?? null,
    options: reading.case.options,
    style,
  };
}
