/** Which model the page reasons with. */
export type ModelChoice =
  | { readonly kind: 'embedded' }
  /** One that the person added; `id` is that of its connection. */
  | { readonly kind: 'endpoint'; readonly id: string }
  /** One that was downloaded to this browser; `key` names it there. */
  | { readonly kind: 'downloaded'; readonly key: string };

const KEY = 'rationale.model';
const ENDPOINT = 'endpoint:';
const DOWNLOADED = 'downloaded:';

/** The model that was chosen last in this browser; the embedded one until there was a choice. */
export function keptChoice(): ModelChoice {
  try {
    return choiceOfValue(localStorage.getItem(KEY) ?? '');
  } catch {
    return { kind: 'embedded' };
  }
}

/** Keeps the choice for the next visit; where storage is refused it lasts as long as the page. */
export function keepChoice(choice: ModelChoice): void {
  try {
    localStorage.setItem(KEY, valueOfChoice(choice));
  } catch {
    // Storage is refused: the ledger says so.
  }
}

/** A choice as one word, for storage and for the options of a list. */
export function valueOfChoice(choice: ModelChoice): string {
  switch (choice.kind) {
    case 'embedded':
      return 'embedded';
    case 'endpoint':
      return `${ENDPOINT}${choice.id}`;
    case 'downloaded':
      return `${DOWNLOADED}${choice.key}`;
  }
}

/** The choice that a word stands for; what is unknown is the embedded model. */
function choiceOfValue(value: string): ModelChoice {
  if (value.startsWith(ENDPOINT)) return { kind: 'endpoint', id: value.slice(ENDPOINT.length) };
  if (value.startsWith(DOWNLOADED)) {
    return { kind: 'downloaded', key: value.slice(DOWNLOADED.length) };
  }
  return { kind: 'embedded' };
}
