import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { cuesIn, featuresOfSentence, plainSentence } from '@/lib/trace/sentence-features';
import { ALWAYS, SENTENCE_CLASSES } from '@/lib/trace/sentence-roles';

const role = z.enum(SENTENCE_CLASSES);
const Annotated = z.object({
  file: z.enum(['planted-errors.jsonl', 'huatuo-o1.jsonl']),
  id: z.string(),
  source: z.string(),
  sentences: z.array(z.tuple([z.number(), z.number(), role]).rest(z.boolean())),
});
const Written = z.object({
  id: z.string(),
  sentences: z.array(z.tuple([z.string(), role, z.boolean(), z.boolean()])),
});
const Reasoned = z.object({ id: z.string(), reasoning: z.string() });

/** How much a sentence counts: one of the measure's reader, of another reader, of a chain written for the purpose. */
const WEIGHTS = { measured: 1, real: 0.5, written: 0.15 } as const;

export interface Sentence {
  readonly trace: string;
  /** Whether it is of planted-errors.jsonl, whose annotation is the measure. */
  readonly measured: boolean;
  readonly weight: number;
  readonly plain: string;
  readonly features: readonly string[];
  readonly role: (typeof SENTENCE_CLASSES)[number];
}

interface Read {
  readonly text: string;
  readonly role: Sentence['role'];
  readonly opensParagraph: boolean;
}

function linesOf(path: string): readonly unknown[] {
  return readFileSync(path, 'utf8')
    .trim()
    .split('\n')
    .map((line): unknown => JSON.parse(line));
}

/** The chains of thought of a file of traces by id. */
function reasoningIn(folder: string, file: string): readonly (readonly [string, string])[] {
  return linesOf(join(folder, file)).map((line) => {
    const { id, reasoning } = Reasoned.parse(line);
    return [`${file} ${id}`, reasoning];
  });
}

/** Everything that is annotated in training/roles; `folder` holds the files of traces. */
export function readSentences(folder: string): readonly Sentence[] {
  const texts = new Map(Annotated.shape.file.options.flatMap((file) => reasoningIn(folder, file)));
  const annotated = ['annotations', 'second-reading', 'further-reading'].flatMap((name) =>
    linesOf(`training/roles/${name}.jsonl`).flatMap((line) => {
      const trace = Annotated.parse(line);
      const text = texts.get(`${trace.file} ${trace.id}`);
      if (text === undefined) {
        throw new Error(`${folder}: no trace ${trace.id} in ${trace.file}`);
      }
      const kind = trace.file === 'planted-errors.jsonl' ? 'measured' : 'real';
      return sentencesOf(trace.source, kind, placed(trace.sentences, text));
    }),
  );
  const written = linesOf('training/roles/written.jsonl').flatMap((line) => {
    const { id, sentences } = Written.parse(line);
    return sentencesOf(
      id,
      'written',
      sentences.map(([text, role, , opensParagraph]) => ({ text, role, opensParagraph })),
    );
  });
  return [...annotated, ...written];
}

/** The words of chains of thought that are no measure: those that the reader is to know. */
export function textsOfNoMeasure(folder: string): readonly string[] {
  const written = linesOf('training/roles/written.jsonl').flatMap((line) =>
    Written.parse(line).sentences.map(([text]) => text),
  );
  return [...reasoningIn(folder, 'huatuo-o1.jsonl').map(([, text]) => text), ...written].map(
    plainSentence,
  );
}

function placed(sentences: z.infer<typeof Annotated>['sentences'], text: string): readonly Read[] {
  let end = 0;
  return sentences.map(([start, next, role]) => {
    const opensParagraph = text.slice(end, start).includes('\n');
    end = next;
    return { text: text.slice(start, next), role, opensParagraph };
  });
}

function sentencesOf(
  trace: string,
  kind: keyof typeof WEIGHTS,
  sentences: readonly Read[],
): readonly Sentence[] {
  let before: ReadonlySet<string> = new Set();
  let paragraph = 0;
  return sentences.map(({ text, role, ...read }, sentence) => {
    const opensParagraph = sentence === 0 || read.opensParagraph;
    paragraph += opensParagraph ? 1 : 0;
    const plain = plainSentence(text);
    const cues = cuesIn(plain);
    const place = { sentence, paragraph, opensParagraph };
    const features = [ALWAYS, ...featuresOfSentence(plain, cues, before, place)];
    before = cues;
    const measured = kind === 'measured';
    return { trace, measured, weight: WEIGHTS[kind], plain, features, role };
  });
}
