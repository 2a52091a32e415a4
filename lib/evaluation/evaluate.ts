import type { CaseReading } from '@/lib/case/case';
import { readCase } from '@/lib/case/read-case';
import type { EvaluationCase } from '@/lib/evaluation/dataset';
import { type Metrics, measure } from '@/lib/evaluation/metrics';
import { type ScoredItem, scoreItem } from '@/lib/evaluation/score';
import type { Explanation } from '@/lib/explanation/explanation';

export interface Evaluation {
  readonly dataset: string;
  readonly model: string;
  /** How many patients or questions; each may have been asked in more than one setting. */
  readonly n: number;
  readonly metrics: Metrics;
  readonly items: readonly ScoredItem[];
}

/**
 * Asks and scores every case, one after the other, and tells `onItem` of each. Ends early, with what there is, when the
 * signal is aborted. Throws what `explain` throws.
 */
export async function evaluate(
  subject: { readonly dataset: string; readonly model: string },
  cases: readonly EvaluationCase[],
  explain: (reading: CaseReading) => Promise<Explanation>,
  onItem: (item: ScoredItem, done: number) => void,
  signal: AbortSignal,
): Promise<Evaluation> {
  const items: ScoredItem[] = [];
  for (const item of cases) {
    const reading = readCase(item.case);
    const explanation = await explain(reading);
    if (signal.aborted) break;
    const scored = scoreItem(item, reading, explanation);
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
