import { Fragment, type ReactNode } from 'react';
import { manifestEntries } from '@/components/explanation/manifest';
import { PrintedAnswer } from '@/components/print/printed-answer';
import { PrintedCase } from '@/components/print/printed-case';
import { PrintedMeters, PrintedRubrics } from '@/components/print/printed-framework';
import { PrintedSecondReading } from '@/components/print/printed-second-reading';
import { PrintedSteps } from '@/components/print/printed-steps';
import { PrintedTakenBack, PrintedUnsaid } from '@/components/print/printed-unsaid';
import { PlainText } from '@/components/ui/plain-text';
import { percentage } from '@/components/ui/probability';
import type { CaseReading } from '@/lib/case/case';
import type { ExplainedDiagnosis, Explanation } from '@/lib/explanation/explanation';
import { partDifferential } from '@/lib/explanation/part-differential';
import { overlaps, type Span } from '@/lib/text/span';

/** The run as a document on paper: everything that is on the screen, in reading order, with words for every colour. */
export function PrintDocument({
  reading,
  explanation,
}: {
  reading: CaseReading;
  explanation: Explanation;
}) {
  const { manifest } = explanation;
  return (
    <article data-print-document="" className="hidden text-[9.5pt] leading-[1.45] print:block">
      <header className="mb-4 flex items-baseline justify-between border-b border-ink pb-1">
        <h1 className="text-[15pt] font-semibold">Rationale: checked explanation of a case</h1>
        <p>
          {manifest === undefined ? null : new Date(manifest.startedAt).toLocaleString('en-GB')}
        </p>
      </header>
      <p className="mb-3 font-semibold">
        For education and demonstration. Not for the care of a patient.
      </p>
      <Part title="Case">
        <PrintedCase reading={reading} model={explanation.trace.model} />
      </Part>
      <Part title="Answer">
        <PrintedAnswer explanation={explanation} />
      </Part>
      <Part title="Differential">
        <PrintedDifferential reading={reading} differential={explanation.differential} />
      </Part>
      <Part title="Reasoning, step by step">
        <PrintedSteps explanation={explanation} />
      </Part>
      {explanation.corrections.length === 0 ? null : (
        <Part title="Taken back, and not counted">
          <PrintedTakenBack explanation={explanation} />
        </Part>
      )}
      <Part title="Left unsaid">
        <PrintedUnsaid explanation={explanation} />
      </Part>
      {explanation.secondReading === undefined ? null : (
        <Part title="Second reading, by exact counting">
          <PrintedSecondReading explanation={explanation} second={explanation.secondReading} />
        </Part>
      )}
      {explanation.rubrics.length === 0 ? null : (
        <Part title="Elements of clinical reasoning">
          <PrintedRubrics explanation={explanation} />
        </Part>
      )}
      {explanation.meters.length === 0 ? null : (
        <Part title="Meters of the run">
          <PrintedMeters meters={explanation.meters} />
        </Part>
      )}
      <Part title="Limits">
        <ul className="list-disc pl-5">
          {explanation.limits.map((limit) => (
            <li key={limit}>
              <PlainText text={limit} />
            </li>
          ))}
        </ul>
      </Part>
      {manifest === undefined ? null : (
        <Part title="What ran">
          <dl className="grid grid-cols-[9rem_minmax(0,1fr)] gap-x-3 text-[8.5pt]">
            {manifestEntries(manifest).map(([term, detail]) => (
              <Fragment key={term}>
                <dt className="break-all">{term}</dt>
                <dd className="break-all">{detail}</dd>
              </Fragment>
            ))}
          </dl>
        </Part>
      )}
    </article>
  );
}

function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className="mb-4">
      <h2 className="mb-1 break-after-avoid text-[11.5pt] font-semibold">{title}</h2>
      {children}
    </section>
  );
}

function PrintedDifferential({
  reading,
  differential,
}: {
  reading: CaseReading;
  differential: readonly ExplainedDiagnosis[];
}) {
  const numbers = (spans: readonly Span[]) => {
    const cited = spans.flatMap(
      (span) => reading.sentences.find((sentence) => overlaps(sentence.span, span))?.number ?? [],
    );
    return [...new Set(cited)].map((number) => `[${number}]`).join(' ') || 'nothing cited';
  };
  if (differential.length === 0) return <p>The model gave no differential.</p>;
  const { weighed, named } = partDifferential(differential);
  return (
    <>
      {weighed.length === 0 ? null : (
        <table className="w-full border-collapse text-left">
          <thead>
            <tr className="border-b border-ink">
              <th className="py-0.5 pr-3 font-semibold">Diagnosis</th>
              <th className="py-0.5 pr-3 font-semibold">Stated</th>
              <th className="py-0.5 pr-3 font-semibold">For</th>
              <th className="py-0.5 font-semibold">Against</th>
            </tr>
          </thead>
          <tbody>
            {weighed.map((diagnosis) => (
              <tr
                key={diagnosis.trace.start}
                className="break-inside-avoid border-b border-line align-top"
              >
                <td className="py-0.5 pr-3">
                  <PlainText text={diagnosis.name} />
                </td>
                <td className="py-0.5 pr-3">
                  {diagnosis.probability === undefined ? '–' : percentage(diagnosis.probability)}
                </td>
                <td className="py-0.5 pr-3 font-mono">{numbers(diagnosis.for)}</td>
                <td className="py-0.5 font-mono">{numbers(diagnosis.against)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {named.length === 0 ? null : (
        <p className="mt-1">
          {weighed.length === 0 ? 'Named, nothing cited: ' : 'Also named, nothing cited: '}
          <PlainText text={named.map(({ name }) => name).join('; ')} />
        </p>
      )}
    </>
  );
}
