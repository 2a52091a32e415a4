import { createHmac, randomBytes } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import {
  errorObject,
  invalidRequest,
  RefusalError,
  refusalOf,
  refusalResponse,
} from '../served/error-object';
import { EVENT_STREAM_HEADERS } from '../served/event-stream';
import { clientOf, type Guard } from '../served/guard';
import type { ServerMetrics } from '../served/metrics';
import { readJsonBody } from '../served/request-body';
import { listedModels, refusalOfSilence, requireKind, throwForStatus } from './answers';
import { callUpstream, type UpstreamCall, type UpstreamTarget } from './call-upstream';
import { readShort, relayBody } from './relay-body';
import { passedRequest } from './upstream-request';

/** What relaying to upstreams takes. */
export interface UpstreamServer {
  readonly targets: readonly UpstreamTarget[];
  readonly guard: Guard;
  readonly metrics: ServerMetrics;
  readonly bodyBytes: number;
}

/** The answers to requests about upstreams. A client chooses a name of the configuration and nothing else. */
export interface UpstreamHandlers {
  /** Names and models, without addresses and keys. */
  list(): Response;
  chat(name: string, request: Request): Promise<Response>;
  models(name: string, request: Request): Promise<Response>;
  /** 200 where the upstream answers with one of its models, otherwise the refusal that says why not. */
  health(name: string, request: Request): Promise<Response>;
}

const MOST_LIST_BYTES = 1 << 20;

/** Handlers over the configured upstreams. */
export function createUpstreamHandlers(server: UpstreamServer): UpstreamHandlers {
  const targets = new Map(server.targets.map((target) => [target.configuration.name, target]));
  const slots = new Map(server.targets.map((target) => [target, { taken: 0 }]));
  const saltKey = randomBytes(32);

  const answered = async (route: string, answer: () => Promise<Response>): Promise<Response> => {
    const response = await answer().catch((error: unknown) => refusalResponse(refusalOf(error)));
    server.metrics.countRequest(route, response.status);
    return response;
  };

  function targetOf(name: string): UpstreamTarget {
    const target = targets.get(name);
    if (target !== undefined) return target;
    throw new RefusalError(
      invalidRequest('There is no upstream of this name.', {
        code: 'upstream_unknown',
        status: 404,
      }),
    );
  }

  /** Takes one of the calls that an upstream may have at a time; the result gives it back, once. */
  function takeSlot(target: UpstreamTarget): () => void {
    const slot = slots.get(target) ?? { taken: 0 };
    const { concurrent, title } = target.configuration;
    if (slot.taken >= concurrent) {
      throw new RefusalError({
        status: 503,
        type: 'overloaded_error',
        code: 'upstream_full',
        message: `${title} has its ${concurrent} calls; ask again in a moment.`,
        retryAfter: 2,
      });
    }
    slot.taken += 1;
    let free = false;
    return () => {
      if (!free) slot.taken -= 1;
      free = true;
    };
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

  async function relayChat(target: UpstreamTarget, request: Request): Promise<Response> {
    const { models, saltCache, idleSeconds } = target.configuration;
    const salt = createHmac('sha256', saltKey).update(clientOf(request)).digest('base64url');
    const body = await readJsonBody(request, server.bodyBytes);
    const passed = passedRequest(body, models, saltCache ? salt : undefined);
    const requestId = requestIdOf(request);
    const giveBack = takeSlot(target);
    request.signal.addEventListener('abort', giveBack, { once: true });
    try {
      const response = await call(
        target,
        {
          path: 'chat/completions',
          body: passed.body,
          stream: passed.stream,
          ...(requestId === undefined ? {} : { requestId }),
        },
        request.signal,
      );
      const words = passed.stream ? brokenStream(target) : () => '';
      const relayed = relayBody(response, idleSeconds, words, giveBack);
      return new Response(relayed, {
        headers: passed.stream ? EVENT_STREAM_HEADERS : JSON_HEADERS,
      });
    } catch (error) {
      giveBack();
      throw error;
    }
  }

  async function modelsOf(target: UpstreamTarget, request: Request) {
    const giveBack = takeSlot(target);
    try {
      const response = await call(target, { path: 'models', stream: false }, request.signal);
      const { idleSeconds } = target.configuration;
      return listedModels(await readShort(response, MOST_LIST_BYTES, idleSeconds), target);
    } finally {
      giveBack();
    }
  }

  return {
    list() {
      const upstreams = server.targets.map(({ configuration: { name, title, models } }) => ({
        ...{ name, title, models },
      }));
      return Response.json({ upstreams }, { headers: JSON_HEADERS });
    },
    chat: (name, request) =>
      answered('upstream-chat', async () => {
        server.guard.admit(request);
        return relayChat(targetOf(name), request);
      }),
    models: (name, request) =>
      answered('upstream-models', async () => {
        server.guard.admit(request);
        const data = await modelsOf(targetOf(name), request);
        return Response.json({ object: 'list', data }, { headers: JSON_HEADERS });
      }),
    health: (name, request) =>
      answered('upstream-health', async () => {
        server.guard.admit(request);
        const models = (await modelsOf(targetOf(name), request)).map(({ id }) => id);
        const status = models.length > 0 ? 200 : 503;
        return Response.json(
          { status: status === 200 ? 'ok' : 'no configured model is loaded', models },
          { status, headers: JSON_HEADERS },
        );
      }),
  };
}

const JSON_HEADERS = { 'content-type': 'application/json', 'cache-control': 'no-store' };

/** The only header of a client that is passed on: a word by which it finds its request in the upstream's log. */
function requestIdOf(request: Request): string | undefined {
  return /^[\w-]{1,64}$/.exec(request.headers.get('x-request-id') ?? '')?.[0];
}

/** The event that ends a stream which its upstream did not end. */
function brokenStream({ configuration }: UpstreamTarget): (end: 'idle' | 'broken') => string {
  return (end) => {
    const message =
      end === 'idle'
        ? `${configuration.title} fell silent for ${configuration.idleSeconds} s.`
        : `${configuration.title} broke off in the middle of its answer.`;
    const refusal = {
      status: 502,
      type: 'server_error',
      code: `upstream_${end}`,
      message,
    } as const;
    return `\n\ndata: ${JSON.stringify(errorObject(refusal))}\n\n`;
  };
}
