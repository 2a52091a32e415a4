import { createCheckContext } from '@/lib/audit/check';
import { judgeCitations } from '@/lib/audit/checks/citations';
import type { CaseReading } from '@/lib/case/case';
import {
  type CitedFindings,
  type FindingsBySentence,
  findingsBehind,
} from '@/lib/explanation/link-findings';
import { sliceSpan } from '@/lib/text/span';
import type { DifferentialItem, TraceReading } from '@/lib/trace/trace';

/** A line of the differential with what its citations stand for. */
export interface LinkedDiagnosis {
  readonly item: DifferentialItem;
  readonly for: readonly CitedFindings[];
  readonly against: readonly CitedFindings[];
}

/**
 * For each line of the differential what it rests on. The lines are judged here, not looked up among the verdicts of the
 * audit: it judges only the lines that say enough to be steps as well.
 */
export function linkDifferential(
  reading: CaseReading,
  trace: TraceReading,
  bySentence: FindingsBySentence,
): readonly LinkedDiagnosis[] {
  const context = createCheckContext(reading);
  return trace.differential.map((item) => {
    const citations = [...item.for, ...item.against].sort((a, b) => a.start - b.start);
    // The name of a diagnosis is no finding that it cites, even where it sounds like one.
    const step = { start: item.start, end: item.end, title: item.name, citations };
    const verdicts = judgeCitations({ step, text: sliceSpan(trace.text, item) }, context);
    const link = (side: DifferentialItem['for']) =>
      side.map((citation) => findingsBehind(citation, verdicts, bySentence));
    return { item, for: link(item.for), against: link(item.against) };
  });
}
