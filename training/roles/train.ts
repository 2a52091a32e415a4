/**
 * Makes lib/trace/data/role-weights.json out of annotated sentences, and prints how well roles are read, by leaving out one
 * trace at a time. Usage: tsx training/roles/train.ts FOLDER_OF_TRACES [--check]; with --check nothing is written.
 *
 * annotations.jsonl holds spans and roles of 66 chains of thought of HuatuoGPT-o1: those of planted-errors.jsonl were
 * annotated by the reader who made that file, those of huatuo-o1.jsonl by the authors of this project after the same manner.
 * Eleven of them, chosen by a hash of their source, were first kept out to judge the reader (docs/audit.md has the figure)
 * and then added.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { cuesIn, featuresOfSentence, plainSentence } from '@/lib/trace/sentence-features';
import {
  ALWAYS,
  classProbabilities,
  likeliestRole,
  type RoleWeights,
  SENTENCE_CLASSES,
} from '@/lib/trace/sentence-roles';
import { ROLES, type Role } from '@/lib/trace/trace';
import { fitRegression } from './regression';

const PENALTY = 3;
/** How far rare classes count more than their share: 0 not at all, 1 as much as the others. */
const BALANCE = 0.8;
/** A feature has to be seen in this many traces, so that no single case teaches it. */
const TRACES_OF_A_CUE = 3;
const TRACES_OF_A_WORD = 5;
const WORD_SCALE = 0.7;
const AFTER_SCALE = 0.5;

const Annotated = z.object({
  file: z.enum(['planted-errors.jsonl', 'huatuo-o1.jsonl']),
  id: z.string(),
  source: z.string(),
  sentences: z.array(z.tuple([z.number(), z.number(), z.enum(SENTENCE_CLASSES)])),
});
const Reasoned = z.object({ id: z.string(), reasoning: z.string() });

interface Sentence {
  readonly trace: string;
  /** Whether it is of planted-errors.jsonl, whose annotation is the measure. */
  readonly measured: boolean;
  readonly features: readonly string[];
  readonly role: (typeof SENTENCE_CLASSES)[number];
}

function linesOf(path: string): readonly unknown[] {
  return readFileSync(path, 'utf8')
    .trim()
    .split('\n')
    .map((line): unknown => JSON.parse(line));
}

function readSentences(folder: string): readonly Sentence[] {
  const texts = new Map(
    Annotated.shape.file.options.flatMap((file) =>
      linesOf(join(folder, file)).map((line): [string, string] => {
        const { id, reasoning } = Reasoned.parse(line);
        return [`${file} ${id}`, reasoning];
      }),
    ),
  );
  return linesOf('training/roles/annotations.jsonl').flatMap((line) => {
    const trace = Annotated.parse(line);
    const text = texts.get(`${trace.file} ${trace.id}`);
    if (text === undefined) {
      throw new Error(`${folder}: no trace ${trace.id} in ${trace.file}`);
    }
    return sentencesOf(trace, text);
  });
}

function sentencesOf(trace: z.infer<typeof Annotated>, text: string): readonly Sentence[] {
  let before: ReadonlySet<string> = new Set();
  let paragraph = 0;
  let end = 0;
  return trace.sentences.map(([start, next, role], sentence) => {
    const opensParagraph = sentence === 0 || text.slice(end, start).includes('\n');
    paragraph += opensParagraph ? 1 : 0;
    end = next;
    const plain = plainSentence(text.slice(start, next));
    const cues = cuesIn(plain);
    const features = featuresOfSentence(plain, cues, before, {
      sentence,
      paragraph,
      opensParagraph,
    });
    before = cues;
    return {
      trace: trace.source,
      measured: trace.file === 'planted-errors.jsonl',
      features: [ALWAYS, ...features],
      role,
    };
  });
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

function train(sentences: readonly Sentence[]): RoleWeights {
  const names = usableFeatures(sentences);
  const indexOf = new Map(names.map((name, index) => [name, index]));
  const scale = names.map((name) =>
    name.startsWith('word ') ? WORD_SCALE : name.startsWith('after ') ? AFTER_SCALE : 1,
  );
  const count = (role: string) => sentences.filter((sentence) => sentence.role === role).length;
  const mean = sentences.length / SENTENCE_CLASSES.length;
  const weightOf = new Map(
    SENTENCE_CLASSES.map((role) => [role, (mean / Math.max(1, count(role))) ** BALANCE]),
  );
  const observations = sentences.map(({ features, role }) => ({
    features: features.flatMap((name) => indexOf.get(name) ?? []),
    target: SENTENCE_CLASSES.indexOf(role),
    weight: weightOf.get(role) ?? 1,
  }));
  const fitted = fitRegression(observations, scale, SENTENCE_CLASSES.length, PENALTY);
  return new Map(
    names.map((name, index) => [
      name,
      [...(fitted[index] ?? [])].map((weight) => Number((weight * (scale[index] ?? 1)).toFixed(3))),
    ]),
  );
}

interface Judged {
  readonly meant: Role;
  readonly read: Role;
}

function judge(sentences: readonly Sentence[], weights: RoleWeights): readonly Judged[] {
  return sentences.flatMap(({ features, role }) =>
    role === 'connective'
      ? []
      : [{ meant: role, read: likeliestRole(classProbabilities(features.slice(1), weights)) }],
  );
}

function report(judged: readonly Judged[]): string {
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

const folder = process.argv[2];
if (folder === undefined) {
  throw new Error('Usage: tsx training/roles/train.ts FOLDER_OF_TRACES [--check]');
}
const sentences = readSentences(folder);
const measured = [...new Set(sentences.filter((one) => one.measured).map(({ trace }) => trace))];
const judged = measured.flatMap((trace) =>
  judge(
    sentences.filter((one) => one.trace === trace),
    train(sentences.filter((one) => one.trace !== trace)),
  ),
);
process.stdout.write(`${report(judged)}\n`);
if (process.argv[3] !== '--check') {
  const lines = [...train(sentences)].map(
    ([name, weights]) => `  ${JSON.stringify(name)}: ${JSON.stringify(weights)}`,
  );
  writeFileSync('lib/trace/data/role-weights.json', `{\n${lines.join(',\n')}\n}\n`);
}
