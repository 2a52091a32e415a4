import { type DownloadFault, damaged, interrupted, notTheFile, refused } from './faults';

/** What a file must be, as far as that is known before it is downloaded. */
export interface Expected {
  readonly bytes?: number;
  /** Lower-case hexadecimal. */
  readonly sha256?: string;
}

/** How far the download of one file has come. A value: each answer of the server gives the next one. */
export interface Transfer {
  readonly path: string;
  readonly expected: Expected;
  /** Bytes from the beginning that are there. */
  readonly stored: number;
  /** A strong ETag, or the date, of the representation that the stored bytes are part of. */
  readonly validator?: string;
  /** How long the server says that the whole file is. */
  readonly total?: number;
  /** Attempts in a row that brought no byte. */
  readonly failures: number;
  /** How often what was stored had to be thrown away. */
  readonly restarts: number;
  /** Whether the next request names the validator, so that a changed file comes from its beginning. */
  readonly conditional: boolean;
}

/** What the server answered, before its body. */
export interface Answer {
  readonly status: number;
  header(name: string): string | null;
}

/** What to do with an answer. */
export type Reaction =
  /** Drop the first `skip` bytes of the body, and put what follows after `transfer.stored`. */
  | { readonly kind: 'take'; readonly transfer: Transfer; readonly skip: number }
  | { readonly kind: 'whole'; readonly transfer: Transfer }
  /** Leave the body, and ask once more after so many milliseconds. */
  | { readonly kind: 'again'; readonly transfer: Transfer; readonly wait: number }
  | { readonly kind: 'fail'; readonly transfer: Transfer; readonly fault: DownloadFault };

/** Attempts without a byte after which the person is told instead: a minute, in which a network is found again after a closed lid. */
export const MOST_FAILURES = 8;
/** Times that a file is begun anew because it changed or arrived damaged. */
export const MOST_RESTARTS = 2;
/** Milliseconds; a server that asks for a longer wait is reported. */
const LONGEST_WAIT = 120_000;
const FIRST_WAIT = 500;

/** A file of which `stored` bytes are there from an earlier attempt, and what the server then said of it. */
export function beginTransfer(
  path: string,
  expected: Expected,
  stored: number,
  validator?: string,
): Transfer {
  const begun = { path, expected, stored: 0, failures: 0, restarts: 0, conditional: true };
  const resumed = { ...begun, stored, ...(validator === undefined ? {} : { validator }) };
  const isTooLong = stored > (expected.bytes ?? Number.POSITIVE_INFINITY);
  return isComparable(resumed) && !isTooLong ? resumed : begun;
}

/** Whether it can be told that what is stored and what comes next are parts of one file. */
function isComparable({ validator, expected }: Transfer): boolean {
  return validator !== undefined || expected.sha256 !== undefined;
}

/** Whether every byte is there, as far as that can be told without asking the server. */
export function isWhole({ expected, stored }: Transfer): boolean {
  return expected.bytes !== undefined && stored === expected.bytes;
}

/** The request's headers: from the first byte that is missing, if the file is still the same (RFC 9110, 13.1.5 and 14.2). */
export function requestHeaders(transfer: Transfer): Readonly<Record<string, string>> {
  const { stored, validator, conditional } = transfer;
  if (stored === 0) return {};
  const range = { Range: `bytes=${stored}-` };
  return conditional && validator !== undefined ? { ...range, 'If-Range': validator } : range;
}

/** What to do with an answer to a request that had `requestHeaders`. */
export function readAnswer(transfer: Transfer, answer: Answer): Reaction {
  const { status } = answer;
  if (status === 200 || status === 206) {
    if (isWebPage(answer)) return { kind: 'fail', transfer, fault: notTheFile(transfer.path) };
    return status === 206 ? readPart(transfer, answer) : readAll(transfer, answer);
  }
  if (status === 416) return readUnsatisfiable(transfer, answer);
  if (status === 408 || status === 425 || status === 429 || status >= 500) {
    return failed(transfer, `the server answered ${status}`, retryAfter(answer));
  }
  return { kind: 'fail', transfer, fault: refused(transfer.path, status) };
}

/** No answer came. A server of another origin may refuse If-Range by CORS, which looks the same: every other try is without. */
export function noAnswer(transfer: Transfer): Reaction {
  const other = { ...transfer, conditional: !transfer.conditional };
  return failed(other, 'its source could not be reached');
}

/** The body broke off, or nothing came for too long, with `stored` bytes there by now. */
export function brokeOff(transfer: Transfer, stored: number, why: string): Reaction {
  if (stored === transfer.stored) return failed(transfer, why);
  if (!isComparable(transfer)) return failed({ ...transfer, stored: 0 }, why);
  return { kind: 'again', transfer: { ...transfer, stored, failures: 0 }, wait: 0 };
}

/** The body came to its end with `stored` bytes there. */
export function bodyEnded(transfer: Transfer, stored: number): Reaction {
  const { expected, total } = transfer;
  // The server's word is taken for a lower bound only: it counts a compressed body before it is unpacked.
  const least = expected.bytes ?? total ?? 0;
  if (stored < least)
    return brokeOff(transfer, stored, `it ended after ${stored} of ${least} bytes`);
  const after = { ...transfer, stored, failures: 0 };
  if (expected.bytes !== undefined && stored > expected.bytes) {
    return restarted(after, `it has more than ${expected.bytes} bytes`);
  }
  return { kind: 'whole', transfer: after };
}

/** What was stored is not the file: it is begun anew, or given up where that has not helped. */
export function restarted(transfer: Transfer, why: string): Reaction {
  const { path, expected } = transfer;
  if (transfer.restarts >= MOST_RESTARTS) {
    return { kind: 'fail', transfer: emptied(transfer), fault: damaged(path, why) };
  }
  const { restarts } = transfer;
  return {
    kind: 'again',
    transfer: { ...beginTransfer(path, expected, 0), restarts: restarts + 1 },
    wait: 0,
  };
}

function emptied({ path, expected }: Transfer): Transfer {
  return beginTransfer(path, expected, 0);
}

function readPart(transfer: Transfer, answer: Answer): Reaction {
  const range = /^bytes (\d{1,15})-\d{1,15}\/(\d{1,15}|\*)$/.exec(
    answer.header('content-range') ?? '',
  );
  // Absent where the server is of another origin and does not expose it: then the status says that it did as it was asked.
  const start = range?.[1] === undefined ? transfer.stored : Number(range[1]);
  const isAnother = differs(transfer.validator, validatorOf(answer));
  if (start !== transfer.stored || isAnother) {
    return restarted(transfer, 'it changed on the server while it was downloaded');
  }
  const total = range?.[2] === undefined || range[2] === '*' ? undefined : Number(range[2]);
  return { kind: 'take', skip: 0, transfer: withSaid(transfer, total, validatorOf(answer)) };
}

function readAll(transfer: Transfer, answer: Answer): Reaction {
  const said = validatorOf(answer);
  const isSame =
    transfer.stored > 0 && !differs(transfer.validator, said) && isComparable(transfer);
  const total = lengthOf(answer);
  // The server ignores ranges: what is there already is passed over, so that it is not written twice.
  if (isSame)
    return { kind: 'take', skip: transfer.stored, transfer: withSaid(transfer, total, said) };
  if (transfer.stored > 0 && transfer.restarts >= MOST_RESTARTS) {
    return restarted(transfer, 'it changed on the server again and again');
  }
  const restarts = transfer.stored > 0 ? transfer.restarts + 1 : transfer.restarts;
  const { failures } = transfer;
  const anew = { ...emptied(transfer), restarts, failures };
  return { kind: 'take', skip: 0, transfer: withSaid(anew, total, said) };
}

function readUnsatisfiable(transfer: Transfer, answer: Answer): Reaction {
  const size = /^bytes \*\/(\d{1,15})$/.exec(answer.header('content-range') ?? '')?.[1];
  const isAll = size !== undefined && Number(size) === transfer.stored && transfer.stored > 0;
  const isExpected =
    transfer.expected.bytes === undefined || transfer.expected.bytes === transfer.stored;
  if (isAll && isExpected) return { kind: 'whole', transfer };
  return restarted(transfer, 'the server has a file of another length');
}

function withSaid(transfer: Transfer, total?: number, validator?: string): Transfer {
  return {
    ...transfer,
    ...(total === undefined ? {} : { total }),
    ...(validator === undefined ? {} : { validator }),
  };
}

function failed(transfer: Transfer, why: string, asked = 0): Reaction {
  const failures = transfer.failures + 1;
  const after = { ...transfer, failures };
  if (failures >= MOST_FAILURES || asked > LONGEST_WAIT) {
    const fault = interrupted(transfer.path, why);
    return { kind: 'fail', transfer: { ...after, failures: 0 }, fault };
  }
  return {
    kind: 'again',
    transfer: after,
    wait: Math.max(asked, FIRST_WAIT * 2 ** (failures - 1)),
  };
}

/** Milliseconds; 0 where the server does not say or names a date (RFC 9110, 10.2.3). */
function retryAfter(answer: Answer): number {
  const seconds = answer.header('retry-after') ?? '';
  return /^\d{1,9}$/.test(seconds) ? Number(seconds) * 1000 : 0;
}

function lengthOf(answer: Answer): number | undefined {
  const length = answer.header('content-length') ?? '';
  const isPlain = (answer.header('content-encoding') ?? 'identity') === 'identity';
  return isPlain && /^\d{1,15}$/.test(length) ? Number(length) : undefined;
}

/** Weak ETags may not stand in If-Range (RFC 9110, 13.1.5). */
function validatorOf(answer: Answer): string | undefined {
  const etag = answer.header('etag') ?? '';
  if (etag.startsWith('"')) return etag;
  return answer.header('last-modified') ?? undefined;
}

function differs(had: string | undefined, said: string | undefined): boolean {
  return had !== undefined && said !== undefined && had !== said;
}

function isWebPage(answer: Answer): boolean {
  return /^\s{0,9}(?:text\/html|application\/xhtml)/i.test(answer.header('content-type') ?? '');
}
