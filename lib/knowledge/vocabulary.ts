/**
 * The findings vocabulary. The structure (which findings there are, and the values of pain, rash, swelling and travel)
 * follows the evidences of DDXPlus (Fansi Tchango et al., NeurIPS 2022, CC BY 4.0), with signs, test results, settings and
 * courses added that notes hold and DDXPlus lacks; every label and phrasing is our own.
 */
import type { Background, Concept, ConceptId, ConceptKind } from './concept';
import attributeData from './data/attributes.json';
import airwayData from './data/clinical-findings/airway.json';
import chestData from './data/clinical-findings/chest.json';
import otherData from './data/clinical-findings/other.json';
import findingData from './data/findings.json';
import outsideA from './data/other-diseases/a.json';
import outsideB from './data/other-diseases/b.json';
import outsideC from './data/other-diseases/c.json';
import siteData from './data/sites.json';

const KINDS: readonly ConceptKind[] = [
  'symptom',
  'history',
  'exposure',
  'medication',
  'family-history',
  'demographic',
  'sign',
  'test-result',
  'course',
];
const BACKGROUNDS: readonly Background[] = ['anyone', 'uncommon', 'specific'];

function oneOf<T extends string>(known: readonly T[], text: string): T {
  const found = known.find((candidate) => candidate === text);
  if (found === undefined) throw new Error(`lib/knowledge/data: unknown word "${text}"`);
  return found;
}

function brand(id: string): ConceptId {
  return id as ConceptId;
}

const statedFindings: readonly Concept[] = findingData.map((entry) => ({
  id: brand(entry.id),
  label: entry.label,
  absentLabel: entry.absentLabel,
  kind: oneOf(KINDS, entry.kind),
  nouns: entry.nouns,
  verbs: entry.verbs,
  absent: entry.absent,
  evidence: { code: entry.evidence, values: [] },
}));

interface ClinicalFinding {
  readonly id: string;
  readonly label: string;
  readonly absentLabel: string;
  readonly kind: string;
  readonly background: string;
  readonly nouns: readonly string[];
  readonly verbs: readonly string[];
  readonly absent: readonly string[];
}

const STATED_BESIDES: readonly ClinicalFinding[] = [
  ...chestData,
  ...airwayData,
  ...otherData,
  ...outsideA.findings,
  ...outsideB.findings,
  ...outsideC.findings,
];

const clinicalFindings: readonly Concept[] = STATED_BESIDES.map((entry) => ({
  id: brand(entry.id),
  label: entry.label,
  absentLabel: entry.absentLabel,
  kind: oneOf(KINDS, entry.kind),
  nouns: entry.nouns,
  verbs: entry.verbs,
  absent: entry.absent,
  background: oneOf(BACKGROUNDS, entry.background),
}));

/** Which valued evidence a body site becomes, depending on what the sentence speaks of. */
const SITE_USES = [
  { within: 'pain', prefix: 'pain-site', name: 'pain', code: 'E_55' },
  { within: 'radiation', prefix: 'radiation-site', name: 'radiation', code: 'E_57' },
  { within: 'rash', prefix: 'rash-site', name: 'rash', code: 'E_133' },
  { within: 'swelling', prefix: 'swelling-site', name: 'swelling', code: 'E_152' },
] as const;

const sites: readonly Concept[] = SITE_USES.flatMap((use) =>
  siteData.map((site) => ({
    id: brand(`${use.prefix}/${site.id}`),
    label: `${use.name} (${site.label})`,
    absentLabel: `no ${use.name} (${site.label})`,
    kind: 'attribute' as const,
    nouns: site.phrases,
    verbs: [],
    absent: [],
    evidence: { code: use.code, values: site.values },
    within: use.within,
  })),
);

/** Attributes that describe a pain or a rash count only where one is spoken of; travel stands alone. */
const ATTRIBUTE_GROUPS = [
  { entries: attributeData.painCharacter, within: 'pain' },
  { entries: attributeData.painIntensity, within: 'pain' },
  { entries: attributeData.painOnset, within: 'pain' },
  { entries: attributeData.painLocalisation, within: 'pain' },
  { entries: attributeData.rashColour, within: 'rash' },
  { entries: attributeData.rashPain, within: 'rash' },
  { entries: attributeData.rashSwelling, within: 'rash' },
  { entries: attributeData.rashItch, within: 'rash' },
  { entries: attributeData.rashSize, within: 'rash' },
  { entries: attributeData.rashPeeling, within: 'rash' },
  { entries: attributeData.travel, within: undefined },
] as const;

const attributes: readonly Concept[] = ATTRIBUTE_GROUPS.flatMap(({ entries, within }) =>
  entries.map((entry) => ({
    id: brand(entry.id),
    label: entry.label,
    absentLabel: `no ${entry.label}`,
    kind: 'attribute' as const,
    nouns: entry.nouns,
    verbs: entry.verbs,
    absent: [],
    evidence: { code: entry.evidence, values: entry.values },
    ...(within === undefined ? {} : { within }),
  })),
);

/** Every concept of the vocabulary, in a fixed order. */
export const CONCEPTS: readonly Concept[] = [
  ...statedFindings,
  ...sites,
  ...attributes,
  ...clinicalFindings,
];

const conceptsById = new Map(CONCEPTS.map((concept) => [concept.id, concept]));

/** The concept with this id, or `undefined` where the vocabulary has none (measurements have ids of their own). */
export function conceptById(id: ConceptId): Concept | undefined {
  return conceptsById.get(id);
}
