import type { ComputedToken, TokenAlternative } from '../engine';
import type { ChatRequest } from './chat-request';
import type { ChannelText } from './chat-run';

/** What is the same in every part of one answer. */
export interface AnswerIdentity {
  readonly id: string;
  /** Seconds since 1970. */
  readonly created: number;
  readonly model: string;
}

type FinishReason = 'stop' | 'length';

/** Tokens of one answer. The mark that ends it is not counted. */
export interface Usage {
  readonly prompt_tokens: number;
  readonly completion_tokens: number;
  readonly total_tokens: number;
}

/** The usage of an answer. */
export function usageOf(promptTokens: number, completionTokens: number): Usage {
  return {
    prompt_tokens: promptTokens,
    completion_tokens: completionTokens,
    total_tokens: promptTokens + completionTokens,
  };
}

const encoder = new TextEncoder();

function scored(text: string, logprob: number) {
  return { token: text, logprob, bytes: [...encoder.encode(text)] };
}

/**
 * A token as `logprobs.content` lists it. Its text is the text that it completes, so that the tokens together are the raw
 * answer with its marks, whatever the split into channels left out.
 */
function tokenLogprob(token: ComputedToken) {
  return {
    ...scored(token.text, token.logprob),
    top_logprobs: token.alternatives.map(({ text, logprob }: TokenAlternative) =>
      scored(text, logprob),
    ),
  };
}

/** The chunks of a streamed answer, in the shapes of vLLM's `chat.completion.chunk`, as JSON. */
export interface ChunkWriter {
  first(): string;
  /** One chunk for each piece of text that the token released, and one without text where it released none. */
  token(token: ComputedToken, pieces: readonly ChannelText[]): readonly string[];
  last(pieces: readonly ChannelText[], finish: FinishReason): readonly string[];
  usage(usage: Usage): string;
}

/** A writer of the chunks of one answer. */
export function createChunkWriter(answer: AnswerIdentity, request: ChatRequest): ChunkWriter {
  const chunk = (choices: readonly unknown[], usage?: Usage) =>
    JSON.stringify({
      id: answer.id,
      object: 'chat.completion.chunk',
      created: answer.created,
      model: answer.model,
      choices,
      ...(request.includeUsage ? { usage: usage ?? null } : {}),
    });
  const choice = (delta: object, token?: ComputedToken, finish?: FinishReason) => ({
    index: 0,
    delta,
    logprobs:
      token !== undefined && request.topLogprobs !== undefined
        ? { content: [tokenLogprob(token)] }
        : null,
    finish_reason: finish ?? null,
    ...(request.includeTokenIds ? { token_ids: token === undefined ? null : [token.id] } : {}),
  });
  const deltas = (pieces: readonly ChannelText[]) =>
    pieces
      .filter(({ channel }) => channel === 'answer' || request.includeReasoning)
      .map(({ channel, text }) => (channel === 'answer' ? { content: text } : { reasoning: text }));
  return {
    first: () => chunk([choice({ role: 'assistant', content: '' })]),
    token: (token, pieces) => {
      const [first = {}, ...rest] = deltas(pieces);
      return [chunk([choice(first, token)]), ...rest.map((delta) => chunk([choice(delta)]))];
    },
    last: (pieces, finish) => [
      ...deltas(pieces).map((delta) => chunk([choice(delta)])),
      chunk([choice({}, undefined, finish)]),
    ],
    usage: (usage) => chunk([], usage),
  };
}

/** An answer that is sent whole, in the shape of `chat.completion`. */
export function wholeAnswer(
  answer: AnswerIdentity,
  request: ChatRequest,
  said: {
    readonly tokens: readonly ComputedToken[];
    readonly pieces: readonly ChannelText[];
    readonly finish: FinishReason;
    readonly usage: Usage;
  },
) {
  const textOf = (channel: ChannelText['channel']) =>
    said.pieces
      .filter((piece) => piece.channel === channel)
      .map(({ text }) => text)
      .join('');
  return {
    id: answer.id,
    object: 'chat.completion',
    created: answer.created,
    model: answer.model,
    choices: [
      {
        index: 0,
        message: {
          role: 'assistant',
          content: textOf('answer'),
          ...(request.includeReasoning ? { reasoning: textOf('thinking') } : {}),
        },
        logprobs:
          request.topLogprobs === undefined ? null : { content: said.tokens.map(tokenLogprob) },
        finish_reason: said.finish,
        ...(request.includeTokenIds ? { token_ids: said.tokens.map(({ id }) => id) } : {}),
      },
    ],
    usage: said.usage,
  };
}
