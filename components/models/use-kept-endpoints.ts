'use client';

import { useEffect, useState } from 'react';
import {
  type KeptEndpoint,
  keptEndpoints,
  subscribeToEndpoints,
} from '@/components/models/kept-endpoints';

/** The endpoints of this browser, kept up to date; undefined until they have been read. */
export function useKeptEndpoints(): readonly KeptEndpoint[] | undefined {
  const [endpoints, setEndpoints] = useState<readonly KeptEndpoint[]>();
  useEffect(() => {
    const read = () => setEndpoints(keptEndpoints());
    read();
    return subscribeToEndpoints(read);
  }, []);
  return endpoints;
}
