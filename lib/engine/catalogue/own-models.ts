import * as z from 'zod/mini';
import { failure, type Outcome, success } from '@/lib/text/outcome';
import type { Sampling } from '../engine';
import { type BrowserModel, known, notKnown } from './entry';
import { transformersForm } from './models/forms';
import { samplingOf } from './models/sampling';

/** Owner and name, as the hub and its mirrors allow them: `owner/name`, each up to 96 characters. */
const REPOSITORY = /^[A-Za-z0-9][\w.-]{0,95}\/[A-Za-z0-9][\w.-]{0,95}$/;
const COMMIT = /^[0-9a-f]{40}$/;

/** The ranges that the samplers of `lib/engine/local` take; what is left out is switched off. */
const samplingSchema = z.object({
  temperature: z.number().check(z.nonnegative(), z.lte(5)),
  topP: z.optional(z.number().check(z.positive(), z.lte(1))),
  topK: z.optional(z.int().check(z.nonnegative(), z.lte(1000))),
});

/** What a person says of a model of their own. What is left out is read from the repository when it is downloaded. */
export const ownModelSchema = z.object({
  name: z.string().check(z.minLength(1), z.maxLength(100)),
  repository: z.string().check(z.regex(REPOSITORY, 'is not of the form owner/name')),
  commit: z.optional(z.string().check(z.regex(COMMIT, 'is not a commit of 40 hexadecimal digits'))),
  dtype: z.enum(['fp32', 'fp16', 'q8', 'int8', 'uint8', 'q4', 'q4f16', 'bnb4']),
  /** Name of the graph without suffix and folder; `model` unless told. */
  graph: z.optional(
    z.string().check(z.regex(/^[\w-]{1,64}$/, 'is not a file name without extension')),
  ),
  /** Whether its chat template opens the thinking section, it opens it itself, or it has none. */
  startsIn: z.optional(z.enum(['thinking', 'opens-itself', 'answer'])),
  /** Billions. */
  parameters: z.optional(z.number().check(z.positive(), z.lt(100_000))),
  context: z.optional(z.int().check(z.positive())),
  /** As its card recommends; otherwise as its `generation_config.json` does. */
  sampling: z.optional(samplingSchema),
});

export type OwnModel = z.infer<typeof ownModelSchema>;

const exportSchema = z.object({
  kind: z.literal('rationale-models'),
  version: z.literal(1),
  models: z.array(ownModelSchema).check(z.maxLength(1000)),
});

/** A person's own model out of a form or a file, or the fault `model-entry-invalid` that names the field. */
export function parseOwnModel(value: unknown): Outcome<OwnModel, 'model-entry-invalid'> {
  const parsed = ownModelSchema.safeParse(value);
  return parsed.success ? success(parsed.data) : invalid(parsed.error);
}

/** Every field of such a model that is wrong, by its path ("repository", "sampling.topP"); none where it can be taken. */
export function wrongFields(value: unknown): readonly string[] {
  const issues = ownModelSchema.safeParse(value).error?.issues ?? [];
  return [...new Set(issues.map(({ path }) => path.join('.')))];
}

/** The person's own models as JSON, for `readOwnModels` on another machine. */
export function writeOwnModels(models: readonly OwnModel[]): string {
  return `${JSON.stringify({ kind: 'rationale-models', version: 1, models }, null, 2)}\n`;
}

/** The models of an exported file, or the fault `model-entry-invalid` that says what is wrong with it. */
export function readOwnModels(text: string): Outcome<readonly OwnModel[], 'model-entry-invalid'> {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return failure(
      'model-entry-invalid',
      'The file is not JSON.',
      'Choose a file that was exported from the list of models.',
    );
  }
  const parsed = exportSchema.safeParse(value);
  return parsed.success ? success(parsed.data.models) : invalid(parsed.error);
}

function invalid(error: z.core.$ZodError): ReturnType<typeof failure<'model-entry-invalid'>> {
  const [issue] = error.issues;
  const field = issue?.path.join('.') || 'the whole';
  return failure(
    'model-entry-invalid',
    `The model cannot be added: ${field} ${issue?.message ?? 'is wrong'}.`,
    'Correct that field: a repository is written owner/name, a commit has 40 hexadecimal digits.',
  );
}

/** What names a person's own model: one form of one repository. It begins with `own:`, so that it hides no other. */
export function ownModelId({ repository, dtype }: OwnModel): string {
  return `own:${repository}:${dtype}`;
}

/** The entry of the catalogue that a person's own model makes. */
export function ownModelEntry(model: OwnModel): BrowserModel {
  const card = `https://huggingface.co/${model.repository}`;
  return {
    runs: 'browser',
    id: ownModelId(model),
    name: model.name,
    purpose: 'Added by you.',
    card,
    licence: { id: 'LicenseRef-unread', url: card, needsConsent: true },
    parameters: given(model.parameters),
    context: given(model.context),
    limits: ['Nothing is known of this model but what you said of it.'],
    family: 'other',
    layout: 'decoder',
    repository: model.repository,
    revision:
      model.commit === undefined
        ? { kind: 'first-download' }
        : { kind: 'pinned', commit: model.commit, source: 'Given by you' },
    forms: [transformersForm(model.dtype, model.graph === undefined ? {} : { graph: model.graph })],
    conversation: {
      template: 'in-repository',
      thinking: model.startsIn === 'answer' ? { kind: 'none' } : { kind: 'always' },
      startsIn: given(model.startsIn),
      sampling: given(model.sampling === undefined ? undefined : samplingGiven(model.sampling)),
    },
    cacheBytesPerToken: notKnown('Not given.'),
  };
}

function samplingGiven({ temperature, topP, topK }: z.infer<typeof samplingSchema>): Sampling {
  return samplingOf({
    temperature,
    ...(topP === undefined ? {} : { topP }),
    ...(topK === undefined ? {} : { topK }),
  });
}

function given<Value>(value: Value | undefined) {
  return value === undefined ? notKnown<Value>('Not given.') : known(value, 'Given by you');
}
