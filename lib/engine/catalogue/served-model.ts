import { CATALOGUE } from './catalogue';
import type { CatalogueEntry } from './entry';

/** The last part of a repository or of a path, as servers name a model after it; in lower case. */
function lastPart(name: string): string {
  return (name.split('/').at(-1) ?? name).toLowerCase();
}

/**
 * The entry of the catalogue that a server's model is: the one whose id it has, or whose repository's name its own begins
 * with ("TachyHealth/Gazal-R1-32B-GRPO-preview", "gazal-r1-32b-grpo-preview-q4_k_m.gguf"); the longest where several do.
 * Undefined for a model that the catalogue does not know.
 */
export function entryOfServedModel(served: string): CatalogueEntry | undefined {
  const name = lastPart(served);
  const named = CATALOGUE.flatMap((entry) => {
    const names = [entry.id, ...('repository' in entry ? [lastPart(entry.repository)] : [])];
    const length = Math.max(
      0,
      ...names.filter((own) => name.startsWith(own)).map((own) => own.length),
    );
    return length === 0 ? [] : [{ entry, length }];
  });
  return named.sort((a, b) => b.length - a.length)[0]?.entry;
}
