import { FaultError } from '@/lib/text/outcome';
import type { GenerateRequest } from '../engine';
import type { EndpointConnection } from './connection';
import { notSupported } from './faults';
import type { ServerFamily } from './server-families';

/** The body of a chat completion. */
export type ChatRequest = Readonly<Record<string, unknown>>;

/**
 * The body that asks a server for a streamed answer with its probabilities. Throws `FaultError` with `not-supported` for a
 * request that only an engine with the model in its hands can serve.
 */
export function chatRequest(
  connection: EndpointConnection,
  family: ServerFamily,
  request: GenerateRequest,
): ChatRequest {
  const { prompt, sampling, seed, maxTokens, alternatives } = request;
  if (prompt.messages === undefined) {
    throw new FaultError(notSupported('be given a prompt in the form of another model'));
  }
  if (request.said !== undefined && request.said.length > 0) {
    throw new FaultError(notSupported('go on from where an earlier run stopped'));
  }
  return {
    model: connection.model,
    messages: prompt.messages,
    stream: true,
    stream_options: { include_usage: true },
    max_tokens: maxTokens,
    seed,
    ...family.sampling(sampling),
    logprobs: true,
    // llama.cpp reports no probabilities at all when asked for none beside each token.
    top_logprobs: Math.max(1, Math.min(alternatives, family.mostAlternatives)),
    ...(connection.thinking === undefined ? {} : family.thinking[connection.thinking]),
    ...(connection.thinkingBudget === undefined
      ? {}
      : family.thinkingBudget?.fields(connection.thinkingBudget)),
  };
}

interface Concession {
  /** What a refusal names when this is what it objects to. */
  readonly named: RegExp;
  readonly without: readonly string[];
  readonly instead?: (request: ChatRequest) => ChatRequest;
  readonly source: string;
}

/**
 * What can be left out without changing what the model says, where a server refuses it. Nothing else is left out: a request
 * whose sampling or length is refused fails in the server's words.
 */
const CONCESSIONS: readonly Concession[] = [
  {
    named: /logprob/i,
    without: ['logprobs', 'top_logprobs'],
    source: 'OpenAI API reference: reasoning models refuse logprobs; vLLM: --max-logprobs 0',
  },
  {
    named: /stream_options/i,
    without: ['stream_options'],
    source: 'OpenAI-compatible servers from before May 2024, when stream_options was added',
  },
  {
    named: /max_completion_tokens/i,
    without: ['max_tokens'],
    instead: ({ max_tokens }) => ({ max_completion_tokens: max_tokens }),
    source: 'OpenAI API reference: reasoning models take max_completion_tokens alone',
  },
];

/** The request without what the server's refusal names; undefined where it names nothing that can be left out. */
export function conceded(request: ChatRequest, refusal: string): ChatRequest | undefined {
  const concession = CONCESSIONS.find(
    ({ named, without }) => named.test(refusal) && without.some((field) => field in request),
  );
  if (concession === undefined) return undefined;
  const kept = Object.entries(request).filter(([field]) => !concession.without.includes(field));
  return { ...Object.fromEntries(kept), ...concession.instead?.(request) };
}
