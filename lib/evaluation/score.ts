import type { CaseReading, Finding } from '@/lib/case/case';
import { observationOf } from '@/lib/case/observation';
import type { Change } from '@/lib/evaluation/changes/changed-cases';
import type { EvaluationCase, Setting } from '@/lib/evaluation/dataset';
import type { Explanation } from '@/lib/explanation/explanation';
import type { Condition } from '@/lib/knowledge/concept';
import { conditionNamed } from '@/lib/knowledge/conditions';
import { type Observation, posterior } from '@/lib/knowledge/likelihoods';
import { covers, overlaps, type Span } from '@/lib/text/span';

/** What Bayes' rule says of the same patient: the yardstick beside the model's answer. */
export interface ReferenceAnswer {
  readonly answer: string;
  readonly correct: boolean;
}

/** One answer, scored. */
export interface ScoredItem {
  readonly id: string;
  readonly setting: Setting;
  /** `null` where the right answer is to give none. */
  readonly truth: string | null;
  readonly group?: string;
  /** As the model wrote it; `null` where it gave none. */
  readonly answer: string | null;
  readonly option: string | null;
  readonly correct: boolean;
  readonly abstained: boolean;
  /** Place of the truth in the differential, from 1; `null` where it is not there. */
  readonly rank: number | null;
  /** Whether the differential names nothing twice. */
  readonly distinct: boolean;
  /** How well the differential agrees with the dataset's own: harmonic mean of precision and recall, 0 to 1. */
  readonly differentialF1?: number;
  /** As the model stated it, 0 to 1. */
  readonly confidence: number | null;
  /** What is amiss with the form; empty for a valid one. */
  readonly formFaults: readonly string[];
  /** Whether the answer is one of the options; `null` in the open setting. */
  readonly amongOptions: boolean | null;
  readonly citations: {
    readonly stated: number;
    /** How many name a sentence that there is. */
    readonly resolving: number;
    /** How many stand after words that the audit compared with the sentence, and how many of these it found borne out. */
    readonly compared: number;
    readonly supported: number;
  };
  readonly stop: Explanation['trace']['stop'];
  /** Bayes' rule on the findings that were recognised in the same text, and on all that the dataset knows. */
  readonly bayes?: { readonly recognised: ReferenceAnswer; readonly known?: ReferenceAnswer };
  /** The answers to the same case changed in ways that should not matter; absent where it was not asked for. */
  readonly changed?: readonly ChangedAnswer[];
}

/** The answer to a changed case, beside that to the case as it is. */
export interface ChangedAnswer {
  readonly change: Change;
  /** `null` where none was given. */
  readonly answer: string | null;
  readonly same: boolean;
}

/** Scores the explanation of one evaluation case. */
export function scoreItem(
  item: EvaluationCase,
  reading: CaseReading,
  explanation: Explanation,
): ScoredItem {
  const { answer, differential } = explanation;
  const rank = differential.findIndex(({ name }) => item.isTruth(name));
  const scored = {
    id: item.id,
    setting: item.setting,
    truth: item.truth.diagnosis,
    ...(item.group === undefined ? {} : { group: item.group }),
    answer: answer.diagnosis ?? null,
    option: answer.option ?? null,
    correct: isCorrect(item, explanation),
    abstained: answer.abstained,
    rank: rank === -1 ? null : rank + 1,
    distinct:
      new Set(differential.map(({ name }) => name.toLowerCase())).size === differential.length,
    ...agreement(differential, item.reference?.differential),
    confidence: answer.probability ?? null,
    formFaults: formFaultsOf(explanation),
    amongOptions: item.setting === 'open' ? null : isAmongOptions(item, explanation),
    citations: countCitations(reading, explanation),
    stop: explanation.trace.stop,
  };
  const { reference } = item;
  if (reference === undefined) return scored;
  const referenceAnswer = (observation: Observation): ReferenceAnswer => {
    const name = posterior(observation, reference.among)[0]?.condition.name ?? '';
    return { answer: name, correct: item.isTruth(name) };
  };
  return {
    ...scored,
    bayes: {
      recognised: referenceAnswer(observationOf(reading, firstOfEach(reading))),
      ...(reference.known === undefined ? {} : { known: referenceAnswer(reference.known) }),
    },
  };
}

/** What the form check found, and an answer without the confidence that the form asks for beside one. */
function formFaultsOf({ answer, verdicts }: Explanation): readonly string[] {
  const found = verdicts
    .filter(({ check, outcome }) => check === 'form' && outcome !== 'supported')
    .map(({ detail }) => detail);
  const isGiven = answer.diagnosis !== undefined || answer.option !== undefined;
  const lacksConfidence = isGiven && !answer.abstained && answer.probability === undefined;
  return lacksConfidence ? [...found, 'The answer states no confidence.'] : found;
}

/** The F1 of the conditions that a differential names against those that the dataset gives. */
function agreement(
  differential: Explanation['differential'],
  given: readonly Condition[] | undefined,
): Pick<ScoredItem, 'differentialF1'> {
  if (given === undefined) return {};
  const named = new Set(differential.flatMap(({ name }) => conditionNamed(name)?.id ?? []));
  const common = given.filter(({ id }) => named.has(id)).length;
  return { differentialF1: (2 * common) / (named.size + given.length) };
}

function isCorrect(item: EvaluationCase, { answer }: Explanation): boolean {
  if (item.truth.diagnosis === null) return answer.abstained;
  if (answer.abstained) return false;
  if (answer.option !== undefined && item.truth.option !== undefined) {
    return answer.option === item.truth.option;
  }
  return answer.diagnosis !== undefined && item.isTruth(answer.diagnosis);
}

function isAmongOptions(item: EvaluationCase, { answer }: Explanation): boolean {
  const { options } = item.case;
  if (answer.option !== undefined) return options.some(({ letter }) => letter === answer.option);
  const diagnosis = answer.diagnosis?.toLowerCase();
  return options.some(({ text }) => text.toLowerCase() === diagnosis);
}

/** The findings as the recogniser read them, each concept once; what is said first of it counts. */
function firstOfEach({ findings }: CaseReading): readonly Finding[] {
  const first = new Map<string, Finding>();
  for (const finding of findings) {
    if (!first.has(finding.concept)) first.set(finding.concept, finding);
  }
  return [...first.values()];
}

/**
 * Counts citations in steps and in lines of the differential that belong to no step. A line's citations are explained only
 * where they resolve; those that do not are told by the audit, with no span of the case.
 */
function countCitations(
  { sentences }: CaseReading,
  { steps, differential, verdicts }: Explanation,
): ScoredItem['citations'] {
  const inSteps = steps.flatMap(({ citations }) => citations);
  const isInStep = (span: Span) => steps.some((step) => covers(step, span));
  const inLines = differential
    .filter(({ trace }) => !isInStep(trace))
    .flatMap((line) => [line.for, line.against])
    .flatMap((spans) =>
      sentences.filter((sentence) => spans.some((span) => overlaps(span, sentence.span))),
    );
  const judged = verdicts.filter(({ check }) => check === 'citations');
  const lost = judged.filter(
    (verdict) => verdict.case.length === 0 && verdict.outcome === 'not-in-case',
  );
  const lostInLines = lost.filter(({ trace }) => !isInStep(trace));
  return {
    stated: inSteps.length + inLines.length + lostInLines.length,
    resolving: inSteps.filter((citation) => citation.case !== undefined).length + inLines.length,
    compared: judged.length - lostInLines.length,
    supported: judged.filter(({ outcome }) => outcome === 'supported').length,
  };
}
