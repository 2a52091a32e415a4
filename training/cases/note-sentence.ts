import type { Random } from '@/lib/evaluation/random';
import type { ConceptId } from '@/lib/knowledge/concept';
import type { DrawnPatient } from './draw-patient';
import { durationFor } from './note-durations';
import type { NoteForm } from './note-form';
import { inFirstPerson, ofSex, openWordingOf, pickOne } from './note-wording';

/** A finding as a note states it. */
export interface ToldFinding {
  readonly concept: ConceptId;
  readonly polarity: 'present' | 'absent';
}

/** A sentence of a note, and what it states. */
export interface ToldSentence {
  readonly text: string;
  readonly told: readonly ToldFinding[];
}

/** Somebody who writes one note. */
export interface NoteWriter {
  readonly random: Random;
  readonly form: NoteForm;
  readonly patient: DrawnPatient;
  readonly relation: string;
}

const CHILD_YEARS = 16;
/** From this age on a patient may have work and a partner. */
export const GROWN_YEARS = 18;
const OLD_YEARS = 55;

function relationOf(random: Random, { ageYears, sex }: DrawnPatient): string {
  if (ageYears < GROWN_YEARS) return sex === 'female' ? 'daughter' : 'son';
  if (ageYears >= OLD_YEARS) return sex === 'female' ? 'mother' : 'father';
  return random.pick(sex === 'female' ? ['wife', 'sister'] : ['husband', 'brother']);
}

/** A writer of a note of this form about the patient. */
export function noteWriter(random: Random, form: NoteForm, patient: DrawnPatient): NoteWriter {
  return { random, form, patient, relation: relationOf(random, patient) };
}

function personOf({ ageYears, sex }: DrawnPatient): string {
  if (ageYears < CHILD_YEARS) return sex === 'female' ? 'girl' : 'boy';
  return sex === 'female' ? 'woman' : 'man';
}

/** "A" before an age that is spoken with a vowel: eight, eighteen, eleven, and the eighties. */
const AN_AGE = /\b(a) (?=(?:8\d?|11|18)[ -]?(?:y|-))/giu;

/** The frame with its slots filled, as a sentence. */
export function fillFrame(
  writer: NoteWriter,
  frame: string,
  slots: Readonly<Record<string, string>> = {},
): string {
  const { random, form, patient, relation } = writer;
  const female = patient.sex === 'female';
  const all: Readonly<Record<string, string>> = {
    Pronoun: female ? 'She' : 'He',
    he: female ? 'she' : 'he',
    him: female ? 'her' : 'him',
    his: female ? 'her' : 'his',
    His: female ? 'Her' : 'His',
    age: String(patient.ageYears),
    person: personOf(patient),
    letter: female ? 'F' : 'M',
    relation,
    ...slots,
  };
  const filled = frame
    .replace('{He}', random.pick(form.subjects))
    .replace(/\{(\w+)\}/gu, (_, slot: string) => all[slot] ?? '')
    .replace(AN_AGE, '$1n ')
    .trim();
  return filled.charAt(0).toUpperCase() + filled.slice(1);
}

/** The items as a list in the words of the note. */
export function enumerate(
  { random }: NoteWriter,
  items: readonly string[],
  conjunctions: readonly string[],
): string {
  const last = items.at(-1) ?? '';
  return items.length < 2
    ? last
    : `${items.slice(0, -1).join(', ')} ${random.pick(conjunctions)} ${last}`;
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

/** A noun phrase for a finding that fits the patient's sex, or `undefined` where there is none. */
export function nounFor(writer: NoteWriter, concept: ConceptId): string | undefined {
  const duration = durationFor(writer.random, concept);
  if (duration !== undefined) return `symptoms for ${duration}`;
  return pickOne(writer.random, ofSex(openWordingOf(concept).nouns, writer.patient.sex));
}

/** In "The pain {verb}" a patient, too, speaks in the third person. */
const OF_THE_PATIENT = /\b(?:I|\{He\}) \{verb\}/u;

/** A sentence by a verb phrase, or `undefined` where no phrase fits the patient. */
function sentenceByVerb(
  writer: NoteWriter,
  frames: readonly string[],
  phrases: readonly string[],
): string | undefined {
  if (frames.length === 0) return undefined;
  const { random, form, patient } = writer;
  const frame = random.pick(frames);
  const phrase = pickOne(random, ofSex(phrases, patient.sex));
  const asPatient = form.voice === 'patient' && OF_THE_PATIENT.test(frame);
  const verb = phrase !== undefined && asPatient ? inFirstPerson(phrase) : phrase;
  return verb === undefined ? undefined : fillFrame(writer, frame, { verb });
}

function statedByNouns(
  writer: NoteWriter,
  concepts: readonly ConceptId[],
  polarity: ToldFinding['polarity'],
  frames: readonly string[],
): ToldSentence[] {
  const { random, form } = writer;
  const worded = concepts.flatMap((concept) => {
    const noun = nounFor(writer, concept);
    return noun === undefined ? [] : [{ concept, noun }];
  });
  if (worded.length === 0) return [];
  const conjunctions = polarity === 'present' ? form.and : form.or;
  const list = enumerate(
    writer,
    worded.map(({ noun }) => noun),
    conjunctions,
  );
  return [
    {
      text: fillFrame(writer, random.pick(frames), { list, sites: list }),
      told: worded.map(({ concept }) => ({ concept, polarity })),
    },
  ];
}

const VERB_CHANCE = 0.6;

/** Sentences that state findings, a few in each: by noun phrases, and one that stands alone often by a verb phrase. */
export function statePresent(
  writer: NoteWriter,
  concepts: readonly ConceptId[],
  frames: readonly string[],
  verbFrames: readonly string[],
  largest = writer.form.largestList,
): ToldSentence[] {
  const { random } = writer;
  return takeGroups(random, concepts, largest).flatMap((group) => {
    const [only] = group;
    if (only !== undefined && group.length === 1 && random.chance(VERB_CHANCE)) {
      const text = sentenceByVerb(writer, verbFrames, openWordingOf(only).verbs);
      if (text !== undefined) return [{ text, told: [{ concept: only, polarity: 'present' }] }];
    }
    return statedByNouns(writer, group, 'present', frames);
  });
}

function stateOneAbsent(writer: NoteWriter, concept: ConceptId): ToldSentence[] {
  const { random, form } = writer;
  const { absentVerbs, absentClauses } = openWordingOf(concept);
  const told = [{ concept, polarity: 'absent' as const }];
  const clause = pickOne(random, ofSex(absentClauses, writer.patient.sex));
  if (clause !== undefined && (absentVerbs.length === 0 || random.chance(0.5))) {
    return [{ text: fillFrame(writer, `${clause}.`), told }];
  }
  const text = sentenceByVerb(writer, form.deniedVerb, absentVerbs);
  return text === undefined ? [] : [{ text, told }];
}

/** Sentences that state findings as absent. */
export function stateAbsent(writer: NoteWriter, concepts: readonly ConceptId[]): ToldSentence[] {
  const { random, form } = writer;
  return takeGroups(random, concepts, form.largestList).flatMap((group) => {
    const [only] = group;
    if (only !== undefined && group.length === 1 && random.chance(VERB_CHANCE)) {
      const sentences = stateOneAbsent(writer, only);
      if (sentences.length > 0) return sentences;
    }
    return statedByNouns(writer, group, 'absent', form.denied);
  });
}
