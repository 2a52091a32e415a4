import type { z } from 'zod';
import { type BreakReason, type ChainReport, verifyChain } from '@/lib/ledger/chain';
import { findDuplicateKey } from '@/lib/ledger/duplicate-key';
import type { LedgerRecord } from '@/lib/ledger/record';
import { foldRuns, type RunSummary } from '@/lib/ledger/runs';
import { recordSchema, uncheckedBundleSchema } from '@/lib/ledger/schema';
import { summarise } from '@/lib/ledger/summary';
import { failure, type Outcome, success } from '@/lib/text/outcome';

/** A bundle that has been read and not yet verified. */
export type UncheckedBundle = z.infer<typeof uncheckedBundleSchema>;

export type BundleReport =
  | {
      readonly intact: true;
      readonly chain: Extract<ChainReport, { intact: true }>;
      readonly runs: readonly RunSummary[];
    }
  | {
      readonly intact: false;
      /** The index of the first broken record. */
      readonly index: number;
      /** `form`: it is no record as this version knows them. `content`: what it says disagrees with another record. */
      readonly reason: BreakReason | 'form' | 'content';
      readonly detail: string;
    };

const REMEDY = 'Export the bundle again from where it was made, and pass it on unchanged.';

/** Reads the text of a bundle's file; the fault says what is wrong and where. */
export function readBundle(text: string): Outcome<UncheckedBundle, 'bundle-unreadable'> {
  const fault = (message: string) => failure('bundle-unreadable', message, REMEDY);
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    return fault(`Not JSON: ${error instanceof Error ? error.message : String(error)}`);
  }
  const duplicate = findDuplicateKey(text);
  if (duplicate !== undefined) {
    return fault(`The key "${duplicate.key}" stands twice in one object, at ${duplicate.offset}.`);
  }
  const parsed = uncheckedBundleSchema.safeParse(value);
  return parsed.success ? success(parsed.data) : fault(firstIssue(parsed.error, ''));
}

/**
 * Verifies a bundle by itself: that every record has the content that was hashed, that each follows the one before, that
 * each has the form of a record, that an explanation speaks of the case and trace of its own run, and that a run that
 * continues another begins with what that one said. Names the first record for which this fails. Says nothing of who wrote
 * the bundle: whoever can write all records anew can hash them anew.
 */
export async function verifyBundle(bundle: UncheckedBundle): Promise<BundleReport> {
  const entries = [...bundle.records, ...(bundle.sealed ?? [])].sort((a, b) => a.index - b.index);
  const chain = await verifyChain(entries);
  if (!chain.intact) return chain;
  const records: LedgerRecord[] = [];
  for (const record of bundle.records) {
    const parsed = recordSchema.safeParse(record);
    if (!parsed.success) {
      const detail = firstIssue(parsed.error, `Record ${record.index}: `);
      return { intact: false, index: record.index, reason: 'form', detail };
    }
    records.push(parsed.data);
  }
  const disagreement = firstDisagreement(records);
  if (disagreement !== undefined) return { intact: false, reason: 'content', ...disagreement };
  return { intact: true, chain, runs: foldRuns(records.map(summarise)) };
}

function firstDisagreement(
  records: readonly LedgerRecord[],
): { readonly index: number; readonly detail: string } | undefined {
  const caseTexts = new Map<string, string>();
  const said = new Map<string, string>();
  const continued = new Map<string, string>();
  for (const { index, body } of records) {
    if (body.kind === 'run-started' || body.kind === 'trace-audited') {
      caseTexts.set(body.run, body.case.text);
    }
    if (body.kind === 'run-started' && body.continues !== undefined) {
      continued.set(body.run, body.continues);
    }
    if (body.kind !== 'run-finished' && body.kind !== 'trace-audited') continue;
    const caseText = caseTexts.get(body.run);
    if (caseText === undefined) {
      return { index, detail: `Record ${index} ends run ${body.run}, which never started.` };
    }
    if (caseText !== body.explanation.case.text) {
      return { index, detail: `Record ${index} explains another case than its run's.` };
    }
    if (body.kind === 'run-finished' && body.trace.text !== body.explanation.trace.text) {
      return { index, detail: `Record ${index} explains another trace than its own.` };
    }
    const { text } = body.explanation.trace;
    const before = said.get(continued.get(body.run) ?? '');
    if (before !== undefined && !text.startsWith(before)) {
      return {
        index,
        detail: `Record ${index} does not begin with what the run said that it continues.`,
      };
    }
    said.set(body.run, text);
  }
  return undefined;
}

function firstIssue(error: z.ZodError, before: string): string {
  const issue = error.issues[0];
  if (issue === undefined) return `${before}not a bundle`;
  const where = issue.path
    .map((part) => (typeof part === 'number' ? `[${part}]` : `.${String(part)}`))
    .join('')
    .replace(/^\./u, '');
  return `${before}${where === '' ? 'the document' : where}: ${issue.message}`;
}
