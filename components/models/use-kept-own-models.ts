'use client';

import { useEffect, useState } from 'react';
import { keptOwnModels, subscribeToOwnModels } from '@/components/models/kept-own-models';
import type { OwnModel } from '@/lib/engine/catalogue';

/** The models that a person added to this browser, kept up to date; none until they have been read. */
export function useKeptOwnModels(): readonly OwnModel[] {
  const [models, setModels] = useState<readonly OwnModel[]>([]);
  useEffect(() => {
    const read = () => setModels(keptOwnModels());
    read();
    return subscribeToOwnModels(read);
  }, []);
  return models;
}
