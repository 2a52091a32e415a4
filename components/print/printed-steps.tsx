import { annotate } from '@/components/reasoning/annotate';
import { Icon } from '@/components/ui/icon';
import { PlainText, QuotedText } from '@/components/ui/plain-text';
import { faultsOf } from '@/components/verdict/faults';
import { numberWords } from '@/components/verdict/number-words';
import { VERDICT_WORDS } from '@/components/verdict/verdict-words';
import { partTakenBack } from '@/lib/audit/taken-back';
import type { Verdict, Working } from '@/lib/audit/verdict';
import type { ExplainedStep, Explanation } from '@/lib/explanation/explanation';
import { bodyOfStep } from '@/lib/explanation/step-body';
import { verdictsByStep, verdictsOnTheWhole } from '@/lib/explanation/verdicts-by-step';
import { overlaps, type Span, sliceSpan } from '@/lib/text/span';
import type { Correction } from '@/lib/trace/trace';

/** Every step as it was written, with what was found in it, in words as well as signs. */
export function PrintedSteps({ explanation }: { explanation: Explanation }) {
  const { steps, trace, verdicts, corrections } = explanation;
  const byStep = verdictsByStep(steps, verdicts);
  const whole = verdictsOnTheWhole(steps, verdicts).filter(isFault);
  return (
    <ol>
      {steps.map((step, index) => (
        <PrintedStep
          key={step.start}
          text={trace.text}
          step={step}
          number={index + 1}
          verdicts={byStep.get(index) ?? []}
          corrections={corrections.filter(({ takesBack }) => overlaps(takesBack, step))}
        />
      ))}
      {whole.map((verdict) => (
        <li
          key={`${verdict.check}-${verdict.trace.start}-${verdict.trace.end}-${verdict.detail}`}
          className="break-inside-avoid"
        >
          <PrintedVerdict text={trace.text} verdict={verdict} />
        </li>
      ))}
    </ol>
  );
}

function PrintedStep({
  text,
  step,
  number,
  verdicts,
  corrections,
}: {
  text: string;
  step: ExplainedStep;
  number: number;
  verdicts: readonly Verdict[];
  corrections: readonly Correction[];
}) {
  const { claimed } = partTakenBack(verdicts, corrections);
  const supported = claimed.filter((verdict) => !isFault(verdict));
  return (
    <li className="mb-2 grid break-inside-avoid grid-cols-[2rem_minmax(0,1fr)]">
      <span className="font-mono">{number}</span>
      <div>
        <p className="font-semibold">
          <PlainText text={step.title ?? step.roles.join(', ')} />
          {step.title === undefined ? null : (
            <span className="font-normal"> ({step.roles.join(', ')})</span>
          )}
        </p>
        <StepWords
          text={text}
          span={bodyOfStep(text, step, step.title)}
          takenBack={corrections.map(({ takesBack }) => takesBack)}
        />
        {supported.length === 0 ? null : (
          <p className="flex items-center gap-1">
            <Icon name="supported" size={11} /> {supported.length} supported
          </p>
        )}
        {supported
          .filter(({ working }) => working !== undefined)
          .concat(faultsOf(claimed))
          .map((verdict) => (
            <PrintedVerdict
              key={`${verdict.check}-${verdict.trace.start}-${verdict.trace.end}-${verdict.detail}`}
              text={text}
              verdict={verdict}
            />
          ))}
      </div>
    </li>
  );
}

/** The words of a step; those taken back are struck through and said to be. */
function StepWords({
  text,
  span,
  takenBack,
}: {
  text: string;
  span: Span;
  takenBack: readonly Span[];
}) {
  return (
    <p dir="auto" className="wrap-anywhere whitespace-pre-line">
      {annotate(span, { citations: [], verdicts: [], takenBack }).map((piece) =>
        piece.takenBack ? (
          <span key={piece.start}>
            <del>
              <PlainText text={sliceSpan(text, piece)} />
            </del>{' '}
            [taken back]
          </span>
        ) : (
          <PlainText key={piece.start} text={sliceSpan(text, piece)} />
        ),
      )}
    </p>
  );
}

function PrintedVerdict({ text, verdict }: { text: string; verdict: Verdict }) {
  return (
    <div className="break-inside-avoid">
      <p>
        <span className="inline-flex items-center gap-1 font-semibold">
          <Icon name={verdict.outcome} size={11} /> {VERDICT_WORDS[verdict.outcome]}:
        </span>{' '}
        <q>
          <QuotedText text={sliceSpan(text, verdict.trace).trim().slice(0, 300)} />
        </q>{' '}
        <PlainText text={verdict.detail} />
      </p>
      {verdict.working === undefined ? null : <PrintedWorking working={verdict.working} />}
    </div>
  );
}

function PrintedWorking({ working }: { working: Working }) {
  const { title, expression, inputs, result, stated, unit, tolerance, source } = working;
  return (
    <p className="border-l border-line-strong pl-2 text-[8.5pt]">
      {title}: <PlainText text={expression} />. Stated {numberWords(stated, unit)}, recomputed{' '}
      {numberWords(result, unit)}; allowed: {tolerance}.
      {inputs.length === 0
        ? null
        : ` Inputs: ${inputs.map((input) => `${input.name} ${numberWords(input.value, input.unit)}${input.from === undefined ? '' : ` (${input.from.text === 'case' ? 'case' : 'reasoning'})`}`).join('; ')}.`}
      {source === undefined ? null : ` Source: ${source}`}
    </p>
  );
}

function isFault(verdict: Verdict): boolean {
  return verdict.outcome !== 'supported';
}
