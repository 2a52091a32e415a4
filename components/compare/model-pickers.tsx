'use client';

import { useState } from 'react';
import type { Side } from '@/components/compare/use-comparison';
import { valueOfChoice } from '@/components/engine/model-choice';
import { type ModelOption, useModelOptions } from '@/components/engine/use-model-options';
import { Button } from '@/components/ui/button';
import { SelectField } from '@/components/ui/field';
import { plainTitle } from '@/components/ui/plain-text';

type Chosen = Pick<Side, 'choice' | 'name'>;

/** Chooses the two models, and begins or stops. */
export function ModelPickers({
  underWay,
  onCompare,
  onStop,
}: {
  underWay: boolean;
  onCompare: (chosen: readonly [Chosen, Chosen]) => void;
  onStop: () => void;
}) {
  const options = useModelOptions();
  const [picked, setPicked] = useState<readonly (string | undefined)[]>([]);
  const first = optionOf(options, picked[0]) ?? options[0];
  const second =
    optionOf(options, picked[1]) ?? options.find((option) => option !== first) ?? options[0];
  const same = first === second;

  return (
    <div className="grid items-start gap-3 sm:grid-cols-[minmax(0,1fr)_minmax(0,1fr)_auto]">
      <ModelField
        label="First model"
        options={options}
        chosen={first}
        disabled={underWay}
        onPick={(value) => setPicked([value, second && valueOfChoice(second.choice)])}
      />
      <ModelField
        label="Second model"
        options={options}
        chosen={second}
        disabled={underWay}
        onPick={(value) => setPicked([first && valueOfChoice(first.choice), value])}
      />
      {underWay ? (
        <Button
          icon="stop"
          emphasis="outlined"
          className="h-9 px-4 text-sm sm:mt-6"
          onClick={onStop}
        >
          Stop
        </Button>
      ) : (
        <Button
          icon="run"
          emphasis="primary"
          className="h-9 px-4 text-sm sm:mt-6"
          disabled={same}
          onClick={() => {
            if (first !== undefined && second !== undefined) onCompare([first, second]);
          }}
        >
          Compare
        </Button>
      )}
      {same ? (
        <p role="status" className="text-xs text-ink-2 sm:col-span-3">
          {options.length === 1
            ? 'There is one model here. Add another under '
            : 'Choose two different models; more stand under '}
          <a href="/models" className="text-accent underline underline-offset-4">
            Models
          </a>
          .
        </p>
      ) : null}
    </div>
  );
}

function optionOf(
  options: readonly ModelOption[],
  value: string | undefined,
): ModelOption | undefined {
  return options.find(({ choice }) => valueOfChoice(choice) === value);
}

function ModelField({
  label,
  options,
  chosen,
  disabled,
  onPick,
}: {
  label: string;
  options: readonly ModelOption[];
  chosen: ModelOption | undefined;
  disabled: boolean;
  onPick: (value: string) => void;
}) {
  return (
    <SelectField
      label={label}
      value={chosen === undefined ? '' : valueOfChoice(chosen.choice)}
      disabled={disabled}
      note={chosen === undefined ? undefined : plainTitle(chosen.note)}
      onChange={(event) => onPick(event.target.value)}
    >
      {options.map(({ choice, name }) => (
        <option key={valueOfChoice(choice)} value={valueOfChoice(choice)}>
          {name}
        </option>
      ))}
    </SelectField>
  );
}
