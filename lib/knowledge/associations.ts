/**
 * How often a finding goes with a condition according to the medical literature, where DDXPlus does not ask for it: signs,
 * test results, settings, and symptoms that its conditions lack. The classes are those of the Human Phenotype Ontology
 * (Köhler et al. 2021, doi:10.1093/nar/gkaa1043, frequency subontology HP:0040279); each condition's entry names the
 * documents from which its classes can be checked. The classes were read by us and have not been reviewed by a clinician.
 */
import type { ConceptId, Condition } from './concept';
import airway from './data/clinical-findings/airway-associations.json';
import chest from './data/clinical-findings/chest-associations.json';
import other from './data/clinical-findings/other-associations.json';

export type FrequencyClass = 'very frequent' | 'frequent' | 'occasional' | 'very rare' | 'excluded';

/** The middle of each class's range: 80 to 99 %, 30 to 79 %, 5 to 29 %, 1 to 4 %, and 0 %. */
const MIDDLE: Readonly<Record<FrequencyClass, number>> = {
  'very frequent': 0.895,
  frequent: 0.545,
  occasional: 0.17,
  'very rare': 0.025,
  excluded: 0,
};

interface Entry {
  readonly condition: string;
  readonly sources: readonly string[];
  readonly findings: Readonly<Record<string, string | undefined>>;
}

const ENTRIES: readonly Entry[] = [...chest, ...airway, ...other];

function frequencyClass(text: string, entry: Entry): number {
  for (const [name, middle] of Object.entries(MIDDLE)) if (name === text) return middle;
  throw new Error(`lib/knowledge/data/clinical-findings: "${text}" in ${entry.condition}`);
}

const frequencies = new Map(
  ENTRIES.map((entry) => [
    entry.condition,
    new Map(
      Object.entries(entry.findings).flatMap(([finding, text]) =>
        text === undefined ? [] : [[finding, frequencyClass(text, entry)] as const],
      ),
    ),
  ]),
);
const sources = new Map(ENTRIES.map((entry) => [entry.condition, entry.sources]));

/** Share of the patients with `condition` who show the finding, 0 to 1; undefined where nothing is stated. */
export function associatedFrequency(concept: ConceptId, condition: Condition): number | undefined {
  return frequencies.get(condition.id)?.get(concept);
}

/** Whether the finding is stated for any condition. */
export function isAssociated(concept: ConceptId): boolean {
  return [...frequencies.values()].some((findings) => findings.has(concept));
}

/** The documents from which a condition's classes can be checked. */
export function associationSources(condition: Condition): readonly string[] {
  return sources.get(condition.id) ?? [];
}
