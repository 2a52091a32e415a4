'use client';

import { useCallback, useEffect, useRef, useState } from 'react';
import type { Engine, EngineDescription, LoadProgress } from '@/lib/engine/engine';
import { type Fault, FaultError } from '@/lib/text/outcome';

export type EngineState =
  | { readonly phase: 'loading'; readonly progress: LoadProgress | undefined }
  | { readonly phase: 'ready'; readonly description: EngineDescription }
  | { readonly phase: 'failed'; readonly fault: Fault };

export interface EngineView {
  readonly state: EngineState;
  /** The engine once it is ready. Throws `FaultError` where it cannot be. */
  readonly engine: () => Promise<Engine>;
  readonly reload: () => void;
}

/** The embedded model, loaded as soon as the page is there. */
export function useEngine(): EngineView {
  const [state, setState] = useState<EngineState>({ phase: 'loading', progress: undefined });
  const opening = useRef<Promise<Engine>>(undefined);

  const load = useCallback(() => {
    setState({ phase: 'loading', progress: undefined });
    const next = openEmbeddedEngine((progress) => {
      if (opening.current === next) setState({ phase: 'loading', progress });
    });
    opening.current = next;
    next.then(
      (engine) => {
        if (opening.current !== next) void engine.dispose();
        else setState({ phase: 'ready', description: engine.description });
      },
      (error: unknown) => {
        if (opening.current === next) setState({ phase: 'failed', fault: loadFault(error) });
      },
    );
  }, []);

  useEffect(() => {
    load();
    return () => {
      const loaded = opening.current;
      opening.current = undefined;
      loaded?.then(
        (engine) => engine.dispose(),
        () => undefined,
      );
    };
  }, [load]);

  const engine = useCallback(
    () =>
      opening.current ??
      Promise.reject(new Error('The engine was asked for before the page was there.')),
    [],
  );
  return { state, engine, reload: load };
}

async function openEmbeddedEngine(onProgress: (progress: LoadProgress) => void): Promise<Engine> {
  const [{ modelById }, { openBrowserEngine }] = await Promise.all([
    import('@/lib/engine/catalogue'),
    import('@/lib/engine/local/browser'),
  ]);
  const entry = modelById('rationale-embedded');
  if (!entry.ok) throw new FaultError(entry.fault);
  const device = askedDevice();
  return openBrowserEngine(entry.value, {
    onProgress,
    ...(device === undefined ? {} : { device }),
  });
}

/** The device named in the address (`?device=wasm`), for those who want to compare. */
function askedDevice(): 'webgpu' | 'wasm' | undefined {
  const asked = new URLSearchParams(location.search).get('device');
  return asked === 'webgpu' || asked === 'wasm' ? asked : undefined;
}

function loadFault(error: unknown): Fault {
  if (error instanceof FaultError) return error.fault;
  return {
    code: 'engine-failed',
    message: `The model could not be loaded: ${error instanceof Error ? error.message : String(error)}`,
    remedy: 'Check that the page is still served, then load the model again.',
  };
}
