'use client';

import { Button } from '@/components/ui/button';
import { Keycap } from '@/components/ui/keycap';
import { VerdictLegend } from '@/components/verdict/verdict-legend';

const STEPS = [
  ['The case', 'what the model was told of the patient, word for word'],
  ['The reasoning', 'what the model wrote: its thinking, its answer, or both'],
  ['Check', 'each statement is held against the case; numbers are computed again'],
] as const;

/** What stands beside two empty fields: what to do, an example to learn from, and how to read what comes. */
export function AuditGuide({ onExample }: { onExample: () => void }) {
  return (
    <div className="grid max-w-[60ch] gap-4 text-sm text-ink-2">
      <p>
        Check what any model wrote about a case. No model runs for it, and nothing leaves this
        device.
      </p>
      <ol className="grid gap-1.5">
        {STEPS.map(([name, what], position) => (
          <li key={name} className="grid grid-cols-[1.5rem_minmax(0,1fr)]">
            <span className="font-mono text-xs leading-6 text-ink-3">{position + 1}</span>
            <span>
              <strong className="font-semibold text-ink">{name}</strong>: {what}.
              {name === 'Check' ? (
                <>
                  {' '}
                  <Keycap>Ctrl</Keycap> <Keycap>Enter</Keycap>
                </>
              ) : null}
            </span>
          </li>
        ))}
      </ol>
      <div className="grid justify-items-start gap-2 rounded-md border border-line bg-raised px-3 py-2.5">
        <p>
          The example reaches a sound answer by an unsound way: an age, a value, a sum, a side and a
          finding in it do not hold, and one statement is taken back. Can you find them before the
          check does?
        </p>
        <Button emphasis="outlined" onClick={onExample}>
          Load the example
        </Button>
      </div>
      <section aria-labelledby="how-to-read" className="border-t border-line pt-3">
        <h3 id="how-to-read" className="pb-2 text-xs font-semibold text-ink-2">
          How a statement can come out
        </h3>
        <VerdictLegend />
      </section>
    </div>
  );
}
