'use client';

import { memo } from 'react';
import { FindingChip, SentenceChip } from '@/components/case/case-chip';
import { usePointed } from '@/components/pointing/use-pointing';
import { TakenBack } from '@/components/reasoning/step-taken-back';
import { StepText } from '@/components/reasoning/step-text';
import { classNames } from '@/components/ui/class-names';
import { Disclosure } from '@/components/ui/disclosure';
import { PlainText, plainTitle } from '@/components/ui/plain-text';
import { faultsOf } from '@/components/verdict/faults';
import { VerdictLine } from '@/components/verdict/verdict-line';
import { VerdictTally } from '@/components/verdict/verdict-tally';
import { partTakenBack } from '@/lib/audit/taken-back';
import type { Verdict } from '@/lib/audit/verdict';
import type { CaseReading } from '@/lib/case/case';
import type { ExplainedStep } from '@/lib/explanation/explanation';
import type { Span } from '@/lib/text/span';
import type { Correction, Role } from '@/lib/trace/trace';

export interface StepCardProps {
  readonly reading: CaseReading;
  /** The trace's text; only the part under the step is read. */
  readonly text: string;
  readonly step: ExplainedStep;
  readonly index: number;
  /** The verdicts on statements of this step. */
  readonly verdicts: readonly Verdict[];
  /** Corrections that take back something in this step, or that stand in it. */
  readonly corrections: readonly Correction[];
  /** All steps, to tell in which one something stands. */
  readonly steps: readonly Span[];
  /** Nothing can be added to it any more. */
  readonly closed: boolean;
}

/** One step: its role, its words with what was checked in them, and chips for what it rests on. */
export const StepCard = memo(function StepCard(props: StepCardProps) {
  const { reading, text, step, index, corrections, closed } = props;
  const { claimed, takenBack } = partTakenBack(props.verdicts, corrections);
  const lit = usePointed(
    (target) =>
      target !== undefined &&
      (target.steps.includes(index) ||
        target.findings.some((finding) => step.findings.includes(finding))),
  );
  const roles = step.roles.filter((role) => !repeatsRole(step.title, role));
  const faults = faultsOf(claimed);
  const recomputed = claimed.filter(
    (verdict) => verdict.working !== undefined && verdict.outcome === 'supported',
  );

  return (
    <article
      id={`step-${index + 1}`}
      tabIndex={-1}
      aria-label={`Step ${index + 1}: ${plainTitle(step.title ?? step.roles.join(', '))}`}
      data-lit={lit}
      className={classNames(
        'grid grid-cols-[2rem_minmax(0,1fr)] border-b border-l-2 border-b-line py-3 pr-1 transition-[background-color,border-color]',
        lit ? 'border-l-lit-line bg-lit/40' : 'border-l-transparent',
      )}
    >
      <span className="pr-2.5 text-right font-mono text-xs leading-5 text-ink-3">{index + 1}</span>
      <div className="grid min-w-0 gap-1.5">
        <header className="flex flex-wrap items-start justify-between gap-x-3 gap-y-1">
          <div className="min-w-0">
            {roles.length === 0 && closed ? null : (
              <p className="text-2xs font-semibold tracking-[0.06em] text-ink-3 uppercase">
                {roles.join(' · ')}
                {closed ? null : (
                  <span className="font-normal tracking-normal normal-case">
                    {roles.length === 0 ? '' : ' · '}being written
                  </span>
                )}
              </p>
            )}
            {step.title === undefined ? null : (
              <h3 dir="auto" className="leading-snug font-semibold">
                <PlainText text={step.title} />
              </h3>
            )}
          </div>
          <VerdictTally verdicts={claimed} />
        </header>
        <StepText
          reading={reading}
          text={text}
          step={step}
          index={index}
          verdicts={claimed}
          takenBack={corrections.map(({ takesBack }) => takesBack)}
        />
        <TakenBack {...props} verdicts={takenBack} />
        <Grounds reading={reading} step={step} />
        {faults.length === 0 ? null : (
          <VerdictLines {...props} verdicts={faults} className="mt-0.5" />
        )}
        {recomputed.length === 0 ? null : (
          <Disclosure
            summary={
              <span className="text-2xs text-ink-2">
                {recomputed.length === 1
                  ? 'One number recomputed as stated'
                  : `${recomputed.length} numbers recomputed as stated`}
              </span>
            }
          >
            <VerdictLines {...props} verdicts={recomputed} className="mt-1" />
          </Disclosure>
        )}
      </div>
    </article>
  );
}, isSameStep);

/** Whether a heading says the role itself ("Evidence for croup", "Hypotheses"), so that a label would say it twice. */
function repeatsRole(title: string | undefined, role: Role): boolean {
  const stem = role.slice(0, -2);
  return title?.toLowerCase().startsWith(stem) ?? false;
}

/** Verdicts one below the other, each leading to its words. */
function VerdictLines({
  text,
  steps,
  verdicts,
  className,
}: Pick<StepCardProps, 'text' | 'steps' | 'verdicts'> & { className: string }) {
  return (
    <ul className={classNames('grid gap-1', className)}>
      {verdicts.map((verdict) => (
        <VerdictLine
          key={`${verdict.check}-${verdict.trace.start}-${verdict.trace.end}`}
          text={text}
          verdict={verdict}
          steps={steps}
          from="reasoning"
        />
      ))}
    </ul>
  );
}

/** The findings that the step rests on, and the sentences it cites beside them. */
function Grounds({ reading, step }: { reading: CaseReading; step: ExplainedStep }) {
  const shown = new Set(step.findings.map((index) => reading.findings[index]?.sentence));
  const others = new Map(
    step.citations
      .filter((citation) => !shown.has(citation.sentence))
      .map((citation) => [citation.sentence, citation] as const),
  );
  if (step.findings.length === 0 && others.size === 0) return null;
  return (
    <ul aria-label="Rests on" className="flex flex-wrap gap-1">
      {step.findings.map((finding) => (
        <li key={finding} className="max-w-full">
          <FindingChip reading={reading} finding={finding} from="reasoning" />
        </li>
      ))}
      {[...others.values()].map((citation) => (
        <li key={`sentence-${citation.sentence}`} className="max-w-full">
          <SentenceChip sentence={citation.sentence} span={citation.case} from="reasoning" />
        </li>
      ))}
    </ul>
  );
}

/** A step that has not grown, moved or been judged again is not drawn again. */
function isSameStep(a: StepCardProps, b: StepCardProps): boolean {
  return (
    a.reading === b.reading &&
    a.index === b.index &&
    a.closed === b.closed &&
    a.step.start === b.step.start &&
    a.step.end === b.step.end &&
    a.step.title === b.step.title &&
    a.step.roles.join() === b.step.roles.join() &&
    a.step.findings.join() === b.step.findings.join() &&
    a.verdicts.length === b.verdicts.length &&
    a.verdicts.every((verdict, position) => verdict === b.verdicts[position]) &&
    a.corrections.length === b.corrections.length
  );
}
