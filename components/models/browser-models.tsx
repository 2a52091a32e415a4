'use client';

import { type ReactNode, useEffect, useState } from 'react';
import { CatalogueModel } from '@/components/models/catalogue-model';
import { keepMirror, keptMirror } from '@/components/models/hub-places';
import { addOwnModels, forgetOwnModel, keepOwnModel } from '@/components/models/kept-own-models';
import { ListActions } from '@/components/models/list-actions';
import { MirrorField } from '@/components/models/mirror-field';
import { ModelDownload } from '@/components/models/model-download';
import {
  draftOfOwnModel,
  newOwnModelDraft,
  type OwnModelDraft,
} from '@/components/models/own-model-draft';
import { OwnModelForm } from '@/components/models/own-model-form';
import { PageSection } from '@/components/models/page-section';
import type { Downloads } from '@/components/models/use-downloads';
import { useKeptOwnModels } from '@/components/models/use-kept-own-models';
import { Button } from '@/components/ui/button';
import { FaultNotice, Hint } from '@/components/ui/notice';
import { PlainText } from '@/components/ui/plain-text';
import type { Machine } from '@/lib/engine/capability/machine';
import {
  BROWSER_MODELS,
  type BrowserModel,
  type OwnModel,
  ownModelEntry,
  ownModelId,
  readOwnModels,
  writeOwnModels,
} from '@/lib/engine/catalogue';
import { HUB } from '@/lib/engine/download/source/hub';
import type { Fault, Outcome } from '@/lib/text/outcome';

/** The models that a browser can run: those a person added, to edit, remove and take elsewhere, and those of the catalogue. */
export function BrowserModels({
  machine,
  downloads,
}: {
  machine: Machine | undefined;
  downloads: Downloads;
}) {
  const own = useKeptOwnModels();
  const [mirror, setMirror] = useState(HUB);
  const [draft, setDraft] = useState<OwnModelDraft>();
  const [removed, setRemoved] = useState<OwnModel>();
  const [fault, setFault] = useState<Fault>();
  useEffect(() => setMirror(keptMirror()), []);

  const tell = (done: Outcome<undefined>) => setFault(done.ok ? undefined : done.fault);
  const remove = (model: OwnModel) => {
    const done = forgetOwnModel(ownModelId(model));
    tell(done);
    if (done.ok) setRemoved(model);
  };
  const restore = (model: OwnModel) => {
    tell(keepOwnModel(model));
    setRemoved(undefined);
  };
  const receive = async (file: File) => {
    const read = readOwnModels(await file.text());
    tell(read.ok ? addOwnModels(read.value) : read);
  };
  const edited = own.some((model) => ownModelId(model) === draft?.edits);
  const form =
    draft === undefined ? null : (
      <OwnModelForm key={draft.edits ?? ''} first={draft} onClose={() => setDraft(undefined)} />
    );
  const entryOf = (model: BrowserModel, changes?: ReactNode) => (
    <CatalogueModel
      model={model}
      machine={machine}
      changes={changes}
      actions={(each) => (
        <ModelDownload model={model} form={each} mirror={mirror} downloads={downloads} />
      )}
    />
  );

  return (
    <PageSection
      title="Models for a browser"
      lead="Small enough for a laptop or a phone. Whether one runs here is judged from what this machine tells; each figure names where it was read. Nothing is downloaded before you ask for it."
      actions={
        <ListActions
          addLabel="Add a model"
          isAdding={draft !== undefined}
          file={{
            name: 'rationale-models.json',
            title: 'The models that you added, as a file for another browser',
            text: () => writeOwnModels(own),
          }}
          isEmpty={own.length === 0}
          onAdd={() => setDraft(newOwnModelDraft())}
          onFile={(file) => void receive(file)}
        />
      }
    >
      {fault === undefined ? null : (
        <FaultNotice fault={fault} onDismiss={() => setFault(undefined)} />
      )}
      {removed === undefined ? null : (
        <Hint action={<Button onClick={() => restore(removed)}>Undo</Button>}>
          <PlainText text={removed.name} /> was removed from this list. What was downloaded of it
          stays until you delete it above.
        </Hint>
      )}
      <MirrorField
        mirror={mirror}
        onChange={(base) => {
          keepMirror(base);
          setMirror(base);
        }}
      />
      {edited ? null : form}
      <ul className="grid gap-2">
        {own.map((model) => (
          <li key={ownModelId(model)}>
            {ownModelId(model) === draft?.edits
              ? form
              : entryOf(
                  ownModelEntry(model),
                  <Changes
                    name={model.name}
                    onEdit={() => setDraft(draftOfOwnModel(model))}
                    onRemove={() => remove(model)}
                  />,
                )}
          </li>
        ))}
        {BROWSER_MODELS.map((model) => (
          <li key={model.id}>{entryOf(model)}</li>
        ))}
      </ul>
    </PageSection>
  );
}

function Changes({
  name,
  onEdit,
  onRemove,
}: {
  name: string;
  onEdit: () => void;
  onRemove: () => void;
}) {
  return (
    <>
      <Button aria-label={`Edit ${name}`} onClick={onEdit}>
        Edit
      </Button>
      <Button aria-label={`Remove ${name}`} onClick={onRemove}>
        Remove
      </Button>
    </>
  );
}
