import {
  type OwnModel,
  ownModelId,
  parseOwnModel,
  wrongFields,
} from '@/lib/engine/catalogue/own-models';

/** What stands in the fields while a model is being written. */
export interface OwnModelFields {
  readonly name: string;
  readonly repository: string;
  readonly commit: string;
  readonly dtype: string;
  readonly graph: string;
  readonly startsIn: string;
  readonly parameters: string;
  readonly context: string;
  readonly temperature: string;
  readonly topP: string;
  readonly topK: string;
}

/** A model while it is being written. */
export interface OwnModelDraft {
  /** Id of the model that is edited; undefined for a new one. */
  readonly edits: string | undefined;
  readonly fields: OwnModelFields;
}

/** What is wrong with each field that is wrong, for its reader. */
export type FieldErrors = Readonly<Partial<Record<keyof OwnModelFields, string>>>;

/** An empty form. */
export function newOwnModelDraft(): OwnModelDraft {
  return {
    edits: undefined,
    fields: {
      name: '',
      repository: '',
      commit: '',
      dtype: 'q4f16',
      graph: '',
      startsIn: '',
      parameters: '',
      context: '',
      temperature: '',
      topP: '',
      topK: '',
    },
  };
}

/** A form that begins with a model that is kept. */
export function draftOfOwnModel(model: OwnModel): OwnModelDraft {
  const { name, repository, commit, dtype, graph, startsIn, parameters, context } = model;
  return {
    edits: ownModelId(model),
    fields: {
      name,
      repository,
      commit: commit ?? '',
      dtype,
      graph: graph ?? '',
      startsIn: startsIn ?? '',
      parameters: parameters?.toString() ?? '',
      context: context?.toString() ?? '',
      temperature: model.sampling?.temperature.toString() ?? '',
      topP: model.sampling?.topP?.toString() ?? '',
      topK: model.sampling?.topK?.toString() ?? '',
    },
  };
}

/** The model that a form describes, or what is wrong with its fields. `others` are the models kept already. */
export function ownModelOf(
  { edits, fields }: OwnModelDraft,
  others: readonly OwnModel[],
):
  | { readonly ok: true; readonly model: OwnModel }
  | { readonly ok: false; readonly errors: FieldErrors } {
  const value = describedBy(fields);
  const parsed = parseOwnModel(value);
  if (!parsed.ok) return { ok: false, errors: errorsOf(wrongFields(value)) };
  const id = ownModelId(parsed.value);
  return id !== edits && others.some((other) => ownModelId(other) === id)
    ? { ok: false, errors: { repository: TWICE } }
    : { ok: true, model: parsed.value };
}

function describedBy(fields: OwnModelFields): unknown {
  const repository = fields.repository.trim();
  const sampling = {
    temperature: numberOf(fields.temperature),
    topP: numberOf(fields.topP),
    topK: numberOf(fields.topK),
  };
  const isSampled = Object.values(sampling).some((each) => each !== undefined);
  return {
    name: textOf(fields.name) ?? repository.slice(repository.lastIndexOf('/') + 1),
    repository,
    commit: textOf(fields.commit),
    dtype: fields.dtype,
    graph: textOf(fields.graph),
    startsIn: textOf(fields.startsIn),
    parameters: numberOf(fields.parameters),
    context: numberOf(fields.context),
    sampling: isSampled ? sampling : undefined,
  };
}

function textOf(field: string): string | undefined {
  return field.trim() === '' ? undefined : field.trim();
}

/** Undefined for an empty field; NaN, which no field allows, for one that is no number. */
function numberOf(field: string): number | undefined {
  return field.trim() === '' ? undefined : Number(field);
}

const TWICE = 'This repository is in the list already in this form: edit that entry.';

/** What a field has to be, by its path in what is kept. */
const RULES: Readonly<Record<string, readonly [field: keyof OwnModelFields, rule: string]>> = {
  name: ['name', 'Has to have at most 100 characters.'],
  repository: ['repository', 'Has to be written owner/name, without an address before it.'],
  commit: ['commit', 'Has to be a whole commit: 40 hexadecimal digits in lower case.'],
  dtype: ['dtype', 'Has to be one of the list.'],
  graph: ['graph', 'Has to be a name without folder and extension, such as model.'],
  startsIn: ['startsIn', 'Has to be one of the list.'],
  parameters: ['parameters', 'Has to be a number above 0, such as 1.7.'],
  context: ['context', 'Has to be a whole number of tokens, such as 32768.'],
  'sampling.temperature': [
    'temperature',
    'Has to be a number from 0 to 5; without it the other two mean nothing.',
  ],
  'sampling.topP': ['topP', 'Has to be a number above 0 and up to 1.'],
  'sampling.topK': ['topK', 'Has to be a whole number from 0, which switches it off, to 1000.'],
};

function errorsOf(paths: readonly string[]): FieldErrors {
  const isRepositoryWrong = paths.includes('repository');
  const rules = paths.flatMap((path) => {
    const rule = RULES[path];
    // An empty name is read from the repository, so that it is not what is wrong.
    return rule === undefined || (path === 'name' && isRepositoryWrong) ? [] : [rule];
  });
  return Object.fromEntries(rules);
}
