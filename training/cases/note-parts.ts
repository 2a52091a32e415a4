import type { ConceptId } from '@/lib/knowledge/concept';
import { likelihood } from '@/lib/knowledge/likelihoods';
import { CONCEPTS, conceptById } from '@/lib/knowledge/vocabulary';
import type { NotePart } from './note-form';
import { measuredValue } from './note-numbers';
import {
  enumerate,
  fillFrame,
  type NoteWriter,
  nounFor,
  statePresent,
  type ToldFinding,
  type ToldSentence,
} from './note-sentence';
import { ELSEWHERE, MEDICINES, PAST_ILLNESSES } from './note-surroundings';

/** The finding that goes without saying once its sites are told, by the kind of site. */
const IMPLIED_BY_SITE: ReadonlyMap<string, string> = new Map([
  ['pain-site', 'pain-present'],
  ['rash-site', 'skin-lesions'],
  ['swelling-site', 'localised-swelling'],
]);

/** What part of a note a finding belongs to; sites and qualities have parts of their own. */
function partOf(concept: ConceptId): string {
  const known = conceptById(concept);
  if (concept.includes('-site/')) return concept.slice(0, concept.indexOf('/'));
  if (known?.within === 'pain' || known?.within === 'rash') return known.within;
  switch (known?.kind) {
    case 'symptom':
    case 'course':
    case 'sign':
    case 'test-result':
      return known.kind;
    default:
      return 'history';
  }
}

/** Whether a finding can stand by itself at the beginning of a note. */
export function isComplaint(concept: ConceptId): boolean {
  return partOf(concept) === 'symptom';
}

/** The sentences of one part about these findings; measured values and what surrounds them have functions of their own. */
export function statePart(
  writer: NoteWriter,
  name: NotePart,
  concepts: readonly ConceptId[],
): ToldSentence[] {
  const { form, random } = writer;
  const all = (part: string) =>
    random.shuffle(concepts.filter((concept) => partOf(concept) === part));
  const nouns = (part: string, frames: readonly string[], largest?: number) =>
    statePresent(writer, all(part), frames, [], largest);
  switch (name) {
    case 'pain':
      return [
        ...nouns('pain-site', form.painSites, 4),
        ...statePresent(writer, all('pain'), form.painNouns, form.painVerb, 2),
        ...nouns('radiation-site', form.radiation, 4),
      ];
    case 'skin':
      return [...nouns('rash-site', form.rashSites, 4), ...nouns('rash', form.rashNouns, 2)];
    case 'swelling':
      return nouns('swelling-site', form.swellingSites, 4);
    case 'symptoms': {
      const sites = new Set(concepts.map(partOf));
      const said = all('symptom').filter(
        (concept) => ![...IMPLIED_BY_SITE].some(([site, it]) => it === concept && sites.has(site)),
      );
      return statePresent(writer, said, form.present, form.presentVerb);
    }
    case 'course':
      return nouns('course', form.course, 2);
    case 'signs':
      return statePresent(writer, all('sign'), form.signs, form.presentVerb);
    case 'tests':
      return statePresent(writer, all('test-result'), form.tests, form.presentVerb);
    case 'history':
      return statePresent(writer, all('history'), form.history, form.presentVerb);
    default:
      return [];
  }
}

interface Measured extends ToldFinding {
  readonly number: string;
}

const NUMBER_CHANCE = { present: 0.6, absent: 0.5, charted: 0.3 } as const;
/** What a chart shows of anyone, and how rare it must be in the patient's disease for a normal value to be likely. */
const CHARTED: readonly ConceptId[] = CONCEPTS.filter(({ id }) =>
  ['fever', 'hypoxaemia'].includes(id),
).map(({ id }) => id);
const RARE = 0.2;

/** The findings that the note gives as numbers. */
export function chooseMeasured(
  writer: NoteWriter,
  present: readonly ConceptId[],
  absent: readonly ConceptId[],
): readonly Measured[] {
  const { random, form, patient } = writer;
  const { truth } = patient;
  const measure = (
    concepts: readonly ConceptId[],
    polarity: ToldFinding['polarity'],
    chance: number,
  ) =>
    concepts.flatMap((concept): Measured[] => {
      if (!random.chance(chance)) return [];
      const atHome = form.voice !== 'clinician';
      const number = measuredValue(random, concept, polarity, patient.ageYears, atHome);
      return number === undefined ? [] : [{ concept, polarity, number }];
    });
  const charted =
    form.voice === 'clinician' && truth !== null
      ? CHARTED.filter(
          (concept) =>
            !present.includes(concept) &&
            !absent.includes(concept) &&
            !patient.untold.includes(concept) &&
            likelihood(concept, truth) < RARE,
        )
      : [];
  return [
    ...measure(present, 'present', NUMBER_CHANCE.present),
    ...measure(absent, 'absent', NUMBER_CHANCE.absent),
    ...measure(charted, 'absent', NUMBER_CHANCE.charted),
  ];
}

const CONTRADICTED = 0.15;

/** Sentences with the measured values, one of which the patient may deny to have. */
export function stateMeasured(writer: NoteWriter, measured: readonly Measured[]): ToldSentence[] {
  const { random, form } = writer;
  if (measured.length === 0) return [];
  const denied = measured.find(({ polarity }) => polarity === 'present');
  const noun = denied === undefined ? undefined : nounFor(writer, denied.concept);
  const contradicts = noun !== undefined && denied !== undefined && random.chance(CONTRADICTED);
  const listed = contradicts ? measured.filter((one) => one !== denied) : measured;
  const numbers = listed.map(({ number }) => number);
  const told = (these: readonly Measured[]) =>
    these.map(({ concept, polarity }) => ({ concept, polarity }));
  return [
    ...(listed.length === 0
      ? []
      : [
          {
            text: fillFrame(writer, random.pick(form.numbers), {
              list: enumerate(writer, numbers, [',', 'and']).replaceAll(' , ', ', '),
            }),
            told: told(listed),
          },
        ]),
    ...(contradicts
      ? [
          {
            text: fillFrame(writer, random.pick(form.contradictions), {
              noun,
              number: denied.number,
            }),
            told: told([denied]),
          },
        ]
      : []),
  ];
}

const SYMPTOMS = CONCEPTS.filter(({ kind }) => kind === 'symptom').map(({ id }) => id);
const SURROUNDED = { others: 0.15, hypotheses: 0.15, illness: 0.25, medicine: 0.25 } as const;
const OF_THE_VOCABULARY = 0.4;

/** What is not the patient's or not so: other people's illnesses, fears and advice, past illnesses and medicines of no weight. */
export function stateSurroundings(writer: NoteWriter): ToldSentence[] {
  const { random, form, patient } = writer;
  const notTold = (concept: ConceptId) =>
    !patient.present.includes(concept) && !patient.absent.includes(concept);
  const noun = () => {
    const concept = random.pick(SYMPTOMS);
    const worded =
      random.chance(OF_THE_VOCABULARY) && notTold(concept) ? nounFor(writer, concept) : undefined;
    return worded ?? random.pick(ELSEWHERE);
  };
  const sentence = (frames: readonly string[], slots: Readonly<Record<string, string>>) => ({
    text: fillFrame(writer, random.pick(frames), slots),
    told: [],
  });
  return [
    ...(random.chance(SURROUNDED.illness)
      ? [sentence(form.history, { list: random.pick(PAST_ILLNESSES) })]
      : []),
    ...(random.chance(SURROUNDED.medicine)
      ? [sentence(['Medication: {list}.', 'Takes {list}.'], { list: random.pick(MEDICINES) })]
      : []),
    ...(random.chance(SURROUNDED.others) ? [sentence(form.others, { noun: noun() })] : []),
    ...(random.chance(SURROUNDED.hypotheses) ? [sentence(form.hypotheses, { noun: noun() })] : []),
  ];
}
