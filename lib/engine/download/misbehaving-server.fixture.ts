import { createHash } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';

/** What a server may do wrong with one request. Bytes are counted from the beginning of the body. */
export type Misbehaviour =
  | { readonly kind: 'none' }
  | { readonly kind: 'drop'; readonly after: number }
  | { readonly kind: 'stall'; readonly after: number }
  | { readonly kind: 'flip'; readonly at: number }
  /** Says a length that is too long, or too short (which cuts the body), by so many bytes. */
  | { readonly kind: 'lie'; readonly by: number }
  | { readonly kind: 'ignore-range' }
  | { readonly kind: 'no-length' }
  | { readonly kind: 'redirect' }
  | { readonly kind: 'web-page'; readonly type: string }
  | { readonly kind: 'status'; readonly status: number; readonly retryAfter?: number }
  | { readonly kind: 'slow'; readonly bytesPerSecond: number }
  | { readonly kind: 'new-version' };

/** How the server tells one version of a file from another. */
export type Validator = 'etag' | 'weak-etag' | 'date' | 'none';

export interface MisbehavingServer {
  readonly origin: string;
  /** Requests so far, with what was asked for and how many bytes of the body were sent. */
  readonly log: { readonly path: string; readonly range: string | undefined; sent: number }[];
  /** What the file is now, and its digest. */
  content(path: string): Buffer;
  sha256(path: string): string;
  close(): Promise<void>;
}

/** Files by path, each with a list of what goes wrong with the first, second, … request for it. */
export interface Served {
  readonly content: Buffer;
  readonly wrongs?: readonly Misbehaviour[];
  /** What goes wrong with every request after those; nothing unless told. */
  readonly always?: Misbehaviour;
  readonly validator?: Validator;
}

const PAGE = '<!DOCTYPE html><html><body>Please sign in to the guest network.</body></html>';
const GOOD: Misbehaviour = { kind: 'none' };

/** A server on this machine that misbehaves on purpose. */
export async function misbehavingServer(
  files: Readonly<Record<string, Served>>,
): Promise<MisbehavingServer> {
  const contents = new Map(Object.entries(files).map(([path, { content }]) => [path, content]));
  const asked = new Map<string, number>();
  const log: MisbehavingServer['log'] = [];

  const server = createServer((request, response) => {
    const path = new URL(request.url ?? '/', 'http://localhost').pathname.slice(1);
    const served = files[path];
    response.setHeader('Access-Control-Allow-Origin', '*');
    response.setHeader('Access-Control-Allow-Headers', 'Range, If-Range');
    response.setHeader('Access-Control-Expose-Headers', 'ETag, Content-Range, Content-Length');
    response.setHeader('Cross-Origin-Resource-Policy', 'cross-origin');
    if (request.method === 'OPTIONS') return response.writeHead(204).end();
    if (served === undefined) return response.writeHead(404).end();
    const count = asked.get(path) ?? 0;
    asked.set(path, count + 1);
    const wrong = served.wrongs?.[count] ?? served.always ?? GOOD;
    if (wrong.kind === 'new-version') {
      contents.set(
        path,
        Buffer.from(contents.get(path) ?? []).map((byte) => byte ^ 0x5a) as Buffer,
      );
    }
    const content = contents.get(path) ?? Buffer.alloc(0);
    const entry = { path, range: request.headers.range, sent: 0 };
    log.push(entry);
    answer(request, response, content, wrong, served.validator ?? 'etag', entry);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('the server has no port');
  return {
    origin: `http://127.0.0.1:${address.port}`,
    log,
    content: (path) => contents.get(path) ?? Buffer.alloc(0),
    sha256: (path) => digest(contents.get(path) ?? Buffer.alloc(0)),
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

function digest(content: Buffer): string {
  return createHash('sha256').update(content).digest('hex');
}

function answer(
  request: IncomingMessage,
  response: ServerResponse,
  content: Buffer,
  wrong: Misbehaviour,
  validator: Validator,
  entry: { sent: number },
): void {
  if (wrong.kind === 'redirect') {
    response.writeHead(302, { Location: `${request.url}?redirected` }).end();
    return;
  }
  if (wrong.kind === 'status') {
    const after = wrong.retryAfter === undefined ? {} : { 'Retry-After': wrong.retryAfter };
    response.writeHead(wrong.status, after).end('no');
    return;
  }
  if (wrong.kind === 'web-page') {
    response.writeHead(200, { 'Content-Type': wrong.type }).end(PAGE);
    return;
  }
  const said = validatorHeaders(content, validator);
  const range = /^bytes=(\d+)-$/.exec(request.headers.range ?? '')?.[1];
  const [condition] = [request.headers['if-range']].flat();
  const isSame = condition === undefined || Object.values(said).includes(condition);
  const start = range === undefined || !isSame || wrong.kind === 'ignore-range' ? 0 : Number(range);
  if (start > 0 && start >= content.length) {
    response.writeHead(416, { 'Content-Range': `bytes */${content.length}` }).end();
    return;
  }
  send(response, content, start, wrong, said, entry);
}

function send(
  response: ServerResponse,
  content: Buffer,
  start: number,
  wrong: Misbehaviour,
  said: Readonly<Record<string, string>>,
  entry: { sent: number },
): void {
  let body = content.subarray(start);
  const lie = wrong.kind === 'lie' ? wrong.by : 0;
  const length = Math.max(0, body.length + lie);
  const headers = {
    ...said,
    'Content-Type': 'application/octet-stream',
    ...(wrong.kind === 'no-length' ? {} : { 'Content-Length': length }),
    ...(start > 0
      ? { 'Content-Range': `bytes ${start}-${content.length - 1}/${content.length}` }
      : {}),
  };
  response.writeHead(start > 0 ? 206 : 200, headers);
  if (wrong.kind === 'flip' && body.length > 0) {
    body = Buffer.from(body);
    const at = wrong.at % body.length;
    body[at] = (body[at] ?? 0) ^ 1;
  }
  if (wrong.kind === 'drop' || wrong.kind === 'stall') body = body.subarray(0, wrong.after);
  else if (lie < 0) body = body.subarray(0, length);
  const isCut = wrong.kind === 'drop' || lie > 0;
  if (wrong.kind === 'slow') {
    trickle(response, body, wrong.bytesPerSecond, entry);
    return;
  }
  entry.sent = body.length;
  if (wrong.kind === 'stall') response.write(body);
  else if (isCut) response.write(body, () => setTimeout(() => response.destroy(), 5));
  else response.end(body);
  // Headers alone must reach the other side too.
  if (body.length === 0 && wrong.kind === 'stall') response.flushHeaders();
}

/** Ten times a second, so that a slow connection is seen to move. */
function trickle(
  response: ServerResponse,
  body: Buffer,
  bytesPerSecond: number,
  entry: { sent: number },
): void {
  const step = Math.max(1, Math.round(bytesPerSecond / 10));
  const timer = setInterval(() => {
    if (response.destroyed) clearInterval(timer);
    const part = body.subarray(entry.sent, entry.sent + step);
    entry.sent += part.length;
    response.write(part);
    if (entry.sent < body.length) return;
    clearInterval(timer);
    response.end();
  }, 100);
}

function validatorHeaders(content: Buffer, validator: Validator): Readonly<Record<string, string>> {
  const tag = digest(content).slice(0, 16);
  const headers: Readonly<Record<Validator, Readonly<Record<string, string>>>> = {
    etag: { ETag: `"${tag}"` },
    'weak-etag': { ETag: `W/"${tag}"` },
    date: { 'Last-Modified': new Date(content.readUInt8(0) * 1000).toUTCString() },
    none: {},
  };
  return headers[validator];
}
