import { badInput, type CommandIo } from '@/cli/command';
import { DEFAULT_SETTINGS, type RunSettings } from '@/cli/run-model';
import type { CaseReading } from '@/lib/case/case';
import { answerBudget, estimatedTokens, LEAST_ANSWER } from '@/lib/engine/answer-budget';
import { USUAL_SAMPLING } from '@/lib/engine/catalogue/models/sampling';
import { entryOfServedModel } from '@/lib/engine/catalogue/served-model';
import { type EndpointConnection, parseConnection } from '@/lib/engine/endpoint/connection';
import { openEndpointEngine } from '@/lib/engine/endpoint/endpoint-engine';
import { DEFAULT_PATIENCE, type EndpointSurroundings } from '@/lib/engine/endpoint/surroundings';
import type { Engine } from '@/lib/engine/engine';
import { buildCasePrompt } from '@/lib/engine/prompt/case-alone';
import { buildChatPrompt } from '@/lib/engine/prompt/chat';
import { FaultError, success } from '@/lib/text/outcome';

/** An endpoint as the arguments of a command name it. */
export interface GivenEndpoint {
  readonly address: string;
  readonly model: string;
  /** The environment variable that holds the key: a key on the command line could be read by every user of the machine. */
  readonly keyFrom: string | undefined;
}

/** Twice what the card of Gazal-R1 allows, which counts no citations. */
const MOST_TOKENS = 4096;

/** How a model behind an endpoint is asked unless told: as its card recommends, where the catalogue knows it. */
export function endpointSettings(model: string): RunSettings {
  const entry = entryOfServedModel(model);
  if (entry?.runs === 'embedded') {
    const buildPrompt: RunSettings['buildPrompt'] = (reading) => success(buildCasePrompt(reading));
    return { ...DEFAULT_SETTINGS, buildPrompt };
  }
  const recommended = entry?.conversation.sampling;
  const sampling = recommended?.known ? recommended.value : USUAL_SAMPLING;
  return { buildPrompt: buildChatPrompt, sampling, seed: 0, maxTokens: MOST_TOKENS };
}

/** What an endpoint needs of Node. */
export function nodeSurroundings(): EndpointSurroundings {
  return { fetch, now: () => performance.now(), patience: DEFAULT_PATIENCE };
}

/** Reaches the server and tells of it on standard error. Throws `FaultError`. */
export async function openEndpoint(given: GivenEndpoint, io: CommandIo): Promise<Engine> {
  const connection = connectionTo(given);
  io.progress(`asking ${connection.baseUrl}`);
  const engine = await openEndpointEngine(connection, nodeSurroundings(), io.signal);
  io.progress(engine.description.deviceReason);
  return engine;
}

/**
 * The settings with an answer no longer than what the context of the server leaves beside the case; servers refuse a request
 * that asks for more. A model of this machine sees to that itself. Throws `FaultError` with `prompt-too-long`.
 */
export async function fittedToContext(
  engine: Engine,
  reading: CaseReading,
  settings: RunSettings,
): Promise<RunSettings> {
  const { contextLength } = engine.description;
  const prompt = settings.buildPrompt(reading);
  const isForTheServer = settings.buildPrompt === buildChatPrompt && contextLength !== undefined;
  if (!isForTheServer || !prompt.ok) return settings;
  const promptTokens = await countedOrEstimated(engine, prompt.value.text);
  const { maxTokens: asked } = settings;
  const budget = answerBudget({ promptTokens, contextLength, asked, least: LEAST_ANSWER });
  if (!budget.ok) throw new FaultError(budget.fault);
  return { ...settings, maxTokens: budget.value };
}

async function countedOrEstimated(engine: Engine, text: string): Promise<number> {
  try {
    return await engine.countTokens(text);
  } catch (error) {
    if (error instanceof FaultError) return estimatedTokens(text);
    throw error;
  }
}

/** The connection that the arguments describe. Throws `FaultError` where they do not. */
export function connectionTo({ address, model, keyFrom }: GivenEndpoint): EndpointConnection {
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
  return connection.value;
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
