import { type Outcome, success } from '@/lib/text/outcome';
import { promptTooLong } from './faults';

/** Fewest tokens of an answer with which asking makes sense, unless the model's own entry says otherwise. */
export const LEAST_ANSWER = 1024;

/** What a model's own form puts around a conversation of two turns; more than any template in the catalogue adds. */
const TEMPLATE_TOKENS = 64;

/** Bytes of UTF-8 to a token, at the least that is seen with English text in clinical notes; for where nobody counts. */
const BYTES_PER_TOKEN = 3;

/** A cautious estimate of a text's length in tokens, for servers that do not count. */
export function estimatedTokens(text: string): number {
  return Math.ceil(new TextEncoder().encode(text).length / BYTES_PER_TOKEN);
}

/**
 * How many tokens an answer may have: what was asked for, or what the context leaves beside the prompt. The fault
 * `prompt-too-long` where that would be fewer than `least`. Without a known context, what was asked for.
 */
export function answerBudget({
  promptTokens,
  contextLength,
  asked,
  least,
}: {
  readonly promptTokens: number;
  readonly contextLength: number | undefined;
  readonly asked: number;
  readonly least: number;
}): Outcome<number, 'prompt-too-long'> {
  if (contextLength === undefined) return success(asked);
  const room = contextLength - promptTokens - TEMPLATE_TOKENS;
  if (room >= Math.min(asked, least)) return success(Math.min(asked, room));
  const fits = Math.max(0, contextLength - TEMPLATE_TOKENS - Math.min(asked, least));
  const { message, remedy } = promptTooLong(promptTokens, fits);
  return { ok: false, fault: { code: 'prompt-too-long', message, remedy } };
}
