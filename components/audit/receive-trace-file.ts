import { failure, type Outcome, success } from '@/lib/text/outcome';

type TraceFileFaultCode = 'file-too-large' | 'file-unreadable';

/** Bytes above which a file is not read at all. */
const LARGEST_FILE = 40_000_000;

/**
 * Reads a dropped or picked file as text: UTF-16 where its first bytes say so, else UTF-8; what is not UTF-8 in it becomes
 * U+FFFD, and the check says so. Whether it is text at all is not judged here.
 */
export async function receiveTraceFile(file: File): Promise<Outcome<string, TraceFileFaultCode>> {
  if (file.size > LARGEST_FILE) {
    return failure(
      'file-too-large',
      `“${file.name}” has ${(file.size / 1e6).toFixed(1)} MB; at most ${LARGEST_FILE / 1e6} MB are read.`,
      'Cut it down to the reasoning about this case.',
    );
  }
  try {
    return success(decode(new Uint8Array(await file.arrayBuffer())));
  } catch {
    return failure(
      'file-unreadable',
      `“${file.name}” could not be read.`,
      'Check that it still exists and that it may be opened, or paste its text into the field.',
    );
  }
}

function decode(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  return new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
}
