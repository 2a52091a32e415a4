import { z } from 'zod';
import { FaultError } from '@/lib/text/outcome';
import { parsedJson } from './chat-chunk';
import type { EndpointConnection } from './connection';
import { beginningOf, exchange, rootOf } from './exchange';
import type { ServerFamilyId } from './server-families';
import type { EndpointSurroundings } from './surroundings';

interface Place {
  readonly path: string;
  readonly tokens: z.ZodType<number>;
}

const count = z.int().positive();

/**
 * Where a server tells its context beside the list of models. llama.cpp: what one slot has, which is `-c` divided by the
 * number of slots (`tools/server/server-context.cpp`, `get_props`); TGI: `--max-total-tokens` (`router/src/lib.rs`, `Info`).
 */
const PLACES: Partial<Readonly<Record<ServerFamilyId, Place>>> = {
  'llama.cpp': {
    path: '/props',
    tokens: z
      .object({ default_generation_settings: z.object({ n_ctx: count }) })
      .transform((props) => props.default_generation_settings.n_ctx),
  },
  tgi: {
    path: '/info',
    tokens: z.object({ max_total_tokens: count }).transform((info) => info.max_total_tokens),
  },
};

/** Tokens of prompt and answer together; undefined where the server does not tell, or not to this page. */
export async function askContextLength(
  connection: EndpointConnection,
  family: ServerFamilyId,
  surroundings: EndpointSurroundings,
  signal: AbortSignal,
): Promise<number | undefined> {
  const place = PLACES[family];
  if (place === undefined) return undefined;
  const limit = surroundings.patience.short;
  const address = rootOf(connection, place.path);
  try {
    const response = await exchange(connection, surroundings, { address, limit }, signal);
    const parsed = place.tokens.safeParse(parsedJson(await beginningOf(response, limit)));
    return response.ok && parsed.success ? parsed.data : undefined;
  } catch (error) {
    // The answer is worth having, not worth failing for: some servers tell it only to their operator.
    if (error instanceof FaultError) return undefined;
    throw error;
  }
}
