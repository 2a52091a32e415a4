import type { ModelChoice } from '@/components/engine/model-choice';
import {
  EMBEDDED_SETTINGS,
  type PromptForm,
  type RunSettings,
} from '@/components/engine/run-settings';
import type { Engine, LoadProgress } from '@/lib/engine/engine';
import { FaultError } from '@/lib/text/outcome';

/** A model that is ready, and how it is asked. */
export interface OpenedModel {
  readonly engine: Engine;
  readonly settings: RunSettings;
}

/** Opens the chosen model. Throws `FaultError` where it cannot be had. */
export async function openModel(
  choice: ModelChoice,
  onProgress: (progress: LoadProgress) => void,
): Promise<OpenedModel> {
  switch (choice.kind) {
    case 'embedded':
      return { engine: await openEmbedded(onProgress), settings: EMBEDDED_SETTINGS };
    case 'endpoint': {
      const { openEndpoint } = await import('@/components/engine/open-endpoint');
      return openEndpoint(choice.id);
    }
    case 'downloaded': {
      const { openDownloaded } = await import('@/components/engine/open-downloaded');
      return openDownloaded(choice.key, onProgress);
    }
  }
}

/** In what form the chosen model is given the case; known before it is opened. */
export async function formOf(choice: ModelChoice): Promise<PromptForm> {
  if (choice.kind === 'embedded') return EMBEDDED_SETTINGS.form;
  if (choice.kind === 'downloaded') return 'chat';
  const { formOfEndpoint } = await import('@/components/engine/open-endpoint');
  return formOfEndpoint(choice.id);
}

async function openEmbedded(onProgress: (progress: LoadProgress) => void): Promise<Engine> {
  const [{ modelById }, { openBrowserEngine }] = await Promise.all([
    import('@/lib/engine/catalogue/embedded'),
    import('@/lib/engine/local/browser'),
  ]);
  const entry = modelById('rationale-embedded');
  if (!entry.ok) throw new FaultError(entry.fault);
  const device = askedDevice();
  return openBrowserEngine(entry.value, {
    onProgress,
    ...(device === undefined ? {} : { device }),
  });
}

/** The device named in the address (`?device=wasm`), for those who want to compare. */
function askedDevice(): 'webgpu' | 'wasm' | undefined {
  const asked = new URLSearchParams(location.search).get('device');
  return asked === 'webgpu' || asked === 'wasm' ? asked : undefined;
}
