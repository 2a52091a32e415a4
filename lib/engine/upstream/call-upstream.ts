import { type IncomingMessage, request as requestHttp } from 'node:http';
import { request as requestHttps } from 'node:https';
import type { UpstreamConfiguration } from './configuration';

/** One upstream, ready to be called: every address that is ever asked is fixed when the server starts. */
export interface UpstreamTarget {
  readonly configuration: UpstreamConfiguration;
  readonly key?: string;
  readonly addresses: Readonly<Record<UpstreamPath, URL>>;
}

/** What is asked of an upstream. */
export type UpstreamPath = 'chat/completions' | 'models';

/** The target of a configured upstream, with its key out of the environment. Throws an `Error` where the key is missing. */
export function upstreamTarget(
  configuration: UpstreamConfiguration,
  environment: Readonly<Record<string, string | undefined>>,
): UpstreamTarget {
  const { baseUrl, keyVariable, name } = configuration;
  const key = keyVariable === undefined ? undefined : environment[keyVariable];
  if (keyVariable !== undefined && !/^[\x21-\x7e]{1,4000}$/.test(key ?? '')) {
    throw new Error(`${keyVariable}, the key of the upstream ${name}, is not set or no plain word`);
  }
  const below = (path: UpstreamPath) => new URL(`${baseUrl.replace(/\/{1,5}$/, '')}/${path}`);
  return {
    configuration,
    ...(key === undefined ? {} : { key }),
    addresses: { 'chat/completions': below('chat/completions'), models: below('models') },
  };
}

export interface UpstreamCall {
  readonly path: UpstreamPath;
  /** JSON. With a body the call is a POST, without one a GET. */
  readonly body?: string;
  readonly stream: boolean;
  readonly requestId?: string;
}

/** The upstream did not answer, or not in time. */
export class UpstreamSilent extends Error {
  readonly kind: 'unreachable' | 'late';
  constructor(kind: 'unreachable' | 'late', message: string) {
    super(message);
    this.name = 'UpstreamSilent';
    this.kind = kind;
  }
}

/**
 * Calls an upstream and resolves to the beginning of its answer, whatever its status. Node's own client is used and not
 * `fetch`: it follows no redirect, keeps no cache, reads no proxy from the environment, and sends the headers given here and
 * no others. Throws `UpstreamSilent`; an aborted signal closes the connection at once, also later.
 */
export function callUpstream(
  target: UpstreamTarget,
  call: UpstreamCall,
  signal: AbortSignal,
): Promise<IncomingMessage> {
  const address = target.addresses[call.path];
  const { firstByteSeconds } = target.configuration;
  const open = address.protocol === 'https:' ? requestHttps : requestHttp;
  return new Promise((resolve, reject) => {
    const asked = open(address, {
      method: call.body === undefined ? 'GET' : 'POST',
      headers: headersOf(target, call),
      signal,
    });
    const late = setTimeout(() => {
      asked.destroy(new UpstreamSilent('late', `no answer within ${firstByteSeconds} s`));
    }, firstByteSeconds * 1000);
    asked.on('response', (response) => {
      clearTimeout(late);
      resolve(response);
    });
    asked.on('error', (error) => {
      clearTimeout(late);
      reject(
        error instanceof UpstreamSilent ? error : new UpstreamSilent('unreachable', error.message),
      );
    });
    asked.end(call.body);
  });
}

function headersOf({ key }: UpstreamTarget, call: UpstreamCall): Record<string, string | number> {
  return {
    accept: call.stream ? 'text/event-stream' : 'application/json',
    'accept-encoding': 'identity',
    'user-agent': 'rationale',
    ...(call.body === undefined
      ? {}
      : { 'content-type': 'application/json', 'content-length': Buffer.byteLength(call.body) }),
    ...(key === undefined ? {} : { authorization: `Bearer ${key}` }),
    ...(call.requestId === undefined ? {} : { 'x-request-id': call.requestId }),
  };
}
