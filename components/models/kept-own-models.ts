import { type OwnModel, ownModelId, readOwnModels, writeOwnModels } from '@/lib/engine/catalogue';
import { failure, type Outcome, success } from '@/lib/text/outcome';

const KEY = 'rationale.models';

/** Tells the parts of the page that show models; other tabs hear of it through `storage`. */
const CHANGED = 'rationale-models-changed';

/** The models that a person added to this browser, in that order; none where what is kept cannot be read. */
export function keptOwnModels(): readonly OwnModel[] {
  const text = readKept();
  if (text === undefined) return [];
  const read = readOwnModels(text);
  return read.ok ? read.value : [];
}

/** Adds a model; one of the same repository and form, or the one with the id `instead`, gives its place to it. */
export function keepOwnModel(model: OwnModel, instead?: string): Outcome<undefined> {
  const kept = keptOwnModels();
  const isReplaced = (other: OwnModel) => [instead, ownModelId(model)].includes(ownModelId(other));
  const at = kept.findIndex(isReplaced);
  const others = kept.filter((other) => !isReplaced(other));
  return write(at === -1 ? [...kept, model] : others.toSpliced(at, 0, model));
}

/** Removes a model from the list; what was downloaded of it stays. */
export function forgetOwnModel(id: string): Outcome<undefined> {
  return write(keptOwnModels().filter((model) => ownModelId(model) !== id));
}

/** Adds the models of a file; one that is there already gives its place to the file's. */
export function addOwnModels(models: readonly OwnModel[]): Outcome<undefined> {
  const added = new Map(models.map((model) => [ownModelId(model), model]));
  const others = keptOwnModels().filter((model) => !added.has(ownModelId(model)));
  return write([...others, ...added.values()]);
}

/** Calls the listener whenever the models may have changed, here or in another tab. */
export function subscribeToOwnModels(listener: () => void): () => void {
  window.addEventListener(CHANGED, listener);
  window.addEventListener('storage', listener);
  return () => {
    window.removeEventListener(CHANGED, listener);
    window.removeEventListener('storage', listener);
  };
}

function write(models: readonly OwnModel[]): Outcome<undefined> {
  const text = writeOwnModels(models);
  // What could not be read again, such as more models than a file may hold, would lose the others.
  const read = readOwnModels(text);
  if (!read.ok) return read;
  try {
    localStorage.setItem(KEY, text);
  } catch {
    return failure(
      'storage-refused',
      'This browser keeps nothing for this page, so the list of models cannot be changed.',
      'Allow storage for this page, or leave private browsing; then try it again.',
    );
  }
  window.dispatchEvent(new Event(CHANGED));
  return success(undefined);
}

function readKept(): string | undefined {
  try {
    return localStorage.getItem(KEY) ?? undefined;
  } catch {
    return undefined;
  }
}
