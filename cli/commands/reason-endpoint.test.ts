import { afterAll, afterEach, describe, expect, it } from 'vitest';
import { reason } from '@/cli/commands/reason';
import { verify } from '@/cli/commands/verify';
import { createScratch, ranInProcess } from '@/cli/testing';
import { DIALECTS, replayedAnswer } from '@/lib/engine/endpoint/dialects.fixture';
import {
  json,
  type ReplayServer,
  speaking,
  startServer,
} from '@/lib/engine/endpoint/replay-server.fixture';
import { explanationSchema } from '@/lib/explanation/schema';

const scratch = createScratch();
const servers: ReplayServer[] = [];
afterAll(() => scratch.remove());
afterEach(async () => {
  for (const server of servers.splice(0)) await server.close();
});

const CASE = scratch.write(
  'case.txt',
  'A 34-year-old woman has fever and chills. She has no cough.',
);
const SAID = replayedAnswer(
  'Step 1: Problem representation. A woman with fever [1].\nStep 2: Evidence. She has a cough [2].\n',
  '\n## Clinical Assessment\n\n**Primary Diagnosis**: Influenza\n\n**Confidence**: 80%\n',
);
const [VLLM] = DIALECTS;

async function serve(...[chat]: Partial<[Parameters<typeof speaking>[2]]>): Promise<ReplayServer> {
  if (VLLM === undefined) throw new Error('no dialect');
  const server = await startServer(speaking(VLLM, SAID, chat));
  servers.push(server);
  return server;
}

function argumentsFor({ origin }: ReplayServer, ...more: readonly string[]): readonly string[] {
  return ['--case', CASE, '--endpoint', `${origin}/v1`, '--model', 'test/model-32b', ...more];
}

describe('reason --endpoint', () => {
  it('runs the whole pipeline, with the key of the environment and a bundle that verify finds intact', async () => {
    process.env.RATIONALE_TEST_KEY = 'sk-test';
    const server = await serve();
    const bundle = scratch.path('bundle.json');
    const given = argumentsFor(server, '--key-from', 'RATIONALE_TEST_KEY', '--bundle', bundle);
    const ran = await ranInProcess(reason, [...given, '--json']);
    expect(ran).toMatchObject({ code: 0, stderr: expect.stringContaining('vLLM at 127.0.0.1') });
    expect(ran.stdout + ran.stderr).not.toContain('sk-test');
    const explanation = explanationSchema.parse(JSON.parse(ran.stdout));
    expect(explanation.answer).toMatchObject({ diagnosis: 'Influenza', probability: 0.8 });
    expect(explanation.trace.channels.map(({ channel }) => channel)).toEqual([
      'thinking',
      'answer',
    ]);
    expect(explanation.verdicts).toContainEqual(
      expect.objectContaining({ check: 'citations', outcome: 'contradicted' }),
    );
    expect(explanation.manifest).toMatchObject({
      engine: { kind: 'endpoint', contextLength: 8192 },
      sampling: { temperature: 0.6, topP: 0.95 },
      maxTokens: 4096,
    });
    const chat = server.asked.find(({ path }) => path === '/v1/chat/completions');
    expect(chat?.headers.authorization).toBe('Bearer sk-test');
    expect(chat?.body).toMatchObject({
      model: 'test/model-32b',
      messages: [{ role: 'user', content: expect.stringContaining('[2] She has no cough.') }],
    });
    const verified = await ranInProcess(verify, [bundle, '--json']);
    expect(JSON.parse(verified.stdout)).toMatchObject({ intact: true });
  });

  it('asks a model of the catalogue as its card recommends, and as told', async () => {
    const server = await serve();
    const model = 'TachyHealth/Gazal-R1-32B-GRPO-preview';
    const given = ['--case', CASE, '--endpoint', `${server.origin}/v1`, '--model', model, '--json'];
    await ranInProcess(reason, given);
    await ranInProcess(reason, [...given, '--temperature', '0', '--max-tokens', '9']);
    const bodies = server.asked
      .filter(({ path }) => path === '/v1/chat/completions')
      .map(({ body }) => body);
    expect(bodies[0]).toMatchObject({ temperature: 0.7, top_p: 0.8, top_k: 20 });
    expect(bodies[1]).toMatchObject({ temperature: 0, top_p: 0.8, max_tokens: 9 });
  });

  it('asks for no longer an answer than the context holds beside the case', async () => {
    const server = await serve();
    await ranInProcess(reason, argumentsFor(server, '--max-tokens', '100000'));
    const chat = server.asked.find(({ path }) => path === '/v1/chat/completions');
    const asked: unknown = Reflect.get(Object(chat?.body), 'max_tokens');
    expect(asked).toBeGreaterThan(4096);
    expect(asked).toBeLessThan(8192);
  });

  it('tells of a wait, and prints what was said when the server fails', async () => {
    let count = 0;
    const server = await serve((_, response) => {
      count += 1;
      if (count === 1) {
        json(response, 503, { error: { message: 'Loading model' } }, { 'retry-after': '0.01' });
        return;
      }
      response.writeHead(200, { 'content-type': 'text/event-stream' });
      response.write(VLLM?.frames(SAID).slice(0, 4).join(''));
      response.end('data: {"error":{"message":"CUDA error"}}\n\n');
    });
    const ran = await ranInProcess(reason, argumentsFor(server, '--json'));
    expect(ran.code).toBe(1);
    expect(ran.stderr).toContain('no room (Loading model); asking again in 1 s');
    expect(ran.stderr).toContain('CUDA error');
    expect(explanationSchema.parse(JSON.parse(ran.stdout)).trace.stop).toBe('failed');
  });

  it.each([
    [['--endpoint', 'http://127.0.0.1:1/v1'], 2, '--model is missing'],
    [['--endpoint', 'localhost:8000', '--model', 'm'], 2, 'begins with http:// or https://'],
    [['--endpoint', 'http://127.0.0.1:1/v1', '--model', 'm'], 1, 'cannot be reached'],
    [['--endpoint', 'http://h/v1', '--model', 'm', '--key-from', 'NOT_SET_1'], 2, 'NOT_SET_1'],
    [['--key-from', 'NOT_SET_1'], 2, '--key-from is for a server'],
  ])('says in one line what is wrong with %j', async (given, code, message) => {
    const ran = await ranInProcess(reason, ['--case', CASE, ...given]);
    expect(ran).toMatchObject({ code, stdout: '' });
    const errors = ran.stderr.split('\n').filter((line) => line.startsWith('error: '));
    expect(errors).toEqual([expect.stringContaining(message)]);
  });
});
