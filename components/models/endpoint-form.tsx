'use client';

import { type FormEvent, useEffect, useId, useRef, useState } from 'react';
import { type EndpointDraft, endpointOf, keepDraft } from '@/components/models/endpoint-draft';
import { keepEndpoint } from '@/components/models/kept-endpoints';
import { allowOrigin, isAllowed } from '@/components/models/kept-origins';
import { KeyFields } from '@/components/models/key-fields';
import { useOfferedModels } from '@/components/models/use-offered-models';
import { Button } from '@/components/ui/button';
import { Disclosure } from '@/components/ui/disclosure';
import { SelectField, TextField } from '@/components/ui/field';
import { FaultNotice } from '@/components/ui/notice';
import { SERVER_FAMILIES, SERVER_FAMILY_IDS } from '@/lib/engine/endpoint/server-families';
import type { Fault } from '@/lib/text/outcome';

/** Where an endpoint is written: its address, its model and its key; what servers differ in, folded away. */
export function EndpointForm({ first, onClose }: { first: EndpointDraft; onClose: () => void }) {
  const [draft, setDraft] = useState(first);
  const [fault, setFault] = useState<Fault>();
  const offered = useOfferedModels();
  const { ask } = offered;
  const heading = useId();
  const list = useId();
  const change = (fields: Partial<EndpointDraft>) => setDraft({ ...draft, ...fields });

  // After the load that a newly allowed place needed, the server can be asked at once.
  const begun = useRef(false);
  useEffect(() => {
    if (begun.current) return;
    begun.current = true;
    if (first.baseUrl !== '' && first.model === '' && isAllowed(first.baseUrl)) ask(first);
  }, [first, ask]);

  /** Allows the place; a page that was loaded before has to be loaded again for it. */
  const allow = (): boolean => {
    if (isAllowed(draft.baseUrl)) return true;
    const done = allowOrigin(draft.baseUrl);
    if (!done.ok) {
      setFault(done.fault);
      return false;
    }
    keepDraft(draft);
    location.reload();
    return false;
  };
  const askModels = () => {
    setFault(undefined);
    const address = endpointOf({ ...draft, model: draft.model || 'any' });
    if (!address.ok) return setFault(address.fault);
    if (allow()) ask(draft);
  };
  const save = (event: FormEvent) => {
    event.preventDefault();
    const read = endpointOf(draft);
    if (!read.ok) return setFault(read.fault);
    const { baseUrl } = read.value.endpoint.connection;
    const wasAllowed = isAllowed(baseUrl);
    const allowed = wasAllowed ? undefined : allowOrigin(baseUrl);
    if (allowed !== undefined && !allowed.ok) return setFault(allowed.fault);
    const kept = keepEndpoint(read.value.endpoint, read.value.key);
    if (!kept.ok) return setFault(kept.fault);
    if (wasAllowed) onClose();
    else location.reload();
  };

  return (
    <form
      aria-labelledby={heading}
      onSubmit={save}
      className="grid gap-4 rounded-md border border-line-strong bg-pane px-4 py-4"
    >
      <h3 id={heading} className="text-sm font-semibold">
        {first.model === '' ? 'New endpoint' : `Edit ${first.name}`}
      </h3>
      <div className="grid items-start gap-x-4 gap-y-3 sm:grid-cols-2">
        <TextField
          label="Address"
          value={draft.baseUrl}
          placeholder="http://localhost:8000/v1"
          inputMode="url"
          required
          autoFocus
          note="Up to and with /v1. This browser will be allowed to connect to this machine and port; the page loads again for it."
          onChange={(event) => change({ baseUrl: event.target.value })}
        />
        <div className="grid gap-1">
          <TextField
            label="Model"
            value={draft.model}
            list={list}
            required
            note="As the server calls it."
            onChange={(event) => change({ model: event.target.value })}
          />
          <datalist id={list}>
            {offered.models?.map(({ id }) => (
              <option key={id} value={id} />
            ))}
          </datalist>
          <div className="flex flex-wrap gap-1">
            <Button emphasis="outlined" disabled={offered.asking} onClick={askModels}>
              {offered.asking ? 'Asking…' : 'Ask for its models'}
            </Button>
            {offered.models?.slice(0, 6).map(({ id }) => (
              <Button
                key={id}
                className="max-w-full"
                aria-pressed={id === draft.model}
                onClick={() => change({ model: id, name: draft.name || id })}
              >
                <span className="truncate">{id}</span>
              </Button>
            ))}
          </div>
        </div>
        <TextField
          label="Name"
          value={draft.name}
          placeholder={draft.model === '' ? 'Gazal-R1 on ward 3' : draft.model}
          note="How it is called here."
          onChange={(event) => change({ name: event.target.value })}
        />
        <KeyFields draft={draft} onChange={change} />
      </div>
      <Disclosure summary={<span className="text-xs font-medium">More settings</span>}>
        <div className="grid items-start gap-x-4 gap-y-3 pt-2 sm:grid-cols-2">
          <SelectField
            label="Kind of server"
            value={draft.server}
            note="Decides which settings it is sent; otherwise it is read from its list of models."
            onChange={(event) => change({ server: event.target.value })}
          >
            <option value="">As it says itself</option>
            {SERVER_FAMILY_IDS.map((id) => (
              <option key={id} value={id}>
                {SERVER_FAMILIES[id].name}
              </option>
            ))}
          </SelectField>
          <TextField
            label="Most tokens of an answer"
            value={draft.maxTokens}
            inputMode="numeric"
            note="Thinking included. A long case leaves less, as its model’s context allows."
            onChange={(event) => change({ maxTokens: event.target.value })}
          />
          <SelectField
            label="Thinking"
            value={draft.thinking}
            onChange={(event) => change({ thinking: event.target.value })}
          >
            <option value="">As the server does</option>
            <option value="on">On</option>
            <option value="off">Off</option>
          </SelectField>
          <TextField
            label="Most tokens of thinking"
            value={draft.thinkingBudget}
            inputMode="numeric"
            note="Told to vLLM, SGLang and llama.cpp; testing the endpoint shows whether it holds."
            onChange={(event) => change({ thinkingBudget: event.target.value })}
          />
        </div>
      </Disclosure>
      {offered.fault === undefined ? null : <FaultNotice fault={offered.fault} />}
      {fault === undefined ? null : (
        <FaultNotice fault={fault} onDismiss={() => setFault(undefined)} />
      )}
      <div className="flex flex-wrap justify-end gap-2">
        <Button onClick={onClose}>Cancel</Button>
        <Button type="submit" emphasis="primary">
          Save
        </Button>
      </div>
    </form>
  );
}
