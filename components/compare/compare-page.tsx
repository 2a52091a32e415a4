'use client';

import { useEffect, useState } from 'react';
import type { CaseDraft } from '@/components/case/case-draft';
import { CaseEditor } from '@/components/case/case-editor';
import { readDraft } from '@/components/case/case-reader';
import { keptDraft } from '@/components/case/kept-draft';
import { receiveCaseFile } from '@/components/case/receive-file';
import { SAMPLE_CASES } from '@/components/case/sample-cases';
import { ComparisonResult } from '@/components/compare/comparison-result';
import { ModelPickers } from '@/components/compare/model-pickers';
import { type Side, useComparison } from '@/components/compare/use-comparison';
import { DocumentBar } from '@/components/frame/document-bar';
import { useLedger } from '@/components/runs/use-ledger';
import { Button } from '@/components/ui/button';
import { Disclosure } from '@/components/ui/disclosure';
import { FaultNotice } from '@/components/ui/notice';
import type { CaseFaultCode } from '@/lib/case/case';
import type { Fault } from '@/lib/text/outcome';

type Chosen = Pick<Side, 'choice' | 'name'>;

/** Two models on one case, side by side. */
export function ComparePage() {
  const ledger = useLedger();
  const [draft, setDraft] = useState<CaseDraft>(SAMPLE_CASES[0].draft);
  const [fault, setFault] = useState<Fault<CaseFaultCode>>();
  const [fileFault, setFileFault] = useState<Fault>();
  const { comparison, underWay, start, stop } = useComparison(ledger.ledger, ledger.report);
  useEffect(() => {
    const kept = keptDraft();
    if (kept !== undefined && kept.text.trim() !== '') setDraft(kept);
  }, []);

  const change = (next: CaseDraft) => {
    setFault(undefined);
    setFileFault(undefined);
    setDraft(next);
  };
  const receive = async (file: File) => {
    const received = await receiveCaseFile(file);
    if (received.ok) change(received.value);
    else setFileFault(received.fault);
  };
  const compare = (chosen: readonly [Chosen, Chosen]) => {
    const read = readDraft(draft);
    setFault(read.ok ? undefined : read.fault);
    if (read.ok) void start(read.value, chosen);
  };
  const shown = fault ?? fileFault;

  return (
    <>
      <DocumentBar page="compare" locked={underWay} />
      <main className="mx-auto grid max-w-5xl grid-cols-1 gap-6 px-4 py-6 sm:px-6">
        <header className="flex flex-wrap items-end justify-between gap-3">
          <div className="grid gap-2">
            <h1 className="text-xl font-semibold">Compare two models on a case</h1>
            <p className="max-w-prose text-ink-2 print:hidden">
              Both read the same case. Each run is kept among the earlier runs, with its own record
              of what ran.
            </p>
          </div>
          {comparison === undefined || underWay ? null : (
            <Button icon="print" className="print:hidden" onClick={() => window.print()}>
              Print
            </Button>
          )}
        </header>
        {ledger.fault === undefined ? null : (
          <FaultNotice fault={ledger.fault} onDismiss={ledger.dismissFault} />
        )}
        <section aria-label="What is compared" className="grid gap-4 print:hidden">
          <Disclosure
            open
            summary={<h2 className="text-sm font-semibold">Case</h2>}
            className="rounded-md border border-line bg-pane px-4 py-3"
          >
            <fieldset disabled={underWay} className="min-w-0 pt-2">
              <legend className="sr-only">The case</legend>
              <CaseEditor
                draft={draft}
                fault={fault?.code}
                onChange={change}
                onReplace={change}
                onFile={(file) => void receive(file)}
              />
            </fieldset>
          </Disclosure>
          {shown === undefined ? null : <FaultNotice fault={shown} />}
          <ModelPickers underWay={underWay} onCompare={compare} onStop={stop} />
        </section>
        {comparison === undefined ? null : <ComparisonResult comparison={comparison} />}
      </main>
    </>
  );
}
