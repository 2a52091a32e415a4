'use client';

import { type FormEvent, useEffect, useId, useRef, useState } from 'react';
import { keepOwnModel, keptOwnModels } from '@/components/models/kept-own-models';
import {
  type FieldErrors,
  type OwnModelDraft,
  type OwnModelFields,
  ownModelOf,
} from '@/components/models/own-model-draft';
import { Button } from '@/components/ui/button';
import { Disclosure } from '@/components/ui/disclosure';
import { SelectField, TextField } from '@/components/ui/field';
import { Icon } from '@/components/ui/icon';
import { FaultNotice } from '@/components/ui/notice';
import { ownModelSchema } from '@/lib/engine/catalogue';
import type { Fault } from '@/lib/text/outcome';

/** Where a model of any ONNX repository is described: the repository and the form; what is usually right, folded away. */
export function OwnModelForm({ first, onClose }: { first: OwnModelDraft; onClose: () => void }) {
  const [fields, setFields] = useState(first.fields);
  const [errors, setErrors] = useState<FieldErrors>({});
  const [fault, setFault] = useState<Fault>();
  const form = useRef<HTMLFormElement>(null);
  const heading = useId();

  useEffect(() => {
    if (Object.keys(errors).length === 0) return;
    const wrong = form.current?.querySelector<HTMLElement>('[aria-invalid="true"]');
    const folded = wrong?.closest('details');
    if (folded) folded.open = true;
    wrong?.focus();
  }, [errors]);

  const save = (event: FormEvent) => {
    event.preventDefault();
    const read = ownModelOf({ edits: first.edits, fields }, keptOwnModels());
    if (!read.ok) return setErrors(read.errors);
    const kept = keepOwnModel(read.model, first.edits);
    if (kept.ok) onClose();
    else setFault(kept.fault);
  };
  const field = (name: keyof OwnModelFields, label: string, note?: string) => ({
    label,
    value: fields[name],
    note: <Note error={errors[name]}>{note}</Note>,
    'aria-invalid': name in errors,
    onChange: ({ target }: { target: { value: string } }) =>
      setFields({ ...fields, [name]: target.value }),
  });

  return (
    <form
      ref={form}
      noValidate
      aria-labelledby={heading}
      onSubmit={save}
      className="grid gap-4 rounded-md border border-line-strong bg-pane px-4 py-4"
    >
      <h3 id={heading} className="text-sm font-semibold wrap-anywhere">
        {first.edits === undefined ? 'New model' : `Edit ${first.fields.name}`}
      </h3>
      <div className="grid items-start gap-x-4 gap-y-3 sm:grid-cols-2">
        <TextField
          {...field(
            'repository',
            'Repository',
            'Owner and name on the hub or its mirror. It has to hold ONNX graphs as Transformers.js lays them out.',
          )}
          placeholder="onnx-community/Qwen3-1.7B-ONNX"
          aria-required
          autoFocus
        />
        <SelectField
          {...field('dtype', 'Form', 'How the weights are kept. q4f16 and fp16 need shader-f16.')}
        >
          {ownModelSchema.shape.dtype.options.map((dtype) => (
            <option key={dtype}>{dtype}</option>
          ))}
        </SelectField>
        <TextField
          {...field('name', 'Name', 'How it is called here; otherwise as its repository.')}
        />
        <TextField
          {...field(
            'parameters',
            'Billions of parameters',
            'For judging whether it runs here. Without it, it is not tried on phones and in WebAssembly.',
          )}
          placeholder="1.7"
          inputMode="decimal"
        />
      </div>
      <Disclosure summary={<span className="text-xs font-medium">More settings</span>}>
        <div className="grid items-start gap-x-4 gap-y-3 pt-2 sm:grid-cols-2">
          <TextField
            {...field(
              'commit',
              'Commit',
              'Which revision is downloaded; otherwise the newest, recorded at the first download.',
            )}
          />
          <TextField
            {...field('graph', 'Graph', 'The graph’s file without the form’s suffix.')}
            placeholder="model"
          />
          <SelectField
            {...field(
              'startsIn',
              'Thinking',
              'The chat template is the repository’s own; this says who begins the thinking.',
            )}
          >
            <option value="">Not known</option>
            <option value="thinking">Opened by the chat template</option>
            <option value="opens-itself">Opened by the model</option>
            <option value="answer">It does not think first</option>
          </SelectField>
          <TextField
            {...field('context', 'Context', 'In tokens.')}
            placeholder="32768"
            inputMode="numeric"
          />
          <TextField
            {...field(
              'temperature',
              'Temperature',
              'As its card recommends; otherwise as its generation_config.json does.',
            )}
            placeholder="0.6"
            inputMode="decimal"
          />
          <TextField {...field('topP', 'Top-p')} placeholder="off" inputMode="decimal" />
          <TextField {...field('topK', 'Top-k')} placeholder="off" inputMode="numeric" />
        </div>
      </Disclosure>
      {fault === undefined ? null : (
        <FaultNotice fault={fault} onDismiss={() => setFault(undefined)} />
      )}
      <div className="flex flex-wrap justify-end gap-2">
        <Button onClick={onClose}>Cancel</Button>
        <Button type="submit" emphasis="primary">
          Save
        </Button>
      </div>
    </form>
  );
}

function Note({ error, children }: { error: string | undefined; children: string | undefined }) {
  return (
    <>
      {error === undefined ? null : (
        <span className="flex items-start gap-1 font-semibold text-contradicted">
          <Icon name="warning" size={13} />
          {error}
        </span>
      )}
      {children}
    </>
  );
}
