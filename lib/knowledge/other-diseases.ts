/**
 * Diseases that are none of the known conditions, with how often a finding goes with them: by these it can be told that a
 * case is none of the 49. They are no diagnoses that the embedded model could give. Each entry names the documents from which
 * its classes can be checked; the classes are our estimates, set without those documents at hand, and have not been
 * reviewed by a clinician.
 */
import a from './data/other-diseases/a.json';
import b from './data/other-diseases/b.json';
import c from './data/other-diseases/c.json';
import { frequenciesOf } from './frequency-classes';

export interface OtherDisease {
  readonly id: string;
  readonly name: string;
  readonly sources: readonly string[];
  /** Share of the patients with the disease who show a finding, where it is stated. */
  readonly frequencies: ReadonlyMap<string, number>;
}

interface Entry {
  readonly id: string;
  readonly name: string;
  readonly sources: readonly string[];
  readonly findings: Readonly<Record<string, string | undefined>>;
}

const ENTRIES: readonly Entry[] = [...a.diseases, ...b.diseases, ...c.diseases];

/** Every such disease, in a fixed order. */
export const OTHER_DISEASES: readonly OtherDisease[] = ENTRIES.map(
  ({ id, name, sources, findings }) => ({
    id,
    name,
    sources,
    frequencies: frequenciesOf(findings, id),
  }),
);
