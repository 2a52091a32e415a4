import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type ApiServer, createApiServer } from '@/app/api/v1/server';
import { evaluate } from '@/cli/commands/evaluate';
import { createScratch, ranInProcess } from '@/cli/testing';
import { DIALECTS, replayedAnswer } from '@/lib/engine/endpoint/dialects.fixture';
import { json, speaking, startServer, stream } from '@/lib/engine/endpoint/replay-server.fixture';
import { parseConfiguration } from '@/lib/engine/served/configuration';
import { modelsResponse } from '@/lib/engine/served/status-handlers';
import { type ListeningServer, listen } from '@/lib/engine/served/testing';
import { COMPLETE_OUTPUT } from '@/lib/trace/testing';

const scratch = createScratch();
const HEADER = 'AGE,DIFFERENTIAL_DIAGNOSIS,SEX,PATHOLOGY,EVIDENCES,INITIAL_EVIDENCE';
const ROW =
  "34,\"[['Influenza', 0.5], ['Bronchitis', 0.3]]\",F,Pneumonia,\"['E_66', 'E_77', 'E_91', 'E_201']\",E_66";
const OTHER = ROW.replace('34', '71').replace(',F,', ',M,');
const PATIENTS = scratch.write('patients.csv', `${HEADER}\n${ROW}\n${OTHER}\n`);
const DATASET = ['--dataset', 'ddxplus', '--file', PATIENTS, '--json'];
const MODEL = 'test/model-32b';
const [THINKING = '', ANSWER = ''] = COMPLETE_OUTPUT.replace('<think>\n', '').split('</think>\n');

let server: ApiServer;
let own: ListeningServer;
beforeAll(async () => {
  const configuration = parseConfiguration('{}');
  if (!configuration.ok) throw new Error(configuration.fault.message);
  server = createApiServer(configuration.value, {}, join(import.meta.dirname, '../../public'));
  own = await listen(async (request) =>
    new URL(request.url).pathname === '/v1/models' ? modelsResponse(server) : server.chat(request),
  );
});
afterAll(async () => {
  await (await server.model.open()).engine.dispose();
  await own.close();
  scratch.remove();
});

/** Milliseconds: four runs of the embedded model, on a machine that may be busy. */
const PATIENCE = 240_000;

/** A server that breaks off in the middle of an answer after so many whole ones; one that refuses from the first. */
async function serverThatFails(after: number) {
  const [dialect] = DIALECTS;
  if (dialect === undefined) throw new Error('there is no dialect');
  let answers = 0;
  const whole = speaking(dialect, replayedAnswer(THINKING, ANSWER));
  return startServer((asked, response) => {
    if (asked.path === '/v1/chat/completions') answers += 1;
    if (answers <= after) return whole(asked, response);
    if (after === 0) return json(response, 401, { error: { message: 'who are you?' } });
    stream(response);
    response.write('data: {"choices":[{"index":0,"delta":{"content":"So"}}]}\n\n', () =>
      response.destroy(),
    );
  });
}

describe('evaluate --endpoint', () => {
  it(
    'gives the figures that the same model gives on this device',
    async () => {
      const dataset = [...DATASET, '--limit', '1'];
      const here = await ranInProcess(evaluate, dataset);
      const endpoint = ['--endpoint', `${own.url}/v1`, '--model', 'rationale-embedded'];
      const there = await ranInProcess(evaluate, [...dataset, ...endpoint]);
      expect(there.code).toBe(0);
      expect(there.stderr).toContain('2/2');
      const [inHere, inThere] = [JSON.parse(here.stdout), JSON.parse(there.stdout)];
      expect(inThere).toMatchObject({ model: 'rationale-embedded', n: 1 });
      expect(inThere.metrics).toEqual(inHere.metrics);
      expect(inThere.items).toEqual(inHere.items);
    },
    PATIENCE,
  );

  it('keeps the figures of what was answered when the server goes away', async () => {
    const failing = await serverThatFails(3);
    const args = [...DATASET, '--endpoint', `${failing.origin}/v1`, '--model', MODEL];
    const ran = await ranInProcess(evaluate, args);
    await failing.close();
    expect(ran.code).toBe(1);
    expect(ran.stderr).toMatch(/^error: .+$/m);
    const { items, model } = JSON.parse(ran.stdout);
    expect(model).toBe(MODEL);
    expect(items.map(({ answer }: { answer: string }) => answer)).toEqual(
      Array.from({ length: 3 }, () => 'Influenza'),
    );
  });

  it('ends with one line where the server refuses from the first', async () => {
    const failing = await serverThatFails(0);
    const args = [...DATASET, '--endpoint', `${failing.origin}/v1`, '--model', MODEL];
    const ran = await ranInProcess(evaluate, args);
    await failing.close();
    expect(ran).toMatchObject({ stdout: '' });
    expect(ran.code).not.toBe(0);
    expect(ran.stderr.trim().split('\n').at(-1)).toContain('error: ');
  });

  it.each([
    [['--endpoint', 'http://127.0.0.1:9/v1'], '--model is missing'],
    [['--key-from', 'KEY'], '--key-from is for a server'],
    [['--model-folder', 'x', '--model', 'y'], '--model-folder names the model by itself'],
  ])('refuses %j before anything is asked', async (args, message) => {
    const ran = await ranInProcess(evaluate, [...DATASET, ...args]);
    expect(ran).toMatchObject({ code: 2, stdout: '' });
    expect(ran.stderr).toContain(message);
  });
});
