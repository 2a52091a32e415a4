'use client';

import { deviceWords } from '@/components/explanation/manifest';
import { Dialog } from '@/components/ui/dialog';
import type { EngineDescription } from '@/lib/engine/engine';

/** What this is, what it must not be used for, and what model is at work. */
export function AboutDialog({
  engine,
  onClose,
}: {
  engine: EngineDescription | undefined;
  onClose: () => void;
}) {
  return (
    <Dialog title="About Rationale" onClose={onClose}>
      <div className="grid gap-4 text-sm">
        <p>
          Rationale lets a language model reason about a clinical case in this browser, ties each
          step to the sentences of the case that it rests on, and checks what it says about the
          patient against them. Every run is kept in this browser, in a ledger that shows when
          something was changed later.
        </p>
        <section className="rounded-md border border-not-in-case bg-not-in-case-bg px-3 py-2">
          <h3 className="font-semibold">Not for patient care</h3>
          <p>
            It is for education and demonstration. It is not a medical device, and its embedded
            model knows 49 conditions from synthetic patients. Do not diagnose, treat or triage with
            it, and do not enter what identifies a real person.
          </p>
        </section>
        <section>
          <h3 className="font-semibold">What the checks can tell</h3>
          <p>
            That a statement is supported means that the case says so, or that a number comes out as
            stated. It does not mean that the conclusion follows, or that the written steps are how
            the model came to its answer. What no rule can decide carries no verdict.
          </p>
        </section>
        <section>
          <h3 className="font-semibold">What the numbers rest on</h3>
          <p>
            Scores and formulas that a reasoning states are computed again;{' '}
            <a href="/calculators" className="text-accent underline underline-offset-4">
              all calculators
            </a>{' '}
            are listed with their sources, and so are{' '}
            <a href="/conditions" className="text-accent underline underline-offset-4">
              all conditions
            </a>
            , with what speaks for and against each. A reasoning of any other model can be{' '}
            <a href="/audit" className="text-accent underline underline-offset-4">
              checked without a model
            </a>
            .
          </p>
        </section>
        <section>
          <h3 className="font-semibold">Where things are</h3>
          <p>
            {engine?.kind === 'endpoint'
              ? `The model that you chose runs elsewhere: ${engine.deviceReason}. The case is sent there when you press Reason; no other place is asked for anything.`
              : 'The model runs on this device. The page makes no request to any other place.'}{' '}
            Otherwise cases and runs leave this browser only when you export or print them. Other
            models, and the places that this browser may connect to, stand under{' '}
            <a href="/models" className="text-accent underline underline-offset-4">
              Models
            </a>
            .
          </p>
        </section>
        {engine === undefined ? null : (
          <section>
            <h3 className="pb-1 font-semibold">The model at work</h3>
            <dl className="grid grid-cols-[7rem_minmax(0,1fr)] gap-x-3 gap-y-1 text-xs text-ink-2">
              <Fact term="Model" detail={engine.model} />
              <Fact term="Revision" detail={engine.revision} />
              <Fact term="Precision" detail={engine.precision} />
              <Fact term="Context" detail={contextWords(engine.contextLength)} />
              <Fact term="Device" detail={deviceWords(engine.device, engine.threads)} />
              <Fact term="Why this device" detail={engine.deviceReason} />
            </dl>
          </section>
        )}
      </div>
    </Dialog>
  );
}

function contextWords(tokens: number | undefined): string {
  return tokens === undefined ? 'not told' : `${tokens.toLocaleString('en')} tokens`;
}

function Fact({ term, detail }: { term: string; detail: string }) {
  return (
    <>
      <dt className="text-ink-3">{term}</dt>
      <dd className="wrap-anywhere">{detail}</dd>
    </>
  );
}
