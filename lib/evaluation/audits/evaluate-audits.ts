import { auditTrace } from '@/lib/audit/audit';
import { readCase } from '@/lib/case/read-case';
import type { AnnotatedTrace } from '@/lib/evaluation/audits/annotated-trace';
import { measureAudits } from '@/lib/evaluation/audits/measure-audits';
import { type ScoredAudit, scoreAudit } from '@/lib/evaluation/audits/score-audit';
import type { Metrics } from '@/lib/evaluation/metrics';
import { assembleExplanation } from '@/lib/explanation/assemble';
import { readTrace } from '@/lib/trace/read-trace';

export interface AuditEvaluation {
  readonly dataset: string;
  /** No model takes part. */
  readonly model: 'none';
  readonly n: number;
  readonly metrics: Metrics;
  readonly items: readonly ScoredAudit[];
}

/** Audits and scores every annotated trace. */
export function evaluateAudits(
  dataset: string,
  traces: readonly AnnotatedTrace[],
): AuditEvaluation {
  const items = traces.map((annotated) => {
    const reading = readCase(annotated.case);
    const trace = readTrace(annotated.reasoning);
    return scoreAudit(annotated, assembleExplanation(reading, trace, auditTrace(reading, trace)));
  });
  return { dataset, model: 'none', n: items.length, metrics: measureAudits(items), items };
}
