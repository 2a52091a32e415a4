#!/usr/bin/env node
/**
 * Tells what comes through an OpenAI-compatible endpoint: whether its reasoning is separate, its log-probabilities are whole
 * and its stream is well formed.
 *
 *     node deploy/smoke-test.mjs http://localhost:8000/v1 [--model ID] [--json]
 *
 * A key is read from SMOKE_TEST_KEY. Exit code 0 when Rationale can use the endpoint with reasoning and log-probabilities, 1
 * when something is missing, 2 when it cannot be asked at all.
 */
import { parseArgs } from 'node:util';

const CASE =
  'A 63-year-old woman has had fever and a productive cough for three days. She has chest pain when breathing in. ' +
  'Her oxygen saturation is 91%. What is the most likely diagnosis?';
const MOST_TOKENS = 768;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { model: { type: 'string' }, json: { type: 'boolean' } },
});
const [base] = positionals;
if (base === undefined || !URL.canParse(base)) {
  console.error('error: give the address of the endpoint, for example http://localhost:8000/v1');
  process.exit(2);
}

const key = process.env.SMOKE_TEST_KEY;
const headers = {
  'content-type': 'application/json',
  ...(key ? { authorization: `Bearer ${key}` } : {}),
};
const at = (path) => `${base.replace(/\/+$/, '')}/${path}`;
const checks = [];
const check = (name, ok, detail) => checks.push({ name, ok, detail });

/** The events of a server-sent-event body, without comments. */
async function* eventsOf(body) {
  const decoder = new TextDecoder();
  let held = '';
  for await (const bytes of body) {
    held += decoder.decode(bytes, { stream: true });
    const lines = held.split(/\r?\n/);
    held = lines.pop() ?? '';
    for (const line of lines) if (line.startsWith('data:')) yield line.slice(5).trim();
  }
}

async function firstModel() {
  const response = await fetch(at('models'), { headers, redirect: 'manual' });
  if (!response.ok) throw new Error(`GET models answered ${response.status}`);
  const { data } = await response.json();
  const ids = data.map(({ id }) => id);
  check('lists its models', ids.length > 0, ids.join(', '));
  if (values.model !== undefined) {
    check('lists the model asked for', ids.includes(values.model), values.model);
  }
  return values.model ?? ids[0];
}

const REASONING_FIELDS = ['reasoning', 'reasoning_content', 'reasoning_text', 'thinking'];

async function streamOnce(model) {
  const response = await fetch(at('chat/completions'), {
    method: 'POST',
    headers,
    redirect: 'manual',
    body: JSON.stringify({
      model,
      messages: [{ role: 'user', content: CASE }],
      max_tokens: MOST_TOKENS,
      temperature: 0.6,
      top_p: 0.95,
      seed: 1,
      stream: true,
      stream_options: { include_usage: true },
      logprobs: true,
      top_logprobs: 5,
    }),
  });
  const type = response.headers.get('content-type') ?? '';
  if (!response.ok) {
    throw new Error(
      `chat/completions answered ${response.status}: ${(await response.text()).slice(0, 300)}`,
    );
  }
  check('answers as an event stream', type.startsWith('text/event-stream'), type);
  const said = {
    reasoning: '',
    content: '',
    scored: '',
    fields: new Set(),
    tokens: 0,
    wrong: 0,
    alternatives: 0,
  };
  let [finish, usage, done, error] = [undefined, undefined, false, undefined];
  for await (const data of eventsOf(response.body)) {
    if (data === '[DONE]') {
      done = true;
      continue;
    }
    const chunk = JSON.parse(data);
    if (chunk.error) error = chunk.error.message;
    usage = chunk.usage ?? usage;
    for (const { delta = {}, logprobs, finish_reason } of chunk.choices ?? []) {
      for (const field of REASONING_FIELDS) {
        if (typeof delta[field] !== 'string' || delta[field] === '') continue;
        said.fields.add(field);
        said.reasoning += delta[field];
      }
      said.content += delta.content ?? '';
      finish = finish_reason ?? finish;
      for (const token of logprobs?.content ?? []) {
        said.tokens += 1;
        said.scored += token.token;
        if (!(token.logprob <= 0)) said.wrong += 1;
        if ((token.top_logprobs ?? []).length > 0) said.alternatives += 1;
      }
    }
  }
  return { said, finish, usage, done, error };
}

function judge({ said, finish, usage, done, error }) {
  check('ends without an error', error === undefined, error ?? '');
  check(
    'ends with a finish reason and [DONE]',
    finish !== undefined && done,
    `${finish}, ${done ? '' : 'no '}[DONE]`,
  );
  check(
    'says its usage',
    usage !== undefined,
    usage === undefined ? '' : `${usage.prompt_tokens} + ${usage.completion_tokens} tokens`,
  );
  const fields = [...said.fields].join(', ');
  const inline = /<\/?think>/.test(said.content);
  check(
    'separates reasoning from the answer',
    said.reasoning !== '' && !inline,
    said.reasoning === ''
      ? `no reasoning field${inline ? '; it stands between tags in the content: start the server with its reasoning parser' : ''}`
      : `${fields}: ${said.reasoning.length} characters; answer: ${said.content.length} characters`,
  );
  check(
    'answers after its reasoning',
    said.content.trim() !== '' || finish === 'length',
    finish === 'length' ? 'the budget ended first' : '',
  );
  check(
    'gives log-probabilities',
    said.tokens > 0 && said.wrong === 0,
    `${said.tokens} tokens, ${said.wrong} above 0`,
  );
  check(
    'gives alternatives to each token',
    said.tokens > 0 && said.alternatives === said.tokens,
    `${said.alternatives} of ${said.tokens}`,
  );
  const missing = (usage?.completion_tokens ?? said.tokens) - said.tokens;
  check('gives them for every token', said.tokens > 0 && missing <= 2, `${missing} tokens without`);
  const compact = (text) => text.replace(/<\/?think>|\s/g, '');
  const covers = (text) =>
    text !== '' && compact(said.scored).includes(compact(text).replaceAll('\uFFFD', ''));
  check(
    'gives them for the reasoning',
    covers(said.reasoning),
    said.reasoning === '' ? 'no reasoning' : '',
  );
  check(
    'gives them for the answer',
    covers(said.content) || said.content.trim() === '',
    said.content.trim() === '' ? 'no answer within the budget' : '',
  );
}

try {
  const model = await firstModel();
  judge(await streamOnce(model));
} catch (error) {
  console.error(`error: ${base} cannot be asked: ${error.cause?.message ?? error.message}`);
  process.exit(2);
}
if (values.json) process.stdout.write(`${JSON.stringify({ endpoint: base, checks }, null, 2)}\n`);
else
  for (const { name, ok, detail } of checks)
    process.stdout.write(`${ok ? 'yes' : 'NO '}  ${name}${detail ? ` (${detail})` : ''}\n`);
process.exitCode = checks.every(({ ok }) => ok) ? 0 : 1;
