'use client';

import type { PointingSide } from '@/components/pointing/pointing';
import { PointingChip } from '@/components/ui/chip';
import { PlainText } from '@/components/ui/plain-text';
import { StepLinks } from '@/components/ui/step-link';
import { numberWords } from '@/components/verdict/number-words';
import type { Working, WorkingInput } from '@/lib/audit/verdict';
import type { Span } from '@/lib/text/span';

/** How a number was recomputed: the sum with its numbers, where each of them stands, and what it was held against. */
export function WorkingView({
  working,
  steps,
  from,
}: {
  working: Working;
  steps: readonly Span[];
  from: PointingSide;
}) {
  const { title, expression, inputs, result, stated, unit, tolerance, source } = working;
  const placed = inputs.filter((input) => input.from !== undefined);
  return (
    <div className="grid gap-1 rounded-md border border-line bg-raised px-2.5 py-1.5 text-xs">
      <p className="wrap-anywhere">
        <span className="font-medium">{title}</span>{' '}
        <span className="font-mono text-ink-2">
          <PlainText text={expression} />
        </span>
      </p>
      <dl className="flex flex-wrap gap-x-3 text-2xs text-ink-2">
        <Figure term="stated" detail={numberWords(stated, unit)} />
        <Figure term="recomputed" detail={numberWords(result, unit)} />
        <Figure term="allowed" detail={tolerance} />
      </dl>
      {placed.length === 0 ? null : (
        <ul aria-label="Inputs" className="flex flex-wrap gap-1">
          {placed.map((input) => (
            <li key={`${input.name}-${input.from?.start}`} className="max-w-full">
              <InputChip input={input} steps={steps} from={from} />
            </li>
          ))}
        </ul>
      )}
      {source === undefined ? null : (
        <p className="text-2xs wrap-anywhere text-ink-3">
          {source}{' '}
          <a href="/calculators" className="whitespace-nowrap text-accent underline">
            All calculators
          </a>
        </p>
      )}
    </div>
  );
}

function Figure({ term, detail }: { term: string; detail: string }) {
  return (
    <div className="flex gap-1">
      <dt className="text-ink-3">{term}</dt>
      <dd className="font-mono">{detail}</dd>
    </div>
  );
}

function InputChip({
  input,
  steps,
  from,
}: {
  input: WorkingInput;
  steps: readonly Span[];
  from: PointingSide;
}) {
  const { name, value, unit, from: place } = input;
  if (place === undefined) return null;
  const words = `${name} ${numberWords(value, unit)}`;
  if (place.text === 'case') {
    return (
      <PointingChip
        target={{ from, to: 'case', caseSpans: [place], findings: [], steps: [] }}
        title="Show it in the case"
      >
        {words} <span className="text-ink-3">case</span>
      </PointingChip>
    );
  }
  return (
    <span className="inline-flex items-center gap-1 text-2xs text-ink-2">
      {words} <StepLinks steps={steps} passages={[place]} from={from} />
    </span>
  );
}
