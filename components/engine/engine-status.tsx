'use client';

import dynamic from 'next/dynamic';
import type { ReactNode } from 'react';
import type { ModelChoice } from '@/components/engine/model-choice';
import type { EngineState, EngineView } from '@/components/engine/use-engine';
import { deviceWords } from '@/components/explanation/manifest';
import { Button } from '@/components/ui/button';
import { Icon } from '@/components/ui/icon';
import { Menu } from '@/components/ui/menu';
import type { EngineDescription, LoadProgress } from '@/lib/engine/engine';

const ModelMenu = dynamic(() =>
  import('@/components/engine/model-menu').then((module) => module.ModelMenu),
);

/** The model's state in a few words; on request what it runs on and why, and the other models to choose from. */
export function EngineStatus({
  view: { state, choice, choose, reload },
  locked,
}: {
  view: EngineView;
  /** A run is under way: the model cannot be changed. */
  locked: boolean;
}) {
  return (
    <div className="flex min-w-0 items-center gap-1">
      <Menu
        label="Model"
        align="start"
        width="w-80 max-w-[calc(100vw-2rem)]"
        face={<Face state={state} choice={choice} />}
      >
        {() => <ModelMenu state={state} choice={choice} locked={locked} onChoose={choose} />}
      </Menu>
      {state.phase === 'failed' ? <Button onClick={reload}>Try again</Button> : null}
    </div>
  );
}

function Face({
  state,
  choice,
}: {
  state: EngineState;
  choice: ModelChoice | undefined;
}): ReactNode {
  switch (state.phase) {
    case 'loading':
      return (
        <span className="flex min-w-0 items-center gap-2 text-ink-2">
          <progress
            aria-label="Loading the model"
            className="h-1.5 w-16 shrink-0 overflow-hidden rounded-full [&::-webkit-progress-bar]:bg-line [&::-webkit-progress-value]:bg-ink-3 [&::-moz-progress-bar]:bg-ink-3"
            max={1}
            {...(state.progress === undefined ? {} : { value: shareOf(state.progress) })}
          />
          <span className="truncate max-split:sr-only">
            {choice?.kind === 'endpoint'
              ? 'Asking the endpoint what it is'
              : loadingWords(state.progress)}
          </span>
        </span>
      );
    case 'ready':
      return (
        <span className="flex min-w-0 items-center gap-1.5">
          <span className="text-supported">
            <Icon name="supported" size={14} />
          </span>
          <span className="truncate">
            Ready
            {/* Below this width the pages' links and the actions leave it no room. */}
            <span className="max-[70rem]:hidden"> · {whereWords(state.description)}</span>
          </span>
        </span>
      );
    case 'failed':
      return (
        <span className="flex min-w-0 items-center gap-1 text-contradicted">
          <Icon name="warning" size={14} />
          <span className="truncate">Model not loaded</span>
        </span>
      );
  }
}

/** What the bar says of a model that is ready: the device, or for one elsewhere its name. */
function whereWords({ kind, model, device, threads }: EngineDescription): string {
  return kind === 'endpoint' ? model : deviceWords(device, threads);
}

function shareOf({ loaded, total }: LoadProgress): number {
  return total === 0 ? 0 : Math.min(1, loaded / total);
}

const MEGABYTE = 1_000_000;

/** How far loading is, in words: "Reading the model, 4.1 of 9.8 MB". */
export function loadingWords(progress: LoadProgress | undefined): string {
  switch (progress?.phase) {
    case undefined:
      return 'Loading the model';
    case 'files':
      return `Reading the model, ${(progress.loaded / MEGABYTE).toFixed(1)} of ${(progress.total / MEGABYTE).toFixed(1)} MB`;
    case 'graph':
      return 'Preparing the model';
    case 'self-test':
      return 'Checking the model against known answers';
  }
}
