'use client';

import { useCallback, useEffect, useRef, useState } from 'react';
import { keepChoice, keptChoice, type ModelChoice } from '@/components/engine/model-choice';
import { formOf, type OpenedModel, openModel } from '@/components/engine/open-model';
import type { PromptForm } from '@/components/engine/run-settings';
import type { EngineDescription, LoadProgress } from '@/lib/engine/engine';
import { type Fault, FaultError } from '@/lib/text/outcome';

export type EngineState =
  | { readonly phase: 'loading'; readonly progress: LoadProgress | undefined }
  | { readonly phase: 'ready'; readonly description: EngineDescription }
  | { readonly phase: 'failed'; readonly fault: Fault };

export interface EngineView {
  readonly state: EngineState;
  /** Undefined until it is known what was chosen before. */
  readonly choice: ModelChoice | undefined;
  /** Opens another model, and keeps the choice for the next visit. */
  readonly choose: (choice: ModelChoice) => void;
  /** The model once it is ready. Throws `FaultError` where it cannot be. */
  readonly model: () => Promise<OpenedModel>;
  /** In what form it is given the case; known before it is ready. */
  readonly form: () => Promise<PromptForm>;
  readonly reload: () => void;
}

const EMBEDDED: ModelChoice = { kind: 'embedded' };

/** The chosen model, loaded as soon as the page is there. */
export function useEngine(): EngineView {
  const [state, setState] = useState<EngineState>({ phase: 'loading', progress: undefined });
  const [choice, setChoice] = useState<ModelChoice>();
  const opening = useRef<Promise<OpenedModel>>(undefined);

  const close = useCallback(() => {
    const opened = opening.current;
    opening.current = undefined;
    opened?.then(
      ({ engine }) => engine.dispose(),
      () => undefined,
    );
  }, []);

  const load = useCallback(
    (chosen: ModelChoice) => {
      close();
      setState({ phase: 'loading', progress: undefined });
      const next = openModel(chosen, (progress) => {
        if (opening.current === next) setState({ phase: 'loading', progress });
      });
      opening.current = next;
      next.then(
        ({ engine }) => {
          if (opening.current === next)
            setState({ phase: 'ready', description: engine.description });
        },
        (error: unknown) => {
          if (opening.current === next) setState({ phase: 'failed', fault: loadFault(error) });
        },
      );
    },
    [close],
  );

  useEffect(() => {
    const chosen = keptChoice();
    setChoice(chosen);
    load(chosen);
    return close;
  }, [load, close]);

  const choose = useCallback(
    (next: ModelChoice) => {
      keepChoice(next);
      setChoice(next);
      load(next);
    },
    [load],
  );
  const model = useCallback(
    () =>
      opening.current ??
      Promise.reject(new Error('The engine was asked for before the page was there.')),
    [],
  );
  const form = useCallback(() => formOf(choice ?? EMBEDDED), [choice]);
  return { state, choice, choose, model, form, reload: () => load(choice ?? EMBEDDED) };
}

function loadFault(error: unknown): Fault {
  if (error instanceof FaultError) return error.fault;
  return {
    code: 'engine-failed',
    message: `The model could not be loaded: ${error instanceof Error ? error.message : String(error)}`,
    remedy: 'Check that the page is still served, then load the model again.',
  };
}
