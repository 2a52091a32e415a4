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
const Reasoned = z.object({
  id: z.string(),
  reasoning: z.string(),
  sentences: z.array(z.object({ start: z.number(), about_patient: z.boolean() })).nullish(),
});

/** How much a sentence counts: one of the measure's reader, of another reader, of a chain written for the purpose. */
const WEIGHTS = { measured: 1, real: 0.5, written: 0.15 } as const;

export interface Sentence {
  readonly trace: string;
  /** Of planted-errors.jsonl, whose annotation is the measure; of another real trace; of a chain written for the purpose. */
  readonly kind: keyof typeof WEIGHTS;
  readonly weight: number;
  readonly plain: string;
  readonly features: readonly string[];
  readonly role: (typeof SENTENCE_CLASSES)[number];
  readonly text: string;
  /** Whether it speaks of the patient; absent where no reader said. */
  readonly about?: boolean;
}

interface Read {
  readonly text: string;
  readonly role: Sentence['role'];
  readonly about?: boolean | undefined;
  readonly opensParagraph: boolean;
}

function linesOf(path: string): readonly unknown[] {
  return readFileSync(path, 'utf8')
    .trim()
    .split('\n')
    .map((line): unknown => JSON.parse(line));
}

/** The chains of thought of a file of traces. */
function reasoningIn(folder: string, file: string): readonly z.infer<typeof Reasoned>[] {
  return linesOf(join(folder, file)).map((line) => Reasoned.parse(line));
}

/** Everything that is annotated in training/roles; `folder` holds the files of traces. */
export function readSentences(folder: string): readonly Sentence[] {
  const traces = new Map(
    Annotated.shape.file.options.flatMap((file) =>
      reasoningIn(folder, file).map((read) => [`${file} ${read.id}`, read] as const),
    ),
  );
  const annotated = ['annotations', 'second-reading', 'further-reading'].flatMap((name) =>
    linesOf(`training/roles/${name}.jsonl`).flatMap((line) => {
      const trace = Annotated.parse(line);
      const read = traces.get(`${trace.file} ${trace.id}`);
      if (read === undefined) {
        throw new Error(`${folder}: no trace ${trace.id} in ${trace.file}`);
      }
      const kind = trace.file === 'planted-errors.jsonl' ? 'measured' : 'real';
      return sentencesOf(trace.source, kind, placed(trace.sentences, read));
    }),
  );
  const written = linesOf('training/roles/written.jsonl').flatMap((line) => {
    const { id, sentences } = Written.parse(line);
    return sentencesOf(
      id,
      'written',
      sentences.map(([text, role, about, opensParagraph]) => ({
        text,
        role,
        about,
        opensParagraph,
      })),
    );
  });
  return [...annotated, ...written];
}

/** The words of chains of thought that are no measure: those that the reader is to know. */
export function textsOfNoMeasure(folder: string): readonly string[] {
  const written = linesOf('training/roles/written.jsonl').flatMap((line) =>
    Written.parse(line).sentences.map(([text]) => text),
  );
  return [
    ...reasoningIn(folder, 'huatuo-o1.jsonl').map(({ reasoning }) => reasoning),
    ...written,
  ].map(plainSentence);
}

function placed(
  annotated: z.infer<typeof Annotated>['sentences'],
  { reasoning, sentences }: z.infer<typeof Reasoned>,
): readonly Read[] {
  const aboutAt = new Map(sentences?.map(({ start, about_patient }) => [start, about_patient]));
  let end = 0;
  return annotated.map(([start, next, role, about]) => {
    const opensParagraph = reasoning.slice(end, start).includes('\n');
    end = next;
    return {
      text: reasoning.slice(start, next),
      role,
      about: about ?? aboutAt.get(start),
      opensParagraph,
    };
  });
}

function sentencesOf(
  trace: string,
  kind: keyof typeof WEIGHTS,
  sentences: readonly Read[],
): readonly Sentence[] {
  let before: ReadonlySet<string> = new Set();
  let paragraph = 0;
  return sentences.map(({ text, role, about, ...read }, sentence) => {
    const opensParagraph = sentence === 0 || read.opensParagraph;
    paragraph += opensParagraph ? 1 : 0;
    const plain = plainSentence(text);
    const cues = cuesIn(plain);
    const place = { sentence, paragraph, opensParagraph };
    const features = [ALWAYS, ...featuresOfSentence(plain, cues, before, place)];
    before = cues;
    const weight = WEIGHTS[kind];
    return {
      trace,
      kind,
      weight,
      plain,
      features,
      role,
      text,
      ...(about === undefined ? {} : { about }),
    };
  });
}
