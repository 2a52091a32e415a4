import { type FindingWeight, weightOfFinding } from '@/lib/audit/omissions/finding-weight';
import type { Omission } from '@/lib/audit/omissions/omission';
import { wordsOfTrace } from '@/lib/audit/omissions/words-of-trace';
import type { CaseReading, Finding } from '@/lib/case/case';
import { overlaps, sliceSpan } from '@/lib/text/span';
import type { TraceReading } from '@/lib/trace/trace';

interface UnusedGroup {
  readonly finding: Finding;
  readonly indices: readonly number[];
  readonly weight: FindingWeight;
}

/** The findings of one concept and polarity, as one; a concept that is used anywhere is used. */
function groupsOf(reading: CaseReading, unused: readonly number[]): readonly UnusedGroup[] {
  const isUnused = new Set(unused);
  const used = new Set(
    reading.findings.filter((_, index) => !isUnused.has(index)).map(({ concept }) => concept),
  );
  const groups = new Map<string, { finding: Finding; indices: number[]; weight: FindingWeight }>();
  for (const index of unused) {
    const finding = reading.findings[index];
    if (finding === undefined || used.has(finding.concept)) {
      continue;
    }
    const key = `${finding.concept} ${finding.polarity}`;
    const group = groups.get(key);
    if (group === undefined) {
      groups.set(key, { finding, indices: [index], weight: weightOfFinding(finding) });
    } else {
      group.indices.push(index);
    }
  }
  return [...groups.values()];
}

/** Of several findings on the same words ("severe pain" is read as pain and as its degree) the first. */
function onePerPlace(groups: readonly UnusedGroup[]): readonly UnusedGroup[] {
  return groups.filter(
    ({ finding }, position) =>
      !groups.slice(0, position).some((other) => overlaps(other.finding.span, finding.span)),
  );
}

/**
 * The findings of the case that no step cites, names, or has the words of; `unused` are the indices of those that none
 * cites or names. The weightiest first.
 */
export function unusedFindingOmissions(
  reading: CaseReading,
  trace: TraceReading,
  unused: readonly number[],
): readonly Omission[] {
  const groups = groupsOf(reading, unused);
  const wordsOfCase = ({ span }: Finding) => sliceSpan(reading.case.text, span);
  const words = wordsOfTrace(
    trace,
    groups.flatMap(({ finding }) => [wordsOfCase(finding), finding.label]),
  );
  const left = groups
    .filter(
      ({ finding }) => !words.hasMostOf(wordsOfCase(finding)) && !words.hasMostOf(finding.label),
    )
    .sort(({ weight: a }, { weight: b }) => a.tier - b.tier || b.amount - a.amount);
  return onePerPlace(left).map(({ finding, indices, weight }) => ({
    kind: 'finding-not-used',
    label: finding.label,
    detail: `No step uses it; ${weight.reason}.`,
    case: indices.flatMap((index) => {
      const span = reading.findings[index]?.span;
      return span === undefined ? [] : [{ start: span.start, end: span.end }];
    }),
    findings: indices,
    ...(weight.source === undefined ? {} : { source: weight.source }),
  }));
}
