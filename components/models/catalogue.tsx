'use client';

import { useEffect, useRef } from 'react';
import { BrowserModels } from '@/components/models/browser-models';
import { CatalogueModel } from '@/components/models/catalogue-model';
import { keptMirror } from '@/components/models/hub-places';
import { keptOwnModels } from '@/components/models/kept-own-models';
import { takeBegin } from '@/components/models/model-download';
import { PageSection } from '@/components/models/page-section';
import type { Downloads } from '@/components/models/use-downloads';
import type { Machine } from '@/lib/engine/capability/machine';
import {
  BROWSER_MODELS,
  type BrowserModel,
  ENDPOINT_MODELS,
  type ModelForm,
  ownModelEntry,
} from '@/lib/engine/catalogue';
import { modelKey } from '@/lib/engine/download/record';

/** Every model that Rationale knows of beside the embedded one, and whether it runs on this machine. */
export function Catalogue({
  machine,
  downloads,
}: {
  machine: Machine | undefined;
  downloads: Downloads;
}) {
  const begin = useRef(false);
  const { start } = downloads;
  useEffect(() => {
    if (machine === undefined || begin.current) return;
    begin.current = true;
    const asked = askedBefore(takeBegin());
    if (asked !== undefined) void start(...asked, { kind: 'hub', base: keptMirror() });
  }, [machine, start]);

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
      <BrowserModels machine={machine} downloads={downloads} />
    </>
  );
}

/** The model and form of a download that was asked for before the page was loaded again. */
function askedBefore(key: string | undefined): [BrowserModel, ModelForm] | undefined {
  const models = [...keptOwnModels().map(ownModelEntry), ...BROWSER_MODELS];
  const all = models.flatMap((model) =>
    model.forms.map((form): [BrowserModel, ModelForm] => [model, form]),
  );
  return all.find(([model, form]) => modelKey(model.id, form.dtype) === key);
}
