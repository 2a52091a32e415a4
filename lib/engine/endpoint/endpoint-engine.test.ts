import type { ServerResponse } from 'node:http';
import { afterEach, describe, expect, it } from 'vitest';
import { FaultError } from '@/lib/text/outcome';
import type { EngineEvent, GenerateRequest } from '../engine';
import type { EndpointConnection } from './connection';
import { DIALECTS, type Dialect, replayedAnswer } from './dialects.fixture';
import { openEndpointEngine } from './endpoint-engine';
import {
  type Answer,
  connectionTo,
  json,
  nodeSurroundings,
  type ReplayServer,
  speaking,
  startServer,
  stream,
} from './replay-server.fixture';
import type { Patience } from './surroundings';

const SAID = replayedAnswer('Fever [1] and chills [1] 🫀. ', '**Primary Diagnosis**: Influenza\n');
const REQUEST: GenerateRequest = {
  prompt: {
    text: '',
    prefill: '',
    messages: [
      { role: 'system', content: 'Reason.' },
      { role: 'user', content: 'A case.' },
    ],
  },
  sampling: { temperature: 0.7, topK: 20, topP: 0.8, minP: 0, repetitionPenalty: 1 },
  seed: 7,
  maxTokens: 100,
  alternatives: 5,
};

function dialect(id: Dialect['id']): Dialect {
  const found = DIALECTS.find((one) => one.id === id);
  if (found === undefined) throw new Error(id);
  return found;
}
const VLLM = dialect('vllm');

const servers: ReplayServer[] = [];
afterEach(async () => {
  for (const server of servers.splice(0)) await server.close();
});

async function serve(answer: Answer): Promise<ReplayServer> {
  const server = await startServer(answer);
  servers.push(server);
  return server;
}

interface Ran {
  readonly events: readonly EngineEvent[];
  readonly text: string;
  readonly fault?: { readonly code: string; readonly message: string; readonly remedy: string };
}

interface Circumstances {
  readonly speaks?: Dialect;
  readonly patience?: Partial<Patience>;
  readonly connection?: Partial<EndpointConnection>;
  readonly request?: Partial<GenerateRequest>;
  readonly signal?: AbortSignal;
  readonly onEvent?: (event: EngineEvent) => void;
}

/** Runs the engine against a server that answers a chat completion like this. */
async function run(server: ReplayServer, given: Circumstances = {}): Promise<Ran> {
  const { speaks = VLLM, signal = new AbortController().signal } = given;
  const connection = connectionTo(server, speaks, given.connection);
  const events: EngineEvent[] = [];
  const textSoFar = () =>
    events.map((event) => (event.type === 'token' ? event.token.text : '')).join('');
  try {
    const surroundings = nodeSurroundings(given.patience);
    const engine = await openEndpointEngine(connection, surroundings, signal);
    for await (const event of engine.generate({ ...REQUEST, ...given.request }, signal)) {
      events.push(event);
      given.onEvent?.(event);
    }
    return { events, text: textSoFar() };
  } catch (error) {
    if (!(error instanceof FaultError)) throw error;
    return { events, text: textSoFar(), fault: error.fault };
  }
}

/** A server of vLLM's kind whose answers to a chat completion are these, the last one again and again. */
function answering(
  ...answers: readonly ((response: ServerResponse) => void)[]
): Promise<ReplayServer> {
  let count = 0;
  return serve(
    speaking(VLLM, SAID, (_, response) => {
      const answer = answers[Math.min(count, answers.length - 1)];
      count += 1;
      answer?.(response);
    }),
  );
}

function whole(response: ServerResponse): void {
  stream(response);
  response.end(VLLM.frames(SAID).join(''));
}

function chatsOf(server: ReplayServer) {
  return server.asked.filter(({ path }) => path === '/v1/chat/completions');
}

describe('a request', () => {
  it.each(DIALECTS.map((one) => [one.id, one] as const))(
    'to %s says all that it can be told',
    async (id, speaks) => {
      const server = await serve(speaking(speaks, SAID));
      const { events, fault } = await run(server, { speaks });
      expect(fault).toBeUndefined();
      expect(events.at(-1)).toMatchObject({ type: 'stop', reason: 'end' });
      expect(events).toContainEqual({ type: 'prompt', tokens: 321 });
      const [{ body } = { body: undefined }] = chatsOf(server);
      expect(body).toMatchObject({
        stream: true,
        stream_options: { include_usage: true },
        messages: REQUEST.prompt.messages,
        temperature: 0.7,
        top_p: 0.8,
        max_tokens: 100,
        seed: 7,
        logprobs: true,
        top_logprobs: 5,
      });
      const told = {
        vllm: { top_k: 20, min_p: 0, repetition_penalty: 1 },
        sglang: { top_k: 20, min_p: 0, repetition_penalty: 1 },
        'llama.cpp': { top_k: 20, min_p: 0, repeat_penalty: 1 },
        ollama: {},
        tgi: {},
      };
      expect(body).toMatchObject(told[id]);
      if (id === 'ollama' || id === 'tgi') expect(body).not.toHaveProperty('top_k');
    },
  );

  it('asks for no top-p of 1 from a server that refuses it', async () => {
    const server = await serve(speaking(dialect('tgi'), SAID));
    const sampling = { ...REQUEST.sampling, topP: 1 };
    await run(server, { speaks: dialect('tgi'), request: { sampling } });
    expect(chatsOf(server)[0]?.body).not.toHaveProperty('top_p');
  });

  it('switches thinking as each server wants it', async () => {
    const bodies = [];
    for (const speaks of [VLLM, dialect('ollama')]) {
      const server = await serve(speaking(speaks, SAID));
      await run(server, { speaks, connection: { thinking: 'off', thinkingBudget: 512 } });
      bodies.push(chatsOf(server)[0]?.body);
    }
    expect(bodies[0]).toMatchObject({
      chat_template_kwargs: { enable_thinking: false },
      thinking_token_budget: 512,
    });
    expect(bodies[1]).toMatchObject({ reasoning_effort: 'none' });
    expect(bodies[1]).not.toHaveProperty('thinking_token_budget');
  });

  it('carries the key, and nothing else that tells who asks', async () => {
    const server = await serve(speaking(VLLM, SAID));
    await run(server, { connection: { key: 'secret-1' } });
    for (const { headers } of server.asked) {
      expect(headers.authorization).toBe('Bearer secret-1');
      expect(headers.cookie).toBeUndefined();
      expect(headers.referer).toBeUndefined();
    }
    const open = await serve(speaking(VLLM, SAID));
    await run(open);
    expect(open.asked.every(({ headers }) => headers.authorization === undefined)).toBe(true);
  });

  it('is asked again without probabilities where the server refuses them', async () => {
    const server = await answering(
      (response) => json(response, 400, { error: { message: 'logprobs is not supported here' } }),
      whole,
    );
    const { events } = await run(server);
    expect(events.at(-1)).toMatchObject({ reason: 'end' });
    expect(chatsOf(server)).toHaveLength(2);
    expect(chatsOf(server)[1]?.body).not.toHaveProperty('logprobs');
    expect(chatsOf(server)[1]?.body).toMatchObject({ temperature: 0.7, max_tokens: 100 });
  });

  it('is refused for what only a model on this device can do', async () => {
    const server = await serve(speaking(VLLM, SAID));
    const said = await run(server, { request: { said: [1, 2] } });
    expect(said.fault?.code).toBe('not-supported');
    const foreign = await run(server, {
      request: { prompt: { text: '<|user|>', prefill: '<think>' } },
    });
    expect(foreign.fault?.code).toBe('not-supported');
    expect(chatsOf(server)).toHaveLength(0);
  });
});

describe('what ran', () => {
  it.each(DIALECTS.map((one) => [one.id, one] as const))(
    'says how long the context of %s is, where it tells',
    async (id, speaks) => {
      const server = await serve(speaking(speaks, SAID));
      const { signal } = new AbortController();
      const engine = await openEndpointEngine(
        connectionTo(server, speaks),
        nodeSurroundings(),
        signal,
      );
      expect(engine.description.contextLength).toBe(id === 'ollama' ? undefined : 8192);
    },
  );

  it('says what the server told of itself, and no more', async () => {
    const server = await serve(speaking(VLLM, SAID));
    const engine = await openEndpointEngine(
      connectionTo(server, VLLM),
      nodeSurroundings(),
      new AbortController().signal,
    );
    expect(engine.description).toMatchObject({
      kind: 'endpoint',
      device: 'remote',
      model: 'test/model-32b',
      contextLength: 8192,
      files: [],
    });
    expect(engine.description.deviceReason).toContain('vLLM at 127.0.0.1');
    await expect(
      engine.score(
        { prompt: 'a', continuation: 'b', alternatives: 0 },
        new AbortController().signal,
      ),
    ).rejects.toMatchObject({ fault: { code: 'not-supported' } });
  });

  it('says which of the settings do not reach the server', async () => {
    const speaks = dialect('tgi');
    const server = await serve(speaking(speaks, SAID));
    const settings = { thinking: 'on', thinkingBudget: 100 } as const;
    const { signal } = new AbortController();
    const engine = await openEndpointEngine(
      connectionTo(server, speaks, settings),
      nodeSurroundings(),
      signal,
    );
    expect(engine.description.deviceReason).toMatch(/top-k.*whether to think.*no limit/);
  });

  it('counts tokens where the server does, and guesses nowhere', async () => {
    const counting = await serve((asked, response) =>
      asked.path === '/tokenize'
        ? json(response, 200, { count: 42, tokens: [] })
        : speaking(VLLM, SAID)(asked, response),
    );
    const none = await serve(speaking(dialect('ollama'), SAID));
    const opened = (server: ReplayServer, speaks: Dialect) =>
      openEndpointEngine(
        connectionTo(server, speaks),
        nodeSurroundings(),
        new AbortController().signal,
      );
    expect(await (await opened(counting, VLLM)).countTokens('a case')).toBe(42);
    await expect((await opened(none, dialect('ollama'))).countTokens('a')).rejects.toMatchObject({
      fault: { code: 'not-supported' },
    });
  });
});

describe('a server without room', () => {
  it('is asked again when it said it would have some, and the wait is told', async () => {
    const server = await answering(
      (response) =>
        json(response, 503, { error: { message: 'Loading model' } }, { 'retry-after': '0' }),
      (response) =>
        json(response, 429, { error: 'Model is overloaded' }, { 'retry-after': '0.05' }),
      whole,
    );
    const { events, fault } = await run(server);
    expect(fault).toBeUndefined();
    expect(events.slice(0, 2)).toEqual([
      { type: 'waiting', milliseconds: 0, because: 'Loading model' },
      { type: 'waiting', milliseconds: 50, because: 'Model is overloaded' },
    ]);
    expect(events.at(-1)).toMatchObject({ type: 'stop', reason: 'end' });
  });

  it('understands a date, by the clock of the server', async () => {
    const server = await answering((response) =>
      json(
        response,
        503,
        {},
        {
          date: 'Wed, 21 Oct 2015 07:28:00 GMT',
          'retry-after': 'Wed, 21 Oct 2015 07:58:00 GMT',
        },
      ),
    );
    const { fault } = await run(server);
    expect(fault).toMatchObject({
      code: 'endpoint-busy',
      remedy: expect.stringContaining('30 minutes'),
    });
    expect(chatsOf(server)).toHaveLength(1);
  });

  it('is given up after a while', async () => {
    const server = await answering((response) =>
      json(response, 429, { error: { message: 'slow down' } }, { 'retry-after': '0.02' }),
    );
    const { fault, events } = await run(server, { patience: { busy: 70 } });
    expect(fault).toMatchObject({
      code: 'endpoint-busy',
      message: expect.stringContaining('slow down'),
    });
    expect(events.filter(({ type }) => type === 'waiting')).toHaveLength(3);
  });

  it('is no longer waited for when the person stops', async () => {
    const stopping = new AbortController();
    const server = await answering((response) => json(response, 503, {}, { 'retry-after': '60' }));
    const { events, fault } = await run(server, {
      signal: stopping.signal,
      onEvent: () => stopping.abort(),
    });
    expect(fault).toBeUndefined();
    expect(events.at(-1)).toMatchObject({ type: 'stop', reason: 'stopped' });
  });
});

describe('stopping', () => {
  it('closes the request at the server', async () => {
    const stopping = new AbortController();
    const frames = VLLM.frames(SAID).slice(0, 4);
    const server = await answering((response) => {
      stream(response);
      // Goes on for ever, as a model that thinks.
      response.write(frames.join(''));
    });
    const { events } = await run(server, {
      signal: stopping.signal,
      onEvent: ({ type }) => {
        if (type === 'token') stopping.abort();
      },
    });
    expect(events.at(-1)).toMatchObject({ type: 'stop', reason: 'stopped' });
    await server.closedByClient;
  });

  it('closes it too when nobody reads on', async () => {
    const server = await answering((response) => {
      stream(response);
      response.write(VLLM.frames(SAID).slice(0, 4).join(''));
    });
    const { signal } = new AbortController();
    const engine = await openEndpointEngine(connectionTo(server, VLLM), nodeSurroundings(), signal);
    for await (const event of engine.generate(REQUEST, signal)) {
      if (event.type === 'token') break;
    }
    await server.closedByClient;
  });

  it('before the first token asks nothing of the server', async () => {
    const server = await answering(whole);
    const engine = await openEndpointEngine(
      connectionTo(server, VLLM),
      nodeSurroundings(),
      new AbortController().signal,
    );
    const events = [];
    for await (const event of engine.generate(REQUEST, AbortSignal.abort())) events.push(event);
    expect(events).toMatchObject([{ type: 'stop', reason: 'stopped' }]);
    expect(chatsOf(server)).toHaveLength(0);
  });
});

describe('a connection that breaks', () => {
  it('ends the run with what was said, and asks nothing twice', async () => {
    const frames = VLLM.frames(SAID).slice(0, 4);
    const server = await answering((response) => {
      stream(response);
      response.write(frames.join(''), () => response.destroy());
    });
    const { text, fault } = await run(server);
    expect(fault?.code).toBe('endpoint-interrupted');
    expect(text).not.toBe('');
    expect((SAID.thinking + SAID.answer).startsWith(text)).toBe(true);
    expect(chatsOf(server)).toHaveLength(1);
  });

  it('ends it also where the server closes in good order, in the middle of an event', async () => {
    const cut = VLLM.frames(SAID).slice(0, 4).join('').slice(0, -30);
    const server = await answering((response) => {
      stream(response);
      response.end(cut);
    });
    expect((await run(server)).fault?.code).toBe('endpoint-interrupted');
  });

  it('ends it with the words of an error within the stream', async () => {
    const server = await answering((response) => {
      stream(response);
      response.write(VLLM.frames(SAID).slice(0, 4).join(''));
      response.end('data: {"error": {"message": "CUDA error", "code": 500}}\n\ndata: [DONE]\n\n');
    });
    const { text, fault } = await run(server);
    expect(text).not.toBe('');
    expect(fault).toMatchObject({
      code: 'endpoint-failed',
      message: expect.stringContaining('CUDA error'),
    });
  });

  it('ends it when nothing comes for too long, and comments are signs of life', async () => {
    const timers: NodeJS.Timeout[] = [];
    const silentServer = await answering((response) => {
      stream(response);
      response.write(VLLM.frames(SAID).slice(0, 3).join(''));
    });
    const { fault } = await run(silentServer, { patience: { idle: 80 } });
    expect(fault?.code).toBe('endpoint-silent');
    await silentServer.closedByClient;
    const pinging = await answering((response) => {
      stream(response);
      let pings = 0;
      const timer = setInterval(() => {
        pings += 1;
        response.write(': ping\n\n');
        if (pings === 8) {
          clearInterval(timer);
          response.end(VLLM.frames(SAID).join(''));
        }
      }, 40);
      timers.push(timer);
    });
    const pinged = await run(pinging, { patience: { idle: 200 } });
    for (const timer of timers) clearInterval(timer);
    expect(pinged.events.at(-1)).toMatchObject({ reason: 'end' });
  });

  it('is no matter once the answer has ended', async () => {
    const server = await answering((response) => {
      stream(response);
      // Neither usage nor [DONE], and the connection stays open.
      response.write(VLLM.frames(SAID).slice(0, -2).join(''));
    });
    const { events, fault } = await run(server, { patience: { afterEnd: 40 } });
    expect(fault).toBeUndefined();
    expect(events.at(-1)).toMatchObject({ type: 'stop', reason: 'end' });
  });
});

describe('an answer that is no stream', () => {
  it('is taken whole from a server that does not stream', async () => {
    const message = { role: 'assistant', content: 'Influenza.', reasoning_content: 'Fever.' };
    const choices = [{ index: 0, message, finish_reason: 'stop' }];
    const server = await answering((response) =>
      json(response, 200, { object: 'chat.completion', choices, usage: { prompt_tokens: 5 } }),
    );
    const { events } = await run(server);
    expect(events).toMatchObject([
      { token: { text: 'Fever.', channel: 'thinking' } },
      { token: { text: 'Influenza.', channel: 'answer' } },
      { type: 'prompt', tokens: 5 },
      { reason: 'end' },
    ]);
  });

  it.each([
    ['a web page', 200, 'text/html', '<html>Sign in</html>', 'endpoint-refused', 'no model'],
    [
      'JSON of something else',
      200,
      'application/json',
      '{"status":"ok"}',
      'endpoint-refused',
      'no model',
    ],
    [
      'an error in a 200',
      200,
      'application/json',
      '{"error":"no GPU"}',
      'endpoint-failed',
      'no GPU',
    ],
    [
      'a wrong key',
      401,
      'application/json',
      '{"error":{"message":"Invalid key"}}',
      'endpoint-refused',
      'key',
    ],
    [
      'an unknown model',
      404,
      'application/json',
      '{"error":{"message":"no model x"}}',
      'endpoint-refused',
      'no model x',
    ],
    [
      'a long prompt (vLLM)',
      400,
      'application/json',
      '{"error":{"message":"This model\'s maximum context length is 4096 tokens."}}',
      'prompt-too-long',
      '4096',
    ],
    [
      'a long prompt (llama.cpp)',
      400,
      'application/json',
      '{"error":{"message":"the request exceeds the available context size"}}',
      'prompt-too-long',
      'context size',
    ],
    [
      'a refused field',
      422,
      'application/json',
      '{"error":"top_p must be > 0.0 and < 1.0"}',
      'endpoint-refused',
      'top_p',
    ],
    [
      'a fault',
      500,
      'text/plain',
      'Internal Server Error',
      'endpoint-failed',
      'Internal Server Error',
    ],
    [
      'a page of a proxy',
      502,
      'text/html',
      '<html>Bad gateway</html>',
      'endpoint-failed',
      'reports a fault',
    ],
  ])('is a fault that says what came: %s', async (_, status, type, body, code, words) => {
    const server = await answering((response) => {
      response.writeHead(status, { 'content-type': type });
      response.end(body);
    });
    const { fault, events } = await run(server);
    expect(events).toEqual([]);
    expect(fault?.code).toBe(code);
    expect(fault?.message).toContain(words);
    expect(fault?.message).not.toContain('<html>');
    expect(chatsOf(server)).toHaveLength(1);
  });
});

describe('the address', () => {
  it('is the only one that a case is sent to: a redirect is not followed', async () => {
    const elsewhere = await serve(speaking(VLLM, SAID));
    const server = await answering((response) => {
      response.writeHead(307, { location: `${elsewhere.origin}/v1/chat/completions` });
      response.end();
    });
    expect((await run(server)).fault?.code).toBe('endpoint-refused');
    expect(elsewhere.asked).toEqual([]);
  });

  it('is told to be wrong where nothing listens, and where a page answers', async () => {
    const gone = await startServer((_, response) => response.end());
    await gone.close();
    const { fault } = await run(gone);
    expect(fault).toMatchObject({
      code: 'endpoint-unreachable',
      message: expect.stringContaining('ECONNREFUSED'),
    });
    const page = await serve((_, response) => {
      response.writeHead(200, { 'content-type': 'text/html' });
      response.end('<html>Welcome</html>');
    });
    expect((await run(page)).fault?.message).toContain('a web page');
  });

  it('is given up when the server does not answer', async () => {
    const mute = await serve(() => undefined);
    expect((await run(mute, { patience: { short: 60 } })).fault?.code).toBe('endpoint-silent');
  });
});
