import type { Option } from '@/lib/case/case';
import type { EvaluationCase, QuestionDataset } from '@/lib/evaluation/dataset';
import { pertinentNegatives } from '@/lib/evaluation/ddxplus/negatives';
import { allAnswers, toldAnswers } from '@/lib/evaluation/ddxplus/observed';
import { DDXPLUS_COLUMNS, type DdxplusPatient } from '@/lib/evaluation/ddxplus/patient';
import { type PatientOnLine, readPatients } from '@/lib/evaluation/ddxplus/read-patients';
import { renderPatient } from '@/lib/evaluation/ddxplus/render';
import { type Random, seededRandom } from '@/lib/evaluation/random';
import type { Condition } from '@/lib/knowledge/concept';
import { CONDITIONS, conditionNamed } from '@/lib/knowledge/conditions';
import { type Outcome, success } from '@/lib/text/outcome';

const QUESTION = 'What is the most likely diagnosis?';

/** DDXPlus (Fansi Tchango et al., NeurIPS 2022, CC BY 4.0): each patient becomes prose and is asked about twice. */
export const ddxplus: QuestionDataset = {
  kind: 'questions',
  name: 'ddxplus',
  format: `a DDXPlus patient file (CSV with ${DDXPLUS_COLUMNS.join(', ')})`,
  read: (text) => readCases(text, { part: (patient) => patient, asked: 'everything' }),
};

/** The same patients, of whose evidence a random half is known, the complaint always. */
export const ddxplusHalf: QuestionDataset = {
  ...ddxplus,
  name: 'ddxplus-half',
  read: (text) => readCases(text, { part: halfOf, asked: 'what is told' }),
};

function halfOf(patient: DdxplusPatient, random: Random): DdxplusPatient {
  const present = patient.present.filter(
    (concept) => concept === patient.complaint || random.chance(0.5),
  );
  return { ...patient, present };
}

/** Which part of a patient is told, and what the yardstick knows: the data set asked for everything, a note tells a part. */
interface Knowing {
  readonly part: (patient: DdxplusPatient, random: Random) => DdxplusPatient;
  readonly asked: 'everything' | 'what is told';
}

async function readCases(
  text: string,
  knowing: Knowing,
): Promise<Outcome<readonly EvaluationCase[]>> {
  const patients = await readPatients(text);
  return patients.ok ? success(patients.value.flatMap((each) => casesOf(each, knowing))) : patients;
}

/** The patient without and with options: the same prose both times. */
function casesOf(
  { patient: whole, line, heldOut }: PatientOnLine,
  knowing: Knowing,
): readonly EvaluationCase[] {
  const random = seededRandom(line);
  const negatives = pertinentNegatives(random, whole);
  const patient = knowing.part(whole, random);
  const text = renderPatient(patient, line, negatives);
  const known =
    knowing.asked === 'everything' ? allAnswers(patient) : toldAnswers(patient, negatives);
  const truth = patient.pathology;
  const choices = drawChoices(random, patient);
  const options = choices.map((condition, index) => ({
    letter: String.fromCharCode('A'.charCodeAt(0) + index),
    text: condition.name,
  }));
  const common = {
    id: `ddxplus-line-${line}`,
    heldOut,
    isTruth: (diagnosis: string) => conditionNamed(diagnosis)?.id === truth.id,
  };
  return [
    {
      ...common,
      setting: 'open',
      case: { text, question: QUESTION, options: [] },
      truth: { diagnosis: truth.name },
      reference: { among: CONDITIONS, known, differential: whole.differential },
    },
    {
      ...common,
      setting: 'options',
      case: { text, question: QUESTION, options },
      truth: { diagnosis: truth.name, option: letterOf(truth, options) },
      reference: { among: choices, known },
    },
  ];
}

/**
 * The truth and three or four others in random order: up to three drawn from the first eight of the patient's own
 * differential, so that the choice is not easy, the rest from all conditions.
 */
function drawChoices(random: Random, patient: DdxplusPatient): readonly Condition[] {
  const size = 4 + random.below(2);
  const close = random.shuffle(patient.differential.slice(0, 8)).slice(0, 3);
  const chosen = new Set<Condition>([patient.pathology]);
  for (const condition of [...close, ...random.shuffle(CONDITIONS)]) {
    if (chosen.size < size) chosen.add(condition);
  }
  return random.shuffle([...chosen]);
}

function letterOf(truth: Condition, options: readonly Option[]): string {
  const option = options.find(({ text }) => text === truth.name);
  if (option === undefined) throw new Error(`"${truth.name}" is not among the options.`);
  return option.letter;
}
