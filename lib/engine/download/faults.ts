import { type Fault, FaultError } from '@/lib/text/outcome';

export type DownloadFaultCode =
  | 'download-interrupted'
  | 'download-refused'
  | 'download-not-the-file'
  | 'download-damaged'
  | 'revision-unknown'
  | 'files-missing'
  | 'storage-full'
  | 'storage-failed';

export type DownloadFault = Fault<DownloadFaultCode>;

const KEPT = 'What has arrived is kept: resume the download, and it goes on from there.';

/** The connection was lost again and again, or the server could not serve; `why` is how that showed last. */
export function interrupted(path: string, why: string): DownloadFault {
  return {
    code: 'download-interrupted',
    message: `The download of ${path} was interrupted: ${why}.`,
    remedy: `Check the network. ${KEPT}`,
  };
}

/** The server will not give the file. */
export function refused(path: string, status: number): DownloadFault {
  const remedies: Readonly<Record<number, string>> = {
    401: 'The repository asks for a login: agree to its terms there, or load the model from a folder.',
    403: 'The repository or a proxy refuses it: agree to its terms there, use a mirror, or load the model from a folder.',
    404: 'Check the repository, the revision and the mirror in the settings.',
  };
  return {
    code: 'download-refused',
    message: `The server refuses ${path}: it answered ${status}.`,
    remedy: remedies[status] ?? 'Use a mirror, or load the model from a folder.',
  };
}

/** What came is a web page, such as the sign-in page of a network or the error page of a proxy. */
export function notTheFile(path: string): DownloadFault {
  return {
    code: 'download-not-the-file',
    message: `Instead of ${path} the server sent a web page.`,
    remedy: `Open the address in a tab: a network may ask for a sign-in, or a proxy may block it. ${KEPT}`,
  };
}

/** The whole file arrived, more than once, and was never the one that was asked for. */
export function damaged(path: string, why: string): DownloadFault {
  return {
    code: 'download-damaged',
    message: `The file ${path} arrived damaged: ${why}. It was discarded.`,
    remedy:
      'Try again later or use a mirror; a proxy that changes files on the way is the usual cause.',
  };
}

/** The commit that was asked for is not to be found. */
export function revisionUnknown(repository: string, why: string): DownloadFault {
  return {
    code: 'revision-unknown',
    message: `The revision of ${repository} could not be found: ${why}.`,
    remedy:
      'Check the repository’s name and the mirror in the settings, or give a commit yourself.',
  };
}

/** A folder lacks files of the model. */
export function filesMissing(paths: readonly string[]): DownloadFault {
  return {
    code: 'files-missing',
    message: `The folder lacks ${paths.join(', ')}.`,
    remedy: 'Pick the folder that holds config.json, with its subfolder onnx.',
  };
}

/** There is no room for the model; `needed` and `free` are bytes. */
export function noRoom(needed: number, free: number): DownloadFault {
  return {
    code: 'storage-full',
    message: `There is no room for the model: it needs ${megabytes(needed)}, and this browser gives the page ${megabytes(free)}.`,
    remedy: 'Delete a model that is not needed, or free space on the disk, then resume.',
  };
}

/** Writing failed because the storage is full. */
function storageFull(path: string): DownloadFault {
  return {
    code: 'storage-full',
    message: `The storage is full: ${path} could not be written on.`,
    remedy: `Delete a model that is not needed, or free space on the disk. ${KEPT}`,
  };
}

/** Reading or writing failed for another reason. */
export function storageFailed(path: string, cause: unknown): DownloadFault {
  const said = cause instanceof Error ? cause.message : String(cause);
  return {
    code: 'storage-failed',
    message: `${path} could not be stored or read: ${said.replace(/\s+/g, ' ').slice(0, 200)}.`,
    remedy:
      'Close other tabs of this page and try again; in a private window nothing may be stored.',
  };
}

/** The fault of an exception that a storage threw. Browsers name the full storage `QuotaExceededError`, Node `ENOSPC`. */
export function storageFault(path: string, error: unknown): DownloadFault {
  if (error instanceof FaultError && isDownloadFault(error.fault)) return error.fault;
  const name = error instanceof Error ? error.name : '';
  const code = error instanceof Error && 'code' in error ? error.code : '';
  if (name === 'QuotaExceededError' || code === 'ENOSPC') return storageFull(path);
  return storageFailed(path, error);
}

const CODES: Readonly<Record<DownloadFaultCode, true>> = {
  'download-interrupted': true,
  'download-refused': true,
  'download-not-the-file': true,
  'download-damaged': true,
  'revision-unknown': true,
  'files-missing': true,
  'storage-full': true,
  'storage-failed': true,
};

function isDownloadFault(fault: Fault): fault is DownloadFault {
  return Object.hasOwn(CODES, fault.code);
}

/** Bytes for a person: in megabytes, or in gigabytes from a thousand of those. */
function megabytes(bytes: number): string {
  const millions = bytes / 1e6;
  return millions < 1000 ? `${Math.ceil(millions)} MB` : `${(millions / 1000).toFixed(1)} GB`;
}
