'use client';

import type { ReactNode } from 'react';
import { bytesWords, knownWords, sourceOf } from '@/components/models/figures';
import { classNames } from '@/components/ui/class-names';
import { Disclosure } from '@/components/ui/disclosure';
import { Icon, type IconName } from '@/components/ui/icon';
import { PlainText } from '@/components/ui/plain-text';
import type { Machine } from '@/lib/engine/capability/machine';
import { type Verdict, whatRuns } from '@/lib/engine/capability/what-runs';
import type { BrowserModel, EndpointModel, Known, ModelForm } from '@/lib/engine/catalogue';

/** One model of the catalogue: what it is for, whether it runs here and why, and on request every figure with its source. */
export function CatalogueModel({
  model,
  machine,
  actions,
  changes,
}: {
  model: BrowserModel | EndpointModel;
  machine: Machine | undefined;
  /** What can be done with the form that runs here. */
  actions?: (form: ModelForm) => ReactNode;
  /** What can be done with the entry itself, where a person added it. */
  changes?: ReactNode;
}) {
  const verdict = machine === undefined ? undefined : whatRuns(machine, model);
  return (
    <article aria-label={model.name} className="rounded-md border border-line bg-pane px-4 py-3">
      <div className="flex flex-wrap items-baseline justify-between gap-x-4 gap-y-1">
        <h3 className="min-w-0 font-medium wrap-anywhere">
          <PlainText text={model.name} />
        </h3>
        {verdict === undefined || model.runs === 'endpoint' ? null : (
          <VerdictWords verdict={verdict} />
        )}
      </div>
      <div className="flex flex-wrap items-center justify-between gap-x-4">
        <p className="text-sm text-ink-2">{model.purpose}</p>
        {changes === undefined ? null : <div className="flex gap-1">{changes}</div>}
      </div>
      {verdict === undefined || model.runs === 'endpoint' ? null : (
        <p className="text-xs text-ink-2">{verdict.because}</p>
      )}
      {verdict === undefined || verdict.verdict === 'not' || verdict.form === undefined
        ? null
        : actions?.(verdict.form)}
      <Disclosure
        className="pt-1 text-xs"
        summary={<span className="font-medium text-ink-2">Sizes, licence and limits</span>}
        note={[
          knownWords(model.parameters, (billions) => `${billions} billion parameters`),
          model.licence.id,
        ].join(' · ')}
      >
        <Figures model={model} />
      </Disclosure>
    </article>
  );
}

const LOOK: Record<
  Verdict['verdict'],
  { readonly icon: IconName; readonly words: string; readonly colour: string }
> = {
  well: { icon: 'supported', words: 'Runs well', colour: 'bg-supported-bg text-supported' },
  slowly: { icon: 'warning', words: 'Runs slowly', colour: 'bg-not-in-case-bg text-not-in-case' },
  not: { icon: 'close', words: 'Won’t run here', colour: 'bg-cannot-tell-bg text-cannot-tell' },
};

function VerdictWords({ verdict: { verdict } }: { verdict: Verdict }) {
  const { icon, words, colour } = LOOK[verdict];
  return (
    <span
      className={classNames(
        'inline-flex items-center gap-1 rounded px-1.5 py-0.5 text-xs font-medium whitespace-nowrap',
        colour,
      )}
    >
      <Icon name={icon} size={13} />
      {words}
    </span>
  );
}

function Figures({ model }: { model: BrowserModel | EndpointModel }) {
  const { parameters, context, licence, card, limits, repository, revision, conversation } = model;
  return (
    <dl className="grid grid-cols-[6.5rem_minmax(0,1fr)] gap-x-4 gap-y-1.5 pt-2">
      <Figure term="Parameters" figure={parameters} words={(billions) => `${billions} billion`} />
      <Figure
        term="Context"
        figure={context}
        words={(tokens) => `${tokens.toLocaleString('en')} tokens`}
      />
      <Term term="Forms">
        <ul className="grid gap-1">
          {formsOf(model).map(({ name, bytes }) => (
            <li key={name}>
              <code className="font-mono">{name}</code>, {knownWords(bytes, bytesWords)}
              <Source figure={bytes} />
            </li>
          ))}
        </ul>
      </Term>
      <Figure
        term="Sampling"
        figure={conversation.sampling}
        words={({ temperature, topP, topK }) =>
          `temperature ${temperature}, top-p ${topP}, top-k ${topK === 0 ? 'off' : topK}`
        }
      />
      <Term term="Repository">
        <code className="font-mono wrap-anywhere">{repository}</code>
        <span className="block text-ink-3">
          {revision.kind === 'pinned'
            ? `commit ${revision.commit.slice(0, 12)}`
            : 'the newest commit, recorded when it is first taken'}
        </span>
      </Term>
      <Term term="Licence">
        {licence.id}
        {licence.needsConsent ? ', to be read and agreed to before use' : null}
        <code className="block font-mono text-ink-3 wrap-anywhere">{licence.url}</code>
      </Term>
      <Term term="Card">
        <code className="font-mono wrap-anywhere">{card}</code>
      </Term>
      <Term term="Limits">
        <ul className="grid list-disc gap-1 pl-4">
          {limits.map((limit) => (
            <li key={limit}>{limit}</li>
          ))}
        </ul>
      </Term>
    </dl>
  );
}

function formsOf(
  model: BrowserModel | EndpointModel,
): readonly { readonly name: string; readonly bytes: Known<number> }[] {
  return model.runs === 'browser'
    ? model.forms.map(({ dtype, bytes }) => ({ name: dtype, bytes }))
    : model.forms.map(({ format, bytes }) => ({ name: format, bytes }));
}

function Term({ term, children }: { term: string; children: ReactNode }) {
  return (
    <>
      <dt className="text-ink-3">{term}</dt>
      <dd className="min-w-0 text-ink-2">{children}</dd>
    </>
  );
}

function Figure<Value>({
  term,
  figure,
  words,
}: {
  term: string;
  figure: Known<Value>;
  words: (value: Value) => string;
}) {
  return (
    <Term term={term}>
      {knownWords(figure, words)}
      <Source figure={figure} />
    </Term>
  );
}

function Source({ figure }: { figure: Known<unknown> }) {
  return <span className="block text-ink-3">{sourceOf(figure)}</span>;
}
