import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import OpenAI from 'openai';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { parseConfiguration } from '@/lib/engine/served/configuration';
import {
  healthResponse,
  metricsResponse,
  modelsResponse,
} from '@/lib/engine/served/status-handlers';
import { type ListeningServer, listen } from '@/lib/engine/served/testing';
import { type ApiServer, createApiServer } from './server';

const PUBLIC = join(import.meta.dirname, '../../../public');
const MODEL = 'rationale-embedded';
const CASE =
  'A 34-year-old woman has fever and cough since three days. She has chest pain when breathing in.\n' +
  'What is the most likely diagnosis?\nA) Pneumonia\nB) Pulmonary embolism';
const MESSAGES = [{ role: 'user' as const, content: CASE }];

function serverWith(settings: object, environment: Record<string, string> = {}): ApiServer {
  const configuration = parseConfiguration(JSON.stringify(settings));
  if (!configuration.ok) throw new Error(configuration.fault.message);
  return createApiServer(configuration.value, environment, PUBLIC);
}

const opened: ListeningServer[] = [];
async function reachable(server: ApiServer): Promise<string> {
  const listening = await listen(async (request) => {
    const { pathname } = new URL(request.url);
    if (pathname === '/v1/models') return modelsResponse(server);
    if (pathname === '/v1/health') return healthResponse(server);
    if (pathname === '/v1/metrics') return metricsResponse(server);
    return server.chat(request);
  });
  opened.push(listening);
  return listening.url;
}

function ask(url: string, body: unknown, init: RequestInit = {}): Promise<Response> {
  return fetch(`${url}/v1/chat/completions`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
    ...init,
  });
}

/** What vLLM adds to a message or a delta, which the types of the openai client do not know. */
function reasoningOf(part: object): string {
  return 'reasoning' in part && typeof part.reasoning === 'string' ? part.reasoning : '';
}

describe('our own endpoint with the embedded model', () => {
  let server: ApiServer;
  let url: string;
  let client: OpenAI;
  beforeAll(async () => {
    server = serverWith({ requestsPerMinute: 10_000 });
    url = await reachable(server);
    client = new OpenAI({ baseURL: `${url}/v1`, apiKey: 'none', maxRetries: 0 });
  });
  afterAll(async () => {
    await (await server.model.open()).engine.dispose();
    await Promise.all(opened.map((listening) => listening.close()));
  });

  it('answers the openai client, whole', async () => {
    const answer = await client.chat.completions.create({
      model: MODEL,
      messages: MESSAGES,
      logprobs: true,
      top_logprobs: 2,
    });
    expect(answer).toMatchObject({ object: 'chat.completion', model: MODEL });
    const [choice] = answer.choices;
    expect(choice?.finish_reason).toBe('stop');
    expect(choice?.message.content).toContain('**Primary Diagnosis**: ');
    expect(choice?.message.content).not.toContain('think>');
    expect(reasoningOf(choice?.message ?? {})).toContain('Step 1: Problem representation.');
    const tokens = choice?.logprobs?.content ?? [];
    expect(answer.usage?.completion_tokens).toBe(tokens.length);
    expect(tokens.map(({ token }) => token).join('')).toBe(
      `${reasoningOf(choice?.message ?? {})}</think>${choice?.message.content}`,
    );
    for (const { logprob, top_logprobs } of tokens) {
      expect(logprob).toBeLessThanOrEqual(0);
      expect(top_logprobs).toHaveLength(2);
    }
  });

  it('streams to the openai client what it answers whole', async () => {
    const request = { model: MODEL, messages: MESSAGES, temperature: 0.9, seed: 7 };
    const whole = await client.chat.completions.create(request);
    const stream = await client.chat.completions.create({
      ...request,
      stream: true,
      logprobs: true,
      stream_options: { include_usage: true },
    });
    let [reasoning, content, raw] = ['', '', ''];
    const finished: unknown[] = [];
    let usage: unknown;
    for await (const chunk of stream) {
      for (const choice of chunk.choices) {
        reasoning += reasoningOf(choice.delta);
        content += choice.delta.content ?? '';
        raw += (choice.logprobs?.content ?? []).map(({ token }) => token).join('');
        if (choice.finish_reason !== null) finished.push(choice.finish_reason);
      }
      if (chunk.choices.length === 0) usage = chunk.usage;
    }
    const message = whole.choices[0]?.message ?? {};
    expect({ content, reasoning }).toEqual({
      content: 'content' in message ? message.content : undefined,
      reasoning: reasoningOf(message),
    });
    expect(raw).toBe(`${reasoning}</think>${content}`);
    expect(finished).toEqual(['stop']);
    expect(usage).toEqual(whole.usage);
  });

  /** What `curl -N` shows of an answer. */
  const curl = async (body: object) => {
    const { stdout } = await promisify(execFile)('curl', [
      '-sN',
      `${url}/v1/chat/completions`,
      ...['-H', 'content-type: application/json', '-d', JSON.stringify(body)],
    ]);
    return stdout;
  };

  it('answers curl -N whole where no stream is asked for', async () => {
    const answer = JSON.parse(await curl({ messages: MESSAGES, max_tokens: 4 }));
    expect(answer).toMatchObject({
      object: 'chat.completion',
      choices: [{ finish_reason: 'length' }],
      usage: { completion_tokens: 4 },
    });
  });

  it('streams events that curl -N shows as they come, ended by [DONE]', async () => {
    const stdout = await curl({ messages: MESSAGES, max_tokens: 4, stream: true });
    const events = stdout.split('\n\n').filter((event) => event !== '');
    expect(events.every((event) => event.startsWith('data: '))).toBe(true);
    expect(events.at(-1)).toBe('data: [DONE]');
    const chunks = events.slice(0, -1).map((event) => JSON.parse(event.slice('data: '.length)));
    expect(chunks[0].choices[0].delta).toEqual({ role: 'assistant', content: '' });
    expect(chunks).toHaveLength(6);
    expect(chunks.at(-1).choices[0].finish_reason).toBe('length');
  });

  it('refuses with error objects', async () => {
    const refused = async (body: unknown, init: RequestInit = {}) => {
      const response = await ask(url, body, init);
      const { error } = await response.json();
      return { status: response.status, param: error.param, type: error.type };
    };
    const type = 'invalid_request_error';
    expect(await refused({ messages: MESSAGES, n: 2 })).toEqual({ status: 400, param: 'n', type });
    expect(await refused({ messages: MESSAGES, tools: [{ type: 'function' }] })).toMatchObject({
      status: 400,
      param: 'tools',
    });
    expect(await refused({ messages: MESSAGES, temperature: -1 })).toMatchObject({ status: 400 });
    expect(await refused({ messages: [] })).toMatchObject({ status: 400, param: 'messages' });
    expect(await refused({ messages: MESSAGES, model: 'gpt-9' })).toMatchObject({
      status: 404,
      param: 'model',
    });
    const long = [{ role: 'user', content: 'She has a fever. '.repeat(200) }];
    expect(await refused({ messages: long, stream: true })).toMatchObject({ status: 400, type });
    expect(await refused(undefined, { body: '{' })).toMatchObject({ status: 400 });
    expect(await refused(undefined, { body: '[]' })).toMatchObject({ status: 400 });
    const large = { messages: [{ role: 'user', content: 'x'.repeat(300_000) }] };
    expect(await refused(large)).toMatchObject({ status: 413 });
    const endless = new ReadableStream<Uint8Array>({
      pull: (controller) => controller.enqueue(new Uint8Array(65_536).fill(0x20)),
    });
    const unannounced: RequestInit & { duplex: 'half' } = { body: endless, duplex: 'half' };
    expect(await refused(undefined, unannounced)).toMatchObject({ status: 413 });
    const plain = { headers: { 'content-type': 'text/plain' } };
    expect(await refused({ messages: MESSAGES }, plain)).toMatchObject({ status: 415 });
    await expect(
      client.chat.completions.create({ model: 'gpt-9', messages: MESSAGES }),
    ).rejects.toBeInstanceOf(OpenAI.NotFoundError);
  });

  it('ignores parameters that change nothing', async () => {
    const body = { messages: MESSAGES, max_tokens: 1, user: 'a', n: 1, stop: [], cache_salt: 'b' };
    expect((await ask(url, body)).status).toBe(200);
  });

  it('ends the run of a client that goes away, and serves the next', async () => {
    const cancelled = () =>
      server.metrics.text({}).includes('rationale_runs_total{finish="cancelled"}');
    expect(cancelled()).toBe(false);
    const going = new AbortController();
    const response = await ask(url, { messages: MESSAGES, stream: true }, { signal: going.signal });
    const reader = response.body?.getReader();
    await reader?.read();
    going.abort();
    await expect.poll(cancelled, { timeout: 20_000 }).toBe(true);
    expect(server.queue).toMatchObject({ running: 0, waiting: 0 });
    expect((await ask(url, { messages: MESSAGES, max_tokens: 1 })).status).toBe(200);
  });

  it('lists its model, tells its health and counts what it does', async () => {
    const models = await client.models.list();
    expect(models.data).toMatchObject([{ id: MODEL, max_model_len: 1024 }]);
    expect(await (await fetch(`${url}/v1/health`)).json()).toMatchObject({
      status: 'ok',
      model: { state: 'ready' },
    });
    const metrics = await (await fetch(`${url}/v1/metrics`)).text();
    expect(metrics).toMatch(/^rationale_requests_total\{route="chat",status="200"\} \d+$/m);
    expect(metrics).toMatch(/^rationale_run_seconds_bucket\{le="\+Inf"\} \d+$/m);
    for (const line of metrics.trimEnd().split('\n')) {
      expect(line).toMatch(/^(?:# (?:HELP|TYPE) \w+ .+|\w+(?:\{[^}]+\})? \d[\d.e+-]*)$/);
    }
  });
});

describe('a server', () => {
  const servers: ApiServer[] = [];
  const crowded = async (settings: object, environment: Record<string, string> = {}) => {
    const server = serverWith(settings, environment);
    servers.push(server);
    return { server, url: await reachable(server) };
  };
  afterEach(async () => {
    for (const server of servers.splice(0)) {
      if (server.model.state === 'ready') await (await server.model.open()).engine.dispose();
    }
  });

  it('asked by 64 at once: each is served whole or refused with 503 and a time, none is lost', async () => {
    const { server, url } = await crowded({ waiting: 20, requestsPerMinute: 10_000 });
    const answers = await Promise.all(
      Array.from({ length: 64 }, async (_, index) => {
        const stream = index % 2 === 0;
        const response = await ask(url, { messages: MESSAGES, max_tokens: 8, stream });
        return { response, text: await response.text(), stream };
      }),
    );
    const served = answers.filter(({ response }) => response.status === 200);
    const refused = answers.filter(({ response }) => response.status === 503);
    expect(served.length).toBeGreaterThanOrEqual(21);
    expect(served.length + refused.length).toBe(64);
    for (const { text, stream } of served) {
      if (stream) expect(text).toMatch(/"finish_reason":"length".*\n\ndata: \[DONE\]\n\n$/s);
      else expect(JSON.parse(text).usage.completion_tokens).toBe(8);
    }
    for (const { response, text } of refused) {
      expect(Number(response.headers.get('retry-after'))).toBeGreaterThanOrEqual(1);
      expect(JSON.parse(text).error.code).toBe('queue_full');
    }
    expect(server.queue).toMatchObject({ running: 0, waiting: 0 });
  });

  it('asked too often by one client: 429 with a time beyond its rate', async () => {
    const { url } = await crowded({ requestsPerMinute: 2 });
    const statuses: number[] = [];
    for (let index = 0; index < 3; index += 1) {
      const response = await ask(url, {});
      statuses.push(response.status);
      if (response.status === 429) expect(response.headers.get('retry-after')).toBe('30');
    }
    expect(statuses).toEqual([400, 400, 429]);
  });

  it('asked without its key: 401', async () => {
    const { url } = await crowded({ keyVariable: 'KEY' }, { KEY: 'secret' });
    expect((await ask(url, {})).status).toBe(401);
    const headers = { 'content-type': 'application/json', authorization: 'Bearer secret' };
    expect((await ask(url, {}, { headers })).status).toBe(400);
  });

  it('with a model of a folder and its own chat template: the same model, asked as a conversation', async () => {
    const { url } = await crowded({
      model: {
        id: 'from-a-folder',
        folder: join(PUBLIC, 'models/rationale-embedded'),
        prompt: 'chat-template',
      },
    });
    const content = '34-year-old woman.\n- fever [1]; cough [1]';
    const response = await ask(url, { messages: [{ role: 'user', content }], max_tokens: 24 });
    const { model, choices } = await response.json();
    expect(model).toBe('from-a-folder');
    expect(choices[0].message).toMatchObject({
      content: '',
      reasoning: expect.stringMatching(/Step 1: Problem representation/),
    });
  });

  it('with a reader that reads nothing goes on to the next', async () => {
    const { server } = await crowded({});
    const request = (body: object) =>
      new Request('http://server/v1/chat/completions', {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(body),
      });
    const unread = await server.chat(request({ messages: MESSAGES, max_tokens: 16, stream: true }));
    const read = await server.chat(request({ messages: MESSAGES, max_tokens: 1 }));
    expect([unread.status, read.status]).toEqual([200, 200]);
    expect(await unread.text()).toContain('[DONE]');
  });
});
