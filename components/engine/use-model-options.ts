'use client';

import { useEffect, useState } from 'react';
import type { ModelChoice } from '@/components/engine/model-choice';
import { keptEndpoints, subscribeToEndpoints } from '@/components/models/kept-endpoints';

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
  const [options, setOptions] = useState<readonly ModelOption[]>([EMBEDDED]);
  useEffect(() => {
    const read = () => setOptions(modelOptions());
    read();
    return subscribeToEndpoints(read);
  }, []);
  return options;
}

function modelOptions(): readonly ModelOption[] {
  return [
    EMBEDDED,
    ...keptEndpoints().map(({ connection: { id, name, model, baseUrl } }) => ({
      choice: { kind: 'endpoint' as const, id },
      name,
      note: `${model}, at ${placeWords(baseUrl)}`,
    })),
  ];
}

/** Where an endpoint is, in a few words. */
export function placeWords(baseUrl: string): string {
  return baseUrl.startsWith('/') ? 'the server of this page' : new URL(baseUrl).host;
}
