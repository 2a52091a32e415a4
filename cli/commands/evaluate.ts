import { numberOption, readArguments, refusePositionals, required } from '@/cli/arguments';
import {
  type ChosenModel,
  chosenModel,
  MODEL_OPTIONS,
  MODEL_USAGE,
  type ModelArguments,
  prepareFittedRun,
} from '@/cli/chosen-model';
import { badInput, type CommandIo, type ExitCode } from '@/cli/command';
import { readText } from '@/cli/read-text';
import { auditTrace } from '@/lib/audit/audit';
import type { CaseReading } from '@/lib/case/case';
import type { Engine } from '@/lib/engine/engine';
import { type AuditEvaluation, evaluateAudits } from '@/lib/evaluation/audits/evaluate-audits';
import type { AuditDataset, EvaluationCase, QuestionDataset } from '@/lib/evaluation/dataset';
import { DATASETS, datasetNamed } from '@/lib/evaluation/datasets';
import { type Evaluation, evaluate as evaluateCases } from '@/lib/evaluation/evaluate';
import { assembleExplanation } from '@/lib/explanation/assemble';
import type { Explanation } from '@/lib/explanation/explanation';
import { type Fault, FaultError, type Outcome } from '@/lib/text/outcome';
import { readTrace } from '@/lib/trace/read-trace';

const USAGE = `evaluate --dataset NAME --file FILE [--model ID | --model-folder FOLDER] [--endpoint URL [--key-from VARIABLE]] [--limit N] [--held-out] [--changed] [--json]

Scores a model on a public question format, or the audit on chains of thought with known errors; each figure with its
95 % interval.
--dataset   one of: ${DATASETS.map(({ name, format }) => `${name}, ${format}`).join('; ')}
${MODEL_USAGE}
--limit     only the first N patients or questions of the file
--held-out  only what the embedded model was not made from
--changed   asks once more with the options and with the sentences in another order, and of a patient of the other sex and of
            another age where these do not matter, and tells how often the answer stays the same
Ctrl-C stops and prints the figures of what was done; so does a model that fails, with the exit code 1.`;

const OPTIONS = {
  dataset: { type: 'string' },
  file: { type: 'string' },
  ...MODEL_OPTIONS,
  limit: { type: 'string' },
  'held-out': { type: 'boolean' },
  changed: { type: 'boolean' },
  json: { type: 'boolean' },
  help: { type: 'boolean', short: 'h' },
} as const;

/** `evaluate`: scores a model on a dataset. */
export async function evaluate(args: readonly string[], io: CommandIo): Promise<ExitCode> {
  const { values, positionals } = readArguments(args, OPTIONS, USAGE);
  if (values.help) {
    io.print(USAGE);
    return 0;
  }
  refusePositionals(positionals, USAGE);
  const dataset = datasetNamed(required(values.dataset, 'dataset', USAGE));
  if (!dataset.ok) throw new FaultError(dataset.fault);
  const file = required(values.file, 'file', USAGE);
  const limit = numberOption(values.limit, 'limit', { min: 1, max: 1_000_000_000, whole: true });
  const asked: Asked = {
    file,
    limit,
    model: values,
    heldOut: values['held-out'] ?? false,
    changed: values.changed ?? false,
  };
  const { evaluation, failed } =
    dataset.value.kind === 'audits'
      ? { evaluation: await scoreAudit(dataset.value, asked, io), failed: undefined }
      : await scoreModel(dataset.value, asked, io);
  io.print(values.json ? JSON.stringify(evaluation, null, 2) : evaluationText(evaluation));
  if (failed === undefined) return 0;
  io.progress(`error: ${failed.message} ${failed.remedy}`);
  return 1;
}

/** The figures of what was done, and the fault that ended it early. */
interface ModelScore {
  readonly evaluation: Evaluation;
  readonly failed: Fault | undefined;
}

interface Asked {
  readonly file: string;
  readonly limit: number | undefined;
  readonly model: ModelArguments;
  readonly heldOut: boolean;
  readonly changed: boolean;
}

async function scoreAudit(
  dataset: AuditDataset,
  { file, limit, model, changed }: Asked,
  io: CommandIo,
): Promise<AuditEvaluation> {
  const isNamed = Object.keys(MODEL_OPTIONS).some((option) => Reflect.get(model, option));
  if (isNamed || changed) {
    throw badInput(
      `The dataset ${dataset.name} scores the audit, in which no model takes part.`,
      'Leave --model and --changed out.',
    );
  }
  const traces = await itemsOf(dataset, file, io);
  return evaluateAudits(dataset.name, traces.slice(0, limit));
}

async function scoreModel(
  dataset: QuestionDataset,
  { file, limit, model, heldOut, changed }: Asked,
  io: CommandIo,
): Promise<ModelScore> {
  const chosen = chosenModel(model, USAGE);
  const all = await itemsOf(dataset, file, io);
  const cases = firstQuestions(heldOut ? all.filter((item) => item.heldOut) : all, limit);
  if (cases.length === 0) throw nothingIn(file);
  const engine = await chosen.open(io);
  const failing = new AbortController();
  let failed: Fault | undefined;
  let done = 0;
  const told = progressOf(cases.length, io);
  try {
    const evaluation = await evaluateCases(
      { dataset: dataset.name, model: chosen.name },
      cases,
      {
        explain: async (reading) => {
          try {
            return await explain(engine, reading, chosen, io);
          } catch (error) {
            // A server that goes away after hours has still answered all that came before.
            if (!(error instanceof FaultError) || done === 0) throw error;
            failed = error.fault;
            failing.abort();
            return silenceOn(reading);
          }
        },
        changed,
        signal: AbortSignal.any([io.signal, failing.signal]),
      },
      (item, count) => {
        done = count;
        told(item, count);
      },
    );
    return { evaluation, failed };
  } finally {
    await engine.dispose();
  }
}

async function itemsOf<Item>(
  dataset: { read(text: string): Promise<Outcome<readonly Item[]>> },
  file: string,
  io: CommandIo,
): Promise<readonly Item[]> {
  const read = await dataset.read(await readText(file, io));
  if (!read.ok) {
    throw new FaultError({ ...read.fault, message: `${file}, ${read.fault.message}` });
  }
  if (read.value.length === 0) throw nothingIn(file);
  return read.value;
}

function nothingIn(file: string): FaultError {
  return badInput(`${file} holds no item to evaluate on.`, 'Give a file with items.');
}

/** The cases of the first so many patients or questions. */
function firstQuestions(
  cases: readonly EvaluationCase[],
  limit: number | undefined,
): readonly EvaluationCase[] {
  if (limit === undefined) return cases;
  const ids = new Set<string>();
  return cases.filter(({ id }) => ids.has(id) || (ids.size < limit && ids.add(id)));
}

/** A case that does not fit the model counts as one on which it said nothing. */
async function explain(
  engine: Engine,
  reading: CaseReading,
  { defaults }: ChosenModel,
  io: CommandIo,
): Promise<Explanation> {
  try {
    const prepared = await prepareFittedRun(engine, reading, defaults);
    const run = await prepared.finish(io.signal);
    if (run.fault !== undefined) throw new FaultError(run.fault);
    return run.explanation;
  } catch (error) {
    if (!(error instanceof FaultError) || error.fault.code !== 'prompt-too-long') throw error;
    io.progress(`skipped: ${error.fault.message}`);
    return silenceOn(reading);
  }
}

function silenceOn(reading: CaseReading): Explanation {
  const silence = readTrace('');
  return assembleExplanation(reading, silence, auditTrace(reading, silence));
}

const PROGRESS_INTERVAL = 2000;

/** Tells how far the evaluation has come about every two seconds. */
function progressOf(total: number, io: CommandIo) {
  const start = performance.now();
  let told = start;
  let correct = 0;
  return (item: { readonly correct: boolean }, done: number) => {
    if (item.correct) correct += 1;
    const now = performance.now();
    if (now - told < PROGRESS_INTERVAL && done < total) return;
    told = now;
    const seconds = ((now - start) / 1000 / done).toFixed(1);
    io.progress(`${done}/${total}: ${correct} right, ${seconds} s each`);
  };
}

function evaluationText(evaluation: Evaluation | AuditEvaluation): string {
  const { dataset, model, n, metrics, items } = evaluation;
  const width = Math.max(...Object.keys(metrics).map((name) => name.length));
  const lines = Object.entries(metrics).map(
    ([name, { n, value, low, high }]) =>
      `${name.padEnd(width)}  ${value.toFixed(3)}  [${low.toFixed(3)}, ${high.toFixed(3)}]  ${n}`,
  );
  return [
    model === 'none'
      ? `the audit on ${dataset}: ${n} chains of thought`
      : `${model} on ${dataset}: ${n} patients or questions, ${items.length} answers`,
    `${'figure'.padEnd(width)}  value  95 % interval   n`,
    ...lines,
  ].join('\n');
}
