import { FaultError } from '@/lib/text/outcome';
import type { EngineEvent } from '../engine';
import { type ChatRequest, conceded } from './chat-request';
import type { EndpointConnection } from './connection';
import { exchange, placeOf, refusalOf, serverName } from './exchange';
import { busy, refused } from './faults';
import { type EndpointSurroundings, pause } from './surroundings';

type Waiting = Extract<EngineEvent, { type: 'waiting' }>;

/** 429: OpenAI, TGI, gateways. 503: llama.cpp while it loads the model, this application's own endpoint, proxies. */
const BUSY: ReadonlySet<number> = new Set([429, 503]);

/** The first wait for a server that does not say how long; each further one is twice as long. Milliseconds. */
const FIRST_WAIT = 1_000;
const LONGEST_WAIT = 30_000;

/**
 * Asks for a chat completion and gives the answer as it begins. A server without room is asked again for as long as
 * `patience.busy` allows, each wait told before it is waited; nothing was generated until then, so that nothing can be said
 * twice. Throws `FaultError` when the server refuses.
 */
export async function* askChat(
  connection: EndpointConnection,
  surroundings: EndpointSurroundings,
  body: ChatRequest,
  signal: AbortSignal,
): AsyncGenerator<Waiting, Response, undefined> {
  const { patience } = surroundings;
  const where = serverName(connection);
  let asked = body;
  let waited = 0;
  for (let attempt = 0; ; attempt += 1) {
    const address = placeOf(connection, '/chat/completions');
    const request = { address, body: asked, limit: patience.beginning };
    const response = await exchange(connection, surroundings, request, signal);
    if (response.ok) return response;
    const said = await refusalOf(response, patience.short);
    if (BUSY.has(response.status)) {
      const wanted = retryAfter(response.headers);
      const wait = wanted ?? Math.min(LONGEST_WAIT, FIRST_WAIT * 2 ** attempt);
      if (waited + wait > patience.busy) {
        throw new FaultError(busy(where, said, wanted === undefined ? undefined : wanted / 1000));
      }
      yield { type: 'waiting', milliseconds: wait, because: said };
      await pause(wait, signal);
      signal.throwIfAborted();
      waited += wait;
      continue;
    }
    const less =
      response.status === 400 || response.status === 422 ? conceded(asked, said) : undefined;
    if (less === undefined) throw new FaultError(refused(where, response.status, said));
    asked = less;
  }
}

/**
 * Milliseconds that a server asks for, as seconds or as a date (RFC 9110, 10.2.3); undefined where it asks for none. A date
 * is held against the server's own, so that this device's clock need not be right.
 */
export function retryAfter(headers: Headers): number | undefined {
  const given = headers.get('retry-after')?.trim();
  if (given === undefined || given === '') return undefined;
  if (/^\d{1,9}(?:\.\d{1,9})?$/.test(given)) return Number(given) * 1000;
  const difference = Date.parse(given) - Date.parse(headers.get('date') ?? '');
  return Number.isNaN(difference) ? undefined : Math.max(0, difference);
}
