'use client';

import type { PointingSide } from '@/components/pointing/pointing';
import { PointingChip } from '@/components/ui/chip';
import { overlaps, type Span } from '@/lib/text/span';

/** A chip that leads to a step, and lights what it rests on and the words in it that are meant. */
export function StepLink({
  step,
  caseSpans = [],
  passages = [],
  from = 'explanation',
}: {
  step: number;
  caseSpans?: readonly Span[];
  passages?: readonly Span[];
  from?: PointingSide;
}) {
  return (
    <PointingChip
      target={{ from, to: 'reasoning', caseSpans, findings: [], steps: [step], passages }}
    >
      step {step + 1}
    </PointingChip>
  );
}

/** Links to each step that one of these passages stands in. */
export function StepLinks({
  steps,
  passages,
  from = 'explanation',
}: {
  steps: readonly Span[];
  passages: readonly Span[];
  from?: PointingSide;
}) {
  return stepsOf(steps, passages).map((step) => (
    <StepLink key={step} step={step} passages={passages} from={from} />
  ));
}

/** The indices of the steps that hold one of the passages, ascending. */
export function stepsOf(steps: readonly Span[], passages: readonly Span[]): readonly number[] {
  return steps.flatMap((step, index) =>
    passages.some((passage) => overlaps(step, passage)) ? [index] : [],
  );
}
