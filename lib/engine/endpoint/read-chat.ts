import { FaultError } from '@/lib/text/outcome';
import type { StopReason, TokenEvent } from '../engine';
import { alignTokens, type Piece } from './align-tokens';
import type { ChatChunk } from './chat-chunk';
import { filtered, interrupted, serverFailed, unreadable } from './faults';

/**
 * What servers call the end of an answer. `length`: OpenAI, vLLM, SGLang, llama.cpp, Ollama, TGI; `max_tokens` and
 * `model_length`: gateways to Anthropic and Mistral. `content_filter`: OpenAI. `abort`: vLLM and SGLang when the request was
 * given up; `error`: Mistral, OpenRouter. Every other word (`stop`, `eos_token`, `stop_sequence`, `end_turn`, `tool_calls`,
 * one not yet thought of) says that the model ended.
 */
const FINISHES: Readonly<Record<string, 'length' | 'filtered' | 'failed'>> = {
  length: 'length',
  max_tokens: 'length',
  model_length: 'length',
  content_filter: 'filtered',
  abort: 'failed',
  error: 'failed',
};

export interface ChatReader {
  /** The tokens that one event of the stream says. Throws `FaultError` when it says that the server failed. */
  push(chunk: ChatChunk): readonly TokenEvent[];
  /** Whether the server said why the answer ended; it may still say how long the prompt was. */
  readonly finished: boolean;
  /** Whether the server said that nothing more comes. */
  readonly done: boolean;
  /** Tokens of the prompt, once the server said. */
  readonly promptTokens: number | undefined;
  /** Why the answer ended. Throws `FaultError` when the stream ended before the answer did. */
  stop(): StopReason;
}

/**
 * Reads an answer event by event; `where` names the server in a fault. Text is thinking or answer by the field it comes in
 * once any came in a field for reasoning; until then the marks in the text decide, as for a server without a reasoning
 * parser. Within one event, reasoning comes before content.
 */
export function createChatReader(where: string): ChatReader {
  let separated = false;
  let index = 0;
  let finish: string | undefined;
  let done = false;
  let promptTokens: number | undefined;

  function piecesOf(reasoning: string, content: string): readonly Piece[] {
    if (reasoning !== '') separated = true;
    return [
      { text: reasoning, channel: 'thinking' },
      { text: content, ...(separated ? { channel: 'answer' as const } : {}) },
    ];
  }

  return {
    get finished() {
      return finish !== undefined;
    },
    get done() {
      return done;
    },
    get promptTokens() {
      return promptTokens;
    },
    push(chunk) {
      switch (chunk.type) {
        case 'done':
          done = true;
          return [];
        case 'error':
          throw new FaultError(serverFailed(where, chunk.said));
        case 'unreadable':
          throw new FaultError(unreadable(where, chunk.said));
        case 'delta': {
          finish = chunk.finish ?? finish;
          promptTokens = chunk.promptTokens ?? promptTokens;
          const tokens = alignTokens(piecesOf(chunk.reasoning, chunk.content), chunk.scored);
          return tokens.map((token) => {
            const placed = { index, ...token };
            index += 1;
            return placed;
          });
        }
      }
    },
    stop() {
      if (finish === undefined) {
        if (done) return 'end';
        throw new FaultError(
          interrupted(where, 'it closed without saying that the answer had ended'),
        );
      }
      const meaning = Object.hasOwn(FINISHES, finish) ? FINISHES[finish] : undefined;
      if (meaning === 'filtered') throw new FaultError(filtered(where));
      if (meaning === 'failed') throw new FaultError(serverFailed(where, `"${finish}"`));
      return meaning ?? 'end';
    },
  };
}
