import { MODELS } from '../catalogue';
import type { Sampling } from '../engine';
import type { ServerConfiguration } from './configuration';
import { chatTemplateForm, embeddedForm } from './prompt-form';
import { createServedModel, type OpenedModel, type ServedModel } from './served-model';

/** Greedy: the same case gives the same answer. */
const GREEDY: Sampling = { temperature: 0, topK: 0, topP: 1, minP: 0, repetitionPenalty: 1 };

/** The model that a configuration names, or the embedded one, whose folder lies below `publicFolder`. */
export function configuredModel(
  { model, threads, device }: ServerConfiguration,
  publicFolder: string,
): ServedModel {
  if (model !== undefined) {
    return createServedModel(model.id, () => openConfigured(model, threads, device));
  }
  const [embedded] = MODELS;
  if (embedded === undefined) throw new Error('the catalogue holds no model');
  return createServedModel(embedded.id, async () => {
    const { openNodeEngine } = await import('../local/node');
    const engine = await openNodeEngine(embedded, { root: publicFolder, threads });
    return { engine, form: embeddedForm, sampling: GREEDY };
  });
}

async function openConfigured(
  { folder, prompt, sampling }: NonNullable<ServerConfiguration['model']>,
  threads: number,
  device: ServerConfiguration['device'],
): Promise<OpenedModel> {
  const { openModelFolder } = await import('../local/node-folder');
  const engine = await openModelFolder(folder, { threads, ...(device === 'auto' && { cuda: {} }) });
  return {
    engine,
    form: prompt === 'embedded' ? embeddedForm : chatTemplateForm(engine),
    sampling: sampling ?? engine.recommended ?? GREEDY,
  };
}
