import { type StatedQuality, statedQualities } from '@/lib/audit/stated-qualities';
import type { CaseReading } from '@/lib/case/case';
import { splitSentences } from '@/lib/case/sentences';
import type { QualityAxis } from '@/lib/knowledge/opposite-qualities';
import type { Span } from '@/lib/text/span';

/** What a case says that speaks for or against a quality. */
export interface QualityComparison {
  readonly outcome: 'supported' | 'contradicted';
  /** Spans of the case. */
  readonly spans: readonly Span[];
}

/** The case as qualities are looked up in it. */
export interface CaseQualities {
  /** Nothing where the case does not speak of it, or speaks both ways. */
  compare(stated: StatedQuality): QualityComparison | undefined;
}

/** Reads the qualities out of a case. */
export function createCaseQualities(reading: CaseReading): CaseQualities {
  const text = reading.case.text;
  const byAxis = new Map<QualityAxis, StatedQuality[]>();
  for (const sentence of splitSentences(text)) {
    for (const one of statedQualities(text.slice(sentence.start, sentence.end))) {
      const span = { start: sentence.start + one.span.start, end: sentence.start + one.span.end };
      byAxis.set(one.axis, [...(byAxis.get(one.axis) ?? []), { ...one, span }]);
    }
  }

  function compare(stated: StatedQuality): QualityComparison | undefined {
    const known = byAxis.get(stated.axis) ?? [];
    const same = known.filter(({ quality }) => quality === stated.quality);
    const sure = same.filter(({ denial, close }) => denial === 'no' && close);
    if (stated.denial === 'surely') {
      return sure.length > 0 && same.length === sure.length
        ? { outcome: 'contradicted', spans: sure.map(({ span }) => span) }
        : undefined;
    }
    if (stated.denial === 'perhaps') {
      return undefined;
    }
    if (same.length > 0) {
      return sure.length > 0
        ? { outcome: 'supported', spans: sure.map(({ span }) => span) }
        : undefined;
    }
    const others = known.filter(({ denial, close }) => denial === 'no' && close);
    return others.length > 0 && !stated.axis.compatible
      ? { outcome: 'contradicted', spans: others.map(({ span }) => span) }
      : undefined;
  }

  return { compare };
}
