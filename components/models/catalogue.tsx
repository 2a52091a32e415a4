'use client';

import { CatalogueModel } from '@/components/models/catalogue-model';
import { PageSection } from '@/components/models/page-section';
import type { Machine } from '@/lib/engine/capability/machine';
import { BROWSER_MODELS, ENDPOINT_MODELS } from '@/lib/engine/catalogue';

/** Every model that Rationale knows of beside the embedded one, and whether it runs on this machine. */
export function Catalogue({ machine }: { machine: Machine | undefined }) {
  return (
    <>
      <PageSection
        title="Models for a server"
        lead="Too large for a browser. Serve one on a GPU that you trust, and add it as an endpoint."
      >
        <ul className="grid gap-2">
          {ENDPOINT_MODELS.map((model) => (
            <li key={model.id}>
              <CatalogueModel model={model} machine={machine} />
            </li>
          ))}
        </ul>
      </PageSection>
      <PageSection
        title="Models for a browser"
        lead="Small enough for a laptop or a phone. Whether one runs here is judged from what this machine tells; each figure names where it was read."
      >
        <ul className="grid gap-2">
          {BROWSER_MODELS.map((model) => (
            <li key={model.id}>
              <CatalogueModel model={model} machine={machine} />
            </li>
          ))}
        </ul>
      </PageSection>
    </>
  );
}
