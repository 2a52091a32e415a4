import { invalidRequest, RefusalError } from './error-object';

/**
 * The JSON of a request's body. Throws `RefusalError`: 415 for another content type (a page of another origin can send
 * `text/plain` without asking first, but not JSON), 413 beyond `mostBytes`, however the length was announced, 400 for what
 * is no JSON object.
 */
export async function readJsonBody(
  request: Request,
  mostBytes: number,
): Promise<Readonly<Record<string, unknown>>> {
  const type = request.headers.get('content-type')?.split(';')[0]?.trim().toLowerCase();
  if (type !== 'application/json') {
    throw new RefusalError(
      invalidRequest('The body has to be JSON, with the content type application/json.', {
        status: 415,
      }),
    );
  }
  if (Number(request.headers.get('content-length') ?? 0) > mostBytes) throw tooLarge(mostBytes);
  const bytes = await readAtMost(request.body, mostBytes);
  try {
    const value: unknown = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) {
      return Object.fromEntries(Object.entries(value));
    }
  } catch {
    throw new RefusalError(invalidRequest('The body is not valid JSON in UTF-8.'));
  }
  throw new RefusalError(invalidRequest('The body has to be a JSON object.'));
}

async function readAtMost(
  body: ReadableStream<Uint8Array> | null,
  mostBytes: number,
): Promise<Uint8Array> {
  const parts: Uint8Array[] = [];
  let length = 0;
  if (body === null) return new Uint8Array(0);
  const reader = body.getReader();
  for (;;) {
    const { done, value } = await reader.read();
    if (done) break;
    length += value.length;
    if (length > mostBytes) {
      // Cancelling would close the connection before the client has read why.
      reader.releaseLock();
      throw tooLarge(mostBytes);
    }
    parts.push(value);
  }
  const whole = new Uint8Array(length);
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

function tooLarge(mostBytes: number): RefusalError {
  return new RefusalError(
    invalidRequest(`The body is larger than the ${mostBytes} bytes that are read.`, {
      status: 413,
      code: 'request_too_large',
    }),
  );
}
