import type { CaseReading } from '@/lib/case/case';
import { MODELS, type ModelEntry, modelById } from '@/lib/engine/catalogue';
import type { Engine, EngineEvent, Prompt, Sampling } from '@/lib/engine/engine';
import { buildEmbeddedPrompt } from '@/lib/engine/prompt/embedded';
import {
  manifestOf,
  type ReasoningRequest,
  type RunProgress,
  reasonAbout,
} from '@/lib/explanation/reasoning-run';
import { FaultError, type Outcome } from '@/lib/text/outcome';
import { version } from '@/package.json';

/** How a model is asked on the command line. */
export interface RunSettings {
  /** The form in which the model is given the case. */
  readonly buildPrompt: (reading: CaseReading) => Outcome<Prompt>;
  readonly sampling: Sampling;
  readonly seed: number;
  readonly maxTokens: number;
}

/** Greedy, so that the same case gives the same run; more tokens than an answer of the embedded model takes. */
export const DEFAULT_SETTINGS: RunSettings = {
  buildPrompt: buildEmbeddedPrompt,
  sampling: { temperature: 0, topK: 0, topP: 1, minP: 0, repetitionPenalty: 1 },
  seed: 0,
  maxTokens: 640,
};

/** The probabilities of so many other tokens are kept beside each token. */
const ALTERNATIVES = 5;

/** The model of this id, the first of the catalogue unless told; throws `FaultError` that lists the ids there are. */
export function modelEntry(id: string | undefined): ModelEntry {
  const [first] = MODELS;
  if (id === undefined && first !== undefined) return first;
  const entry = modelById(id ?? '');
  if (!entry.ok) throw new FaultError(entry.fault);
  return entry.value;
}

/** Loads a model from the repository's files, telling of it on standard error. Throws `FaultError`. */
export async function openEngine(
  entry: ModelEntry,
  progress: (line: string) => void,
): Promise<Engine> {
  progress(`loading ${entry.id}`);
  // The run-time is large: what is wrong with the input should be said before it is loaded.
  const { openNodeEngine } = await import('@/lib/engine/local/node');
  const engine = await openNodeEngine(entry);
  progress(engine.description.deviceReason);
  return engine;
}

export type FinishedRun = Extract<RunProgress, { type: 'finished' }>;

/** A run that has been prepared: what it will be recorded as, and how to begin it. */
export interface PreparedRun {
  readonly manifest: ReturnType<typeof manifestOf>;
  /** Runs to the end, telling of each event. Throws `FaultError` when the engine cannot begin. */
  finish(signal: AbortSignal, onEvent?: (event: EngineEvent) => void): Promise<FinishedRun>;
}

/** Prepares a run of an engine on a case. Throws `FaultError` where the case does not fit the model. */
export function prepareRun(
  engine: Engine,
  reading: CaseReading,
  { buildPrompt, ...settings }: RunSettings,
): PreparedRun {
  const prompt = buildPrompt(reading);
  if (!prompt.ok) throw new FaultError(prompt.fault);
  const request: ReasoningRequest = {
    ...settings,
    prompt: prompt.value,
    alternatives: ALTERNATIVES,
    startedAt: new Date().toISOString(),
    application: version,
  };
  return {
    manifest: manifestOf(engine, request),
    async finish(signal, onEvent = () => undefined) {
      for await (const progress of reasonAbout(engine, reading, request, signal)) {
        if (progress.type === 'finished') return progress;
        onEvent(progress.event);
      }
      throw new Error('the run ended without a result');
    },
  };
}
