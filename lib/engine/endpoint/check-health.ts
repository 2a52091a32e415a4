import { FaultError } from '@/lib/text/outcome';
import type { EndpointConnection } from './connection';
import { beginningOf, exchange, placeOf, rootOf } from './exchange';
import type { ServerFamilyId } from './server-families';
import type { EndpointSurroundings } from './surroundings';

/** What a server says of how it is. */
export type Health = 'well' | 'not-ready' | 'not-told';

/**
 * Asks a server whether it is well. vLLM, SGLang, llama.cpp and TGI tell it at `/health` beside `/v1` and answer 503 while
 * they are not ready (llama.cpp while it loads the model, tools/server/README.md); this application's own endpoint tells it
 * within `/v1`, Ollama nowhere. Throws only what `fetch` throws when the signal is aborted.
 */
export async function checkHealth(
  connection: EndpointConnection,
  family: ServerFamilyId,
  surroundings: EndpointSurroundings,
  signal: AbortSignal,
): Promise<Health> {
  if (family === 'ollama') return 'not-told';
  const limit = surroundings.patience.short;
  const address =
    family === 'other' ? placeOf(connection, '/health') : rootOf(connection, '/health');
  try {
    const response = await exchange(connection, surroundings, { address, limit }, signal);
    await beginningOf(response, limit);
    if (response.ok) return 'well';
    return response.status === 503 ? 'not-ready' : 'not-told';
  } catch (error) {
    // A page may not be let in here although the server answers it elsewhere.
    if (error instanceof FaultError) return 'not-told';
    throw error;
  }
}
