'use client';

import { type ModelChoice, valueOfChoice } from '@/components/engine/model-choice';
import type { EngineState } from '@/components/engine/use-engine';
import { useModelOptions } from '@/components/engine/use-model-options';
import { deviceWords } from '@/components/explanation/manifest';
import { MenuAction } from '@/components/ui/menu';
import { plainTitle } from '@/components/ui/plain-text';

/** The models to choose from, and what the chosen one runs on. */
export function ModelMenu({
  state,
  choice,
  locked,
  onChoose,
}: {
  state: EngineState;
  choice: ModelChoice | undefined;
  locked: boolean;
  onChoose: (choice: ModelChoice) => void;
}) {
  const options = useModelOptions();
  const chosen = choice === undefined ? undefined : valueOfChoice(choice);
  return (
    <>
      <p className="px-2.5 pt-1 pb-0.5 text-2xs font-semibold text-ink-3">
        {locked ? 'Model (stop the run to choose another)' : 'Model'}
      </p>
      <div className="flex max-h-[40vh] flex-col overflow-y-auto">
        {options.map((option) => {
          const value = valueOfChoice(option.choice);
          return (
            <MenuAction
              key={value}
              label={plainTitle(option.name)}
              note={plainTitle(option.note)}
              chosen={value === chosen}
              disabled={locked}
              onClick={() => {
                if (value !== chosen) onChoose(option.choice);
              }}
            />
          );
        })}
      </div>
      {state.phase === 'ready' ? (
        <dl className="mt-1 grid gap-2 border-t border-line p-2.5 text-xs">
          <Fact
            term="Model"
            detail={`${state.description.model}, ${state.description.precision}`}
          />
          <Fact
            term="Runs on"
            detail={deviceWords(state.description.device, state.description.threads)}
          />
          <Fact term="Because" detail={state.description.deviceReason} />
        </dl>
      ) : null}
      <p className="border-t border-line px-2.5 py-2 text-xs">
        {locked ? (
          <span className="text-ink-3">More models and endpoints</span>
        ) : (
          <a href="/models" className="text-accent underline underline-offset-4">
            More models and endpoints
          </a>
        )}
      </p>
    </>
  );
}

function Fact({ term, detail }: { term: string; detail: string }) {
  return (
    <div>
      <dt className="text-2xs text-ink-3">{term}</dt>
      <dd className="wrap-anywhere">{plainTitle(detail)}</dd>
    </div>
  );
}
