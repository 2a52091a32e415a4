import { FaultError } from '@/lib/text/outcome';
import type { Sampling } from '../engine';
import { fileDamaged } from '../faults';
import { type ChatTemplate, openChatTemplate } from './chat-template';
import type { ModelFiles } from './model-files';
import { openTokenizer, type TextTokenizer } from './tokenizer';

export const CONFIGURATION = 'config.json';
export const GENERATION = 'generation_config.json';
export const TOKENIZER = 'tokenizer.json';
export const TOKENIZER_CONFIGURATION = 'tokenizer_config.json';
export const CHAT_TEMPLATE = 'chat_template.jinja';

/** What the files beside a graph say of it. */
export interface ModelConfiguration {
  readonly layers: number;
  /** Tokens; undefined where config.json does not say. */
  readonly contextLength: number | undefined;
  readonly endTokens: ReadonlySet<number>;
  /** What the model's makers recommend; undefined where they recommend nothing or the most probable token. */
  readonly sampling: Sampling | undefined;
  readonly tokenizer: TextTokenizer;
  /** Undefined for a model that has none. */
  readonly chatTemplate: ChatTemplate | undefined;
}

type Fields = Readonly<Record<string, unknown>>;

/** Reads the files beside the graph. Throws `FaultError` with `model-file-damaged` that names the file and what is wrong. */
export function readConfiguration(files: ModelFiles): ModelConfiguration {
  const configuration = readJson(files, CONFIGURATION);
  const generation = files.has(GENERATION) ? readJson(files, GENERATION) : {};
  const tokenizer = readJson(files, TOKENIZER_CONFIGURATION);
  // A model that sees images too keeps what concerns its text in an object of its own.
  const text = isRecord(configuration.text_config) ? configuration.text_config : configuration;
  const layers = text.num_hidden_layers;
  if (typeof layers !== 'number') {
    throw unusable(CONFIGURATION, 'its field num_hidden_layers is no number');
  }
  const context = text.max_position_embeddings;
  return {
    layers,
    contextLength: typeof context === 'number' ? context : undefined,
    endTokens: endTokensOf(generation, configuration),
    sampling: samplingOf(generation),
    tokenizer: tokenizerOf(files, tokenizer),
    chatTemplate: chatTemplateOf(files, tokenizer),
  };
}

function tokenizerOf(files: ModelFiles, configuration: Fields): TextTokenizer {
  const definition = readJson(files, TOKENIZER);
  try {
    return openTokenizer(definition, configuration);
  } catch (error) {
    throw unusable(TOKENIZER, error);
  }
}

function chatTemplateOf(files: ModelFiles, configuration: Fields): ChatTemplate | undefined {
  const isOwnFile = files.has(CHAT_TEMPLATE);
  const template = isOwnFile
    ? new TextDecoder().decode(files.take(CHAT_TEMPLATE))
    : configuration.chat_template;
  if (typeof template !== 'string') return undefined;
  try {
    return openChatTemplate(template, specialTokens(configuration));
  } catch (error) {
    throw unusable(isOwnFile ? CHAT_TEMPLATE : TOKENIZER_CONFIGURATION, error);
  }
}

/** The texts that templates know as `bos_token`, `eos_token` and the like. */
function specialTokens(configuration: Fields): Readonly<Record<string, string>> {
  const tokens: Record<string, string> = {};
  for (const [name, value] of Object.entries(configuration)) {
    const content = isRecord(value) ? value.content : value;
    if (name.endsWith('_token') && typeof content === 'string') tokens[name] = content;
  }
  return tokens;
}

/** One id or several, in either file; instruction-tuned models end turns and texts with different ones. */
function endTokensOf(generation: Fields, configuration: Fields): ReadonlySet<number> {
  const end = generation.eos_token_id ?? configuration.eos_token_id;
  const ids: readonly unknown[] = Array.isArray(end) ? end : [end];
  const tokens = new Set(ids.filter((id) => typeof id === 'number'));
  if (tokens.size === 0) throw unusable(GENERATION, 'it names no eos_token_id');
  return tokens;
}

/** What `generation_config.json` leaves out is switched off; absent `do_sample` means no sampling (Transformers). */
function samplingOf(generation: Fields): Sampling | undefined {
  if (generation.do_sample !== true) return undefined;
  const number = (field: string, otherwise: number) => {
    const value = generation[field];
    return typeof value === 'number' ? value : otherwise;
  };
  return {
    temperature: number('temperature', 1),
    topK: number('top_k', 0),
    topP: number('top_p', 1),
    minP: number('min_p', 0),
    repetitionPenalty: number('repetition_penalty', 1),
  };
}

function readJson(files: ModelFiles, path: string): Fields {
  const text = new TextDecoder().decode(files.take(path));
  try {
    const value: unknown = JSON.parse(text);
    if (isRecord(value)) return value;
  } catch (error) {
    throw unusable(path, error);
  }
  throw unusable(path, 'it holds no JSON object');
}

function isRecord(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The file is the one that was exported, and still cannot be used. */
function unusable(path: string, why: unknown): FaultError {
  return new FaultError(fileDamaged(path, why instanceof Error ? why.message : String(why)));
}
