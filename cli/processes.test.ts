import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { afterAll, describe, expect, it } from 'vitest';
import { createScratch } from '@/cli/testing';
import { writeBundle } from '@/cli/write-bundle';
import { explanationSchema } from '@/lib/explanation/schema';
import { sampleRun } from '@/lib/ledger/sample-run.fixture';

const scratch = createScratch();
afterAll(() => scratch.remove());

/** Runs a command as a person does. */
function run(command: string, args: readonly string[], stdin = '') {
  return new Promise<{ code: number | null; stdout: string; stderr: string }>((resolve, reject) => {
    const child = spawn('npm', ['run', '--silent', command, '--', ...args]);
    let stdout = '';
    let stderr = '';
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      stdout += text;
    });
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      stderr += text;
    });
    child.on('error', reject);
    child.on('close', (code) => resolve({ code, stdout, stderr }));
    child.stdin.end(stdin);
  });
}

const CASE = 'A 34-year-old woman has fever and chills. She denies cough.';

describe('the commands as processes', () => {
  it('verify: 0 for a sound bundle, 1 for a broken one, 2 for none', async () => {
    const sound = scratch.path('sound.json');
    const at = '2026-01-02T03:04:05.000Z';
    await writeBundle(
      sound,
      sampleRun('one').map((body) => ({ body, at })),
    );
    const text = readFileSync(sound, 'utf8');
    const broken = scratch.write('broken.json', text.replace('"text":"one"', '"text":"two"'));
    const [first, second, third] = await Promise.all([
      run('verify', [sound]),
      run('verify', ['-'], readFileSync(broken, 'utf8')),
      run('verify', [scratch.path('none.json')]),
    ]);
    expect([first.code, second.code, third.code]).toEqual([0, 1, 2]);
    expect(second.stdout).toContain('first broken record: 0 (hash)');
    expect(third).toMatchObject({
      stdout: '',
      stderr: expect.stringMatching(/^error: [^\n]+\n$/u),
    });
  });

  it('audit: a case from standard input, one JSON document on standard output', async () => {
    const trace = scratch.write('trace.txt', 'She has a fever. The answer is influenza.');
    const ran = await run('audit', ['--case', '-', '--trace', trace, '--json'], CASE);
    expect(ran.code).toBe(0);
    expect(explanationSchema.parse(JSON.parse(ran.stdout)).case.text).toBe(CASE);
  });

  it('reason: a case from standard input, one JSON document on standard output', async () => {
    const ran = await run('reason', ['--case', '-', '--json', '--max-tokens', '16'], CASE);
    expect(ran.code).toBe(0);
    expect(explanationSchema.parse(JSON.parse(ran.stdout)).trace.model).toBe('rationale-embedded');
  });
});
