import { badInput, type CommandIo } from '@/cli/command';
import type { RunSettings } from '@/cli/run-model';
import { entryOfServedModel } from '@/lib/engine/catalogue/served-model';
import { parseConnection } from '@/lib/engine/endpoint/connection';
import { openEndpointEngine } from '@/lib/engine/endpoint/endpoint-engine';
import { DEFAULT_PATIENCE } from '@/lib/engine/endpoint/surroundings';
import type { Engine, Sampling } from '@/lib/engine/engine';
import { FaultError } from '@/lib/text/outcome';

/** An endpoint as the arguments of a command name it. */
export interface GivenEndpoint {
  readonly address: string;
  readonly model: string;
  /** The environment variable that holds the key: a key on the command line could be read by every user of the machine. */
  readonly keyFrom: string | undefined;
}

/** What the cards of DeepSeek-R1 and Qwen3 both recommend for thinking; neither should be asked without chance. */
const SAMPLING_OF_THINKERS: Sampling = {
  temperature: 0.6,
  topK: 20,
  topP: 0.95,
  minP: 0,
  repetitionPenalty: 1,
};

/** Twice what the card of Gazal-R1 allows, which counts no citations. */
const MOST_TOKENS = 4096;

/** How a model behind an endpoint is asked unless told: as its card recommends, where the catalogue knows it. */
export function endpointSettings(model: string): RunSettings {
  const entry = entryOfServedModel(model);
  const recommended =
    entry !== undefined && 'conversation' in entry ? entry.conversation.sampling : undefined;
  const sampling = recommended?.known === true ? recommended.value : SAMPLING_OF_THINKERS;
  return { sampling, seed: 0, maxTokens: MOST_TOKENS };
}

/** Reaches the server and tells of it on standard error. Throws `FaultError`. */
export async function openEndpoint(
  { address, model, keyFrom }: GivenEndpoint,
  io: CommandIo,
): Promise<Engine> {
  const key = keyFrom === undefined ? undefined : keyIn(keyFrom);
  const connection = parseConnection({
    id: 'command-line',
    name: address,
    baseUrl: address,
    model,
    via: 'browser',
    ...(key === undefined ? {} : { key }),
  });
  if (!connection.ok) throw new FaultError(connection.fault);
  io.progress(`asking ${connection.value.baseUrl}`);
  const surroundings = { fetch, now: () => performance.now(), patience: DEFAULT_PATIENCE };
  const engine = await openEndpointEngine(connection.value, surroundings, io.signal);
  io.progress(engine.description.deviceReason);
  return engine;
}

function keyIn(variable: string): string {
  const key = process.env[variable];
  if (key === undefined || key === '') {
    throw badInput(
      `The environment variable ${variable} that --key-from names is not set.`,
      'Set it to the key, not to be typed on the command line.',
    );
  }
  return key.trim();
}
