import type { CaseReading } from '@/lib/case/case';
import { parseCase } from '@/lib/case/parse-case';
import { readCase } from '@/lib/case/read-case';
import type {
  Engine,
  EngineEvent,
  GenerateRequest,
  StopReason,
  TokenEvent,
} from '@/lib/engine/engine';
import { FaultError } from '@/lib/text/outcome';
import { TEST_MANIFEST } from '@/lib/trace/testing';

/** The case that the outputs in lib/trace/testing.ts are about. */
export const INFLUENZA_CASE =
  'A 34-year-old woman has a fever and chills. She has no cough. There is no swelling of her calves. She has muscle pain.';

/** Reads a case that is known to be valid. */
export function readingOf(text: string, options: readonly string[] = []): CaseReading {
  const parsed = parseCase({
    text,
    ...(options.length === 0 ? {} : { question: 'What is the most likely diagnosis?' }),
    options: options.map((option, index) => ({
      letter: String.fromCharCode(65 + index),
      text: option,
    })),
  });
  if (!parsed.ok) {
    throw new FaultError(parsed.fault);
  }
  return readCase(parsed.value);
}

/** Tokens of a text, each of the same length; `logprobs` by the text of the token, else -0.05. */
export function tokensOf(
  text: string,
  size: number,
  logprobs: Readonly<Record<string, number>> = {},
): readonly TokenEvent[] {
  const tokens: TokenEvent[] = [];
  for (let start = 0; start < text.length; start += size) {
    const part = text.slice(start, start + size);
    tokens.push({
      index: tokens.length,
      id: tokens.length,
      text: part,
      logprob: logprobs[part] ?? -0.05,
      alternatives: [],
      entropy: 0.1,
    });
  }
  return tokens;
}

/**
 * An engine that says the given tokens, from where the request goes on; `failsAt` makes it fail there, and an aborted signal
 * stops it, as does the budget.
 */
export function scriptedEngine(
  tokens: readonly TokenEvent[],
  ending: { readonly failsAt?: number; readonly stop?: StopReason } = {},
): Engine {
  async function* generate(
    request: GenerateRequest,
    signal: AbortSignal,
  ): AsyncGenerator<EngineEvent> {
    const timings = { prefill: 1, decode: 2 };
    if (ending.failsAt === 0) {
      throw new FaultError({ code: 'engine-failed', message: 'Broken.', remedy: 'Try again.' });
    }
    yield { type: 'prompt', tokens: 5 };
    for (const token of tokens.slice(request.said?.length)) {
      if (signal.aborted || token.index >= request.maxTokens) {
        yield { type: 'stop', reason: signal.aborted ? 'stopped' : 'length', timings };
        return;
      }
      if (token.index === ending.failsAt) {
        throw new FaultError({ code: 'device-lost', message: 'Lost.', remedy: 'Try again.' });
      }
      yield { type: 'token', token };
    }
    yield { type: 'stop', reason: ending.stop ?? 'end', timings };
  }
  return {
    description: TEST_MANIFEST.engine,
    countTokens: async (text) => text.length,
    generate,
    score: async () => [],
    dispose: async () => {},
  };
}
