import { readExplanation } from '@/lib/explanation/read-explanation';

/** A chain of thought that was given, and what it says of the case that it was made for. */
export interface ReceivedTrace {
  readonly text: string;
  /** The text of the case, where the trace came with it. */
  readonly madeForText?: string;
  /** The SHA-256 of the case's text in UTF-8, where the trace names it. */
  readonly madeForSha256?: string;
}

const NAMED_HASH = /\bcase[ _-]{0,3}sha-?256\W{1,4}([0-9a-f]{64})\b/i;

/** Where a hash is looked for: at the beginning and at the end. */
const MARGIN = 4_000;

/**
 * Takes a chain of thought as it was given. An explanation that Rationale exported gives the text that it explains and the
 * case that it was made for; any other text is taken whole, and a line "Case SHA-256: …" in it names its case.
 */
export function receiveTrace(given: string): ReceivedTrace {
  if (given.trimStart().startsWith('{')) {
    const exported = readExplanation(given);
    if (exported.ok) {
      return { text: exported.value.trace.text, madeForText: exported.value.case.text };
    }
  }
  const named = NAMED_HASH.exec(given.slice(0, MARGIN)) ?? NAMED_HASH.exec(given.slice(-MARGIN));
  return {
    text: given,
    ...(named?.[1] === undefined ? {} : { madeForSha256: named[1].toLowerCase() }),
  };
}

/** Whether a trace was made for a case; `undefined` where it does not say. */
export function isMadeFor(
  trace: ReceivedTrace,
  caseText: string,
  caseSha256: string,
): boolean | undefined {
  if (trace.madeForText !== undefined) return trace.madeForText === caseText;
  if (trace.madeForSha256 !== undefined) return trace.madeForSha256 === caseSha256;
  return undefined;
}
