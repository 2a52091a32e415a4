'use client';

import { Fragment, memo, useEffect, useMemo, useState } from 'react';
import { usePointing } from '@/components/pointing/use-pointing';
import type { Said } from '@/components/reasoning/run-state';
import { StepCard } from '@/components/reasoning/step-card';
import { Button } from '@/components/ui/button';
import type { Verdict } from '@/lib/audit/verdict';
import type { CaseReading } from '@/lib/case/case';
import type { ExplainedStep } from '@/lib/explanation/explanation';
import { stepAt, verdictsByStep } from '@/lib/explanation/verdicts-by-step';
import { overlaps } from '@/lib/text/span';
import type { Correction } from '@/lib/trace/trace';

/** Steps drawn at once: more than nearly any reasoning has, few enough that the page stays quick. */
const PORTION = 300;

/** The steps of a reasoning; a very long one in portions. */
export const Steps = memo(function Steps({ said, reading }: { said: Said; reading: CaseReading }) {
  const { steps } = said;
  const [limit, showUpTo] = useLimit(steps.length);
  const byStep = useMemo(() => verdictsByStep(steps, said.verdicts), [steps, said.verdicts]);
  const corrections = useCorrectionsByStep(said);
  const firstOfAnswer = useMemo(() => firstStepOfAnswer(said), [said]);
  if (steps.length === 0) {
    return (
      <p className="text-xs text-ink-2">No step could be told apart; the raw text has it all.</p>
    );
  }
  return (
    <div className="-mx-2 -mt-3">
      {steps.slice(0, limit).map((step, index) => (
        <Fragment key={step.start}>
          {step === firstOfAnswer ? <AnswerBegins /> : null}
          <StepCard
            reading={reading}
            text={said.text}
            step={step}
            index={index}
            steps={steps}
            verdicts={byStep.get(index) ?? NO_VERDICTS}
            corrections={corrections.get(index) ?? NO_CORRECTIONS}
            closed={index < said.closedSteps}
          />
        </Fragment>
      ))}
      {limit >= steps.length ? null : (
        <p className="flex items-center justify-between gap-3 px-2 py-3 text-xs text-ink-2">
          {limit} of {steps.length.toLocaleString('en')} steps are shown.
          <Button emphasis="outlined" onClick={() => showUpTo(limit + PORTION)}>
            Show {Math.min(PORTION, steps.length - limit)} more
          </Button>
        </p>
      )}
    </div>
  );
});

const NO_VERDICTS: readonly Verdict[] = [];
const NO_CORRECTIONS: readonly Correction[] = [];

/** How many steps are drawn; pointing at a later one draws up to it. */
function useLimit(count: number): readonly [number, (limit: number) => void] {
  const [limit, setLimit] = useState(PORTION);
  const pointing = usePointing();
  useEffect(() => {
    if (count <= PORTION) return;
    return pointing.subscribe(() => {
      const last = Math.max(-1, ...(pointing.chosen()?.steps ?? []));
      setLimit((before) => (last < before ? before : Math.ceil((last + 1) / PORTION) * PORTION));
    });
  }, [pointing, count]);
  return [limit, setLimit];
}

/** Parts what the model thought from what it then wrote as its answer. */
function AnswerBegins() {
  return (
    <p className="border-b border-line bg-sunken py-1 pl-10 text-2xs text-ink-2">
      The thinking ends here; what follows is its written answer.
    </p>
  );
}

function firstStepOfAnswer({ channels, steps }: Said): ExplainedStep | undefined {
  const thinks = channels.some(({ channel }) => channel === 'thinking');
  if (!thinks) return undefined;
  const answers = channels.filter(({ channel }) => channel === 'answer');
  return steps.find((step) => answers.some((span) => overlaps(span, step)));
}

/** The corrections that concern each step, by its index: what they take back stands in it, or they do. */
function useCorrectionsByStep({
  steps,
  corrections,
}: Said): ReadonlyMap<number, readonly Correction[]> {
  return useMemo(() => {
    const byStep = new Map<number, Correction[]>();
    for (const correction of corrections) {
      const { at, takesBack } = correction;
      const concerned = new Set<number>([stepAt(steps, at.start)]);
      for (let index = stepAt(steps, takesBack.start); index < steps.length; index += 1) {
        const step = steps[index];
        if (step === undefined || step.start >= takesBack.end) break;
        if (overlaps(step, takesBack)) concerned.add(index);
      }
      for (const index of concerned) byStep.set(index, [...(byStep.get(index) ?? []), correction]);
    }
    return byStep;
  }, [steps, corrections]);
}
