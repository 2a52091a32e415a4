import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { MODELS } from '../catalogue';
import type { Sampling } from '../engine';
import type { ServerConfiguration } from './configuration';
import { chatTemplateForm, embeddedForm, type PromptForm } from './prompt-form';
import { createServedModel, type ServedModel } from './served-model';

/** Greedy: the same case gives the same answer. */
const GREEDY: Sampling = { temperature: 0, topK: 0, topP: 1, minP: 0, repetitionPenalty: 1 };

/** The model that a configuration names, or the embedded one, whose folder lies below `publicFolder`. */
export function configuredModel(
  { model, threads }: ServerConfiguration,
  publicFolder: string,
): ServedModel {
  const [embedded] = MODELS;
  if (model === undefined) {
    if (embedded === undefined) throw new Error('the catalogue holds no model');
    return createServedModel(embedded.id, GREEDY, async () => {
      const { openNodeEngine } = await import('../local/node');
      const engine = await openNodeEngine(embedded, { root: publicFolder, threads });
      return { engine, form: embeddedForm };
    });
  }
  const { id, folder, graph, precision, answerTokens } = model;
  const entry = {
    ...{ id, name: id, folder, graph, precision, answerTokens },
    webgpuFeatures: [],
    mostThreads: threads,
  };
  return createServedModel(id, model.sampling ?? GREEDY, async () => {
    const { openNodeEngine } = await import('../local/node');
    const form = model.prompt === 'embedded' ? embeddedForm : await readChatTemplate(folder);
    return { engine: await openNodeEngine(entry, { root: '/', threads }), form };
  });
}

/** The chat template of a model folder, from `chat_template.jinja` or else from `tokenizer_config.json`. */
async function readChatTemplate(folder: string): Promise<PromptForm> {
  const configuration: unknown = JSON.parse(
    await readFile(join(folder, 'tokenizer_config.json'), 'utf8'),
  );
  const fields = Object.entries(configuration ?? {}).flatMap(([name, value]): [string, string][] =>
    typeof value === 'string' ? [[name, value]] : [],
  );
  const { chat_template: inConfiguration, ...texts } = Object.fromEntries(fields);
  const template = await readFile(join(folder, 'chat_template.jinja'), 'utf8').catch(
    () => inConfiguration,
  );
  if (template === undefined) throw new Error(`the model folder ${folder} has no chat template`);
  const tokens = Object.fromEntries(
    Object.entries(texts).filter(([name]) => name.endsWith('_token')),
  );
  return chatTemplateForm(template, tokens);
}
