import { DEFAULT_SETTINGS, type RunSettings } from '@/cli/run-model';
import type { CaseReading } from '@/lib/case/case';
import type { Engine } from '@/lib/engine/engine';
import { buildChatPrompt } from '@/lib/engine/prompt/chat';
import { success } from '@/lib/text/outcome';

/** More than Gazal-R1's card allows for an answer (2048), since this form asks for citations too. */
const MOST_TOKENS = 4096;

/** How the model of a folder is asked unless told: in words, and as its own files recommend to sample it. */
export const FOLDER_SETTINGS: RunSettings = {
  ...DEFAULT_SETTINGS,
  buildPrompt: buildChatPrompt,
  maxTokens: MOST_TOKENS,
};

/** Opens a model folder on this machine, telling of it on standard error. Throws `FaultError`. */
export async function openFolder(
  folder: string,
  progress: (line: string) => void,
): Promise<Engine> {
  progress(`loading ${folder}`);
  const { openModelFolder } = await import('@/lib/engine/local/node-folder');
  const engine = await openModelFolder(folder);
  progress(engine.description.deviceReason);
  return engine;
}

/**
 * The settings with the case written in the form of the engine's own template, and sampled as its files recommend unless a
 * temperature was given. Settings of an engine without either come back as they are. Throws `FaultError`.
 */
export async function inOwnForm(
  engine: Engine,
  reading: CaseReading,
  settings: RunSettings,
  temperature: string | undefined,
): Promise<RunSettings> {
  const built = settings.buildPrompt(reading);
  if (!built.ok || engine.inOwnForm === undefined) return settings;
  const prompt = await engine.inOwnForm(built.value);
  const { recommended } = engine;
  return {
    ...settings,
    ...(recommended && temperature === undefined && { sampling: recommended }),
    ...(prompt !== built.value && { buildPrompt: () => success(prompt) }),
  };
}
