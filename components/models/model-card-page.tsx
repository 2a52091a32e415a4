import { DocumentBar } from '@/components/frame/document-bar';
import { CardFigures } from '@/components/models/card-figures';
import { PageSection } from '@/components/models/page-section';
import { CARD_FORMS, CARD_RECORD } from '@/lib/engine/catalogue/model-card';
import type { CardField, CardForm, CardGroup } from '@/lib/engine/catalogue/model-card/card';

/** What the embedded model is, what it was made from, how well it does and where it must not be used. */
export function ModelCardPage() {
  const { model } = CARD_RECORD;
  return (
    <>
      <DocumentBar page="models" />
      <main className="mx-auto grid max-w-5xl grid-cols-1 gap-8 px-4 py-6 sm:px-6">
        <header className="grid gap-2">
          <p className="text-xs">
            <a href="/models" className="text-accent underline underline-offset-4">
              Models
            </a>
          </p>
          <h1 className="text-xl font-semibold">Model card of the embedded model</h1>
          <p className="max-w-prose text-ink-2">
            For education, demonstration and offline illustration.{' '}
            <strong className="font-semibold text-ink">Not for the care of patients.</strong> The
            card is written twice, in the forms that buyers ask for; both say the same.
          </p>
          <p className="text-xs text-ink-2">
            Revision <code className="font-mono">{model.revision}</code> of {model.released},{' '}
            {model.parametersMillions} million parameters, {model.downloadMegabytes} MB
          </p>
          <ul className="flex flex-wrap gap-x-4 text-xs">
            {CARD_FORMS.map(({ id, title }) => (
              <li key={id}>
                <a href={`#${id}`} className="text-accent underline underline-offset-4">
                  {title}
                </a>
              </li>
            ))}
          </ul>
        </header>
        <PageSection
          title="How well it does"
          lead="Shares of 1 with 95 % intervals. What the data sets are, and how it was measured, stands below."
        >
          <CardFigures />
        </PageSection>
        {CARD_FORMS.map((form) => (
          <Form key={form.id} form={form} />
        ))}
      </main>
    </>
  );
}

function Form({ form: { id, title, source, groups } }: { form: CardForm }) {
  return (
    <div id={id}>
      <PageSection title={title} lead={source}>
        {groups.map((group) => (
          <Group key={group.title} group={group} />
        ))}
      </PageSection>
    </div>
  );
}

function Group({ group: { title, fields } }: { group: CardGroup }) {
  return (
    <section className="grid grid-cols-1 gap-2 rounded-lg border border-line bg-pane px-3.5 py-3">
      <h3 className="text-sm font-semibold">{title}</h3>
      <dl className="grid gap-x-6 gap-y-2.5 text-xs sm:grid-cols-[15rem_minmax(0,1fr)]">
        {fields.map((each) => (
          <Field key={each.id} field={each} />
        ))}
      </dl>
    </section>
  );
}

function Field({ field: { id, title, text, figures } }: { field: CardField }) {
  return (
    <>
      <dt className="min-w-0">
        <span className="text-ink">{title}</span>{' '}
        <span className="font-mono text-2xs wrap-anywhere text-ink-3">{id}</span>
      </dt>
      <dd className="grid max-w-prose min-w-0 content-start gap-1 text-ink-2 max-sm:pb-2">
        {text.map((paragraph) => (
          <p key={paragraph}>{paragraph}</p>
        ))}
        {figures ? <p>The figures stand at the top of this page.</p> : null}
      </dd>
    </>
  );
}
