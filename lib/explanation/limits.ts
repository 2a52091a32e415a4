import type { Verdict, VerdictOutcome } from '@/lib/audit/verdict';
import type { CaseReading } from '@/lib/case/case';
import { EMBEDDED_ID } from '@/lib/engine/catalogue/embedded-id';
import type { StopReason } from '@/lib/engine/engine';
import type { RunManifest, TracedToken } from '@/lib/trace/trace';

const STOPPED: Readonly<Record<StopReason, string | undefined>> = {
  end: undefined,
  length: 'The run reached its limit of tokens, so its reasoning may be cut short.',
  stopped: 'The run was stopped early; what was said until then is shown.',
  looped:
    'The run was stopped because the model said the same words again and again; what it said until then is shown.',
  failed: 'The engine failed during the run; what was said until then is shown.',
};

const OF_OUTCOME: readonly (readonly [VerdictOutcome, string, string])[] = [
  ['contradicted', 'statement is contradicted', 'statements are contradicted'],
  ['not-in-case', 'statement is not in the case', 'statements are not in the case'],
  ['miscalculated', 'value is miscalculated', 'values are miscalculated'],
  ['cannot-tell', 'statement could not be checked', 'statements could not be checked'],
];

function countedVerdicts(verdicts: readonly Verdict[]): readonly string[] {
  return OF_OUTCOME.flatMap(([outcome, one, many]) => {
    const count = verdicts.filter((verdict) => verdict.outcome === outcome).length;
    return count === 0 ? [] : [`${count} ${count === 1 ? one : many}.`];
  });
}

/** What a reader must know where the engine did not give the probability of everything that it said. */
export function limitsOfProbabilities(tokens: readonly TracedToken[]): readonly string[] {
  const said = tokens.reduce((sum, { text }) => sum + text.length, 0);
  const scored = tokens.reduce(
    (sum, { text, logprob }) => sum + (logprob === undefined ? 0 : text.length),
    0,
  );
  if (scored === said) return [];
  return [
    scored === 0
      ? 'The server gave no probabilities for what the model said, so how sure it was is not known.'
      : `The server gave probabilities for ${Math.floor((100 * scored) / said)} % of what the model said; of the rest, how sure it was is not known.`,
  ];
}

/** What a reader must know about the limits of a run, one sentence each, the weightiest first. */
export function limitsOf(
  reading: CaseReading,
  verdicts: readonly Verdict[],
  stop: StopReason,
  manifest: RunManifest | undefined,
): readonly string[] {
  const limits: string[] = [];
  if (manifest?.engine.model === EMBEDDED_ID) {
    limits.push(
      'The embedded model is small, knows 49 conditions, learned from synthetic cases and is not for patient care.',
      'Its lists can hold only findings that were read in the case and bear on the diagnosis, its diagnoses are only those on offer, and its probabilities are computed: that they fit the case is by construction and no sign of understanding.',
    );
  } else {
    limits.push('A model wrote this reasoning; it is no substitute for clinical judgement.');
  }
  const stopped = STOPPED[stop];
  if (stopped !== undefined) {
    limits.push(stopped);
  }
  limits.push(...countedVerdicts(verdicts));
  if (reading.findings.length === 0) {
    limits.push('No finding of the vocabulary was recognised in the case.');
  }
  limits.push(
    'Checked are findings of the vocabulary, measured values, age, sex, times and sides, arithmetic, scores with a known formula, citations and consistency; a statement that no rule can decide carries no verdict, and that is not a sign that it holds.',
  );
  if (manifest === undefined) {
    limits.push('The reasoning was pasted: what wrote it, and how sure it was, is not known.');
  }
  limits.push('A written chain of thought need not be how the model came to its answer.');
  return limits;
}
