import { createHmac } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import { errorObject } from '../served/error-object';
import { EVENT_STREAM_HEADERS } from '../served/event-stream';
import { clientOf } from '../served/guard';
import { readJsonBody } from '../served/request-body';
import { listedModels, refusalOfSilence, requireKind, throwForStatus } from './answers';
import { callUpstream, type UpstreamCall, type UpstreamTarget } from './call-upstream';
import { readShort, relayBody } from './relay-body';
import type { Slots } from './slots';
import { passedRequest } from './upstream-request';

export const JSON_HEADERS = { 'content-type': 'application/json', 'cache-control': 'no-store' };

const MOST_LIST_BYTES = 1 << 20;

/** What relaying takes beyond the upstream itself. */
export interface RelayContext {
  readonly slots: Slots;
  readonly bodyBytes: number;
  /** From which the cache salts of clients are made; new at each start. */
  readonly saltKey: Uint8Array;
}

/** Passes a conversation on and its answer back. Throws `RefusalError`; a client that goes away ends the upstream's call. */
export async function relayChat(
  target: UpstreamTarget,
  request: Request,
  { slots, bodyBytes, saltKey }: RelayContext,
): Promise<Response> {
  const { models, saltCache, idleSeconds } = target.configuration;
  const salt = createHmac('sha256', saltKey).update(clientOf(request)).digest('base64url');
  const body = await readJsonBody(request, bodyBytes);
  const passed = passedRequest(body, models, saltCache ? salt : undefined);
  const requestId = requestIdOf(request);
  const giveBack = slots.take(target);
  request.signal.addEventListener('abort', giveBack, { once: true });
  try {
    const asked: UpstreamCall = {
      path: 'chat/completions',
      body: passed.body,
      stream: passed.stream,
      ...(requestId === undefined ? {} : { requestId }),
    };
    const response = await call(target, asked, request.signal);
    const words = passed.stream ? brokenStream(target) : () => '';
    const relayed = relayBody(response, idleSeconds, words, giveBack);
    return new Response(relayed, { headers: passed.stream ? EVENT_STREAM_HEADERS : JSON_HEADERS });
  } catch (error) {
    giveBack();
    throw error;
  }
}

/** The configured models that an upstream lists at the moment. Throws `RefusalError`. */
export async function modelsOf(target: UpstreamTarget, request: Request, slots: Slots) {
  const giveBack = slots.take(target);
  try {
    const response = await call(target, { path: 'models', stream: false }, request.signal);
    const { idleSeconds } = target.configuration;
    return listedModels(await readShort(response, MOST_LIST_BYTES, idleSeconds), target);
  } finally {
    giveBack();
  }
}

async function call(
  target: UpstreamTarget,
  asked: UpstreamCall,
  signal: AbortSignal,
): Promise<IncomingMessage> {
  const response = await callUpstream(target, asked, signal).catch((error: unknown) => {
    throw refusalOfSilence(error, target);
  });
  await throwForStatus(response, target);
  requireKind(response, asked.stream, target);
  return response;
}

/** The only header of a client that is passed on: a word by which it finds its request in the upstream's log. */
function requestIdOf(request: Request): string | undefined {
  return /^[\w-]{1,64}$/.exec(request.headers.get('x-request-id') ?? '')?.[0];
}

/** The event that ends a stream which its upstream did not end. */
function brokenStream({ configuration }: UpstreamTarget): (end: 'idle' | 'broken') => string {
  const { title, idleSeconds } = configuration;
  return (end) => {
    const message =
      end === 'idle'
        ? `${title} fell silent for ${idleSeconds} s.`
        : `${title} broke off in the middle of its answer.`;
    const code = `upstream_${end}`;
    const refusal = { status: 502, type: 'server_error', code, message } as const;
    return `\n\ndata: ${JSON.stringify(errorObject(refusal))}\n\n`;
  };
}
