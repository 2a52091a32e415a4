import { expect, test } from '@playwright/test';
import OpenAI from 'openai';

const CASE = 'A 34-year-old woman has fever and cough since three days.';
const MESSAGES = [{ role: 'user' as const, content: CASE }];

test('the server answers an OpenAI client token by token', async ({ baseURL }) => {
  const client = new OpenAI({ baseURL: `${baseURL}/api/v1`, apiKey: 'none', maxRetries: 0 });
  const stream = await client.chat.completions.create({
    model: 'rationale-embedded',
    messages: MESSAGES,
    stream: true,
    logprobs: true,
    stream_options: { include_usage: true },
  });
  let tokens = 0;
  let completed: number | undefined;
  for await (const chunk of stream) {
    if (tokens === 0 && chunk.choices[0]?.logprobs) {
      const { queue } = await (await fetch(`${baseURL}/api/v1/health`)).json();
      expect(queue.running, 'the first token came with the last: something held it back').toBe(1);
    }
    tokens += chunk.choices[0]?.logprobs?.content?.length ?? 0;
    completed = chunk.usage?.completion_tokens ?? completed;
  }
  expect(tokens).toBeGreaterThan(100);
  expect(completed).toBe(tokens);
});

test('a client that goes away frees the model', async ({ baseURL }) => {
  const going = new AbortController();
  const response = await fetch(`${baseURL}/api/v1/chat/completions`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ messages: MESSAGES, stream: true }),
    signal: going.signal,
  });
  await response.body?.getReader().read();
  going.abort();
  await expect
    .poll(async () => (await fetch(`${baseURL}/api/v1/metrics`)).text())
    .toMatch(/rationale_runs_total\{finish="cancelled"\} [1-9]/);
  const health = await (await fetch(`${baseURL}/api/v1/health`)).json();
  expect(health).toMatchObject({ status: 'ok', queue: { running: 0, waiting: 0 } });
});

test('what is too large or no JSON is refused before it is read', async ({ request }) => {
  const data = { messages: [{ role: 'user', content: 'x'.repeat(400_000) }] };
  const large = await request.post('/api/v1/chat/completions', { data });
  expect(large.status()).toBe(413);
  const headers = { 'content-type': 'text/plain' };
  const plain = await request.post('/api/v1/chat/completions', { headers, data: '{}' });
  expect(plain.status()).toBe(415);
});

test('no address in a path leads anywhere', async ({ request }) => {
  expect(await (await request.get('/api/v1/upstream')).json()).toEqual({ upstreams: [] });
  const names = [
    ...['127.0.0.1', '169.254.169.254', '%5B::1%5D', 'http:%2F%2F127.0.0.1', '..%2F..%2Fmodels'],
    ...['gazal@127.0.0.1', '__proto__', '%00', '%ff', 'localhost%2F..'],
  ];
  for (const name of names) {
    const response = await request.get(`/api/v1/upstream/${name}/models`, { maxRedirects: 0 });
    expect(response.ok(), name).toBe(false);
  }
});
