/**
 * Measures exported weights as the product uses them, decoding restricted, on held-out DDXPlus patients. Usage:
 *   tsx training/evaluate-restricted.ts PATIENTS.csv COUNT OUT_FOLDER MODEL_FOLDER...
 * Asks each model about the first COUNT held-out patients, openly and with options, greedily, and writes the figures of
 * `evaluate`, each with n and a 95 % interval, to OUT_FOLDER/NAME.json, NAME being that of the model's folder. A model whose
 * figures are there is not asked again.
 */
import { existsSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { DEFAULT_SETTINGS, prepareRun } from '@/cli/run-model';
import type { CaseReading } from '@/lib/case/case';
import { openModelFolder } from '@/lib/engine/local/node-folder';
import type { EvaluationCase } from '@/lib/evaluation/dataset';
import { ddxplus } from '@/lib/evaluation/datasets/ddxplus';
import { type Evaluation, evaluate } from '@/lib/evaluation/evaluate';
import { FaultError } from '@/lib/text/outcome';

const USAGE =
  'Usage: tsx training/evaluate-restricted.ts PATIENTS.csv COUNT OUT_FOLDER MODEL_FOLDER...';

/** No answer of the training cases has as many tokens. */
const SETTINGS = { ...DEFAULT_SETTINGS, maxTokens: 448 };

async function heldOutCases(path: string, count: number): Promise<readonly EvaluationCase[]> {
  const read = await ddxplus.read(await readFile(path, 'utf8'));
  if (!read.ok) throw new FaultError(read.fault);
  const heldOut = read.value.filter((item) => item.heldOut);
  const first = new Set([...new Set(heldOut.map(({ id }) => id))].slice(0, count));
  return heldOut.filter(({ id }) => first.has(id));
}

async function evaluateFolder(
  folder: string,
  cases: readonly EvaluationCase[],
): Promise<Evaluation> {
  const engine = await openModelFolder(folder);
  const { signal } = new AbortController();
  const asking = {
    explain: async (reading: CaseReading) => {
      const run = await prepareRun(engine, reading, SETTINGS).finish(signal);
      if (run.fault !== undefined) throw new FaultError(run.fault);
      return run.explanation;
    },
    changed: false,
    signal,
  };
  const subject = { dataset: ddxplus.name, model: basename(folder) };
  const evaluation = await evaluate(subject, cases, asking, () => undefined);
  await engine.dispose();
  return evaluation;
}

const [patientsPath, count, out, ...folders] = process.argv.slice(2);
if (patientsPath === undefined || out === undefined || !(Number(count) >= 1)) {
  throw new Error(USAGE);
}
const cases = await heldOutCases(patientsPath, Number(count));
for (const folder of folders) {
  const stage = basename(folder);
  const path = join(out, `${stage}.json`);
  if (existsSync(path)) continue;
  const { n, metrics } = await evaluateFolder(folder, cases);
  await writeFile(path, `${JSON.stringify({ stage, count: n, figures: metrics })}\n`);
  const told = Object.entries(metrics).map(([name, { value }]) => `${name} ${value.toFixed(3)}`);
  process.stdout.write(`${stage}: ${told.join(', ')}\n`);
}
