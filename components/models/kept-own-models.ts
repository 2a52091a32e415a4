import { keptList } from '@/components/models/kept-list';
import { type OwnModel, ownModelId, readOwnModels, writeOwnModels } from '@/lib/engine/catalogue';
import type { Outcome } from '@/lib/text/outcome';

const LIST = keptList({
  key: 'rationale.models',
  read: readOwnModels,
  write: writeOwnModels,
  refusal: {
    message: 'This browser keeps nothing for this page, so the list of models cannot be changed.',
    remedy: 'Allow storage for this page, or leave private browsing; then try it again.',
  },
});

/** The models that a person added to this browser, in that order; none where what is kept cannot be read. */
export const keptOwnModels = LIST.items;

/** Calls the listener whenever the models may have changed, here or in another tab. */
export const subscribeToOwnModels = LIST.subscribe;

/** Adds a model; one of the same repository and form, or the one with the id `instead`, gives its place to it. */
export function keepOwnModel(model: OwnModel, instead?: string): Outcome<undefined> {
  const kept = keptOwnModels();
  const isReplaced = (other: OwnModel) => [instead, ownModelId(model)].includes(ownModelId(other));
  const at = kept.findIndex(isReplaced);
  const others = kept.filter((other) => !isReplaced(other));
  return LIST.keep(at === -1 ? [...kept, model] : others.toSpliced(at, 0, model));
}

/** Removes a model from the list; what was downloaded of it stays. */
export function forgetOwnModel(id: string): Outcome<undefined> {
  return LIST.keep(keptOwnModels().filter((model) => ownModelId(model) !== id));
}

/** Adds the models of a file; one that is there already gives its place to the file's. */
export function addOwnModels(models: readonly OwnModel[]): Outcome<undefined> {
  const added = new Map(models.map((model) => [ownModelId(model), model]));
  const others = keptOwnModels().filter((model) => !added.has(ownModelId(model)));
  return LIST.keep([...others, ...added.values()]);
}
