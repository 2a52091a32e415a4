import { readFileSync } from 'node:fs';
import { afterAll, describe, expect, it } from 'vitest';
import { verify } from '@/cli/commands/verify';
import { createScratch, ranInProcess } from '@/cli/testing';
import { writeBundle } from '@/cli/write-bundle';
import { sampleRun } from '@/lib/ledger/sample-run.fixture';

const scratch = createScratch();
afterAll(() => scratch.remove());

const AT = '2026-01-02T03:04:05.000Z';

async function bundlePath(name: string): Promise<string> {
  const path = scratch.path(name);
  const bodies = [...sampleRun('one'), ...sampleRun('two')];
  await writeBundle(
    path,
    bodies.map((body) => ({ body, at: AT })),
  );
  return path;
}

describe('verify', () => {
  it('says what was checked and lists the runs', async () => {
    const ran = await ranInProcess(verify, [await bundlePath('whole.json')]);
    expect(ran).toMatchObject({ code: 0, stderr: '' });
    expect(ran.stdout).toContain('INTACT');
    expect(ran.stdout).toContain('4 records hashed anew');
    expect(ran.stdout.match(/finished: Influenza/gu)).toHaveLength(2);
  });

  it('reads a bundle from standard input', async () => {
    const text = readFileSync(await bundlePath('piped.json'));
    expect(await ranInProcess(verify, ['-', '--json'], text)).toMatchObject({ code: 0 });
  });

  it('exits with 1 and names the first broken record', async () => {
    const text = readFileSync(await bundlePath('sound.json'), 'utf8');
    const path = scratch.write('broken.json', text.replace('"text":"two"', '"text":"too"'));
    const ran = await ranInProcess(verify, [path]);
    expect(ran.code).toBe(1);
    expect(ran.stdout).toContain('first broken record: 2 (hash)');
    const json = await ranInProcess(verify, [path, '--json']);
    expect(JSON.parse(json.stdout)).toMatchObject({ intact: false, index: 2, reason: 'hash' });
  });

  it.each([
    [[], 'No bundle is given'],
    [['a', 'b'], 'More than one bundle'],
    [[scratch.path('none.json')], 'no such file'],
    [[scratch.write('prose.json', 'A case.')], 'Not JSON'],
    [[scratch.write('other.json', '{"a":1}')], 'format: must be "rationale-bundle"'],
    [[scratch.write('binary', Buffer.from([0x50, 0x4b, 3, 4, 0]))], 'not plain text'],
  ])('exits with 2 and one line for %j', async (args, message) => {
    const ran = await ranInProcess(verify, args);
    expect(ran).toMatchObject({ code: 2, stdout: '' });
    expect(ran.stderr.trim().split('\n')).toEqual([expect.stringContaining(message)]);
  });
});
