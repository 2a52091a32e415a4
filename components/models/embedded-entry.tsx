import { PageSection } from '@/components/models/page-section';
import { MODELS } from '@/lib/engine/catalogue';

/** The model that comes with Rationale, with the way to its card. */
export function EmbeddedEntry() {
  return (
    <PageSection
      title="Embedded"
      lead="Ships with Rationale and runs in this browser without a network."
    >
      <ul className="grid gap-2">
        {MODELS.map(({ id, name, precision }) => (
          <li key={id}>
            <article
              aria-label={name}
              className="flex flex-wrap items-baseline justify-between gap-x-4 gap-y-1 rounded-md border border-line bg-pane px-4 py-3"
            >
              <div className="min-w-0">
                <h3 className="font-medium">{name}</h3>
                <p className="text-sm text-ink-2">
                  Knows 49 conditions. For education, demonstration and offline illustration; not
                  for the care of patients.
                </p>
                <p className="text-xs text-ink-3">{precision}</p>
              </div>
              <a
                href="/models/embedded"
                className="inline-flex min-h-8 items-center text-sm text-accent underline underline-offset-4"
              >
                Model card
              </a>
            </article>
          </li>
        ))}
      </ul>
    </PageSection>
  );
}
