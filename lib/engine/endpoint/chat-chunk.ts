import { z } from 'zod';

/** A token as the server names it, with its natural-log probability and that of others in its place. */
export interface ScoredText {
  readonly text: string;
  readonly logprob: number;
  readonly alternatives: readonly { readonly text: string; readonly logprob: number }[];
}

/** What one event of the stream says. */
export type ChatChunk =
  | { readonly type: 'done' }
  | { readonly type: 'error'; readonly said: string }
  | { readonly type: 'unreadable'; readonly said: string }
  | {
      readonly type: 'delta';
      readonly reasoning: string;
      readonly content: string;
      readonly scored: readonly ScoredText[];
      readonly finish?: string;
      readonly promptTokens?: number;
    };

const text = z.string().nullish();

const scoredSchema = z.object({
  token: z.string(),
  // -9999 stands for "not among those reported" (OpenAI, vLLM); infinities arrive as null.
  logprob: z.number().nullish(),
  bytes: z.array(z.int().min(0).max(255)).nullish(),
});

const textPart = z.object({ type: z.literal('text'), text: z.string() });

/** Mistral's models that think send lists of parts (Mistral AI documentation, "Reasoning"); everyone else sends a text. */
const partSchema = z.discriminatedUnion('type', [
  textPart,
  z.object({ type: z.literal('thinking'), thinking: z.union([z.string(), z.array(textPart)]) }),
]);

const messageSchema = z.object({
  content: z.union([z.string(), z.array(partSchema)]).nullish(),
  // OpenAI: a model that declines says so here.
  refusal: text,
  // vLLM since 0.12, Ollama, OpenRouter.
  reasoning: text,
  // vLLM before, SGLang, llama.cpp, DeepSeek.
  reasoning_content: text,
  // Some gateways in front of others.
  reasoning_text: text,
  // Ollama's own interface, and what passes it on.
  thinking: text,
});

const choiceSchema = z.object({
  index: z.int().nullish(),
  delta: messageSchema.nullish(),
  // The whole message, from a server that does not stream.
  message: messageSchema.nullish(),
  logprobs: z
    .object({
      content: z
        .array(z.object({ ...scoredSchema.shape, top_logprobs: z.array(scoredSchema).nullish() }))
        .nullish(),
    })
    .nullish(),
  finish_reason: text,
});

const chunkSchema = z.object({
  choices: z.array(choiceSchema).nullish(),
  usage: z.object({ prompt_tokens: z.int().min(0).nullish() }).nullish(),
});

const errorSchema = z.union([
  z.object({ error: z.object({ message: z.string() }) }).transform(({ error }) => error.message),
  // TGI: {"error": "…", "error_type": "…"}.
  z.object({ error: z.string() }).transform(({ error }) => error),
  // vLLM before 0.10: {"object": "error", "message": "…"}.
  z.object({ object: z.literal('error'), message: z.string() }).transform(({ message }) => message),
  // FastAPI in front of a server: {"detail": "…"}.
  z.object({ detail: z.string() }).transform(({ detail }) => detail),
]);

/** The words of an error object in any of the shapes that servers give it; undefined where there is none. */
export function errorWords(value: unknown): string | undefined {
  const parsed = errorSchema.safeParse(value);
  return parsed.success ? parsed.data : undefined;
}

/** JSON, or undefined where the text is none. */
export function parsedJson(data: string): unknown {
  try {
    return JSON.parse(data);
  } catch {
    return undefined;
  }
}

/** Reads the data of one event. */
export function readChunk(data: string): ChatChunk {
  if (data.trim() === '[DONE]') return { type: 'done' };
  const value = parsedJson(data);
  const error = errorWords(value);
  if (error !== undefined) return { type: 'error', said: error };
  const parsed = chunkSchema.safeParse(value);
  if (!parsed.success) return { type: 'unreadable', said: data };
  const { choices, usage } = parsed.data;
  const choice = choices?.find(({ index }) => (index ?? 0) === 0);
  const message = choice?.delta ?? choice?.message;
  return {
    type: 'delta',
    reasoning: reasoningOf(message),
    content: partOf(message?.content, 'text') + (message?.refusal ?? ''),
    scored: choice?.logprobs?.content?.flatMap(scoredText) ?? [],
    ...(choice?.finish_reason == null ? {} : { finish: choice.finish_reason }),
    ...(usage?.prompt_tokens == null ? {} : { promptTokens: usage.prompt_tokens }),
  };
}

type Message = z.infer<typeof messageSchema>;

/** The reasoning under any of its names; gateways that send it under two names at once send the same text twice. */
function reasoningOf(message: Message | null | undefined): string {
  const { reasoning, reasoning_content, reasoning_text, thinking } = message ?? {};
  const given = [reasoning, reasoning_content, reasoning_text, thinking];
  const named = [...new Set(given)].filter((one) => one != null).join('');
  return named + partOf(message?.content, 'thinking');
}

/** The text or the thinking of a content that may be a list of parts. */
function partOf(content: Message['content'], type: 'text' | 'thinking'): string {
  if (content == null) return '';
  if (typeof content === 'string') return type === 'text' ? content : '';
  return content
    .filter((part) => part.type === type)
    .map((part) => wordsOf(part.type === 'text' ? part.text : part.thinking))
    .join('');
}

function wordsOf(words: string | readonly z.infer<typeof textPart>[]): string {
  return typeof words === 'string' ? words : words.map((part) => part.text).join('');
}

type Scored = NonNullable<NonNullable<z.infer<typeof choiceSchema>['logprobs']>['content']>[number];

function scoredText({ token, logprob, bytes, top_logprobs }: Scored): readonly ScoredText[] {
  const alternatives = (top_logprobs ?? []).flatMap((other) =>
    other.logprob == null ? [] : [{ text: textOf(other), logprob: other.logprob }],
  );
  return [{ text: textOf({ token, bytes }), logprob: logprob ?? Number.NaN, alternatives }];
}

/** Bytes say more than the name of a token, which may stand for part of a character. */
function textOf({ token, bytes }: Pick<z.infer<typeof scoredSchema>, 'token' | 'bytes'>): string {
  return bytes == null || bytes.length === 0
    ? token
    : new TextDecoder('utf-8', { ignoreBOM: true }).decode(Uint8Array.from(bytes));
}
