import type { Verdict } from '@/lib/audit/verdict';
import type { CaseReading } from '@/lib/case/case';
import { overlaps, type Span } from '@/lib/text/span';
import type { Citation, Step } from '@/lib/trace/trace';

/** Where the findings of a case were used, by sentence number. */
export type FindingsBySentence = ReadonlyMap<number, readonly number[]>;

/** The indices of the findings of each sentence. */
export function findingsBySentence(reading: CaseReading): FindingsBySentence {
  const bySentence = new Map<number, number[]>();
  for (const [index, finding] of reading.findings.entries()) {
    bySentence.set(finding.sentence, [...(bySentence.get(finding.sentence) ?? []), index]);
  }
  return bySentence;
}

/** The indices of the findings in the cited sentences. */
export function findingsCited(
  citations: readonly Citation[],
  bySentence: FindingsBySentence,
): readonly number[] {
  return citations.flatMap(({ sentence }) => bySentence.get(sentence) ?? []);
}

/**
 * For each step the indices of the findings that it names or cites, ascending. A citation whose words name a finding of
 * its sentence stands for that finding alone; any other stands for all findings of its sentence.
 */
export function linkFindings(
  steps: readonly Step[],
  verdicts: readonly Verdict[],
  bySentence: FindingsBySentence,
): readonly (readonly number[])[] {
  const linked = verdicts
    .filter(({ findings }) => findings.length > 0)
    .sort((a, b) => a.trace.start - b.trace.start);
  let next = 0;
  return steps.map((step) => {
    const found = new Set<number>();
    const explained: Span[] = [];
    while ((linked[next]?.trace.end ?? Number.POSITIVE_INFINITY) <= step.start) {
      next += 1;
    }
    for (let at = next; (linked[at]?.trace.start ?? step.end) < step.end; at += 1) {
      const verdict = linked[at];
      if (verdict !== undefined && overlaps(verdict.trace, step)) {
        explained.push(verdict.trace);
        for (const index of verdict.findings) {
          found.add(index);
        }
      }
    }
    const open = step.citations.filter(
      (citation) => !explained.some((span) => overlaps(span, citation)),
    );
    for (const index of findingsCited(open, bySentence)) {
      found.add(index);
    }
    return [...found].sort((a, b) => a - b);
  });
}
