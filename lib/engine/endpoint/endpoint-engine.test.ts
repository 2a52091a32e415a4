import { afterEach, describe, expect, it } from 'vitest';
import { DIALECTS, type Dialect } from './dialects.fixture';
import { openEndpointEngine } from './endpoint-engine';
import {
  connectionTo,
  json,
  nodeSurroundings,
  type ReplayServer,
  speaking,
  stream,
} from './replay-server.fixture';
import {
  chatsOf,
  createServers,
  dialect,
  REQUEST,
  run,
  SAID,
  VLLM,
  whole,
} from './replayed-run.fixture';

const servers = createServers();
afterEach(() => servers.close());

describe('what ran', () => {
  it.each(DIALECTS.map((one) => [one.id, one] as const))(
    'says how long the context of %s is, where it tells',
    async (id, speaks) => {
      const server = await servers.serve(speaking(speaks, SAID));
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
    const server = await servers.serve(speaking(VLLM, SAID));
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
    const server = await servers.serve(speaking(speaks, SAID));
    const settings = { thinking: 'on', thinkingBudget: 100 } as const;
    const { signal } = new AbortController();
    const engine = await openEndpointEngine(
      connectionTo(server, speaks, settings),
      nodeSurroundings(),
      signal,
    );
    expect(engine.description.deviceReason).toMatch(
      /top-k.*whether to think.*limit.*not supported/,
    );
  });

  it('says of a limit to thinking where it holds, and of servers that have none that it is not supported', async () => {
    const said: Record<string, string> = {};
    for (const speaks of DIALECTS) {
      const server = await servers.serve(speaking(speaks, SAID));
      const engine = await openEndpointEngine(
        connectionTo(server, speaks, { thinkingBudget: 100 }),
        nodeSurroundings(),
        new AbortController().signal,
      );
      said[speaks.id] = engine.description.deviceReason;
    }
    expect(said.vllm).not.toContain('limit');
    expect(said.sglang).toContain('only where it runs with --enable-strict-thinking');
    expect(said['llama.cpp']).toContain('only where its build knows one');
    expect(said.ollama).toContain('not supported by this server');
    expect(said.tgi).toContain('not supported by this server');
  });

  it('counts tokens where the server does, and guesses nowhere', async () => {
    const counting = await servers.serve((asked, response) =>
      asked.path === '/tokenize'
        ? json(response, 200, { count: 42, tokens: [] })
        : speaking(VLLM, SAID)(asked, response),
    );
    const none = await servers.serve(speaking(dialect('ollama'), SAID));
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

describe('stopping', () => {
  it('is done for a server that goes on beyond what it was asked for', async () => {
    const server = await servers.answering((response) => {
      stream(response);
      const frame = 'data: {"choices":[{"index":0,"delta":{"content":"and "}}]}\n\n';
      response.write(frame.repeat(1000));
    });
    const { events, text } = await run(server, { request: { maxTokens: 50 } });
    expect(events.at(-1)).toMatchObject({ type: 'stop', reason: 'length' });
    expect(text).toBe('and '.repeat(100));
    await server.closedByClient;
  });

  it('closes the request at the server', async () => {
    const stopping = new AbortController();
    const frames = VLLM.frames(SAID).slice(0, 4);
    const server = await servers.answering((response) => {
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
    const server = await servers.answering((response) => {
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
    const server = await servers.answering(whole);
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
