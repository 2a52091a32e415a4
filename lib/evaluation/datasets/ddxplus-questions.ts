import type { AskedFor } from '@/lib/case/asked-for';
import type { Option } from '@/lib/case/case';
import type { EvaluationCase, QuestionDataset } from '@/lib/evaluation/dataset';
import { ddxplus } from '@/lib/evaluation/datasets/ddxplus';
import { pertinentNegatives } from '@/lib/evaluation/ddxplus/negatives';
import { toldAnswers } from '@/lib/evaluation/ddxplus/observed';
import type { DdxplusPatient } from '@/lib/evaluation/ddxplus/patient';
import { type PatientOnLine, readPatients } from '@/lib/evaluation/ddxplus/read-patients';
import { renderPatient } from '@/lib/evaluation/ddxplus/render';
import { type Random, seededRandom } from '@/lib/evaluation/random';
import { careOf, isNamedIn, type Urgency } from '@/lib/knowledge/care';
import type { Condition } from '@/lib/knowledge/concept';
import { CONDITIONS, conditionNamed } from '@/lib/knowledge/conditions';
import { tellingQuestions } from '@/lib/knowledge/information-gain';
import { type Observation, posterior } from '@/lib/knowledge/likelihoods';
import { success } from '@/lib/text/outcome';

const OPTIONS = 4;

const QUESTIONS = {
  treatment: 'What is the most appropriate initial treatment?',
  test: 'Which test should be done next?',
  prognosis: 'How urgent is this?',
  uncertainty: 'Which further finding would tell most?',
} satisfies Partial<Record<AskedFor, string>>;

const URGENCIES: readonly (readonly [Urgency, string])[] = [
  ['immediate', 'It needs care at once'],
  ['same-day', 'It needs care on the same day'],
  ['within-days', 'It needs care within days'],
  ['routine', 'It can wait for a routine visit'],
];

/**
 * The patients of DDXPlus, asked for what follows from their diagnosis. What is right is looked up for the disease that the
 * patient has; what would tell most is computed by Bayes' rule from all that the prose tells.
 */
export const ddxplusQuestions: QuestionDataset = {
  ...ddxplus,
  name: 'ddxplus-questions',
  read: async (text) => {
    const patients = await readPatients(text);
    return patients.ok ? success(patients.value.flatMap(questionsOf)) : patients;
  },
};

function questionsOf({ patient, line, heldOut }: PatientOnLine): readonly EvaluationCase[] {
  const random = seededRandom(line);
  const negatives = pertinentNegatives(random, patient);
  const text = renderPatient(patient, line, negatives);
  const truth = patient.pathology;
  const choices: Readonly<Record<keyof typeof QUESTIONS, readonly string[]>> = {
    treatment: careChoices(random, patient, 'treatments'),
    test: careChoices(random, patient, 'tests'),
    prognosis: urgencyChoices(truth),
    uncertainty: tellingChoices(random, toldAnswers(patient, negatives)),
  };
  return (['treatment', 'test', 'prognosis', 'uncertainty'] as const).flatMap((kind) => {
    const [right, ...wrong] = choices[kind];
    if (right === undefined || wrong.length === 0) return [];
    const options = lettered(random.shuffle([right, ...wrong]));
    const option = options.find((each) => each.text === right)?.letter;
    return [
      {
        id: `ddxplus-line-${line}-${kind}`,
        setting: 'options',
        group: kind,
        heldOut,
        case: { text, question: QUESTIONS[kind], options },
        truth: { diagnosis: truth.name, ...(option === undefined ? {} : { option }) },
        isTruth: (diagnosis: string) => conditionNamed(diagnosis)?.id === truth.id,
      },
    ];
  });
}

function lettered(texts: readonly string[]): readonly Option[] {
  return texts.map((text, index) => ({ letter: 'ABCDEFGH'.charAt(index), text }));
}

/**
 * What comes first for the truth, then what comes first for others, of its differential before others, and is nothing that is
 * done for the truth.
 */
function careChoices(
  random: Random,
  { pathology, differential }: DdxplusPatient,
  list: 'treatments' | 'tests',
): readonly string[] {
  const own = careOf(pathology)[list];
  const others: readonly Condition[] = [
    ...random.shuffle(differential.slice(0, 8)),
    ...random.shuffle(CONDITIONS),
  ];
  const wrong = others
    .flatMap((condition) => careOf(condition)[list].slice(0, 1))
    .filter(({ name }) => !own.some((named) => isNamedIn(named, name)))
    .map(({ name }) => name);
  return [...own.slice(0, 1).map(({ name }) => name), ...[...new Set(wrong)].slice(0, OPTIONS - 1)];
}

function urgencyChoices(truth: Condition): readonly string[] {
  const { urgency } = careOf(truth);
  const texts = URGENCIES.filter(([kind]) => kind === urgency);
  return [...texts, ...URGENCIES.filter(([kind]) => kind !== urgency)].map(([, text]) => text);
}

/** The finding of which knowing would tell most, and some that would tell less than half as much. */
function tellingChoices(random: Random, observation: Observation): readonly string[] {
  const told = new Set(observation.findings.map(({ concept }) => concept));
  const [most, ...others] = tellingQuestions(
    posterior(observation),
    told,
    Number.POSITIVE_INFINITY,
  );
  if (most === undefined) return [];
  const less = others.filter(({ gain }) => gain < most.gain / 2);
  return [most, ...random.shuffle(less).slice(0, OPTIONS - 1)].map(({ concept }) => concept.label);
}
