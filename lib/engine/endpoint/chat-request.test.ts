import { afterEach, describe, expect, it } from 'vitest';
import { DIALECTS } from './dialects.fixture';
import { json, speaking } from './replay-server.fixture';
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

describe('a request', () => {
  it.each(DIALECTS.map((one) => [one.id, one] as const))(
    'to %s says all that it can be told',
    async (id, speaks) => {
      const server = await servers.serve(speaking(speaks, SAID));
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
    const server = await servers.serve(speaking(dialect('tgi'), SAID));
    const sampling = { ...REQUEST.sampling, topP: 1 };
    await run(server, { speaks: dialect('tgi'), request: { sampling } });
    expect(chatsOf(server)[0]?.body).not.toHaveProperty('top_p');
  });

  it('switches thinking as each server wants it', async () => {
    const bodies = [];
    for (const speaks of [VLLM, dialect('ollama')]) {
      const server = await servers.serve(speaking(speaks, SAID));
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

  it('limits thinking by the field that each server reads, and sends none to those that read none', async () => {
    const fields = {
      vllm: { thinking_token_budget: 512 },
      sglang: { custom_params: { thinking_budget: 512 } },
      'llama.cpp': { thinking_budget_tokens: 512 },
      ollama: {},
      tgi: {},
    };
    for (const speaks of DIALECTS) {
      const server = await servers.serve(speaking(speaks, SAID));
      await run(server, { speaks, connection: { thinkingBudget: 512 } });
      await run(server, { speaks });
      const [limited, free] = chatsOf(server).map(({ body }) => body);
      expect(limited).toEqual({ ...Object(free), ...fields[speaks.id] });
    }
  });

  it('carries the key, and nothing else that tells who asks', async () => {
    const server = await servers.serve(speaking(VLLM, SAID));
    await run(server, { connection: { key: 'secret-1' } });
    for (const { headers } of server.asked) {
      expect(headers.authorization).toBe('Bearer secret-1');
      expect(headers.cookie).toBeUndefined();
      expect(headers.referer).toBeUndefined();
    }
    const open = await servers.serve(speaking(VLLM, SAID));
    await run(open);
    expect(open.asked.every(({ headers }) => headers.authorization === undefined)).toBe(true);
  });

  it('is asked again without probabilities where the server refuses them', async () => {
    const server = await servers.answering(
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
    const server = await servers.serve(speaking(VLLM, SAID));
    const said = await run(server, { request: { said: [1, 2] } });
    expect(said.fault?.code).toBe('not-supported');
    const foreign = await run(server, {
      request: { prompt: { text: '<|user|>', prefill: '<think>' } },
    });
    expect(foreign.fault?.code).toBe('not-supported');
    expect(chatsOf(server)).toHaveLength(0);
  });
});
