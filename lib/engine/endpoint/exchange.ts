import { FaultError } from '@/lib/text/outcome';
import { errorWords, parsedJson } from './chat-chunk';
import type { EndpointConnection } from './connection';
import { redirected, silent, unreachable } from './faults';
import { type EndpointSurroundings, within } from './surroundings';

/** How much of an answer is read where only its first words are wanted; UTF-16 code units, about. */
const MOST_READ = 64 * 1024;

/** One request to an endpoint. */
export interface EndpointRequest {
  /** Where; see `placeOf` and `rootOf`. */
  readonly address: string;
  /** Sent as JSON with POST; a GET without it. */
  readonly body?: unknown;
  /** Milliseconds until the answer has to begin. */
  readonly limit: number;
}

/** The address of one of the endpoint's interfaces: `placeOf(connection, '/models')`. */
export function placeOf({ baseUrl }: EndpointConnection, path: string): string {
  return `${baseUrl}${path}`;
}

/** The address of an interface that the server has beside `/v1`: `rootOf(connection, '/health')`. */
export function rootOf({ baseUrl }: EndpointConnection, path: string): string {
  return `${baseUrl.replace(/\/v1$/, '')}${path}`;
}

/** The server as it is named in a fault. */
export function serverName({ baseUrl }: EndpointConnection): string {
  return URL.canParse(baseUrl) ? new URL(baseUrl).host : baseUrl;
}

/**
 * Sends one request and waits until its answer begins. No cookie and no referrer goes along, nothing is cached, and a
 * redirect is not followed: a case goes to the address that the person named and to no other. Throws `FaultError`, or what
 * `fetch` throws when the signal is aborted.
 */
export async function exchange(
  connection: EndpointConnection,
  { fetch }: EndpointSurroundings,
  { address, body, limit }: EndpointRequest,
  signal: AbortSignal,
): Promise<Response> {
  const where = serverName(connection);
  const giveUp = new AbortController();
  const sent = fetch(address, {
    method: body === undefined ? 'GET' : 'POST',
    headers: {
      accept: body === undefined ? 'application/json' : 'text/event-stream, application/json',
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      ...(connection.key === undefined ? {} : { authorization: `Bearer ${connection.key}` }),
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    redirect: 'manual',
    credentials: 'omit',
    referrerPolicy: 'no-referrer',
    cache: 'no-store',
    signal: AbortSignal.any([signal, giveUp.signal]),
  });
  let response: Response;
  try {
    response = await within(sent, limit, () => {
      giveUp.abort();
      return new FaultError(silent(where, limit));
    });
  } catch (error) {
    if (error instanceof FaultError || signal.aborted) throw error;
    throw new FaultError(unreachable(where, reasonOf(error)));
  }
  if (response.type === 'opaqueredirect' || (response.status >= 300 && response.status < 400)) {
    throw new FaultError(redirected(where));
  }
  return response;
}

/** Why a connection failed, as far as the platform says: Node keeps it in the cause of a cause, a browser says nothing. */
export function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return '';
  const { cause } = error;
  if (cause instanceof Error) {
    const code: unknown = Reflect.get(cause, 'code');
    return typeof code === 'string' ? `${cause.message} (${code})` : cause.message;
  }
  return error.message;
}

/** The words with which a server refuses: those of its error object, else the beginning of what it sent. */
export async function refusalOf(response: Response, limit: number): Promise<string> {
  const text = await beginningOf(response, limit);
  const words = errorWords(parsedJson(text));
  if (words !== undefined) return words;
  return isWebPage(response) ? '' : text;
}

/** Whether the answer is a page for people: the address leads somewhere else than to the endpoint. */
export function isWebPage(response: Response): boolean {
  return /\bhtml\b/i.test(response.headers.get('content-type') ?? '');
}

/** The beginning of an answer's text; what cannot be read, or takes longer than so many milliseconds, is left out. */
export async function beginningOf(response: Response, limit: number): Promise<string> {
  const reader = response.body?.getReader();
  if (reader === undefined) return '';
  const decoder = new TextDecoder();
  let text = '';
  try {
    while (text.length < MOST_READ) {
      const { done, value } = await within(reader.read(), limit, () => new Error('late'));
      if (done) break;
      text += decoder.decode(value, { stream: true });
    }
  } catch {
    return text;
  } finally {
    await reader.cancel().catch(() => undefined);
  }
  return text;
}
