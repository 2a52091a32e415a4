import type { Verdict } from '@/lib/audit/verdict';
import type { CaseReading } from '@/lib/case/case';
import { overlaps } from '@/lib/text/span';
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

/** The findings of its sentence that a citation stands for. */
export interface CitedFindings {
  readonly sentence: number;
  /** Ascending. */
  readonly findings: readonly number[];
  /** Whether the words of the citation name these findings, rather than none that could be told. */
  readonly named: boolean;
}

/**
 * What a citation stands for, by the verdicts on its words. Words that name findings of the sentence stand for these alone,
 * words that name findings of other sentences only for none of this one, and any other words for all findings of it.
 */
export function findingsBehind(
  citation: Citation,
  verdicts: readonly Verdict[],
  bySentence: FindingsBySentence,
): CitedFindings {
  const { sentence } = citation;
  const ofSentence = bySentence.get(sentence) ?? [];
  const named = new Set(
    verdicts.flatMap(({ trace, findings }) => (overlaps(trace, citation) ? findings : [])),
  );
  const here = ofSentence.filter((index) => named.has(index));
  return { sentence, findings: named.size === 0 ? ofSentence : here, named: here.length > 0 };
}

/** For each step the indices of the findings that it names or that its citations stand for, ascending. */
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
    const here: Verdict[] = [];
    while ((linked[next]?.trace.end ?? Number.POSITIVE_INFINITY) <= step.start) {
      next += 1;
    }
    for (let at = next; (linked[at]?.trace.start ?? step.end) < step.end; at += 1) {
      const verdict = linked[at];
      if (verdict !== undefined && overlaps(verdict.trace, step)) {
        here.push(verdict);
        for (const index of verdict.findings) {
          found.add(index);
        }
      }
    }
    for (const citation of step.citations) {
      for (const index of findingsBehind(citation, here, bySentence).findings) {
        found.add(index);
      }
    }
    return [...found].sort((a, b) => a - b);
  });
}
