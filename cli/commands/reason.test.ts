import { afterAll, describe, expect, it } from 'vitest';
import { reason } from '@/cli/commands/reason';
import { verify } from '@/cli/commands/verify';
import { createScratch, ranInProcess } from '@/cli/testing';
import { explanationSchema } from '@/lib/explanation/schema';
import { restoreFixture } from '@/training/convert/restore-fixture';

const scratch = createScratch();

/** A converted model whose context is too short for any case that is asked in words: enough to see that it was opened. */
function converted(): string {
  const folder = scratch.path('llama-q4');
  restoreFixture('llama-q4', folder);
  return folder;
}
afterAll(() => scratch.remove());

const CASE = scratch.write(
  'case.txt',
  'A 34-year-old woman has fever and chills. She denies cough.',
);

function printed(stdout: string) {
  return explanationSchema.parse(JSON.parse(stdout));
}

describe('reason', () => {
  it('prints an explanation after the contract and writes a bundle that verify finds intact', async () => {
    const bundle = scratch.path('bundle.json');
    const args = ['--case', CASE, '--json', '--max-tokens', '32', '--bundle', bundle];
    const ran = await ranInProcess(reason, args);
    expect(ran.code).toBe(0);
    const explanation = printed(ran.stdout);
    expect(explanation.trace.model).toBe('rationale-embedded');
    expect(explanation.trace.text.length).toBeGreaterThan('<think>'.length);
    expect(explanation.manifest).toMatchObject({
      seed: 0,
      maxTokens: 32,
      sampling: { temperature: 0 },
      engine: { device: 'cpu', files: expect.arrayContaining([expect.anything()]) },
    });
    const verified = await ranInProcess(verify, [bundle, '--json']);
    expect(JSON.parse(verified.stdout)).toMatchObject({
      intact: true,
      chain: { records: 2 },
      runs: [{ status: 'finished', model: 'rationale-embedded' }],
    });
  });

  it('says the same again with the same seed, and something else with another', async () => {
    const texts = [];
    for (const seed of ['3', '3', '4']) {
      const args = ['--case', CASE, '--json', '--max-tokens', '32', '--temperature', '5'];
      const ran = await ranInProcess(reason, [...args, '--seed', seed]);
      texts.push(printed(ran.stdout).trace.text);
    }
    expect(texts[1]).toBe(texts[0]);
    expect(texts[2]).not.toBe(texts[0]);
  });

  it('prints what was said when it is stopped', async () => {
    const stopped = AbortSignal.abort();
    const ran = await ranInProcess(reason, ['--case', CASE, '--json'], '', stopped);
    expect(ran.code).toBe(0);
    expect(printed(ran.stdout)).toMatchObject({
      trace: { stop: 'stopped' },
      answer: { abstained: true },
    });
  });

  const LONG = Array.from({ length: 4000 }, (_, day) => `On day ${day} she had a fever.`).join(' ');

  it.each([
    [
      ['--case', CASE, '--model', 'gpt'],
      'There is no model called "gpt". Choose one of: rationale',
    ],
    [['--case', CASE, '--model', ''], 'There is no model called ""'],
    [['--case', CASE, '--seed', '-1'], '--seed'],
    [['--case', CASE, '--temperature', 'hot'], '--temperature "hot" is not a number from 0 to 5'],
    [['--case', CASE, '--max-tokens', '1.5'], '--max-tokens "1.5" is not a whole number'],
    [['--case', scratch.write('long.txt', LONG)], 'nothing was cut for you'],
    [['--case', scratch.write('odd', '\u0000\u0001\u0002')], 'is not plain text'],
  ])('says in one line what is wrong with %j', async (args, message) => {
    const ran = await ranInProcess(reason, args);
    expect(ran).toMatchObject({ code: 2, stdout: '' });
    const errors = ran.stderr.split('\n').filter((line) => line.startsWith('error: '));
    expect(errors).toEqual([expect.stringContaining(message)]);
  });

  it('opens a model folder and counts in its tokens', async () => {
    const ran = await ranInProcess(reason, ['--case', CASE, '--model-folder', converted()]);
    expect(ran.code).toBe(2);
    expect(ran.stderr).toMatch(/loading .*llama-q4/);
    expect(ran.stderr).toMatch(
      /error: The case is too long for this model: it comes to \d{4} tokens/,
    );
  });

  it('says what is wrong with a model folder', async () => {
    const missing = ['--case', CASE, '--model-folder', scratch.path('nowhere')];
    const ran = await ranInProcess(reason, missing);
    expect([ran.code, ran.stderr]).toEqual([2, expect.stringContaining('nowhere')]);
    const both = ['--case', CASE, '--model-folder', '.', '--model', 'rationale-embedded'];
    expect((await ranInProcess(reason, both)).stderr).toContain('names the model by itself');
  });
});
