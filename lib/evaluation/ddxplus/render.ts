import type { ConceptId } from '@/lib/knowledge/concept';
import { conceptById } from '@/lib/knowledge/vocabulary';
import { type Random, seededRandom } from '../random';
import { EVALUATION_STYLE, type NoteStyle } from './note-style';
import type { DdxplusPatient } from './patient';
import { HELD_OUT_PHRASINGS, type Phrasings, type Wording } from './phrasings';

/** What is told of a patient. */
export type RenderedPatient = Pick<DdxplusPatient, 'ageYears' | 'sex' | 'complaint' | 'present'>;

/** How a patient is turned into prose. */
export interface RenderOptions {
  readonly style: NoteStyle;
  readonly phrasings: Phrasings;
  /** Probability that a finding other than the complaint is left out. */
  readonly omission: number;
  /** Findings to state as absent. */
  readonly negatives: readonly ConceptId[];
}

interface Writer {
  readonly random: Random;
  readonly options: RenderOptions;
  readonly pronoun: 'She' | 'He';
}

function person(patient: RenderedPatient): string {
  if (patient.ageYears < 13) return patient.sex === 'female' ? 'girl' : 'boy';
  return patient.sex === 'female' ? 'woman' : 'man';
}

function enumerate(items: readonly string[], conjunction: string): string {
  const last = items.at(-1) ?? '';
  return items.length < 2 ? last : `${items.slice(0, -1).join(', ')} ${conjunction} ${last}`;
}

function capitalise(sentence: string): string {
  return sentence.charAt(0).toUpperCase() + sentence.slice(1);
}

function fill(writer: Writer, frame: string, slots: Readonly<Record<string, string>>): string {
  const subject = writer.random.pick(writer.options.style.subjects);
  const he = { pronoun: writer.pronoun, patient: 'The patient', none: '' }[subject];
  const filled = frame
    .replace('{He}', he)
    .replace('{he}', writer.pronoun.toLowerCase())
    .replace(/\{(\w+)\}/g, (_, slot: string) => slots[slot] ?? '');
  return capitalise(filled.trim());
}

function wordings(writer: Writer, concepts: readonly ConceptId[], form: keyof Wording): string[] {
  return concepts.flatMap((concept) => {
    const phrases = writer.options.phrasings(concept)[form];
    return phrases.length === 0 ? [] : [writer.random.pick(phrases)];
  });
}

function takeGroups<Item>(random: Random, items: readonly Item[], largest: number): Item[][] {
  const groups: Item[][] = [];
  for (let start = 0; start < items.length; ) {
    const size = 1 + random.below(largest);
    groups.push(items.slice(start, start + size));
    start += size;
  }
  return groups;
}

/** Sentences that name findings by noun phrases, a few in each, or by a verb phrase, one in each. */
function stateFindings(
  writer: Writer,
  concepts: readonly ConceptId[],
  frames: { readonly nouns: readonly string[]; readonly verb: readonly string[] },
  conjunction: string,
  verbForm: 'verbs' | 'absent',
): string[] {
  const { random } = writer;
  return takeGroups(random, concepts, 3).flatMap((group) => {
    if (group.length === 1 && random.chance(0.6)) {
      const [verb] = wordings(writer, group, verbForm);
      if (verb !== undefined) return [fill(writer, random.pick(frames.verb), { verb })];
    }
    const nouns = wordings(writer, group, 'nouns');
    if (nouns.length === 0) return [];
    return [fill(writer, random.pick(frames.nouns), { list: enumerate(nouns, conjunction) })];
  });
}

function stateSites(
  writer: Writer,
  concepts: readonly ConceptId[],
  frames: readonly string[],
): string[] {
  return takeGroups(writer.random, concepts, 4).flatMap((group) => {
    const sites = wordings(writer, group, 'nouns');
    if (sites.length === 0) return [];
    return [fill(writer, writer.random.pick(frames), { sites: enumerate(sites, 'and') })];
  });
}

function statePainQualities(writer: Writer, concepts: readonly ConceptId[]): string[] {
  const { style } = writer.options;
  return stateFindings(
    writer,
    concepts,
    { nouns: style.painNouns, verb: style.painVerb },
    style.and,
    'verbs',
  );
}

function stateRashQualities(writer: Writer, concepts: readonly ConceptId[]): string[] {
  return takeGroups(writer.random, concepts, 2).flatMap((group) => {
    const nouns = wordings(writer, group, 'nouns');
    if (nouns.length === 0) return [];
    const list = enumerate(nouns, writer.options.style.and);
    return [fill(writer, writer.random.pick(writer.options.style.rashNouns), { list })];
  });
}

/** The finding that goes without saying once its sites are told, by the kind of site. */
const IMPLIED_BY_SITE: ReadonlyMap<string, string> = new Map([
  ['pain-site', 'pain-present'],
  ['rash-site', 'skin-lesions'],
  ['swelling-site', 'localised-swelling'],
]);

/** The part of a note that a concept belongs to. */
function partOf(concept: ConceptId): string {
  const known = conceptById(concept);
  if (concept.includes('-site/')) return concept.slice(0, concept.indexOf('/'));
  if (known?.within === 'pain' || known?.within === 'rash') return known.within;
  switch (known?.kind) {
    case 'symptom':
    case 'attribute':
    case 'course':
      return 'symptom';
    case 'sign':
    case 'test-result':
      return known.kind;
    default:
      return 'history';
  }
}

/**
 * The patient as a note in prose: an opening with the complaint, then pain, rash, swelling, symptoms, what is absent and
 * the background, in an order that varies with the seed.
 */
export function renderNote(patient: RenderedPatient, options: RenderOptions, seed: number): string {
  const random = seededRandom(seed);
  const writer: Writer = { random, options, pronoun: patient.sex === 'female' ? 'She' : 'He' };
  const { style } = options;
  const kept = patient.present.filter(
    (concept) => concept === patient.complaint || !random.chance(options.omission),
  );
  const part = (name: string) => random.shuffle(kept.filter((concept) => partOf(concept) === name));
  const sited = kept.map(partOf).filter((name) => name.endsWith('-site'));
  const complaint = patient.complaint ?? kept[0];
  const symptoms = part('symptom').filter(
    (concept) =>
      concept !== complaint && !sited.some((site) => IMPLIED_BY_SITE.get(site) === concept),
  );
  const history = part('history').filter((concept) => concept !== complaint);
  const [complaintNoun] = complaint === undefined ? [] : wordings(writer, [complaint], 'nouns');
  const opening = fill(writer, random.pick(style.openings), {
    age: String(patient.ageYears),
    person: person(patient),
    complaint: complaintNoun ?? 'feeling unwell',
  });
  const painSentences = [
    ...stateSites(writer, part('pain-site'), style.painSites),
    ...statePainQualities(writer, part('pain')),
    ...stateSites(writer, part('radiation-site'), style.radiation),
  ];
  const skinSentences = [
    ...stateSites(writer, part('rash-site'), style.rashSites),
    ...stateRashQualities(writer, part('rash')),
  ];
  const sections = random.shuffle([
    painSentences,
    skinSentences,
    stateSites(writer, part('swelling-site'), style.swellingSites),
    stateFindings(
      writer,
      symptoms,
      { nouns: style.presentNouns, verb: style.presentVerb },
      style.and,
      'verbs',
    ),
  ]);
  const found = (kind: 'sign' | 'test-result', nouns: readonly string[]) =>
    stateFindings(writer, part(kind), { nouns, verb: style.presentVerb }, style.and, 'verbs');
  return [
    opening,
    ...sections.flat(),
    ...found('sign', style.signs),
    ...found('test-result', style.tests),
    ...stateFindings(
      writer,
      options.negatives,
      { nouns: style.absentNouns, verb: style.absentVerb },
      style.or,
      'absent',
    ),
    ...stateFindings(
      writer,
      history,
      { nouns: style.history, verb: style.presentVerb },
      style.and,
      'verbs',
    ),
  ].join(' ');
}

/**
 * The patient in the evaluation's own style and wordings, none of which any training case or the recogniser was given.
 * Every present finding is stated; nothing is stated as absent unless `negatives` names it.
 */
export function renderPatient(
  patient: DdxplusPatient,
  seed: number,
  negatives: readonly ConceptId[] = [],
): string {
  return renderNote(
    patient,
    { style: EVALUATION_STYLE, phrasings: HELD_OUT_PHRASINGS, omission: 0, negatives },
    seed,
  );
}
