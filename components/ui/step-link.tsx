'use client';

import { PointingChip } from '@/components/ui/chip';
import type { Span } from '@/lib/text/span';

/** A chip that leads from the explanation to a step, and lights what it rests on. */
export function StepLink({ step, caseSpans = [] }: { step: number; caseSpans?: readonly Span[] }) {
  return (
    <PointingChip
      target={{ from: 'explanation', to: 'reasoning', caseSpans, findings: [], steps: [step] }}
    >
      step {step + 1}
    </PointingChip>
  );
}
