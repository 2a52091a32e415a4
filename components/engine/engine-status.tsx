'use client';

import type { EngineState } from '@/components/engine/use-engine';
import { deviceWords } from '@/components/explanation/manifest';
import { Button } from '@/components/ui/button';
import { Icon } from '@/components/ui/icon';
import { Menu } from '@/components/ui/menu';
import type { LoadProgress } from '@/lib/engine/engine';

/** The model's state in a few words, with the device and why on request. */
export function EngineStatus({ state, onReload }: { state: EngineState; onReload: () => void }) {
  switch (state.phase) {
    case 'loading':
      return (
        <div className="flex min-w-0 items-center gap-2 text-xs text-ink-2">
          <progress
            aria-label="Loading the model"
            className="h-1.5 w-16 shrink-0 overflow-hidden rounded-full [&::-webkit-progress-bar]:bg-line [&::-webkit-progress-value]:bg-ink-3 [&::-moz-progress-bar]:bg-ink-3"
            max={1}
            {...(state.progress === undefined ? {} : { value: shareOf(state.progress) })}
          />
          <span className="truncate max-split:sr-only">{loadingWords(state.progress)}</span>
        </div>
      );
    case 'ready': {
      const { description } = state;
      return (
        <Menu
          label="What the model runs on"
          align="start"
          width="w-80 max-w-[calc(100vw-2rem)]"
          face={
            <span className="flex min-w-0 items-center gap-1.5">
              <span className="text-supported">
                <Icon name="supported" size={14} />
              </span>
              <span className="truncate">
                Ready
                <span className="max-split:hidden">
                  {' '}
                  · {deviceWords(description.device, description.threads)}
                </span>
              </span>
            </span>
          }
        >
          <dl className="grid gap-2 p-2 text-xs">
            <Fact term="Model" detail={`${description.model}, ${description.precision}`} />
            <Fact term="Runs on" detail={deviceWords(description.device, description.threads)} />
            <Fact term="Because" detail={description.deviceReason} />
          </dl>
        </Menu>
      );
    }
    case 'failed':
      return (
        <div className="flex min-w-0 items-center gap-1 text-xs text-contradicted">
          <Icon name="warning" size={14} />
          <span className="truncate">Model not loaded</span>
          <Button onClick={onReload}>Try again</Button>
        </div>
      );
  }
}

function Fact({ term, detail }: { term: string; detail: string }) {
  return (
    <div>
      <dt className="text-2xs text-ink-3">{term}</dt>
      <dd>{detail}</dd>
    </div>
  );
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
