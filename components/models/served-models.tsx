'use client';

import { useEffect, useState } from 'react';
import { keepEndpoint } from '@/components/models/kept-endpoints';
import { Empty, PageSection } from '@/components/models/page-section';
import { readServedModels, type ServedModel } from '@/components/models/read-served-models';
import { useKeptEndpoints } from '@/components/models/use-kept-endpoints';
import { Button } from '@/components/ui/button';
import { FaultNotice } from '@/components/ui/notice';
import { PlainText } from '@/components/ui/plain-text';
import type { Fault } from '@/lib/text/outcome';

/** The models that the app's own server offers: its own one, and those of the servers it was told of. */
export function ServedModels() {
  const endpoints = useKeptEndpoints() ?? [];
  const [served, setServed] = useState<readonly ServedModel[]>();
  const [fault, setFault] = useState<Fault>();
  useEffect(() => {
    const leaving = new AbortController();
    readServedModels(leaving.signal).then(
      (models) => setServed(models),
      () => {
        if (!leaving.signal.aborted) setServed([]);
      },
    );
    return () => leaving.abort();
  }, []);

  const isAdded = ({ connection }: ServedModel) =>
    endpoints.some((kept) => kept.connection.id === connection.id);

  return (
    <PageSection
      title="Through the server of this page"
      lead="For devices too small for a model, and for endpoints that a browser cannot reach. The server asks only servers that its own configuration names; their keys never come to the browser."
    >
      {fault === undefined ? null : (
        <FaultNotice fault={fault} onDismiss={() => setFault(undefined)} />
      )}
      {served === undefined ? (
        <p className="text-xs text-ink-2">Asking the server…</p>
      ) : served.length === 0 ? (
        <Empty>The server of this page offers no model.</Empty>
      ) : (
        <ul className="grid gap-px">
          {served.map((model) => (
            <li
              key={model.connection.id}
              className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1 border-b border-line py-2 last:border-b-0"
            >
              <div className="min-w-0">
                <p className="text-sm font-medium wrap-anywhere">
                  <PlainText text={model.connection.name} />
                </p>
                <p className="text-xs text-ink-2 wrap-anywhere">
                  <PlainText text={model.note} />
                </p>
              </div>
              {isAdded(model) ? (
                <span className="text-xs text-ink-2">among your endpoints</span>
              ) : (
                <Button
                  emphasis="outlined"
                  icon="add"
                  aria-label={`Add ${model.connection.name}`}
                  onClick={() => {
                    const { connection, maxTokens } = model;
                    const kept = keepEndpoint({ connection, maxTokens }, undefined);
                    if (!kept.ok) setFault(kept.fault);
                  }}
                >
                  Add
                </Button>
              )}
            </li>
          ))}
        </ul>
      )}
    </PageSection>
  );
}
