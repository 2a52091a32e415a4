import { describe, expect, it } from 'vitest';
import { bundleText, exportLedger } from '@/lib/ledger/bundle';
import type { RecordBody } from '@/lib/ledger/record';
import { sampleRun } from '@/lib/ledger/sample-run.fixture';
import { createMemoryStorage } from '@/lib/ledger/storage/memory';
import { readBundle, verifyBundle } from '@/lib/ledger/verify-bundle';

const ADDED_LATER: ReadonlySet<string> = new Set([
  'corrections',
  'omissions',
  'meters',
  'rubrics',
  'secondReading',
]);

/** A record's content as versions before the audit of corrections, omissions, meters and rubrics wrote it. */
function asWrittenEarlier(body: RecordBody): RecordBody {
  return JSON.parse(
    JSON.stringify(body, (key, value: unknown) => (ADDED_LATER.has(key) ? undefined : value)),
  );
}

describe('a bundle of an earlier version', () => {
  it('verifies: the chain covers what was written, and what was added since is read as empty', async () => {
    const storage = createMemoryStorage();
    for (const body of sampleRun()) {
      await storage.append(asWrittenEarlier(body), '2026-01-02T03:04:05.000Z');
    }
    const text = bundleText(await exportLedger(storage, '2026-01-03T00:00:00.000Z'));
    expect(text).not.toMatch(/"(?:corrections|omissions|meters|rubrics)"/u);
    const read = readBundle(text);
    if (!read.ok) throw new Error(read.fault.message);
    expect(await verifyBundle(read.value)).toMatchObject({
      intact: true,
      runs: [{ status: 'finished' }],
    });
  });
});
