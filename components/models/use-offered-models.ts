'use client';

import { useCallback, useState } from 'react';
import { browserSurroundings } from '@/components/engine/open-endpoint';
import { type EndpointDraft, endpointOf } from '@/components/models/endpoint-draft';
import { describeServer, type OfferedModel } from '@/lib/engine/endpoint/server-description';
import { type Fault, FaultError } from '@/lib/text/outcome';

/** What a server says that it offers, once it was asked. */
export function useOfferedModels() {
  const [asking, setAsking] = useState(false);
  const [models, setModels] = useState<readonly OfferedModel[]>();
  const [fault, setFault] = useState<Fault>();

  const ask = useCallback(async (draft: EndpointDraft) => {
    const read = endpointOf({ ...draft, model: draft.model || 'any' });
    if (!read.ok) return setFault(read.fault);
    const { endpoint, key } = read.value;
    setAsking(true);
    setFault(undefined);
    try {
      const connection = {
        ...endpoint.connection,
        ...(key === undefined ? {} : { key: key.key }),
      };
      const { models: offered } = await describeServer(
        connection,
        browserSurroundings(),
        new AbortController().signal,
      );
      setModels(offered);
      if (offered.length === 0) setFault(NO_LIST);
    } catch (error) {
      if (!(error instanceof FaultError)) throw error;
      setFault(error.fault);
    } finally {
      setAsking(false);
    }
  }, []);
  return { asking, models, fault, ask };
}

const NO_LIST: Fault = {
  code: 'endpoint-without-list',
  message: 'The server answers, but has no list of its models.',
  remedy: 'Enter the name of the model as the server knows it.',
};
