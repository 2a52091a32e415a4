import { z } from 'zod';
import { FaultError } from '@/lib/text/outcome';
import { parsedJson } from './chat-chunk';
import type { EndpointConnection } from './connection';
import { askContextLength } from './context-length';
import { beginningOf, exchange, isWebPage, placeOf, refusalOf, serverName } from './exchange';
import { notAnEndpoint, refused } from './faults';
import { SERVER_FAMILIES, type ServerFamily, type ServerFamilyId } from './server-families';
import type { EndpointSurroundings } from './surroundings';

/** A model that a server offers. */
export interface OfferedModel {
  readonly id: string;
  /** Tokens of prompt and answer together, where the server says. */
  readonly contextLength?: number;
}

/** What a server says of itself. */
export interface ServerDescription {
  readonly family: ServerFamily;
  /** Empty where the server has no list of models. */
  readonly models: readonly OfferedModel[];
  /** Tokens of prompt and answer together for the connection's model, where the server says. */
  readonly contextLength?: number;
}

const modelSchema = z.object({
  id: z.string(),
  owned_by: z.string().nullish(),
  // vLLM and SGLang.
  max_model_len: z.int().positive().nullish(),
  // llama.cpp since it tells what one slot has; before, `meta` had the context of training alone.
  meta: z.object({ n_ctx: z.int().positive().nullish() }).nullish(),
});
const listSchema = z.object({ data: z.array(modelSchema).nullish() });

type ListedModel = z.infer<typeof modelSchema>;

/**
 * How a list of models tells which server gave it. `owned_by` is `vllm` (`vllm/entrypoints/openai/engine/protocol.py`),
 * `sglang` (`python/sglang/srt/entrypoints/openai/protocol.py`), `llamacpp` (`tools/server/server-context.cpp`), the name of the
 * library's user for Ollama (`openai/openai.go`, `ToModel`: "library" for its own) and the model's own name for TGI
 * (`router/src/server.rs`).
 */
function familyOf({ id, owned_by }: ListedModel): ServerFamilyId {
  switch (owned_by) {
    case 'vllm':
      return 'vllm';
    case 'sglang':
      return 'sglang';
    case 'llamacpp':
      return 'llama.cpp';
    case 'library':
      return 'ollama';
    default:
      return owned_by === id ? 'tgi' : 'other';
  }
}

/**
 * Asks a server for its models and reads from them what kind of server it is. A server without such a list (404, 405) is
 * described as far as the connection says. Throws `FaultError` when it cannot be reached or does not let one in.
 */
export async function describeServer(
  connection: EndpointConnection,
  surroundings: EndpointSurroundings,
  signal: AbortSignal,
): Promise<ServerDescription> {
  const where = serverName(connection);
  const limit = surroundings.patience.short;
  const address = placeOf(connection, '/models');
  const response = await exchange(connection, surroundings, { address, limit }, signal);
  if (response.status === 404 || response.status === 405) {
    await beginningOf(response, limit);
    return { family: SERVER_FAMILIES[connection.server ?? 'other'], models: [] };
  }
  if (!response.ok) {
    throw new FaultError(refused(where, response.status, await refusalOf(response, limit)));
  }
  const text = await beginningOf(response, limit);
  const list = listSchema.safeParse(parsedJson(text));
  if (!list.success) {
    throw new FaultError(notAnEndpoint(where, isWebPage(response) ? 'a web page' : text));
  }
  const listed = list.data.data ?? [];
  const own = listed.find(({ id }) => id === connection.model) ?? listed[0];
  const family = connection.server ?? (own === undefined ? 'other' : familyOf(own));
  const contextLength =
    own?.max_model_len ??
    own?.meta?.n_ctx ??
    (await askContextLength(connection, family, surroundings, signal));
  return {
    family: SERVER_FAMILIES[family],
    models: listed.map(offeredModel),
    ...(contextLength == null ? {} : { contextLength }),
  };
}

function offeredModel({ id, max_model_len }: ListedModel): OfferedModel {
  return { id, ...(max_model_len == null ? {} : { contextLength: max_model_len }) };
}
