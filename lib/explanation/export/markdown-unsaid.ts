import type { Omission } from '@/lib/audit/omissions/omission';
import type { Explanation } from '@/lib/explanation/explanation';
import { escapeMarkdown } from '@/lib/explanation/export/escape-markdown';
import { section } from '@/lib/explanation/export/markdown-words';
import { overlaps, type Span, sliceSpan } from '@/lib/text/span';

function stepNumber(steps: readonly Span[], span: Span): string {
  const index = steps.findIndex((step) => overlaps(step, span));
  return index === -1 ? 'outside the steps' : `step ${index + 1}`;
}

/** What the reasoning said and withdrew, with where. */
export function takenBackSection({ trace, steps, corrections }: Explanation): readonly string[] {
  if (corrections.length === 0) return [];
  const lines = corrections.map(
    ({ at, takesBack }) =>
      `- ~~${escapeMarkdown(sliceSpan(trace.text, takesBack))}~~ (${stepNumber(steps, takesBack)}; taken back in ${stepNumber(steps, at)})`,
  );
  return [section('Taken back, and not counted', lines.join('\n'))];
}

const TITLES: readonly (readonly [Omission['kind'], string])[] = [
  ['cant-miss-not-mentioned', 'Not to be missed, and never mentioned'],
  ['contradiction-not-addressed', 'Speaks against the answer, and not addressed'],
  ['finding-not-used', 'Findings that should have been used'],
];

function omissionLine(caseText: string, omission: Omission): string {
  const quotes = omission.case.map((span) => `“${escapeMarkdown(sliceSpan(caseText, span))}”`);
  return [
    `- **${escapeMarkdown(omission.label)}** ${escapeMarkdown(omission.detail)}`,
    ...(quotes.length === 0 ? [] : [`  - In the case: ${quotes.join(', ')}`]),
    ...(omission.source === undefined ? [] : [`  - Source: ${escapeMarkdown(omission.source)}`]),
  ].join('\n');
}

/** What the reasoning left unsaid, a section for each kind that there is. */
export function omissionSections({ case: given, omissions }: Explanation): readonly string[] {
  return TITLES.flatMap(([kind, title]) => {
    const lines = omissions
      .filter((omission) => omission.kind === kind)
      .map((omission) => omissionLine(given.text, omission));
    return lines.length === 0 ? [] : [section(title, lines.join('\n'))];
  });
}

/** Every finding that no step used. */
export function unusedSection({ case: given, findings, unused }: Explanation): string {
  const lines = unused.flatMap((index) => {
    const finding = findings[index];
    return finding === undefined
      ? []
      : [`- ${escapeMarkdown(finding.label)}: “${escapeMarkdown(sliceSpan(given.text, finding))}”`];
  });
  const none =
    findings.length === 0
      ? 'No finding was recognised in the case.'
      : 'Every recognised finding was used.';
  return section('Findings that were not used', lines.length === 0 ? none : lines.join('\n'));
}
