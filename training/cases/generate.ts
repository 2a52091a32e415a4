/**
 * Writes training cases as JSON lines after one line that names the conditions. Usage:
 *   tsx training/cases/generate.ts PATIENTS.csv OUT.jsonl COUNT SEED findings|notes short|long
 * `findings`: patients as a perfect reader would have read them; `notes`: patients rendered into notes in the training
 * styles and wordings, and read by the recogniser.
 */
import { createWriteStream } from 'node:fs';
import type { CaseReading, Option } from '@/lib/case/case';
import { readCase } from '@/lib/case/read-case';
import { optionsShown } from '@/lib/engine/prompt/embedded';
import { NO_FINDING } from '@/lib/engine/prompt/embedded-form';
import { UNDECIDED_ANSWERS } from '@/lib/engine/prompt/undecided';
import type { DdxplusPatient } from '@/lib/evaluation/ddxplus/patient';
import { type Random, seededRandom } from '@/lib/evaluation/random';
import type { Condition } from '@/lib/knowledge/concept';
import { CONDITIONS } from '@/lib/knowledge/conditions';
import { isCounted } from '@/lib/knowledge/likelihoods';
import { CONCEPTS } from '@/lib/knowledge/vocabulary';
import {
  type DrawnPatient,
  drawKnownPatient,
  drawStranger,
  takeWholePatient,
} from './draw-patient';
import { writeNote } from './note';
import { loadTrainingPatients } from './patients';
import type { ReasoningStyle } from './target';
import { tellPatient } from './told-case';
import { type TrainingCase, trainingCaseOf } from './training-case';

const QUESTION = 'What is the most likely diagnosis?';

/** Shares of the kinds of cases: all evidence of a data set's patient, a patient who tells some, too little, another disease. */
const SHARES = { whole: 0.27, told: 0.4, thin: 0.18 };
const WITH_OPTIONS = 0.4;

function drawCase(random: Random, patients: readonly DdxplusPatient[]): DrawnPatient {
  const kind = random.next();
  if (kind < SHARES.whole) return takeWholePatient(random, patients);
  if (kind < SHARES.whole + SHARES.told) {
    return drawKnownPatient(random, patients, 3 + random.below(16));
  }
  if (kind < SHARES.whole + SHARES.told + SHARES.thin) {
    return drawKnownPatient(random, patients, random.below(3));
  }
  return drawStranger(random, patients, 2 + random.below(8));
}

function drawOptions(random: Random, patient: DrawnPatient, truth: Condition): readonly Option[] {
  const close = random.shuffle(patient.differential.slice(0, 8));
  const pool = [...close.slice(0, 1 + random.below(4)), ...random.shuffle(CONDITIONS)];
  const chosen = new Set<Condition>([truth]);
  const size = 3 + random.below(3);
  for (const condition of pool) if (chosen.size < size) chosen.add(condition);
  return optionsShown(
    [...chosen].map((condition) => ({
      letter: '',
      text: random.chance(0.2) ? random.pick(condition.aliases) : condition.name,
    })),
  );
}

/**
 * What the vocabulary holds as one token each, with the space before it: the model then learns of a finding or a condition in
 * one place, and copies it in one step.
 */
const ONE_TOKEN_NAMES = [
  ...new Set(
    [
      NO_FINDING,
      ...Object.values(UNDECIDED_ANSWERS),
      ...CONDITIONS.map(({ name }) => name),
      ...CONCEPTS.filter(({ id }) => isCounted(id)).flatMap(({ label, absentLabel }) => [
        label,
        absentLabel,
      ]),
    ].map((name) => ` ${name}`),
  ),
];

type Form = 'findings' | 'notes';

function drawReading(
  random: Random,
  patients: readonly DdxplusPatient[],
  form: Form,
): { readonly reading: CaseReading; readonly truth: Condition | null } {
  const patient = drawCase(random, patients);
  const { truth } = patient;
  const options =
    truth !== null && random.chance(WITH_OPTIONS) ? drawOptions(random, patient, truth) : [];
  const reading =
    form === 'findings'
      ? tellPatient(random, patient, options)
      : readCase({ text: writeNote(random, patient), question: QUESTION, options });
  return { reading, truth };
}

function drawTrainingCase(
  random: Random,
  patients: readonly DdxplusPatient[],
  form: Form,
  style: ReasoningStyle,
): TrainingCase | undefined {
  const { reading, truth } = drawReading(random, patients, form);
  return trainingCaseOf(reading, truth, style);
}

const [patientsPath, outPath, count, seed, form, style] = process.argv.slice(2);
if (
  patientsPath === undefined ||
  outPath === undefined ||
  (form !== 'findings' && form !== 'notes') ||
  (style !== 'short' && style !== 'long')
) {
  throw new Error(
    'Usage: tsx training/cases/generate.ts PATIENTS.csv OUT.jsonl COUNT SEED findings|notes short|long',
  );
}
const patients = await loadTrainingPatients(patientsPath);
const random = seededRandom(Number(seed));
const out = createWriteStream(outPath);
out.write(
  `${JSON.stringify({
    conditions: CONDITIONS.map(({ name }) => name),
    none: UNDECIDED_ANSWERS['no-single'],
    names: ONE_TOKEN_NAMES,
    version: 2,
  })}\n`,
);
for (let written = 0; written < Number(count); ) {
  const drawn = drawTrainingCase(random, patients, form, style);
  if (drawn === undefined) continue;
  if (!out.write(`${JSON.stringify(drawn)}\n`))
    await new Promise<void>((resolve) => out.once('drain', () => resolve()));
  written += 1;
}
out.end();
