/**
 * How often a finding goes with a condition, also where DDXPlus does not ask for it: signs, test results, settings, and
 * symptoms that its conditions lack. Each condition's entry names the documents from which its
 * classes can be checked. The classes are our estimates,
 * set without those documents at hand, and have not been reviewed by a clinician.
 */
import type { ConceptId, Condition } from './concept';
import airway from './data/clinical-findings/airway-associations.json';
import chest from './data/clinical-findings/chest-associations.json';
import other from './data/clinical-findings/other-associations.json';
import { frequenciesOf } from './frequency-classes';

interface Entry {
  readonly condition: string;
  readonly sources: readonly string[];
  readonly findings: Readonly<Record<string, string | undefined>>;
}

const ENTRIES: readonly Entry[] = [...chest, ...airway, ...other];

const frequencies = new Map(
  ENTRIES.map(({ condition, findings }) => [condition, frequenciesOf(findings, condition)]),
);
const associated = new Set([...frequencies.values()].flatMap((findings) => [...findings.keys()]));
const sources = new Map(ENTRIES.map((entry) => [entry.condition, entry.sources]));

/** Share of the patients with `condition` who show the finding, 0 to 1; undefined where nothing is stated. */
export function associatedFrequency(concept: ConceptId, condition: Condition): number | undefined {
  return frequencies.get(condition.id)?.get(concept);
}

/** Whether the finding is stated for any condition. */
export function isAssociated(concept: ConceptId): boolean {
  return associated.has(concept);
}

/** The documents from which a condition's classes can be checked. */
export function associationSources(condition: Condition): readonly string[] {
  return sources.get(condition.id) ?? [];
}
