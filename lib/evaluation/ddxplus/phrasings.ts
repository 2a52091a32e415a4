import type { ConceptId } from '@/lib/knowledge/concept';
import heldOut from './phrasings.json';

/** Ways to word a concept: noun phrases, third-person verb phrases, and phrases that state its absence. */
export interface Wording {
  readonly nouns: readonly string[];
  readonly verbs: readonly string[];
  readonly absent: readonly string[];
}

/** The wording of each concept. */
export type Phrasings = (concept: ConceptId) => Wording;

const NONE: Wording = { nouns: [], verbs: [], absent: [] };

const findings = new Map<string, Wording>(Object.entries(heldOut.findings));
const attributes = new Map(Object.entries(heldOut.attributes));
const sites = new Map(Object.entries(heldOut.sites));

/**
 * Wordings that were set aside on the first day: neither the recogniser's vocabulary nor any training case holds them.
 */
export const HELD_OUT_PHRASINGS: Phrasings = (concept) => {
  const site = concept.includes('-site/')
    ? sites.get(concept.slice(concept.indexOf('/') + 1))
    : undefined;
  if (site !== undefined) return { ...NONE, nouns: site };
  const attribute = attributes.get(concept);
  if (attribute !== undefined) return { ...NONE, ...attribute };
  return findings.get(concept) ?? NONE;
};
