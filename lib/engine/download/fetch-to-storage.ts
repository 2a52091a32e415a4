import { type DownloadFault, notTheFile, storageFault } from './faults';
import { looksLikeWebPage } from './looks-like-web-page';
import { openPieceWriter, type PieceWriter } from './piece-writer';
import type { Storage } from './storage/storage';
import {
  type Answer,
  beginTransfer,
  bodyEnded,
  brokeOff,
  type Expected,
  isWhole,
  noAnswer,
  type Reaction,
  readAnswer,
  requestHeaders,
  restarted,
  type Transfer,
} from './transfer';

/** The part of `fetch` that a download uses. */
export type Fetch = (url: string, init: RequestInit) => Promise<Response>;

/** What surrounds a download: given, so that tests need no network and no patience. */
export interface Surroundings {
  readonly fetch: Fetch;
  readonly storage: Storage;
  /** Resolves after so many milliseconds, or as soon as the signal is aborted. */
  readonly wait: (milliseconds: number, signal: AbortSignal) => Promise<void>;
  /** Milliseconds without a byte after which a connection counts as lost. */
  readonly idle: number;
  /** Bytes that are gathered before they are written; `PIECE_BYTES` unless told. */
  readonly pieceBytes?: number;
}

/** One file to be had. */
export interface FileRequest {
  /** How the file is called for a person. */
  readonly path: string;
  readonly url: string;
  /** Where it is stored. */
  readonly place: string;
  readonly expected: Expected;
  /** What the server said of the bytes that are there from an earlier attempt. */
  readonly validator?: string;
  readonly signal: AbortSignal;
  /** Hears how many bytes are there, and how long the file is once that is known. */
  readonly onBytes: (stored: number, total: number | undefined) => void;
  /** Hears what the server says of the file as soon as it says it, to be kept for a later attempt. */
  readonly onValidator: (validator: string) => Promise<void>;
}

export type FileResult =
  | {
      readonly kind: 'whole';
      readonly bytes: number;
      readonly sha256: string;
      readonly validator?: string;
    }
  | { readonly kind: 'stopped' }
  | { readonly kind: 'failed'; readonly fault: DownloadFault };

/**
 * Downloads one file into the storage, going on from what is there. It is whole only once its length and digest are those
 * that were expected; where none was expected, they are returned to be recorded.
 */
export async function fetchToStorage(
  request: FileRequest,
  around: Surroundings,
): Promise<FileResult> {
  let writer: PieceWriter | undefined;
  try {
    writer = await openPieceWriter(around.storage, request.place, around.pieceBytes);
    return await transferAll(request, around, writer);
  } catch (error) {
    return { kind: 'failed', fault: storageFault(request.path, error) };
  } finally {
    // What cannot be written any more has been reported above.
    await writer?.close().catch(() => undefined);
  }
}

async function transferAll(
  request: FileRequest,
  around: Surroundings,
  writer: PieceWriter,
): Promise<FileResult> {
  const { path, expected, signal } = request;
  let transfer = beginTransfer(path, expected, writer.position, request.validator);
  await writer.rewind(transfer.stored);
  request.onBytes(transfer.stored, transfer.total ?? expected.bytes);
  for (;;) {
    if (signal.aborted) return { kind: 'stopped' };
    const reaction: Reaction = isWhole(transfer)
      ? { kind: 'whole', transfer }
      : await attempt(transfer, request, around, writer);
    const next = reaction.kind === 'whole' ? await verified(reaction.transfer, writer) : reaction;
    if (next.kind === 'verified') return next.result;
    transfer = next.transfer;
    await writer.rewind(transfer.stored);
    if (signal.aborted) return { kind: 'stopped' };
    if (next.kind === 'fail') return { kind: 'failed', fault: next.fault };
    if (next.kind === 'again' && next.wait > 0) await around.wait(next.wait, signal);
  }
}

type Verified = { readonly kind: 'verified'; readonly result: FileResult };

async function verified(transfer: Transfer, writer: PieceWriter): Promise<Verified | Reaction> {
  const sha256 = await writer.digest();
  const { expected, stored, validator } = transfer;
  if (expected.sha256 !== undefined && expected.sha256 !== sha256) {
    const why = `its SHA-256 is ${sha256.slice(0, 12)}… instead of ${expected.sha256.slice(0, 12)}…`;
    return restarted(transfer, why);
  }
  const said = validator === undefined ? {} : { validator };
  return { kind: 'verified', result: { kind: 'whole', bytes: stored, sha256, ...said } };
}

/** One request with its body. */
async function attempt(
  transfer: Transfer,
  request: FileRequest,
  around: Surroundings,
  writer: PieceWriter,
): Promise<Reaction> {
  const connection = new AbortController();
  const stop = () => connection.abort();
  request.signal.addEventListener('abort', stop, { once: true });
  const clock = startClock(around.idle, stop);
  try {
    const headers = requestHeaders(transfer);
    const response = await around
      .fetch(request.url, { headers, signal: connection.signal, cache: 'no-store' })
      .catch(() => undefined);
    clock.restart();
    if (response === undefined) return noAnswer(transfer);
    const reaction = readAnswer(transfer, answerOf(response));
    if (reaction.kind !== 'take') return reaction;
    await writer.rewind(reaction.transfer.stored);
    const { validator } = reaction.transfer;
    if (validator !== undefined && validator !== transfer.validator) {
      await request.onValidator(validator);
    }
    return await takeBody(response, reaction, request, writer, clock);
  } finally {
    clock.stop();
    request.signal.removeEventListener('abort', stop);
    connection.abort();
  }
}

async function takeBody(
  response: Response,
  { transfer, skip }: Extract<Reaction, { kind: 'take' }>,
  request: FileRequest,
  writer: PieceWriter,
  clock: Clock,
): Promise<Reaction> {
  const total = request.expected.bytes ?? transfer.total;
  const reader = response.body?.getReader();
  let toSkip = skip;
  while (reader !== undefined) {
    const next = await reader.read().catch(() => undefined);
    clock.restart();
    if (next === undefined) {
      return brokeOff(transfer, writer.position, 'the connection was lost');
    }
    if (next.done) break;
    const bytes = next.value.subarray(Math.min(toSkip, next.value.length));
    toSkip -= next.value.length - bytes.length;
    if (writer.position === 0 && looksLikeWebPage(bytes)) {
      return { kind: 'fail', transfer, fault: notTheFile(request.path) };
    }
    await writer.append(bytes);
    request.onBytes(writer.position, total);
    // A body that is too long is not the file: it is not read to its end.
    if (writer.position > (request.expected.bytes ?? Number.POSITIVE_INFINITY)) break;
  }
  if (toSkip > 0) return brokeOff(transfer, writer.position, 'the connection was lost');
  return bodyEnded(transfer, writer.position);
}

function answerOf(response: Response): Answer {
  return { status: response.status, header: (name) => response.headers.get(name) };
}

interface Clock {
  restart(): void;
  stop(): void;
}

/** Calls `onIdle` once nothing has restarted the clock for so many milliseconds. */
function startClock(milliseconds: number, onIdle: () => void): Clock {
  let timer = setTimeout(onIdle, milliseconds);
  return {
    restart() {
      clearTimeout(timer);
      timer = setTimeout(onIdle, milliseconds);
    },
    stop: () => clearTimeout(timer),
  };
}
