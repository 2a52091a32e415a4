import { z } from 'zod';
import { FaultError } from '@/lib/text/outcome';
import { parsedJson } from './chat-chunk';
import type { EndpointConnection } from './connection';
import { exchange, rootOf, serverName } from './exchange';
import { notSupported, silent } from './faults';
import type { ServerFamily, ServerFamilyId } from './server-families';
import { type EndpointSurroundings, within } from './surroundings';

interface Tokenizer {
  readonly body: (text: string, model: string) => unknown;
  readonly count: z.ZodType<number>;
}

const counted = z.object({ count: z.int().min(0) }).transform(({ count }) => count);

/**
 * `POST /tokenize` beside `/v1`, where a server has it. vLLM: `vllm/entrypoints/serve/tokenize`; SGLang:
 * `python/sglang/srt/entrypoints/openai/serving_tokenize.py`; llama.cpp: `tools/server/README.md`, which adds no special
 * tokens unless asked; TGI: `router/src/server.rs`. Ollama has none.
 */
const TOKENIZERS: Partial<Readonly<Record<ServerFamilyId, Tokenizer>>> = {
  vllm: {
    body: (prompt, model) => ({ model, prompt, add_special_tokens: false }),
    count: counted,
  },
  sglang: {
    body: (prompt, model) => ({ model, prompt, add_special_tokens: false }),
    count: counted,
  },
  'llama.cpp': {
    body: (content) => ({ content }),
    count: z.object({ tokens: z.array(z.unknown()) }).transform(({ tokens }) => tokens.length),
  },
  tgi: {
    body: (inputs) => ({ inputs, add_special_tokens: false }),
    count: z.array(z.unknown()).transform(({ length }) => length),
  },
};

/** Tokens of a text as the server counts them. Throws `FaultError` with `not-supported` where it cannot be asked. */
export async function countTokens(
  connection: EndpointConnection,
  family: ServerFamily,
  surroundings: EndpointSurroundings,
  text: string,
): Promise<number> {
  const tokenizer = TOKENIZERS[family.id];
  if (tokenizer === undefined) throw new FaultError(cannotCount(family));
  const { short: limit } = surroundings.patience;
  const body = tokenizer.body(text, connection.model);
  const address = rootOf(connection, '/tokenize');
  const { signal } = new AbortController();
  const response = await exchange(connection, surroundings, { address, body, limit }, signal);
  const late = () => new FaultError(silent(serverName(connection), limit));
  const answer = await within(response.text(), limit, late);
  const parsed = tokenizer.count.safeParse(parsedJson(answer));
  if (!response.ok || !parsed.success) throw new FaultError(cannotCount(family));
  return parsed.data;
}

function cannotCount({ name }: ServerFamily) {
  return notSupported(`have its tokens counted: ${name} does not answer that here`);
}
