import type { DdxplusPatient } from '@/lib/evaluation/ddxplus/patient';
import type { Random } from '@/lib/evaluation/random';
import type { ConceptId, Condition } from '@/lib/knowledge/concept';
import { CONDITIONS } from '@/lib/knowledge/conditions';
import { backgroundFrequency, isCounted, likelihood } from '@/lib/knowledge/likelihoods';
import { OTHER_DISEASES, type OtherDisease } from '@/lib/knowledge/other-diseases';
import { CONCEPTS, conceptById } from '@/lib/knowledge/vocabulary';

/** What is true of a patient, before anybody tells it. */
export interface DrawnPatient {
  /** The condition; `null` for a disease that is none of the known ones. */
  readonly truth: Condition | null;
  readonly ageYears: number;
  readonly sex: 'female' | 'male';
  readonly complaint: ConceptId | undefined;
  readonly present: readonly ConceptId[];
  readonly absent: readonly ConceptId[];
  /** What the patient has besides, of which nothing is told. */
  readonly untold: readonly ConceptId[];
  readonly differential: readonly Condition[];
}

/** Age of a drawn patient with a condition of which no patient was counted: only bronchiolitis, an infants' disease. */
const UNCOUNTED_AGE = 1;
/** A finding this rare in a condition is a chance finding there; notes tell few of those. */
const CHANCE = 0.05;
const CHANCE_TOLD = 0.4;
/** A finding this frequent in a rival is worth denying. */
const WORTH_DENYING = 0.25;

/** Share of the patients who tell of something that has nothing to do with their disease, and of how much at most. */
const DISTRACTED = 0.3;
const MOST_DISTRACTORS = 2;
/** Much of what grown people have behind them children have not. */
const GROWN_YEARS = 18;
/** What is told beside the point is what many people have. */
const COMMON_FROM = 0.03;

/** Share of the strangers whose disease is described. */
const DESCRIBED = 0.7;

const DRAWABLE = CONCEPTS.filter(({ id }) => isCounted(id));

function findingsOf(random: Random, condition: Condition): ConceptId[] {
  return DRAWABLE.filter(({ id }) => {
    const probability = likelihood(id, condition);
    return random.chance(probability < CHANCE ? probability * CHANCE_TOLD : probability);
  }).map(({ id }) => id);
}

/** Findings that the patient does not have but that a rival often has. */
function pertinentNegatives(
  random: Random,
  present: readonly ConceptId[],
  rivals: readonly Condition[],
  most: number,
): ConceptId[] {
  const candidates = DRAWABLE.filter(
    ({ id, kind }) =>
      kind !== 'attribute' &&
      kind !== 'course' &&
      !present.includes(id) &&
      rivals.some((rival) => likelihood(id, rival) > WORTH_DENYING),
  ).map(({ id }) => id);
  return random.shuffle(candidates).slice(0, random.below(most + 1));
}

/** Keeps `count` findings, telling ones the likelier: people report what they think matters. */
function tellSome(random: Random, concepts: readonly ConceptId[], count: number): ConceptId[] {
  const weight = (concept: ConceptId): number => {
    const kind = conceptById(concept)?.kind;
    return kind === 'attribute' || kind === 'demographic' || kind === 'exposure' ? 0.5 : 1;
  };
  const kept = concepts
    .map((concept) => ({ concept, key: random.next() ** (1 / weight(concept)) }))
    .sort((a, b) => b.key - a.key)
    .slice(0, count)
    .map(({ concept }) => concept);
  return concepts.filter((concept) => kept.includes(concept));
}

const COMMON_BESIDE = DRAWABLE.filter(
  ({ id, kind }) =>
    (kind === 'history' || kind === 'medication' || kind === 'exposure' || kind === 'symptom') &&
    backgroundFrequency(id) >= COMMON_FROM,
).map(({ id }) => id);

/** Findings that are common in anybody and not more so in the patient's condition. */
function distractors(
  random: Random,
  present: readonly ConceptId[],
  condition: Condition,
  ageYears: number,
): ConceptId[] {
  if (!random.chance(DISTRACTED)) return [];
  const candidates = COMMON_BESIDE.filter(
    (concept) =>
      !present.includes(concept) &&
      (ageYears >= GROWN_YEARS || conceptById(concept)?.kind === 'symptom') &&
      likelihood(concept, condition) <= backgroundFrequency(concept),
  );
  return random.shuffle(candidates).slice(0, 1 + random.below(MOST_DISTRACTORS));
}

function complaintOf(random: Random, present: readonly ConceptId[]): ConceptId | undefined {
  const symptoms = present.filter((concept) => conceptById(concept)?.kind === 'symptom');
  return symptoms.length === 0 ? present[0] : random.pick(symptoms);
}

/** A DDXPlus patient, or one drawn from a condition's frequencies, with `told` findings or fewer. */
export function drawKnownPatient(
  random: Random,
  patients: readonly DdxplusPatient[],
  told: number,
): DrawnPatient {
  const truth = random.pick(CONDITIONS);
  const counted = patients.filter((patient) => patient.pathology.id === truth.id);
  const like =
    counted.length > 0
      ? random.pick(counted)
      : { ...random.pick(patients), ageYears: UNCOUNTED_AGE, differential: [], present: [] };
  const drawn = findingsOf(random, truth);
  const literature = drawn.filter((concept) => conceptById(concept)?.evidence === undefined);
  const whole = counted.length > 0 && random.chance(0.5) ? [...like.present, ...literature] : drawn;
  const own = tellSome(random, whole, told);
  const beside = distractors(random, whole, truth, like.ageYears);
  const present = [...own, ...beside];
  return {
    truth,
    ageYears: like.ageYears,
    sex: like.sex,
    complaint: complaintOf(random, own),
    present,
    untold: whole.filter((concept) => !own.includes(concept)),
    absent: pertinentNegatives(
      random,
      [...whole, ...beside],
      [truth, ...like.differential.slice(0, 4)],
      6,
    ),
    differential: like.differential,
  };
}

/** A DDXPlus patient as the data set has it, all evidence told. */
export function takeWholePatient(
  random: Random,
  patients: readonly DdxplusPatient[],
): DrawnPatient {
  const patient = random.pick(patients);
  const rivals = [patient.pathology, ...patient.differential.slice(0, 4)];
  return {
    ...patient,
    truth: patient.pathology,
    untold: [],
    absent: pertinentNegatives(random, patient.present, rivals, 5),
  };
}

/** Findings of somebody with a disease that is none of the known ones. */
function findingsOfAnother(random: Random, { frequencies }: OtherDisease): ConceptId[] {
  return CONCEPTS.filter(({ id }) => {
    const frequency = frequencies.get(id);
    const chance = backgroundFrequency(id);
    return random.chance(frequency ?? (chance < CHANCE ? chance * CHANCE_TOLD : chance));
  }).map(({ id }) => id);
}

/** Somebody with another disease: one that is described, or findings of several conditions that do not belong together. */
export function drawStranger(
  random: Random,
  patients: readonly DdxplusPatient[],
  told: number,
): DrawnPatient {
  const sources = random.shuffle(CONDITIONS).slice(0, 3 + random.below(3));
  const whole = random.chance(DESCRIBED)
    ? findingsOfAnother(random, random.pick(OTHER_DISEASES))
    : sources.flatMap((condition) =>
        tellSome(random, findingsOf(random, condition), 1 + random.below(3)),
      );
  const present = tellSome(random, [...new Set(whole)], told);
  const like = random.pick(patients);
  return {
    truth: null,
    ageYears: like.ageYears,
    sex: random.chance(0.5) ? 'female' : 'male',
    complaint: complaintOf(random, present),
    present,
    untold: whole.filter((concept) => !present.includes(concept)),
    absent: pertinentNegatives(random, present, sources, 6),
    differential: [],
  };
}
