import * as z from 'zod';
import { invalidRequest, RefusalError } from '../served/error-object';

const number = z.nullish(z.number());
const flag = z.nullish(z.boolean());
const text = z.nullish(z.string().check(z.maxLength(256)));
const anything = z.nullish(z.record(z.string(), z.unknown()));

/**
 * What is passed on to an upstream: the parameters by which the servers of docs/deploy.md are asked for text. Messages hold
 * text alone: a picture is an address that the upstream would fetch.
 */
const bodySchema = z.strictObject({
  model: z.string(),
  messages: z
    .array(
      z.strictObject({
        role: z.enum(['system', 'developer', 'user', 'assistant']),
        content: z.union([
          z.string(),
          z.array(z.strictObject({ type: z.literal('text'), text: z.string() })),
        ]),
        reasoning: z.nullish(z.string()),
        reasoning_content: z.nullish(z.string()),
      }),
    )
    .check(z.minLength(1), z.maxLength(200)),
  stream: flag,
  stream_options: z.nullish(z.strictObject({ include_usage: flag, continuous_usage_stats: flag })),
  temperature: number,
  top_p: number,
  top_k: number,
  min_p: number,
  repetition_penalty: number,
  repeat_penalty: number,
  presence_penalty: number,
  frequency_penalty: number,
  seed: number,
  n: number,
  max_tokens: number,
  max_completion_tokens: number,
  stop: z.nullish(z.union([z.string(), z.array(z.string())])),
  logprobs: flag,
  top_logprobs: number,
  return_token_ids: flag,
  include_reasoning: flag,
  separate_reasoning: flag,
  stream_reasoning: flag,
  reasoning_format: text,
  reasoning_effort: text,
  think: z.nullish(z.union([z.boolean(), z.string()])),
  thinking_token_budget: number,
  reasoning_budget: number,
  thinking_budget_tokens: number,
  custom_params: z.nullish(z.strictObject({ thinking_budget: number })),
  chat_template_kwargs: anything,
  response_format: anything,
  structured_outputs: anything,
  cache_prompt: flag,
});

/** A conversation that may be passed on. */
export interface PassedRequest {
  readonly model: string;
  readonly stream: boolean;
  /** JSON, made anew from what was read. */
  readonly body: string;
}

/**
 * What of a client's body goes to an upstream, with a `cache_salt` where one is given. Throws `RefusalError` with the name of
 * the first parameter that is not among those that are passed on: left out in silence it might change the answer.
 */
export function passedRequest(
  body: Readonly<Record<string, unknown>>,
  models: readonly string[],
  cacheSalt: string | undefined,
): PassedRequest {
  const parsed = bodySchema.safeParse(body);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    const unknown = issue?.code === 'unrecognized_keys' ? issue.keys : [];
    const param = [...(issue?.path ?? []), ...unknown.slice(0, 1)].join('.');
    const why = unknown.length > 0 ? 'is not passed on by this server' : issue?.message;
    throw new RefusalError(invalidRequest(`The parameter ${param}: ${why}.`, { param }));
  }
  const { model, stream } = parsed.data;
  if (!models.includes(model)) {
    throw new RefusalError(
      invalidRequest(`This upstream offers no model "${model}".`, {
        param: 'model',
        code: 'model_not_found',
        status: 404,
      }),
    );
  }
  const salt = cacheSalt === undefined ? {} : { cache_salt: cacheSalt };
  return {
    model,
    stream: stream === true,
    body: JSON.stringify({ ...parsed.data, ...salt }),
  };
}
