import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { upstreamTarget } from './call-upstream';
import { upstreamSchema } from './configuration';
import {
  CHUNKS,
  chatRequest,
  KEY,
  MESSAGES,
  MODELS,
  type Surroundings,
  surroundings,
} from './surroundings.fixture';

let around: Surroundings;
beforeAll(async () => {
  around = await surroundings();
});
afterAll(() => around.close());

const chat = (model: string, extra: object = {}) =>
  around.handlers.chat('gazal', chatRequest({ model, messages: MESSAGES, stream: true, ...extra }));

describe('an upstream', () => {
  it('is listed without its address and its key', async () => {
    const text = await around.handlers.list().text();
    expect(JSON.parse(text)).toEqual({
      upstreams: [{ name: 'gazal', title: 'Gazal-R1 32B', models: MODELS }],
    });
    expect(text).not.toContain(String(around.upstream.port));
  });

  it('is asked with its own key and path, and answers byte for byte, without its headers', async () => {
    const response = await around.handlers.chat(
      'gazal',
      chatRequest(
        { model: 'gazal', messages: MESSAGES, stream: true, top_k: 20, cache_salt: undefined },
        {
          authorization: 'Bearer client',
          cookie: 'session=1',
          'x-request-id': 'abc-1',
          'x-forwarded-for': '192.0.2.1',
        },
      ),
    );
    expect(response.status).toBe(200);
    expect(await response.text()).toBe(CHUNKS.map((chunk) => `data: ${chunk}\n\n`).join(''));
    expect(response.headers.get('content-type')).toContain('text/event-stream');
    for (const name of ['set-cookie', 'server']) expect(response.headers.has(name)).toBe(false);
    const asked = around.upstream.requests.at(-1);
    expect(asked).toMatchObject({ method: 'POST', url: '/v1/chat/completions' });
    expect(asked?.headers).toEqual({
      host: `127.0.0.1:${around.upstream.port}`,
      accept: 'text/event-stream',
      'accept-encoding': 'identity',
      authorization: `Bearer ${KEY}`,
      connection: 'keep-alive',
      'content-length': String(asked?.body.length),
      'content-type': 'application/json',
      'user-agent': 'rationale',
      'x-request-id': 'abc-1',
    });
    expect(JSON.parse(asked?.body ?? '')).toEqual({
      model: 'gazal',
      messages: MESSAGES,
      stream: true,
      top_k: 20,
      cache_salt: expect.stringMatching(/^[\w-]{43}$/),
    });
  });

  it('gives each client a cache salt of its own', async () => {
    const saltOf = async (client: string) => {
      const body = { model: 'gazal', messages: MESSAGES, stream: true };
      const asked = chatRequest(body, { 'x-forwarded-for': client });
      await (await around.handlers.chat('gazal', asked)).text();
      return JSON.parse(around.upstream.requests.at(-1)?.body ?? '').cache_salt;
    };
    const [one, two, again] = [await saltOf('a'), await saltOf('b'), await saltOf('a')];
    expect(one).toBe(again);
    expect(one).not.toBe(two);
  });

  it('tells its models and health as far as they are configured', async () => {
    const request = new Request('http://server/');
    expect(await (await around.handlers.models('gazal', request)).json()).toEqual({
      object: 'list',
      data: [{ id: 'gazal', owned_by: 'vllm', max_model_len: 32768, object: 'model' }],
    });
    expect(await (await around.handlers.health('gazal', request)).json()).toEqual({
      status: 'ok',
      models: ['gazal'],
    });
  });

  it.each([
    ['redirects', 502, 'upstream_redirect'],
    ['refuses', 502, 'upstream_refused_key'],
    ['complains', 400, 'upstream_error'],
    ['busy', 503, 'upstream_error'],
    ['page', 502, 'upstream_not_api'],
    ['silent', 504, 'upstream_late'],
  ])('that %s is a %i with its reason and without the key', async (model, status, code) => {
    const response = await chat(model);
    const text = await response.text();
    expect(response.status).toBe(status);
    expect(JSON.parse(text).error.code).toBe(code);
    expect(text).not.toContain(KEY);
    expect(text).not.toContain(String(around.upstream.port));
    expect(response.headers.get('retry-after')).toBe(model === 'busy' ? '7' : null);
    for (const trap of around.traps) expect(trap.requests).toEqual([]);
  });

  it.each([
    ['stalls', 'upstream_idle'],
    ['breaks', 'upstream_broken'],
  ])('that %s in the middle ends the stream with an error', async (model, code) => {
    const text = await (await chat(model)).text();
    expect(text.startsWith(`data: ${CHUNKS[0]}\n\n`)).toBe(true);
    const last = text.trimEnd().split('\n').at(-1) ?? '';
    expect(JSON.parse(last.replace('data: ', '')).error.code).toBe(code);
  });

  it('hears at once that the client went away, and is free for others', async () => {
    for (const how of ['signal', 'cancel'] as const) {
      const going = new AbortController();
      const body = { model: 'stalls', messages: MESSAGES, stream: true };
      const responses = await Promise.all(
        Array.from({ length: 4 }, () =>
          around.handlers.chat('gazal', chatRequest(body, {}, going.signal)),
        ),
      );
      expect((await chat('gazal')).status).toBe(503);
      if (how === 'signal') going.abort();
      else await Promise.all(responses.map((response) => response.body?.cancel()));
      await expect
        .poll(() => around.upstream.connections(), { timeout: 1000 })
        .toBeLessThanOrEqual(1);
      const next = await chat('gazal');
      expect(next.status).toBe(200);
      await next.text();
    }
  });

  it('gets nothing but known parameters', async () => {
    const refused = async (extra: object) => {
      const response = await chat('gazal', extra);
      return [response.status, (await response.json()).error.param];
    };
    expect(await refused({ tools: [] })).toEqual([400, 'tools']);
    expect(await refused({ api_base: 'http://trap' })).toEqual([400, 'api_base']);
    expect(await refused({ model: 'other' })).toEqual([404, 'model']);
    const picture = [{ type: 'image_url', image_url: { url: 'http://trap' } }];
    const messages = [{ role: 'user', content: picture }];
    expect(await refused({ messages })).toEqual([400, expect.stringMatching(/^messages/)]);
  });
});

describe('a configuration', () => {
  it.each([
    'ftp://host/v1',
    'file:///etc/passwd',
    'http://user:password@host/v1',
    'http://host/v1?x=1',
    'http://host/v1#x',
    '//host/v1',
    '/v1',
    'host',
  ])('may not have %s for an address', (baseUrl) => {
    const given = { name: 'a', title: 'A', baseUrl, models: ['m'] };
    expect(upstreamSchema.safeParse(given).success).toBe(false);
  });

  it('needs the key that it names', () => {
    const given = { name: 'a', title: 'A', baseUrl: 'http://host/v1', models: ['m'] };
    const configuration = upstreamSchema.parse({ ...given, keyVariable: 'A_KEY' });
    expect(() => upstreamTarget(configuration, {})).toThrow('A_KEY');
    expect(() => upstreamTarget(configuration, { A_KEY: 'a\r\nhost: b' })).toThrow('A_KEY');
  });
});
