import { join } from 'node:path';
import { createChatHandler } from '@/lib/engine/served/chat-handler';
import type { ChatServer } from '@/lib/engine/served/chat-server';
import { takeClientAddresses } from '@/lib/engine/served/client-address';
import { readConfiguration, type ServerConfiguration } from '@/lib/engine/served/configuration';
import { createGuard } from '@/lib/engine/served/guard';
import { createServerMetrics } from '@/lib/engine/served/metrics';
import { configuredModel } from '@/lib/engine/served/open-model';
import { createQueue } from '@/lib/engine/served/queue';
import { upstreamTarget } from '@/lib/engine/upstream/call-upstream';
import {
  createUpstreamHandlers,
  type UpstreamHandlers,
} from '@/lib/engine/upstream/upstream-handlers';
import { createChannelSplit } from '@/lib/trace/split-channels';

/** Everything behind the routes of `/api/v1`; one of it in a process. */
export interface ApiServer extends ChatServer {
  /** Seconds since 1970. */
  readonly startedAt: number;
  readonly chat: (request: Request) => Promise<Response>;
  readonly upstreams: UpstreamHandlers;
}

/** Puts the server together. Throws an `Error` where a key that the configuration names is not in the environment. */
export function createApiServer(
  configuration: ServerConfiguration,
  environment: Readonly<Record<string, string | undefined>>,
  publicFolder: string,
): ApiServer {
  const now = () => performance.now();
  const { keyVariable, requestsPerMinute, waiting, bodyBytes } = configuration;
  const key = keyVariable === undefined ? undefined : environment[keyVariable];
  if (keyVariable !== undefined && !key) throw new Error(`${keyVariable} is not set`);
  const server: ChatServer = {
    model: configuredModel(configuration, publicFolder),
    queue: createQueue(waiting),
    guard: createGuard({ requestsPerMinute, ...(key === undefined ? {} : { key }) }, now),
    metrics: createServerMetrics(),
    bodyBytes,
    createSplitter: createChannelSplit,
    now,
  };
  const targets = configuration.upstreams.map((upstream) => upstreamTarget(upstream, environment));
  return {
    ...server,
    startedAt: Math.floor(Date.now() / 1000),
    chat: createChatHandler(server),
    upstreams: createUpstreamHandlers({ ...server, targets }),
  };
}

declare global {
  // Each route may be bundled with a copy of this module of its own, and there must be one model and one queue.
  var rationaleApiServer: ApiServer | undefined;
}

/** The server of this process, put together once. Throws an `Error` where its configuration is unusable. */
export function apiServer(): ApiServer {
  globalThis.rationaleApiServer ??= fromEnvironment();
  return globalThis.rationaleApiServer;
}

function fromEnvironment(): ApiServer {
  const configuration = readConfiguration(process.env);
  if (!configuration.ok) {
    throw new Error(`${configuration.fault.message} ${configuration.fault.remedy}`);
  }
  takeClientAddresses(configuration.value.proxies);
  return createApiServer(configuration.value, process.env, join(process.cwd(), 'public'));
}
