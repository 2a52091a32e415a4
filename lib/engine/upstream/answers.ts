import type { IncomingMessage } from 'node:http';
import * as z from 'zod';
import { type Refusal, RefusalError } from '../served/error-object';
import { UpstreamSilent, type UpstreamTarget } from './call-upstream';
import { readShort } from './relay-body';

const MOST_ERROR_BYTES = 65_536;

/** A refusal that says what an upstream did. Its address is not part of any. */
function badGateway(message: string, code: string, status = 502): RefusalError {
  return new RefusalError({ status, type: 'server_error', code, message });
}

/** The refusal that a failed call comes to: 502 where the upstream cannot be reached, 504 where it is late. */
export function refusalOfSilence(error: unknown, { configuration }: UpstreamTarget): unknown {
  if (!(error instanceof UpstreamSilent)) return error;
  return error.kind === 'late'
    ? badGateway(`${configuration.title} did not answer in time.`, 'upstream_late', 504)
    : badGateway(`${configuration.title} cannot be reached.`, 'upstream_unreachable');
}

const errorSchema = z.object({
  error: z.union([
    z.string(),
    z.object({
      message: z.string(),
      type: z.nullish(z.string()),
      param: z.nullish(z.string()),
      code: z.nullish(z.union([z.string(), z.number()])),
    }),
  ]),
});
const plainErrorSchema = z.object({ message: z.string() });

/**
 * Throws the `RefusalError` of an answer that is no success. Redirects are not followed; a refused key is the operator's to
 * mend and not the client's; the words of other errors are passed on without the key, should they repeat it.
 */
export async function throwForStatus(
  response: IncomingMessage,
  target: UpstreamTarget,
): Promise<void> {
  const status = response.statusCode ?? 502;
  const { title, idleSeconds } = target.configuration;
  if (status === 200) return;
  if (status < 400) {
    response.destroy();
    throw badGateway(`${title} answered with a redirect or without content.`, 'upstream_redirect');
  }
  const text = await readShort(response, MOST_ERROR_BYTES, idleSeconds);
  if (status === 401 || status === 403) {
    throw badGateway(`${title} does not accept this server's key.`, 'upstream_refused_key');
  }
  const retryAfter = Number(response.headers['retry-after']);
  const refusal: Refusal = {
    status: status > 599 ? 502 : status,
    type: status < 500 ? 'invalid_request_error' : 'server_error',
    message: withoutKey(wordsOf(text), target) ?? `${title} answered with the status ${status}.`,
    code: 'upstream_error',
    ...(Number.isInteger(retryAfter) && retryAfter >= 0 && retryAfter <= 86_400
      ? { retryAfter }
      : {}),
  };
  throw new RefusalError(refusal);
}

function wordsOf(text: string | undefined): string | undefined {
  const value = parsedJson(text);
  const nested = errorSchema.safeParse(value);
  if (nested.success) {
    const { error } = nested.data;
    return typeof error === 'string' ? error : error.message;
  }
  const plain = plainErrorSchema.safeParse(value);
  return plain.success ? plain.data.message : undefined;
}

function withoutKey(words: string | undefined, { key }: UpstreamTarget): string | undefined {
  const cut = words?.slice(0, 2000);
  return key === undefined ? cut : cut?.replaceAll(key, '…');
}

/** Throws `RefusalError` unless the answer is of the kind that was asked for, and not compressed. */
export function requireKind(
  response: IncomingMessage,
  stream: boolean,
  target: UpstreamTarget,
): void {
  const type = response.headers['content-type']?.split(';')[0]?.trim().toLowerCase();
  const wanted = stream ? 'text/event-stream' : 'application/json';
  const encoding = response.headers['content-encoding'] ?? 'identity';
  if (type === wanted && encoding === 'identity') return;
  response.destroy();
  const { title } = target.configuration;
  throw badGateway(`${title} answered with something other than ${wanted}.`, 'upstream_not_api');
}

const modelsSchema = z.object({
  data: z.array(
    z.object({
      id: z.string(),
      owned_by: z.nullish(z.string()),
      max_model_len: z.nullish(z.number()),
      meta: z.nullish(z.object({ n_ctx: z.nullish(z.number()) })),
    }),
  ),
});

/** The configured models among those that an upstream lists, with what tells its kind and their context. */
export function listedModels(text: string | undefined, target: UpstreamTarget) {
  const parsed = modelsSchema.safeParse(parsedJson(text));
  const { models, title } = target.configuration;
  if (!parsed.success) throw badGateway(`${title} lists no models.`, 'upstream_not_api');
  return parsed.data.data
    .filter(({ id }) => models.includes(id))
    .map((model) => ({ ...model, object: 'model' }));
}

function parsedJson(text: string | undefined): unknown {
  try {
    return JSON.parse(text ?? '');
  } catch {
    return undefined;
  }
}
