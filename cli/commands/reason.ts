import { numberOption, readArguments, refusePositionals, required } from '@/cli/arguments';
import { chosenModel, MODEL_OPTIONS, MODEL_USAGE, prepareFittedRun } from '@/cli/chosen-model';
import type { CommandIo, ExitCode } from '@/cli/command';
import { explanationText, FORMAT_OPTIONS, formatOf } from '@/cli/print-explanation';
import { readCaseFile } from '@/cli/read-case';
import type { RunSettings } from '@/cli/run-model';
import { writeBundle } from '@/cli/write-bundle';
import { readCase } from '@/lib/case/read-case';
import type { EngineEvent } from '@/lib/engine/engine';
import { createRunId } from '@/lib/ledger/run-id';

const USAGE = `reason --case FILE [--question TEXT] [--option A=text ...] [--model ID | --model-folder FOLDER] [--endpoint URL [--key-from VARIABLE]] [--seed N] [--temperature X] [--max-tokens N] [--bundle FILE] [--json | --markdown]

Reasons about a case and prints the explanation. FILE may be - for standard input.
--case         plain text, or JSON with "text" and perhaps "question" and "options"
${MODEL_USAGE}
--temperature  0 (the default on this machine) takes the most probable token each time
--bundle       also writes a bundle that verify can check
Ctrl-C stops the model and prints what it has said.`;

const OPTIONS = {
  case: { type: 'string' },
  question: { type: 'string' },
  option: { type: 'string', multiple: true },
  ...MODEL_OPTIONS,
  seed: { type: 'string' },
  temperature: { type: 'string' },
  'max-tokens': { type: 'string' },
  bundle: { type: 'string' },
  ...FORMAT_OPTIONS,
} as const;

/** `reason`: reasons about a case with a model on this machine, or behind an endpoint. */
export async function reason(args: readonly string[], io: CommandIo): Promise<ExitCode> {
  const { values, positionals } = readArguments(args, OPTIONS, USAGE);
  if (values.help) {
    io.print(USAGE);
    return 0;
  }
  refusePositionals(positionals, USAGE);
  const format = formatOf(values);
  const path = required(values.case, 'case', USAGE);
  const chosen = chosenModel(values, USAGE);
  const settings = settingsOf(values, chosen.defaults);
  const given = { path, question: values.question, options: values.option ?? [] };
  const patient = await readCaseFile(given, io);

  const engine = await chosen.open(io);
  try {
    const reading = readCase(patient);
    const prepared = await prepareFittedRun(engine, reading, settings, values.temperature);
    const { trace, explanation, fault } = await prepared.finish(io.signal, eventTeller(io));
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

function settingsOf(
  values: {
    readonly seed?: string;
    readonly temperature?: string;
    readonly 'max-tokens'?: string;
  },
  defaults: RunSettings,
): RunSettings {
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
    ...defaults,
    seed: seed ?? defaults.seed,
    sampling: { ...defaults.sampling, ...(temperature === undefined ? {} : { temperature }) },
    maxTokens: maxTokens ?? defaults.maxTokens,
  };
}

const PROGRESS_INTERVAL = 1000;

/** Tells of the tokens about once a second, and of every wait for a server. */
function eventTeller(io: CommandIo): (event: EngineEvent) => void {
  let told = performance.now();
  return (event) => {
    if (event.type === 'waiting') {
      const seconds = Math.ceil(event.milliseconds / 1000);
      io.progress(`the server has no room (${event.because}); asking again in ${seconds} s`);
    }
    if (event.type !== 'token' || performance.now() - told < PROGRESS_INTERVAL) return;
    told = performance.now();
    io.progress(`reasoning: ${event.token.index + 1} tokens`);
  };
}
