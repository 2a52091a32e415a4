import type { Option } from '@/lib/case/case';
import { readCsv } from '@/lib/evaluation/csv';
import type { EvaluationCase, QuestionDataset } from '@/lib/evaluation/dataset';
import { isHeldOut } from '@/lib/evaluation/ddxplus/held-out';
import { pertinentNegatives } from '@/lib/evaluation/ddxplus/negatives';
import {
  DDXPLUS_COLUMNS,
  type DdxplusPatient,
  readPatient,
} from '@/lib/evaluation/ddxplus/patient';
import { renderPatient } from '@/lib/evaluation/ddxplus/render';
import { type Random, seededRandom } from '@/lib/evaluation/random';
import type { ConceptId, Condition } from '@/lib/knowledge/concept';
import { CONDITIONS, conditionNamed } from '@/lib/knowledge/conditions';
import type { Observation } from '@/lib/knowledge/likelihoods';
import { CONCEPTS } from '@/lib/knowledge/vocabulary';
import { failure, type Outcome, success } from '@/lib/text/outcome';

const QUESTION = 'What is the most likely diagnosis?';

/** DDXPlus (Fansi Tchango et al., NeurIPS 2022, CC BY 4.0): each patient becomes prose and is asked about twice. */
export const ddxplus: QuestionDataset = {
  kind: 'questions',
  name: 'ddxplus',
  format: `a DDXPlus patient file (CSV with ${DDXPLUS_COLUMNS.join(', ')})`,
  read: (text) => readPatients(text, { part: (patient) => patient, asked: 'everything' }),
};

/** The same patients, of whose evidence a random half is known, the complaint always. */
export const ddxplusHalf: QuestionDataset = {
  ...ddxplus,
  name: 'ddxplus-half',
  read: (text) => readPatients(text, { part: halfOf, asked: 'what is told' }),
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

async function readPatients(
  text: string,
  knowing: Knowing,
): Promise<Outcome<readonly EvaluationCase[]>> {
  const table = readCsv(text, DDXPLUS_COLUMNS);
  if (!table.ok) return table;
  const cases: EvaluationCase[] = [];
  for (const { line, values } of table.value) {
    const patient = readPatient(values);
    if (!patient.ok) {
      const { code, message, remedy } = patient.fault;
      return failure(code, `line ${line}: ${message}`, remedy);
    }
    cases.push(...casesOf(patient.value, line, await isHeldOut(values), knowing));
  }
  return success(cases);
}

/** The patient without and with options: the same prose both times. The line number is the seed of every choice. */
function casesOf(
  whole: DdxplusPatient,
  line: number,
  heldOut: boolean,
  knowing: Knowing,
): EvaluationCase[] {
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

/** Every concept that DDXPlus asks for, present or absent. */
function allAnswers({ present: told, ageYears, sex }: DdxplusPatient): Observation {
  const present = new Set(told);
  const asked = CONCEPTS.filter(({ evidence }) => evidence !== undefined);
  return {
    ageYears,
    sex,
    findings: asked.map(({ id }) => ({
      concept: id,
      polarity: present.has(id) ? 'present' : 'absent',
    })),
  };
}

/** The findings that the prose tells. */
function toldAnswers(
  { present, ageYears, sex }: DdxplusPatient,
  negatives: readonly ConceptId[],
): Observation {
  return {
    ageYears,
    sex,
    findings: [
      ...present.map((concept) => ({ concept, polarity: 'present' as const })),
      ...negatives.map((concept) => ({ concept, polarity: 'absent' as const })),
    ],
  };
}
