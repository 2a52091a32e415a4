import { z } from 'zod';
import { keptList, readStorage } from '@/components/models/kept-list';
import { type EndpointConnection, keptConnectionSchema } from '@/lib/engine/endpoint/connection';
import { failure, type Outcome, success } from '@/lib/text/outcome';

/** More than most reasoning models use on one case, and minutes rather than hours on a hospital's GPU. */
export const USUAL_ANSWER = 8192;

const keptEndpointSchema = z.strictObject({
  connection: keptConnectionSchema,
  /** Tokens of a whole answer. */
  maxTokens: z.int().min(64).max(1_000_000),
});

/** An endpoint as this browser keeps it: without its key. */
export type KeptEndpoint = Readonly<z.infer<typeof keptEndpointSchema>>;

const fileSchema = z.strictObject({
  kind: z.literal('rationale-endpoints'),
  version: z.literal(1),
  endpoints: z.array(keptEndpointSchema).max(200),
});

const KEYS = 'rationale.endpoint-keys';

const LIST = keptList({
  key: 'rationale.endpoints',
  read: readEndpoints,
  write: writeEndpoints,
  refusal: {
    message: 'This browser keeps nothing for this page, so the endpoint cannot be kept.',
    remedy: 'Allow storage for this page, or leave private browsing; then save the endpoint again.',
  },
});

/** The endpoints of this browser, in the order in which they were added; none where what is kept cannot be read. */
export const keptEndpoints = LIST.items;

/** Calls the listener whenever the endpoints may have changed, here or in another tab. */
export const subscribeToEndpoints = LIST.subscribe;

/** The endpoint with this id as it is used: with its key, where this tab or this browser has one. */
export function connectionOf(
  id: string,
): { readonly connection: EndpointConnection; readonly maxTokens: number } | undefined {
  const kept = keptEndpoints().find(({ connection }) => connection.id === id);
  if (kept === undefined) return undefined;
  const key = keyOf(id)?.key;
  return {
    connection: { ...kept.connection, ...(key === undefined ? {} : { key }) },
    maxTokens: kept.maxTokens,
  };
}

/** Where the key of an endpoint is kept: in this tab until it is closed, or in this browser. */
export interface KeptKey {
  readonly key: string;
  readonly where: 'tab' | 'browser';
}

/** The key of an endpoint, where one was given and not forgotten. */
export function keyOf(id: string): KeptKey | undefined {
  const inTab = keysIn(() => sessionStorage)[id];
  if (inTab !== undefined) return { key: inTab, where: 'tab' };
  const inBrowser = keysIn(() => localStorage)[id];
  return inBrowser === undefined ? undefined : { key: inBrowser, where: 'browser' };
}

/** Adds an endpoint, or replaces the one with its id; without a key the one that was kept is forgotten. */
export function keepEndpoint(endpoint: KeptEndpoint, key: KeptKey | undefined): Outcome<undefined> {
  const { id } = endpoint.connection;
  const others = keptEndpoints();
  const next = others.some(({ connection }) => connection.id === id)
    ? others.map((other) => (other.connection.id === id ? endpoint : other))
    : [...others, endpoint];
  const written = LIST.keep(next);
  if (written.ok) keepKey(id, key);
  return written;
}

/** Removes an endpoint and its key. */
export function forgetEndpoint(id: string): void {
  keepKey(id, undefined);
  LIST.keep(keptEndpoints().filter(({ connection }) => connection.id !== id));
}

/** Adds endpoints of a file; one whose id is there already takes its place, and no key comes with any of them. */
export function addEndpoints(endpoints: readonly KeptEndpoint[]): Outcome<undefined> {
  const ids = new Set(endpoints.map(({ connection }) => connection.id));
  return LIST.keep([
    ...keptEndpoints().filter(({ connection }) => !ids.has(connection.id)),
    ...endpoints,
  ]);
}

/** The endpoints as a file, without keys. */
export function writeEndpoints(endpoints: readonly KeptEndpoint[]): string {
  return `${JSON.stringify({ kind: 'rationale-endpoints', version: 1, endpoints }, null, 2)}\n`;
}

/** The endpoints of such a file, or the fault `endpoints-unreadable`. */
export function readEndpoints(
  text: string,
): Outcome<readonly KeptEndpoint[], 'endpoints-unreadable'> {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return unreadable('it is not JSON');
  }
  const parsed = fileSchema.safeParse(value);
  if (parsed.success) return success(parsed.data.endpoints);
  const [issue] = parsed.error.issues;
  return unreadable(`${issue?.path.join('.') || 'the whole'}: ${issue?.message ?? 'wrong'}`);
}

function unreadable(why: string) {
  return failure(
    'endpoints-unreadable',
    `The file holds no endpoints: ${why}.`,
    'Choose a file that was exported here.',
  );
}

const keysSchema = z.record(z.string(), z.string());

function keysIn(storage: () => Storage): Readonly<Record<string, string>> {
  try {
    const parsed = keysSchema.safeParse(JSON.parse(readStorage(storage, KEYS) ?? '{}'));
    return parsed.success ? parsed.data : {};
  } catch {
    return {};
  }
}

function keepKey(id: string, kept: KeptKey | undefined): void {
  for (const [where, storage] of [
    ['tab', () => sessionStorage],
    ['browser', () => localStorage],
  ] as const) {
    const { [id]: _, ...others } = keysIn(storage);
    const keys = kept?.where === where ? { ...others, [id]: kept.key } : others;
    try {
      storage().setItem(KEYS, JSON.stringify(keys));
    } catch {
      // Storage is refused, of which the endpoints' own fault tells.
    }
  }
}
