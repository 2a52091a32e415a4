import { afterEach, describe, expect, it } from 'vitest';
import { DIALECTS, type Dialect, replayedAnswer } from './dialects.fixture';
import {
  type Asked,
  connectionTo,
  json,
  nodeSurroundings,
  type ReplayServer,
  speaking,
  startServer,
  stream,
} from './replay-server.fixture';
import { type EndpointCheck, testEndpoint } from './test-endpoint';

const servers: ReplayServer[] = [];
afterEach(async () => {
  for (const server of servers.splice(0)) await server.close();
});

interface Behaviour {
  /** Whether it thinks though it is told not to. */
  readonly ignoresSwitch?: boolean;
  /** What a form does to it. */
  readonly form?: 'kept' | 'stops-thinking' | 'ignored' | 'refused';
  /** What a limit does to its thinking, and how it thinks without one. */
  readonly budget?: 'kept' | 'ignored' | 'refused';
  readonly thinking?: string;
}

const LONG_THOUGHT = '17 and 20 are 37, and 5 are 42. Let me check that again. '.repeat(8);

function has(asked: Asked, words: string): boolean {
  return JSON.stringify(asked.body ?? null).includes(words);
}

/** A model that thinks, then answers 42, behind a server of the dialect. */
async function serveModel(
  dialect: Dialect,
  {
    ignoresSwitch = false,
    form = 'kept',
    budget = 'kept',
    thinking = LONG_THOUGHT,
  }: Behaviour = {},
) {
  const server = await startServer(
    speaking(dialect, replayedAnswer('', ''), (asked, response) => {
      const isFormed = has(asked, 'json_schema');
      if (isFormed && form === 'refused') {
        json(response, 400, { error: { message: 'response_format is not supported' } });
        return;
      }
      const isLimited = has(asked, '_budget');
      if (isLimited && budget === 'refused') {
        json(response, 400, { error: { message: 'reasoning_config is not configured' } });
        return;
      }
      const off = has(asked, '"enable_thinking":false') || has(asked, '"reasoning_effort":"none"');
      const silent = (off && !ignoresSwitch) || (isFormed && form === 'stops-thinking');
      const answer = isFormed && form !== 'ignored' ? '{"sum": 42}' : '42';
      const thought = isLimited && budget === 'kept' ? thinking.slice(0, 60) : thinking;
      const said = replayedAnswer(silent ? '' : thought, answer, 3);
      const tokens = silent ? said.tokens.filter(({ part }) => part === 'answer') : said.tokens;
      stream(response);
      response.end(dialect.frames({ ...said, tokens }).join(''));
    }),
  );
  servers.push(server);
  return server;
}

async function report(server: ReplayServer, dialect: Dialect, model?: string) {
  const connection = connectionTo(server, dialect, model === undefined ? {} : { model });
  const told: EndpointCheck[] = [];
  const { signal } = new AbortController();
  const tested = await testEndpoint(connection, nodeSurroundings(), signal, (check) => {
    told.push(check);
  });
  expect(told).toEqual(tested.checks);
  const outcomes = Object.fromEntries(tested.checks.map(({ id, outcome }) => [id, outcome]));
  return { ...tested, outcomes };
}

function dialectOf(id: Dialect['id']): Dialect {
  const found = DIALECTS.find((dialect) => dialect.id === id);
  if (found === undefined) throw new Error(id);
  return found;
}

describe('the test of an endpoint', () => {
  it.each(DIALECTS.map((dialect) => [dialect.id, dialect] as const))(
    'says what %s supports',
    async (id, dialect) => {
      const server = await serveModel(dialect);
      const { server: family, outcomes } = await report(server, dialect);
      expect(family).toBe(id);
      expect(outcomes).toEqual({
        reachable: 'works',
        health: id === 'ollama' ? 'not-told' : 'works',
        model: 'works',
        context: id === 'ollama' ? 'not-told' : 'works',
        answers: 'works',
        streams: 'works',
        reasoning: 'works',
        probabilities: { all: 'works', most: 'in-part', none: 'fails' }[dialect.probabilities],
        ...(id === 'tgi' ? {} : { 'thinking-switch': 'works' }),
        'thinking-budget': id === 'ollama' || id === 'tgi' ? 'fails' : 'works',
        'structured-output': 'works',
      });
      // No case is sent, nor anything that could be one.
      for (const { body } of server.asked.filter(({ method }) => method === 'POST')) {
        expect(body).toMatchObject({
          messages: [{ content: expect.stringMatching(/^What is 17/) }],
        });
      }
    },
  );

  it.each([
    ['stops-thinking', 'in-part'],
    ['ignored', 'fails'],
    ['refused', 'fails'],
  ] as const)('tells of a form that is %s', async (form, outcome) => {
    const vllm = dialectOf('vllm');
    const { outcomes } = await report(await serveModel(vllm, { form }), vllm);
    expect(outcomes['structured-output']).toBe(outcome);
  });

  it.each([
    ['ignored', LONG_THOUGHT, 'fails', 'thought on all the same'],
    ['refused', LONG_THOUGHT, 'fails', 'reasoning_config is not configured'],
    ['kept', 'Easy: 42.', 'not-told', 'so little'],
  ] as const)(
    'tells of a limit to thinking that is %s',
    async (budget, thinking, outcome, words) => {
      for (const id of ['vllm', 'sglang', 'llama.cpp'] as const) {
        const dialect = dialectOf(id);
        const { checks } = await report(await serveModel(dialect, { budget, thinking }), dialect);
        const check = checks.find((one) => one.id === 'thinking-budget');
        expect(check).toMatchObject({ outcome, detail: expect.stringContaining(words) });
      }
    },
  );

  it('says of servers that know no limit to thinking that it is not supported, and sends none', async () => {
    for (const id of ['ollama', 'tgi'] as const) {
      const dialect = dialectOf(id);
      const server = await serveModel(dialect);
      const { checks } = await report(server, dialect);
      const check = checks.find((one) => one.id === 'thinking-budget');
      expect(check?.detail).toContain('not supported by this server');
      expect(server.asked.some((asked) => has(asked, '_budget'))).toBe(false);
    }
  });

  it('tells of a server that is still loading', async () => {
    const vllm = dialectOf('vllm');
    const server = await startServer((asked, response) =>
      asked.path === '/health'
        ? json(response, 503, { error: { message: 'Loading model' } })
        : speaking(vllm, replayedAnswer('', '42'))(asked, response),
    );
    servers.push(server);
    expect((await report(server, vllm)).outcomes.health).toBe('fails');
  });

  it('tells when a model thinks though it is told not to, and when another model is asked for', async () => {
    const vllm = dialectOf('vllm');
    const server = await serveModel(vllm, { ignoresSwitch: true });
    const { outcomes, checks } = await report(server, vllm, 'another');
    expect(outcomes).toMatchObject({ 'thinking-switch': 'fails', model: 'in-part' });
    expect(checks.find(({ id }) => id === 'model')?.detail).toContain('"test/model-32b"');
  });

  it('tells probabilities that belong to other text from none', async () => {
    const vllm = dialectOf('vllm');
    const server = await startServer(
      speaking(vllm, replayedAnswer('', ''), (_, response) => {
        const logprobs = { content: [{ token: 'x', logprob: -0.1, top_logprobs: [] }] };
        const choices = [{ index: 0, delta: { content: '42' }, logprobs, finish_reason: 'stop' }];
        stream(response);
        response.end(`data: ${JSON.stringify({ choices })}\n\n`);
      }),
    );
    servers.push(server);
    const { checks, outcomes } = await report(server, vllm);
    expect(outcomes).toMatchObject({
      probabilities: 'fails',
      reasoning: 'fails',
      streams: 'fails',
    });
    expect(checks.find(({ id }) => id === 'probabilities')?.detail).toContain('other text');
  });

  it('ends with what fails', async () => {
    const vllm = dialectOf('vllm');
    const refusing = await startServer((_, response) => json(response, 401, { error: 'no key' }));
    servers.push(refusing);
    expect((await report(refusing, vllm)).outcomes).toEqual({ reachable: 'fails' });
    const broken = await startServer(
      speaking(vllm, replayedAnswer('', ''), (_, response) =>
        json(response, 500, { error: { message: 'CUDA error' } }),
      ),
    );
    servers.push(broken);
    const { checks } = await report(broken, vllm);
    expect(checks.at(-1)).toMatchObject({
      id: 'answers',
      outcome: 'fails',
      detail: expect.stringContaining('CUDA error'),
    });
  });
});
