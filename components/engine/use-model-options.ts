'use client';

import { useEffect, useState } from 'react';
import type { ModelChoice } from '@/components/engine/model-choice';
import { keptEndpoints, subscribeToEndpoints } from '@/components/models/kept-endpoints';
import { nameOfDownload } from '@/components/models/name-of-download';
import { useKeptOwnModels } from '@/components/models/use-kept-own-models';
import type { OwnModel } from '@/lib/engine/catalogue/own-models';
import { listDownloads } from '@/lib/engine/download/browser/downloads';
import { type DownloadRecord, isReady } from '@/lib/engine/download/record';

/** A model that can be chosen, as it stands in a list. */
export interface ModelOption {
  readonly choice: ModelChoice;
  readonly name: string;
  /** Where it runs, in a few words. */
  readonly note: string;
}

const EMBEDDED: ModelOption = {
  choice: { kind: 'embedded' },
  name: 'Rationale embedded',
  note: 'on this device; for learning, knows 49 conditions',
};

/** The models that this browser can reason with now, kept up to date. */
export function useModelOptions(): readonly ModelOption[] {
  const [endpoints, setEndpoints] = useState<readonly ModelOption[]>([]);
  const [downloaded, setDownloaded] = useState<ReadonlyMap<string, DownloadRecord>>(new Map());
  const own = useKeptOwnModels();
  useEffect(() => {
    const read = () => setEndpoints(endpointOptions());
    read();
    return subscribeToEndpoints(read);
  }, []);
  useEffect(() => {
    // Where the browser keeps no files there are none.
    listDownloads().then(setDownloaded, () => undefined);
  }, []);
  return [EMBEDDED, ...downloadedOptions(downloaded, own), ...endpoints];
}

function downloadedOptions(
  records: ReadonlyMap<string, DownloadRecord>,
  own: readonly OwnModel[],
): readonly ModelOption[] {
  return [...records].flatMap(([key, record]) =>
    isReady(record)
      ? {
          choice: { kind: 'downloaded' as const, key },
          name: nameOfDownload(record, own),
          note: `on this device, as ${record.dtype}`,
        }
      : [],
  );
}

function endpointOptions(): readonly ModelOption[] {
  return keptEndpoints().map(({ connection: { id, name, model, baseUrl } }) => ({
    choice: { kind: 'endpoint', id },
    name,
    note: `${model}, at ${placeWords(baseUrl)}`,
  }));
}

/** Where an endpoint is, in a few words. */
export function placeWords(baseUrl: string): string {
  return baseUrl.startsWith('/') ? 'the server of this page' : new URL(baseUrl).host;
}
