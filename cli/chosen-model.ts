import { required } from '@/cli/arguments';
import { badInput, type CommandIo } from '@/cli/command';
import { endpointSettings, fittedToContext, openEndpoint } from '@/cli/run-endpoint';
import { FOLDER_SETTINGS, inOwnForm, openFolder } from '@/cli/run-folder';
import {
  DEFAULT_SETTINGS,
  modelEntry,
  openEngine,
  type PreparedRun,
  prepareRun,
  type RunSettings,
} from '@/cli/run-model';
import type { CaseReading } from '@/lib/case/case';
import type { Engine } from '@/lib/engine/engine';

/** The options of a command with which a model is chosen. */
export const MODEL_OPTIONS = {
  model: { type: 'string' },
  'model-folder': { type: 'string' },
  endpoint: { type: 'string' },
  'key-from': { type: 'string' },
} as const;

/** What these options say, for the text that explains a command. */
export const MODEL_USAGE = `--model-folder a folder with a converted or downloaded model (docs/convert.md)
--endpoint     asks the model called ID on an OpenAI-compatible server, for example http://localhost:8000/v1
--key-from     the environment variable that holds the server's key`;

export interface ModelArguments {
  readonly model?: string;
  readonly 'model-folder'?: string;
  readonly endpoint?: string;
  readonly 'key-from'?: string;
}

/** A model that the arguments name, not opened yet. */
export interface ChosenModel {
  /** What it is called in a report. */
  readonly name: string;
  readonly defaults: RunSettings;
  readonly open: (io: CommandIo) => Promise<Engine>;
}

/** The model that the arguments name; throws `FaultError` where they name none, before anything is loaded. */
export function chosenModel(values: ModelArguments, usage: string): ChosenModel {
  const { model, 'model-folder': folder, endpoint, 'key-from': keyFrom } = values;
  if (folder !== undefined) {
    if (model !== undefined || endpoint !== undefined || keyFrom !== undefined) {
      throw badInput(
        '--model-folder names the model by itself.',
        'Leave --model, --endpoint and --key-from out.',
      );
    }
    const open = (io: CommandIo) => openFolder(folder, io.progress);
    return { name: folder, defaults: FOLDER_SETTINGS, open };
  }
  if (endpoint === undefined) {
    if (keyFrom !== undefined) {
      throw badInput('--key-from is for a server.', 'Give --endpoint too, or leave it out.');
    }
    const entry = modelEntry(model);
    const open = (io: CommandIo) => openEngine(entry, io.progress);
    return { name: entry.id, defaults: DEFAULT_SETTINGS, open };
  }
  const named = required(model, 'model', usage);
  const given = { address: endpoint, model: named, keyFrom };
  return {
    name: named,
    defaults: endpointSettings(named),
    open: (io) => openEndpoint(given, io),
  };
}

/**
 * Prepares a run with the case in the form of the model's own template, sampled as its files recommend unless a temperature
 * was given, and with no longer an answer than its context leaves room for. Throws `FaultError`.
 */
export async function prepareFittedRun(
  engine: Engine,
  reading: CaseReading,
  settings: RunSettings,
  temperature?: string,
): Promise<PreparedRun> {
  const own = await inOwnForm(engine, reading, settings, temperature);
  return prepareRun(engine, reading, await fittedToContext(engine, reading, own));
}
