import { append } from '@/lib/audit/append';
import {
  type StatedQuality,
  statedQualities,
} from '@/lib/audit/patient-statements/stated-qualities';
import type { CaseReading } from '@/lib/case/case';
import { splitSentences } from '@/lib/case/sentences';
import type { QualityAxis } from '@/lib/knowledge/opposite-qualities';
import type { Span } from '@/lib/text/span';

/** The case as qualities are looked up in it. */
export interface CaseQualities {
  /** Where the case says the opposite; nothing where it does not speak of it, or speaks both ways. */
  opposites(stated: StatedQuality): readonly Span[];
}

const isSure = ({ denial, close }: StatedQuality) => denial === 'no' && close;

/** Reads the qualities out of a case. */
export function createCaseQualities(reading: CaseReading): CaseQualities {
  const text = reading.case.text;
  const byAxis = new Map<QualityAxis, StatedQuality[]>();
  for (const sentence of splitSentences(text)) {
    for (const one of statedQualities(text.slice(sentence.start, sentence.end))) {
      const span = { start: sentence.start + one.span.start, end: sentence.start + one.span.end };
      append(byAxis, one.axis, { ...one, span });
    }
  }

  return {
    opposites(stated) {
      const known = byAxis.get(stated.axis) ?? [];
      const same = known.filter(({ quality }) => quality === stated.quality);
      if (stated.denial === 'surely') {
        return same.every(isSure) ? same.map(({ span }) => span) : [];
      }
      const open = stated.denial === 'no' && same.length === 0 && !stated.axis.compatible;
      return open ? known.filter(isSure).map(({ span }) => span) : [];
    },
  };
}
