import type { CaseReading } from '@/lib/case/case';
import { readCase } from '@/lib/case/read-case';
import { changedCases } from '@/lib/evaluation/changes/changed-cases';
import { concluded, isSameConclusion } from '@/lib/evaluation/changes/same-answer';
import type { EvaluationCase } from '@/lib/evaluation/dataset';
import { type Metrics, measure } from '@/lib/evaluation/metrics';
import { type ChangedAnswer, type ScoredItem, scoreItem } from '@/lib/evaluation/score';
import type { Explanation } from '@/lib/explanation/explanation';

export interface Evaluation {
  readonly dataset: string;
  readonly model: string;
  /** How many patients or questions; each may have been asked in more than one setting. */
  readonly n: number;
  readonly metrics: Metrics;
  readonly items: readonly ScoredItem[];
}

/** How the model is asked: `changed`, also about every case changed in ways that should not matter. */
export interface Asking {
  readonly explain: (reading: CaseReading) => Promise<Explanation>;
  readonly changed: boolean;
  readonly signal: AbortSignal;
}

/**
 * Asks and scores every case, one after the other, and tells `onItem` of each. Ends early, with what there is, when the
 * signal is aborted. Throws what `explain` throws.
 */
export async function evaluate(
  subject: { readonly dataset: string; readonly model: string },
  cases: readonly EvaluationCase[],
  asking: Asking,
  onItem: (item: ScoredItem, done: number) => void,
): Promise<Evaluation> {
  const items: ScoredItem[] = [];
  for (const item of cases) {
    const reading = readCase(item.case);
    const explanation = await asking.explain(reading);
    const changed = asking.changed
      ? { changed: await answersToChanged(item, reading, explanation, asking) }
      : {};
    if (asking.signal.aborted) break;
    const scored = { ...scoreItem(item, reading, explanation), ...changed };
    items.push(scored);
    onItem(scored, items.length);
  }
  return {
    ...subject,
    n: new Set(items.map(({ id }) => id)).size,
    metrics: measure(items),
    items,
  };
}

async function answersToChanged(
  item: EvaluationCase,
  reading: CaseReading,
  { answer }: Explanation,
  { explain, signal }: Asking,
): Promise<readonly ChangedAnswer[]> {
  const before = concluded(item.case, answer);
  const answers: ChangedAnswer[] = [];
  for (const changed of changedCases(item, reading)) {
    if (signal.aborted) break;
    const explanation = await explain(readCase(changed.case));
    const after = concluded(changed.case, explanation.answer);
    answers.push({
      change: changed.change,
      answer: after.diagnosis,
      same: isSameConclusion(before, after),
    });
  }
  return answers;
}
