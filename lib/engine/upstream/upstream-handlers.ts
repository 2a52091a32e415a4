import { randomBytes } from 'node:crypto';
import { invalidRequest, RefusalError, refusalOf, refusalResponse } from '../served/error-object';
import type { Guard } from '../served/guard';
import type { ServerMetrics } from '../served/metrics';
import type { UpstreamTarget } from './call-upstream';
import { JSON_HEADERS, modelsOf, type RelayContext, relayChat } from './relay-chat';
import { createSlots } from './slots';

/** What relaying to upstreams takes. */
export interface UpstreamServer {
  readonly targets: readonly UpstreamTarget[];
  readonly guard: Guard;
  readonly metrics: ServerMetrics;
  readonly bodyBytes: number;
}

/** Answers a request about the upstream of this name. */
export type UpstreamHandler = (name: string, request: Request) => Promise<Response>;

/** The answers to requests about upstreams. A client chooses a name of the configuration and nothing else. */
export interface UpstreamHandlers {
  /** Names and models, without addresses and keys. */
  list(): Response;
  readonly chat: UpstreamHandler;
  readonly models: UpstreamHandler;
  /** 200 where the upstream lists one of its models, otherwise the refusal that says why not. */
  readonly health: UpstreamHandler;
}

/** Handlers over the configured upstreams. */
export function createUpstreamHandlers(server: UpstreamServer): UpstreamHandlers {
  const { bodyBytes } = server;
  const context: RelayContext = { slots: createSlots(), bodyBytes, saltKey: randomBytes(32) };
  const handler = handlerFactory(server);
  return {
    list: () => listOf(server.targets),
    chat: handler('upstream-chat', (target, request) => relayChat(target, request, context)),
    models: handler('upstream-models', async (target, request) => {
      const data = await modelsOf(target, request, context.slots);
      return Response.json({ object: 'list', data }, { headers: JSON_HEADERS });
    }),
    health: handler('upstream-health', async (target, request) => {
      const models = (await modelsOf(target, request, context.slots)).map(({ id }) => id);
      const status = models.length > 0 ? 200 : 503;
      return Response.json(
        { status: status === 200 ? 'ok' : 'no configured model is loaded', models },
        { status, headers: JSON_HEADERS },
      );
    }),
  };
}

function listOf(targets: readonly UpstreamTarget[]): Response {
  const upstreams = targets.map(({ configuration: { name, title, models } }) => {
    return { name, title, models };
  });
  return Response.json({ upstreams }, { headers: JSON_HEADERS });
}

/** Makes handlers that admit the client, find the upstream by its exact name, tell every failure, and are counted. */
function handlerFactory({ targets, guard, metrics }: UpstreamServer) {
  const byName = new Map(targets.map((target) => [target.configuration.name, target]));
  return (
    route: string,
    answer: (target: UpstreamTarget, request: Request) => Promise<Response>,
  ): UpstreamHandler => {
    const answered = async (name: string, request: Request) => {
      guard.admit(request);
      const target = byName.get(name);
      if (target !== undefined) return answer(target, request);
      const unknown = { code: 'upstream_unknown', status: 404 };
      throw new RefusalError(invalidRequest('There is no upstream of this name.', unknown));
    };
    return async (name, request) => {
      const response = await answered(name, request).catch((error: unknown) =>
        refusalResponse(refusalOf(error)),
      );
      metrics.countRequest(route, response.status);
      return response;
    };
  };
}
