/**
 * Writes training cases as JSON lines {prompt, target}. Usage:
 *   tsx training/generate.ts PATIENTS.csv OUT.jsonl COUNT SEED
 * Half of the cases are real training patients of DDXPlus, half are drawn from the counts; half come with options.
 */
import { createWriteStream } from 'node:fs';
import type { Case, CaseReading, Option } from '@/lib/case/case';
import { readCase } from '@/lib/case/read-case';
import { buildEmbeddedPrompt } from '@/lib/engine/prompt/embedded';
import type { DdxplusPatient } from '@/lib/evaluation/ddxplus/patient';
import type { Phrasings } from '@/lib/evaluation/ddxplus/phrasings';
import { renderNote } from '@/lib/evaluation/ddxplus/render';
import { type Random, seededRandom } from '@/lib/evaluation/random';
import type { ConceptId, Condition } from '@/lib/knowledge/concept';
import { CONDITIONS } from '@/lib/knowledge/conditions';
import { likelihood } from '@/lib/knowledge/likelihoods';
import { CONCEPTS, conceptById } from '@/lib/knowledge/vocabulary';
import { FILLERS, TRAINING_STYLES } from './note-styles';
import { loadTrainingPatients } from './patients';
import { writeTarget } from './target';

/** Share of sentences whose reading is withheld, so that the model also learns to use raw words. */
const WITHHELD = 0.1;

const TRAINING_PHRASINGS: Phrasings = (concept) =>
  conceptById(concept) ?? { nouns: [], verbs: [], absent: [] };

const OPTION_LETTERS = 'ABCDEFGHIJ';

/** Age of a drawn patient with a condition of which no patient was counted: only bronchiolitis, an infants' disease. */
const UNCOUNTED_AGE = 1;

/** A patient drawn from the counts of one condition, each finding on its own; every condition is as likely. */
function drawPatient(random: Random, patients: readonly DdxplusPatient[]): DdxplusPatient {
  const pathology = random.pick(CONDITIONS);
  const counted = patients.filter((patient) => patient.pathology.id === pathology.id);
  const like: DdxplusPatient =
    counted.length > 0
      ? random.pick(counted)
      : { ...random.pick(patients), pathology, ageYears: UNCOUNTED_AGE, differential: [] };
  const present = CONCEPTS.filter(({ id }) => random.chance(likelihood(id, like.pathology))).map(
    ({ id }) => id,
  );
  const symptoms = present.filter((id) => conceptById(id)?.kind === 'symptom');
  const complaint = symptoms.length > 0 ? random.pick(symptoms) : like.complaint;
  return { ...like, complaint, present };
}

/** Findings that the patient does not have but that a rival diagnosis or the true one often has. */
function pertinentNegatives(random: Random, patient: DdxplusPatient, most: number): ConceptId[] {
  const rivals = [patient.pathology, ...patient.differential.slice(0, 4)];
  const candidates = CONCEPTS.filter(
    ({ id, kind }) =>
      (kind === 'symptom' || kind === 'history') &&
      !patient.present.includes(id) &&
      rivals.some((rival) => likelihood(id, rival) > 0.25),
  ).map(({ id }) => id);
  return random.shuffle(candidates).slice(0, random.below(most + 1));
}

function addFillers(random: Random, note: string): string {
  const sentences = note.split(/(?<=\.) /);
  for (let count = random.below(3); count > 0; count -= 1) {
    sentences.splice(1 + random.below(sentences.length), 0, random.pick(FILLERS));
  }
  return sentences.join(' ');
}

function drawOptions(random: Random, patient: DdxplusPatient): Option[] {
  const close = random.shuffle(patient.differential.slice(0, 8));
  const pool = [...close.slice(0, 1 + random.below(4)), ...random.shuffle(CONDITIONS)];
  const chosen = new Set<Condition>([patient.pathology]);
  const size = 3 + random.below(3);
  for (const condition of pool) if (chosen.size < size) chosen.add(condition);
  return random.shuffle([...chosen]).map((condition, index) => ({
    letter: OPTION_LETTERS.charAt(index),
    text: random.chance(0.2) ? random.pick(condition.aliases) : condition.name,
  }));
}

function withhold(random: Random, reading: CaseReading): CaseReading {
  const hidden = new Set(
    reading.sentences.filter(() => random.chance(WITHHELD)).map(({ number }) => number),
  );
  return { ...reading, findings: reading.findings.filter(({ sentence }) => !hidden.has(sentence)) };
}

/** One training case; `undefined` where a drawn case does not fit the model's form. */
function drawCase(
  random: Random,
  patients: readonly DdxplusPatient[],
): { prompt: string; target: string } | undefined {
  const real = random.pick(patients);
  const patient = random.chance(0.5) ? real : drawPatient(random, patients);
  const note = renderNote(
    patient,
    {
      style: random.pick(TRAINING_STYLES),
      phrasings: TRAINING_PHRASINGS,
      omission: random.next() * 0.4,
      negatives: pertinentNegatives(random, patient, 5),
    },
    random.below(2 ** 31),
  );
  const given: Case = {
    text: addFillers(random, note),
    question: 'What is the most likely diagnosis?',
    options: random.chance(0.5) ? drawOptions(random, patient) : [],
  };
  const whole = readCase(given);
  const shown = withhold(random, whole);
  const prompt = buildEmbeddedPrompt(shown);
  if (!prompt.ok) return undefined;
  return {
    prompt: prompt.value.text,
    target: writeTarget(shown, whole.findings),
  };
}

const [patientsPath, outPath, count, seed] = process.argv.slice(2);
if (patientsPath === undefined || outPath === undefined) {
  throw new Error('Usage: tsx training/generate.ts PATIENTS.csv OUT.jsonl COUNT SEED');
}
const training = await loadTrainingPatients(patientsPath);
const random = seededRandom(Number(seed ?? 1));
const out = createWriteStream(outPath);
for (let written = 0; written < Number(count ?? 1000); ) {
  const drawn = drawCase(random, training);
  if (drawn === undefined) continue;
  if (!out.write(`${JSON.stringify(drawn)}\n`))
    await new Promise<void>((resolve) => out.once('drain', () => resolve()));
  written += 1;
}
out.end();
