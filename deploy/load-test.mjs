#!/usr/bin/env node
/**
 * Sends many requests at once, several times over, to Rationale's own endpoint, and tells what became of each.
 *
 *     node deploy/load-test.mjs http://localhost:3000/api/v1 [--requests 64] [--rounds 5] [--max-tokens 32]
 *
 * Memory is what the server's own metrics say after each round. Exit code 1 when an answer was lost. The server's rate limit
 * counts here too: set `requestsPerMinute` above requests × rounds.
 */
import { parseArgs } from 'node:util';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    requests: { type: 'string', default: '64' },
    rounds: { type: 'string', default: '5' },
    'max-tokens': { type: 'string', default: '32' },
  },
});
const [base] = positionals;
if (base === undefined || !URL.canParse(base)) {
  console.error(
    'error: give the address of the endpoint, for example http://localhost:3000/api/v1',
  );
  process.exit(2);
}

/** What became of one request: `served`, the status that refused it, or `lost`. */
async function ask(index) {
  try {
    const response = await fetch(`${base}/chat/completions`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({
        messages: [{ role: 'user', content: `A ${20 + index}-year-old man has fever and cough.` }],
        max_tokens: Number(values['max-tokens']),
        stream: index % 2 === 0,
      }),
    });
    const text = await response.text();
    if (!response.ok) {
      const hasTime = response.headers.has('retry-after');
      return hasTime
        ? `refused with ${response.status} and a time`
        : `refused with ${response.status}`;
    }
    const whole =
      index % 2 === 0
        ? text.endsWith('data: [DONE]\n\n')
        : JSON.parse(text).usage.completion_tokens > 0;
    return whole ? 'served' : 'lost';
  } catch {
    return 'lost';
  }
}

async function memory() {
  const text = await (await fetch(`${base}/metrics`)).text();
  return Number(/^rationale_resident_memory_bytes (\d+)$/m.exec(text)?.[1] ?? Number.NaN) / 2 ** 20;
}

let lost = 0;
process.stdout.write(`before: ${(await memory()).toFixed(0)} MiB\n`);
for (let round = 1; round <= Number(values.rounds); round += 1) {
  const started = performance.now();
  const ends = await Promise.all(
    Array.from({ length: Number(values.requests) }, (_, index) => ask(index)),
  );
  const counts = new Map();
  for (const end of ends) counts.set(end, (counts.get(end) ?? 0) + 1);
  lost += counts.get('lost') ?? 0;
  const told = [...counts].map(([end, count]) => `${count} ${end}`).join(', ');
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  process.stdout.write(
    `round ${round}: ${told}; ${seconds} s; ${(await memory()).toFixed(0)} MiB\n`,
  );
}
process.exitCode = lost === 0 ? 0 : 1;
