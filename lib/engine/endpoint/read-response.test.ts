import { afterEach, describe, expect, it } from 'vitest';
import { json, stream } from './replay-server.fixture';
import { chatsOf, createServers, run, SAID, VLLM } from './replayed-run.fixture';

const servers = createServers();
afterEach(() => servers.close());

describe('a connection that breaks', () => {
  it('ends the run with what was said, and asks nothing twice', async () => {
    const frames = VLLM.frames(SAID).slice(0, 4);
    const server = await servers.answering((response) => {
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
    const server = await servers.answering((response) => {
      stream(response);
      response.end(cut);
    });
    expect((await run(server)).fault?.code).toBe('endpoint-interrupted');
  });

  it('ends it with the words of an error within the stream', async () => {
    const server = await servers.answering((response) => {
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
    const silentServer = await servers.answering((response) => {
      stream(response);
      response.write(VLLM.frames(SAID).slice(0, 3).join(''));
    });
    const { fault } = await run(silentServer, { patience: { idle: 80 } });
    expect(fault?.code).toBe('endpoint-silent');
    await silentServer.closedByClient;
    const pinging = await servers.answering((response) => {
      stream(response);
      let pings = 0;
      const timer = setInterval(() => {
        pings += 1;
        response.write(': ping\n\n');
        if (pings === 30) {
          clearInterval(timer);
          response.end(VLLM.frames(SAID).join(''));
        }
      }, 40);
      timers.push(timer);
    });
    const pinged = await run(pinging, { patience: { idle: 1000 } });
    for (const timer of timers) clearInterval(timer);
    expect(pinged.events.at(-1)).toMatchObject({ reason: 'end' });
  });

  it('is no matter once the answer has ended', async () => {
    const server = await servers.answering((response) => {
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
    const server = await servers.answering((response) =>
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
    const server = await servers.answering((response) => {
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
