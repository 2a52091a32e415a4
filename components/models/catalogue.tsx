'use client';

import { useEffect, useRef, useState } from 'react';
import { CatalogueModel } from '@/components/models/catalogue-model';
import { keepMirror, keptMirror } from '@/components/models/hub-places';
import { MirrorField } from '@/components/models/mirror-field';
import { ModelDownload, takeBegin } from '@/components/models/model-download';
import { PageSection } from '@/components/models/page-section';
import type { Downloads } from '@/components/models/use-downloads';
import type { Machine } from '@/lib/engine/capability/machine';
import {
  BROWSER_MODELS,
  type BrowserModel,
  ENDPOINT_MODELS,
  type ModelForm,
} from '@/lib/engine/catalogue';
import { modelKey } from '@/lib/engine/download/record';
import { HUB } from '@/lib/engine/download/source/hub';

/** Every model that Rationale knows of beside the embedded one, and whether it runs on this machine. */
export function Catalogue({
  machine,
  downloads,
}: {
  machine: Machine | undefined;
  downloads: Downloads;
}) {
  const [mirror, setMirror] = useState(HUB);
  useEffect(() => setMirror(keptMirror()), []);
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
      <PageSection
        title="Models for a browser"
        lead="Small enough for a laptop or a phone. Whether one runs here is judged from what this machine tells; each figure names where it was read. Nothing is downloaded before you ask for it."
      >
        <MirrorField
          mirror={mirror}
          onChange={(base) => {
            keepMirror(base);
            setMirror(base);
          }}
        />
        <ul className="grid gap-2">
          {BROWSER_MODELS.map((model) => (
            <li key={model.id}>
              <CatalogueModel
                model={model}
                machine={machine}
                actions={(form) => (
                  <ModelDownload model={model} form={form} mirror={mirror} downloads={downloads} />
                )}
              />
            </li>
          ))}
        </ul>
      </PageSection>
    </>
  );
}

/** The model and form of a download that was asked for before the page was loaded again. */
function askedBefore(key: string | undefined): [BrowserModel, ModelForm] | undefined {
  const all = BROWSER_MODELS.flatMap((model) =>
    model.forms.map((form): [BrowserModel, ModelForm] => [model, form]),
  );
  return all.find(([model, form]) => modelKey(model.id, form.dtype) === key);
}
