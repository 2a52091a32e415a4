import { failure, type Outcome, success } from '@/lib/text/outcome';
import { MODELS } from './embedded';
import type { BrowserModel, CatalogueEntry } from './entry';
import { ENDPOINT_MODELS } from './models/endpoints';
import { MEDICAL } from './models/medical';
import { QWEN } from './models/qwen';
import { SMALL } from './models/small';

/** The models that can be downloaded to a browser, smaller families first. */
export const BROWSER_MODELS: readonly BrowserModel[] = [...QWEN, ...MEDICAL, ...SMALL];

/** Every model that Rationale knows of, whatever it runs on. */
export const CATALOGUE: readonly CatalogueEntry[] = [
  ...MODELS,
  ...BROWSER_MODELS,
  ...ENDPOINT_MODELS,
];

/** The entry with this id among the catalogue and a person's own, or the fault `model-unknown`. */
export function catalogueEntry(
  id: string,
  own: readonly CatalogueEntry[] = [],
): Outcome<CatalogueEntry, 'model-unknown'> {
  const all = [...CATALOGUE, ...own];
  const entry = all.find((model) => model.id === id);
  if (entry !== undefined) return success(entry);
  const ids = all.map((model) => model.id).join(', ');
  return failure('model-unknown', `There is no model called "${id}".`, `Choose one of: ${ids}.`);
}
