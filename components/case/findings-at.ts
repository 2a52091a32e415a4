import type { CaseReading, Finding } from '@/lib/case/case';
import { overlaps, type Span } from '@/lib/text/span';

/** The findings that have this very span of the case ("calf" inside "calf is swollen"), or else all that it touches. */
export function findingsAt({ findings }: CaseReading, span: Span): readonly Finding[] {
  const exact = findings.filter(
    ({ span: { start, end } }) => start === span.start && end === span.end,
  );
  return exact.length > 0 ? exact : findings.filter((finding) => overlaps(finding.span, span));
}
