import { expect, test } from '@playwright/test';
import { bundle } from '@/bench/bundle';
import { servePage } from '@/bench/decoding/page-server';
import { readCase } from '@/lib/case/read-case';
import { MODELS, type ModelEntry } from '@/lib/engine/catalogue';
import type { GenerateRequest } from '@/lib/engine/engine';
import { openNodeEngine } from '@/lib/engine/local/node';
import { buildEmbeddedPrompt } from '@/lib/engine/prompt/embedded';
import { CONCEPTS } from '@/lib/knowledge/vocabulary';
import { collect } from './collect-tokens';

const CASES = 20;
const TOKENS = 60;

function embeddedModel(): ModelEntry {
  const entry = MODELS.find(({ id }) => id === 'rationale-embedded');
  if (entry === undefined) throw new Error('the catalogue has no embedded model');
  return entry;
}

/** A case of its own for each number: other findings, another age, every third with sampling turned up. */
function requestOf(number: number): GenerateRequest {
  const [first, second, third] = [7, 11, 13].map(
    (stride) => CONCEPTS[(number * stride + stride) % 200]?.nouns[0] ?? 'fever',
  );
  const text = `A ${20 + 3 * number}-year-old woman presents with ${first}. She reports ${second}. She denies ${third}.`;
  const prompt = buildEmbeddedPrompt(readCase({ text, options: [] }));
  if (!prompt.ok) throw new Error(prompt.fault.message);
  return {
    prompt: prompt.value,
    sampling: {
      temperature: number % 3 === 0 ? 1.2 : 0.7,
      topK: number % 2 === 0 ? 20 : 0,
      topP: 0.95,
      minP: 0,
      repetitionPenalty: 1,
    },
    seed: 1000 + number,
    maxTokens: TOKENS,
    alternatives: 0,
  };
}

test('the same seed gives the same tokens in Node and in Chromium, with the same probabilities', async ({
  page,
}) => {
  test.setTimeout(180_000);
  const server = await servePage(
    await bundle(new URL('./engine-worker.ts', import.meta.url), 'esm'),
  );
  const engine = await openNodeEngine(embeddedModel());
  try {
    const starting = page.waitForEvent('worker');
    await page.goto(server.origin);
    const worker = await starting;
    await page.waitForFunction(() => document.title === 'started');
    const device = await worker.evaluate(
      (entry) => globalThis.engineUnderTest.open(entry),
      embeddedModel(),
    );
    expect(device).toBe('wasm');
    let compared = 0;
    for (let number = 0; number < CASES; number += 1) {
      const request = requestOf(number);
      const inNode = await collect(engine, request);
      const inChromium = await worker.evaluate(
        (asked) => globalThis.engineUnderTest.generate(asked),
        request,
      );
      expect(inChromium.ids, `case ${number}`).toEqual(inNode.ids);

      const scored = await worker.evaluate((asked) => globalThis.engineUnderTest.score(asked), {
        prompt: request.prompt.text,
        continuation: inChromium.text,
        alternatives: 0,
      });
      // A text can be cut into other tokens than it was generated in; only the same cut can be compared.
      if (scored.length !== inChromium.logprobs.length) continue;
      compared += 1;
      for (const [index, logprob] of scored.entries()) {
        expect(Math.abs(logprob - (inChromium.logprobs[index] ?? Number.NaN))).toBeLessThan(1e-4);
      }
    }
    expect(compared).toBeGreaterThanOrEqual(CASES / 2);
  } finally {
    await engine.dispose();
    server.close();
  }
});
