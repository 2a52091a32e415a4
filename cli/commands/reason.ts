import { numberOption, readArguments, refusePositionals, required } from '@/cli/arguments';
import type { CommandIo, ExitCode } from '@/cli/command';
import { explanationText, FORMAT_OPTIONS, formatOf } from '@/cli/print-explanation';
import { readCaseFile } from '@/cli/read-case';
import {
  DEFAULT_SETTINGS,
  modelEntry,
  openEngine,
  prepareRun,
  type RunSettings,
} from '@/cli/run-model';
import { writeBundle } from '@/cli/write-bundle';
import { readCase } from '@/lib/case/read-case';
import { createRunId } from '@/lib/ledger/run-id';

const USAGE = `reason --case FILE [--question TEXT] [--option A=text ...] [--model ID] [--seed N] [--temperature X] [--max-tokens N] [--bundle FILE] [--json | --markdown]

Reasons about a case and prints the explanation. FILE may be - for standard input.
--case         plain text, or JSON with "text" and perhaps "question" and "options"
--temperature  0 (the default) takes the most probable token each time
--bundle       also writes a bundle that verify can check
Ctrl-C stops the model and prints what it has said.`;

const OPTIONS = {
  case: { type: 'string' },
  question: { type: 'string' },
  option: { type: 'string', multiple: true },
  model: { type: 'string' },
  seed: { type: 'string' },
  temperature: { type: 'string' },
  'max-tokens': { type: 'string' },
  bundle: { type: 'string' },
  ...FORMAT_OPTIONS,
} as const;

/** `reason`: reasons about a case with a model on this machine. */
export async function reason(args: readonly string[], io: CommandIo): Promise<ExitCode> {
  const { values, positionals } = readArguments(args, OPTIONS, USAGE);
  if (values.help) {
    io.print(USAGE);
    return 0;
  }
  refusePositionals(positionals, USAGE);
  const format = formatOf(values);
  const path = required(values.case, 'case', USAGE);
  const entry = modelEntry(values.model);
  const settings = settingsOf(values);
  const given = { path, question: values.question, options: values.option ?? [] };
  const patient = await readCaseFile(given, io);

  const engine = await openEngine(entry, io.progress);
  try {
    const prepared = prepareRun(engine, readCase(patient), settings);
    const { trace, explanation, fault } = await prepared.finish(io.signal, tokenCounter(io));
    io.progress(`${trace.tokens.length} tokens, stopped by: ${trace.stop}`);
    if (values.bundle !== undefined) {
      const run = createRunId();
      const { manifest } = prepared;
      await writeBundle(values.bundle, [
        { body: { kind: 'run-started', run, case: patient, manifest }, at: manifest.startedAt },
        {
          body: { kind: 'run-finished', run, trace, explanation },
          at: new Date().toISOString(),
        },
      ]);
    }
    io.print(explanationText(explanation, format));
    if (fault === undefined) return 0;
    io.progress(`error: ${fault.message} ${fault.remedy}`);
    return 1;
  } finally {
    await engine.dispose();
  }
}

function settingsOf(values: {
  readonly seed?: string;
  readonly temperature?: string;
  readonly 'max-tokens'?: string;
}): RunSettings {
  const seed = numberOption(values.seed, 'seed', { min: 0, max: 2 ** 32 - 1, whole: true });
  const temperature = numberOption(values.temperature, 'temperature', {
    min: 0,
    max: 5,
    whole: false,
  });
  const maxTokens = numberOption(values['max-tokens'], 'max-tokens', {
    min: 1,
    max: 1_000_000,
    whole: true,
  });
  return {
    seed: seed ?? DEFAULT_SETTINGS.seed,
    temperature: temperature ?? DEFAULT_SETTINGS.temperature,
    maxTokens: maxTokens ?? DEFAULT_SETTINGS.maxTokens,
  };
}

const PROGRESS_INTERVAL = 1000;

/** Tells of the tokens about once a second. */
function tokenCounter(io: CommandIo): (count: number) => void {
  let told = performance.now();
  return (count) => {
    if (performance.now() - told < PROGRESS_INTERVAL) return;
    told = performance.now();
    io.progress(`reasoning: ${count} tokens`);
  };
}
