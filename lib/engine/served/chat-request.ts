import * as z from 'zod';
import type { ChatMessage, Sampling } from '../engine';
import { invalidRequest, RefusalError } from './error-object';

/** What a client asked for, with every parameter that bears on the answer. */
export interface ChatRequest {
  /** Absent where the client left the choice to the server. */
  readonly model?: string;
  readonly messages: readonly ChatMessage[];
  readonly sampling: Partial<Sampling>;
  readonly seed: number;
  /** Absent: as many as fit. */
  readonly maxTokens?: number;
  /** Absent where no log-probabilities were asked for. */
  readonly topLogprobs?: number;
  readonly stream: boolean;
  readonly includeUsage: boolean;
  readonly includeReasoning: boolean;
  readonly includeTokenIds: boolean;
  /** Variables for a chat template, for example `enable_thinking`. */
  readonly templateVariables: Readonly<Record<string, unknown>>;
}

const number = (least: number, most: number) =>
  z.nullish(z.number().check(z.gte(least), z.lte(most)));
const whole = (least: number, most: number) => z.nullish(z.int().check(z.gte(least), z.lte(most)));
const flag = z.nullish(z.boolean());

const MOST_TOKENS = 1_000_000;
const MOST_SEED = 2 ** 32 - 1;
/** As many as the OpenAI interface and vLLM allow unless told otherwise. */
const MOST_ALTERNATIVES = 20;

/**
 * The parameters that are understood: those of the OpenAI interface and of vLLM
 * (`vllm/entrypoints/openai/chat_completion/protocol.py`) that our decode loop has. A `null` is the same as none.
 */
const bodySchema = z.object({
  model: z.nullish(z.string()),
  messages: z
    .array(
      z.object({
        role: z.enum(['system', 'developer', 'user', 'assistant']),
        content: z.union([
          z.string(),
          z.array(z.object({ type: z.literal('text'), text: z.string() })),
        ]),
      }),
    )
    .check(z.minLength(1), z.maxLength(200)),
  temperature: number(0, 5),
  top_p: number(Number.EPSILON, 1),
  top_k: whole(-1, MOST_TOKENS),
  min_p: number(0, 1),
  repetition_penalty: number(Number.EPSILON, 10),
  seed: whole(0, MOST_SEED),
  max_tokens: whole(1, MOST_TOKENS),
  max_completion_tokens: whole(1, MOST_TOKENS),
  logprobs: flag,
  top_logprobs: whole(0, MOST_ALTERNATIVES),
  stream: flag,
  stream_options: z.nullish(z.object({ include_usage: flag })),
  include_reasoning: flag,
  return_token_ids: flag,
  chat_template_kwargs: z.nullish(z.record(z.string(), z.unknown())),
});

/** Parameters that would change the answer and are not supported: refused unless they say what is the case anyway. */
const NEUTRAL: ReadonlyMap<string, readonly unknown[]> = new Map(
  [
    'tools',
    'functions',
    'function_call',
    'stop',
    'stop_token_ids',
    'logit_bias',
    'bad_words',
    'allowed_token_ids',
    'presence_penalty',
    'frequency_penalty',
    'min_tokens',
    'ignore_eos',
    'prompt_logprobs',
    'logprob_token_ids',
    'echo',
    'continue_final_message',
    'use_beam_search',
    'structured_outputs',
    'guided_json',
    'guided_regex',
    'guided_choice',
    'guided_grammar',
    'audio',
    'modalities',
    'prediction',
    'chat_template',
    'documents',
    'truncate_prompt_tokens',
    'thinking_token_budget',
    'thinking_budget_tokens',
    'custom_params',
    'web_search_options',
  ].map((name): [string, readonly unknown[]] => [name, []]),
)
  .set('n', [1])
  .set('best_of', [1])
  .set('length_penalty', [1])
  .set('tool_choice', ['none', 'auto'])
  .set('modalities', ['text'])
  .set('add_generation_prompt', [true]);

function isNeutral(name: string, value: unknown): boolean {
  if (value === undefined || value === null || value === false || value === 0) return true;
  if (typeof value === 'string' && value === '') return true;
  const allowed = NEUTRAL.get(name) ?? [];
  if (Array.isArray(value)) return value.every((entry) => allowed.includes(entry));
  if (typeof value === 'object') return Object.keys(value).length === 0;
  return allowed.includes(value);
}

/**
 * The request that a body stands for. Unknown parameters are ignored, as vLLM does; throws `RefusalError` for values of
 * the wrong kind and for known parameters that would change the answer and are not supported.
 */
export function readChatRequest(body: Readonly<Record<string, unknown>>): ChatRequest {
  refuseUnsupported(body);
  const parsed = bodySchema.safeParse(body);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    const path = issue?.path.join('.') ?? '';
    throw new RefusalError(
      invalidRequest(`The parameter ${path} cannot be used: ${issue?.message ?? 'wrong kind'}.`, {
        param: path,
      }),
    );
  }
  const asked = parsed.data;
  if (typeof asked.top_logprobs === 'number' && asked.logprobs !== true) {
    throw new RefusalError(
      invalidRequest('top_logprobs needs logprobs to be true.', { param: 'top_logprobs' }),
    );
  }
  return requestOf(asked);
}

function requestOf(asked: z.infer<typeof bodySchema>): ChatRequest {
  const maxTokens = asked.max_completion_tokens ?? asked.max_tokens ?? undefined;
  return {
    ...(asked.model && { model: asked.model }),
    messages: asked.messages.map(({ role, content }) => ({
      role: role === 'developer' ? 'system' : role,
      content: typeof content === 'string' ? content : content.map(({ text }) => text).join('\n'),
    })),
    sampling: samplingOf(asked),
    seed: asked.seed ?? 0,
    ...(maxTokens === undefined ? {} : { maxTokens }),
    ...(asked.logprobs === true && { topLogprobs: asked.top_logprobs ?? 0 }),
    stream: asked.stream === true,
    includeUsage: asked.stream_options?.include_usage === true,
    includeReasoning: asked.include_reasoning !== false,
    includeTokenIds: asked.return_token_ids === true,
    templateVariables: asked.chat_template_kwargs ?? {},
  };
}

function samplingOf(asked: z.infer<typeof bodySchema>): Partial<Sampling> {
  const { temperature, top_p: topP, top_k: topK, min_p: minP } = asked;
  const { repetition_penalty: repetitionPenalty } = asked;
  return {
    ...(typeof temperature === 'number' && { temperature }),
    ...(typeof topP === 'number' && { topP }),
    ...(typeof topK === 'number' && { topK: Math.max(0, topK) }),
    ...(typeof minP === 'number' && { minP }),
    ...(typeof repetitionPenalty === 'number' && { repetitionPenalty }),
  };
}

function refuseUnsupported(body: Readonly<Record<string, unknown>>): void {
  for (const [name, value] of Object.entries(body)) {
    const refused =
      name === 'response_format'
        ? !isTextFormat(value)
        : NEUTRAL.has(name) && !isNeutral(name, value);
    if (refused) {
      throw new RefusalError(
        invalidRequest(
          `The parameter ${name} is not supported by this server and would change the answer; leave it out.`,
          { param: name, code: 'unsupported_parameter' },
        ),
      );
    }
  }
}

function isTextFormat(format: unknown): boolean {
  if (format === undefined || format === null) return true;
  return typeof format === 'object' && 'type' in format && format.type === 'text';
}
