'use client';

import { useEffect, useState } from 'react';
import {
  draftOfEndpoint,
  type EndpointDraft,
  newDraft,
  takeDraft,
} from '@/components/models/endpoint-draft';
import { EndpointEntry } from '@/components/models/endpoint-entry';
import { EndpointForm } from '@/components/models/endpoint-form';
import {
  addEndpoints,
  forgetEndpoint,
  type KeptEndpoint,
  type KeptKey,
  keepEndpoint,
  keyOf,
  readEndpoints,
  writeEndpoints,
} from '@/components/models/kept-endpoints';
import { ListActions } from '@/components/models/list-actions';
import { Empty, PageSection } from '@/components/models/page-section';
import { useKeptEndpoints } from '@/components/models/use-kept-endpoints';
import { Button } from '@/components/ui/button';
import { FaultNotice, Hint } from '@/components/ui/notice';
import { PlainText } from '@/components/ui/plain-text';
import type { Fault } from '@/lib/text/outcome';

interface Removed {
  readonly endpoint: KeptEndpoint;
  readonly key: KeptKey | undefined;
}

/** The endpoints of this browser: to add, test, edit, remove, and to take to another browser. */
export function Endpoints() {
  const endpoints = useKeptEndpoints();
  const [draft, setDraft] = useState<EndpointDraft>();
  const [removed, setRemoved] = useState<Removed>();
  const [fault, setFault] = useState<Fault>();
  useEffect(() => setDraft(takeDraft()), []);

  const remove = (endpoint: KeptEndpoint) => {
    const { id } = endpoint.connection;
    setRemoved({ endpoint, key: keyOf(id) });
    forgetEndpoint(id);
  };
  const receive = async (file: File) => {
    const read = readEndpoints(await file.text());
    const added = read.ok ? addEndpoints(read.value) : read;
    setFault(added.ok ? undefined : added.fault);
  };
  const edited = endpoints?.some(({ connection }) => connection.id === draft?.id);
  const form =
    draft === undefined ? null : (
      <EndpointForm key={draft.id} first={draft} onClose={() => setDraft(undefined)} />
    );

  return (
    <PageSection
      title="Your endpoints"
      lead="Models on servers that speak OpenAI’s chat interface: vLLM, SGLang, llama.cpp, Ollama, TGI, and hosted ones. A case goes to an endpoint when you reason with it, and at no other time."
      actions={
        <ListActions
          addLabel="Add an endpoint"
          isAdding={draft !== undefined}
          file={{
            name: 'rationale-endpoints.json',
            title: 'The endpoints without their keys, as a file for another browser',
            text: () => writeEndpoints(endpoints ?? []),
          }}
          isEmpty={endpoints === undefined || endpoints.length === 0}
          onAdd={() => setDraft(newDraft())}
          onFile={(file) => void receive(file)}
        />
      }
    >
      {fault === undefined ? null : (
        <FaultNotice fault={fault} onDismiss={() => setFault(undefined)} />
      )}
      {removed === undefined ? null : (
        <Hint
          action={
            <Button
              onClick={() => {
                const kept = keepEndpoint(removed.endpoint, removed.key);
                setFault(kept.ok ? undefined : kept.fault);
                setRemoved(undefined);
              }}
            >
              Undo
            </Button>
          }
        >
          <PlainText text={removed.endpoint.connection.name} /> was removed, and its key forgotten.
        </Hint>
      )}
      {edited ? null : form}
      {endpoints === undefined ? null : endpoints.length === 0 && draft === undefined ? (
        <Empty>
          None yet. To try it, add the model of this page’s own server below. For a real model, add
          the address of your server; <code className="font-mono text-xs">deploy/</code> tells how
          to start one with Gazal-R1 32B.
        </Empty>
      ) : (
        <ul className="grid gap-3">
          {endpoints.map((endpoint) => (
            <li key={endpoint.connection.id}>
              {endpoint.connection.id === draft?.id ? (
                form
              ) : (
                <EndpointEntry
                  endpoint={endpoint}
                  onEdit={() => setDraft(draftOfEndpoint(endpoint))}
                  onRemove={() => remove(endpoint)}
                />
              )}
            </li>
          ))}
        </ul>
      )}
    </PageSection>
  );
}
