'use client';

import { useEffect, useState } from 'react';
import { keepChoice } from '@/components/engine/model-choice';
import { placeWords } from '@/components/engine/use-model-options';
import { EndpointTest } from '@/components/models/endpoint-test';
import { type KeptEndpoint, keyOf } from '@/components/models/kept-endpoints';
import { allowOrigin, isAllowed } from '@/components/models/kept-origins';
import { Button } from '@/components/ui/button';
import { FaultNotice } from '@/components/ui/notice';
import { PlainText } from '@/components/ui/plain-text';
import { SERVER_FAMILIES } from '@/lib/engine/endpoint/server-families';
import type { Fault } from '@/lib/text/outcome';

/** One endpoint: what it is, whether this browser may connect to it, and what can be done with it. */
export function EndpointEntry({
  endpoint,
  onEdit,
  onRemove,
}: {
  endpoint: KeptEndpoint;
  onEdit: () => void;
  onRemove: () => void;
}) {
  const { connection } = endpoint;
  const [allowed, setAllowed] = useState(true);
  const [fault, setFault] = useState<Fault>();
  useEffect(() => setAllowed(isAllowed(connection.baseUrl)), [connection.baseUrl]);

  return (
    <article
      aria-label={connection.name}
      className="grid gap-2 rounded-md border border-line bg-pane px-4 py-3"
    >
      <div className="flex flex-wrap items-start justify-between gap-x-4 gap-y-2">
        <div className="min-w-0">
          <h3 className="font-medium wrap-anywhere">
            <PlainText text={connection.name} />
          </h3>
          <p className="text-xs text-ink-2 wrap-anywhere">
            <PlainText text={connection.model} /> at {connection.baseUrl}
          </p>
          <p className="text-2xs text-ink-3">{settingWords(endpoint)}</p>
        </div>
        <div className="flex flex-wrap gap-1">
          <Button onClick={onEdit} aria-label={`Edit ${connection.name}`}>
            Edit
          </Button>
          <Button onClick={onRemove} aria-label={`Remove ${connection.name}`}>
            Remove
          </Button>
          {allowed ? (
            <Button
              icon="run"
              emphasis="outlined"
              aria-label={`Reason with ${connection.name}`}
              onClick={() => {
                keepChoice({ kind: 'endpoint', id: connection.id });
                location.assign('/');
              }}
            >
              Reason with it
            </Button>
          ) : null}
        </div>
      </div>
      {fault === undefined ? null : <FaultNotice fault={fault} />}
      {allowed ? (
        <EndpointTest id={connection.id} />
      ) : (
        <div className="flex flex-wrap items-center justify-between gap-3 rounded-md border border-not-in-case bg-not-in-case-bg px-3 py-1.5 text-xs">
          <p>
            This browser may not connect to{' '}
            <code className="font-mono">{placeWords(connection.baseUrl)}</code> yet.
          </p>
          <Button
            emphasis="outlined"
            onClick={() => {
              const done = allowOrigin(connection.baseUrl);
              if (done.ok) location.reload();
              else setFault(done.fault);
            }}
          >
            Allow
          </Button>
        </div>
      )}
    </article>
  );
}

function settingWords({ connection, maxTokens }: KeptEndpoint): string {
  const { server, thinking, thinkingBudget, via, id } = connection;
  const key = keyOf(id);
  return [
    via === 'server' ? 'asked through the server of this page' : 'asked by this browser itself',
    server === undefined ? undefined : SERVER_FAMILIES[server].name,
    thinking === undefined ? undefined : `thinking ${thinking}`,
    thinkingBudget === undefined ? undefined : `at most ${thinkingBudget} tokens of thinking`,
    `answers of up to ${maxTokens.toLocaleString('en')} tokens`,
    key === undefined
      ? undefined
      : key.where === 'tab'
        ? 'key kept until this tab is closed'
        : 'key kept in this browser',
  ]
    .filter((part) => part !== undefined)
    .join(' · ');
}
