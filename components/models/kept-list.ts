import { failure, type Outcome, success } from '@/lib/text/outcome';

/** How a list is written as text and read back, and what is said where the browser keeps nothing. */
export interface ListForm<Item, Code extends string> {
  /** Under which the text stands in the browser's storage. */
  readonly key: string;
  readonly read: (text: string) => Outcome<readonly Item[], Code>;
  readonly write: (items: readonly Item[]) => string;
  readonly refusal: { readonly message: string; readonly remedy: string };
}

/** A list that a person keeps in this browser. */
export interface KeptList<Item> {
  /** What is kept; nothing where it cannot be read. */
  readonly items: () => readonly Item[];
  /** Keeps these instead; a fault where they could not be read again, or storage is refused. */
  readonly keep: (items: readonly Item[]) => Outcome<undefined>;
  /** Calls the listener whenever the list may have changed, here or in another tab. */
  readonly subscribe: (listener: () => void) => () => void;
}

/** A list in this browser's storage, in the given form. */
export function keptList<Item, Code extends string>(form: ListForm<Item, Code>): KeptList<Item> {
  // Tells the other parts of this page; other tabs hear of it through `storage`.
  const changed = `${form.key}-changed`;
  return {
    items() {
      const text = readStorage(() => localStorage, form.key);
      if (text === undefined) return [];
      const read = form.read(text);
      return read.ok ? read.value : [];
    },
    keep(items) {
      const text = form.write(items);
      // What could not be read again, such as more than a file may hold, would lose the others.
      const read = form.read(text);
      if (!read.ok) return read;
      try {
        localStorage.setItem(form.key, text);
      } catch {
        return failure('storage-refused', form.refusal.message, form.refusal.remedy);
      }
      window.dispatchEvent(new Event(changed));
      return success(undefined);
    },
    subscribe(listener) {
      window.addEventListener(changed, listener);
      window.addEventListener('storage', listener);
      return () => {
        window.removeEventListener(changed, listener);
        window.removeEventListener('storage', listener);
      };
    },
  };
}

/** What a storage holds under a key; nothing where storage is refused. */
export function readStorage(storage: () => Storage, key: string): string | undefined {
  try {
    return storage().getItem(key) ?? undefined;
  } catch {
    return undefined;
  }
}
