import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type ApiServer, createApiServer } from '@/app/api/v1/server';
import { reason } from '@/cli/commands/reason';
import { createScratch, ranInProcess } from '@/cli/testing';
import { parseConfiguration } from '@/lib/engine/served/configuration';
import { modelsResponse } from '@/lib/engine/served/status-handlers';
import { type ListeningServer, listen } from '@/lib/engine/served/testing';
import type { Explanation } from '@/lib/explanation/explanation';
import { explanationSchema } from '@/lib/explanation/schema';
import { type Span, sliceSpan } from '@/lib/text/span';

const scratch = createScratch();
const CASE = scratch.write(
  'case.txt',
  'A 34-year-old woman has fever and cough since three days. She has chest pain when breathing in.',
);

let server: ApiServer;
let listening: ListeningServer;
beforeAll(async () => {
  const configuration = parseConfiguration('{}');
  if (!configuration.ok) throw new Error(configuration.fault.message);
  const folder = join(import.meta.dirname, '../../public');
  server = createApiServer(configuration.value, {}, folder);
  listening = await listen(async (request) =>
    new URL(request.url).pathname === '/v1/models' ? modelsResponse(server) : server.chat(request),
  );
});
afterAll(async () => {
  await (await server.model.open()).engine.dispose();
  await listening.close();
  scratch.remove();
});

async function explained(...more: readonly string[]): Promise<Explanation> {
  const ran = await ranInProcess(reason, ['--case', CASE, '--json', ...more]);
  expect(ran.stderr).not.toContain('error:');
  return explanationSchema.parse(JSON.parse(ran.stdout));
}

/** What a run said and what came of it, with words in the place of offsets. */
function inWords({ trace, answer, steps, verdicts, findings, uncertainty }: Explanation) {
  const withoutMarks = (text: string) => text.replace(/<\/?think>/g, '').trim();
  const words = (span: Span) => withoutMarks(sliceSpan(trace.text, span));
  return {
    said: withoutMarks(trace.text),
    answer: { ...answer, trace: undefined },
    steps: steps.map((step) => [words(step), step.roles, step.findings]),
    verdicts: verdicts.map((verdict) => [verdict.check, verdict.outcome, words(verdict.trace)]),
    findings,
    answerProbability: uncertainty.answerProbability?.toFixed(6),
  };
}

describe('the embedded model behind our own endpoint', () => {
  it('gives the run that it gives on this device, with its probabilities', async () => {
    const here = await explained();
    const there = await explained(
      '--endpoint',
      `${listening.url}/v1`,
      '--model',
      'rationale-embedded',
    );
    expect(inWords(there)).toEqual(inWords(here));
    expect(there.manifest?.engine.kind).toBe('endpoint');
    expect(there.limits.join(' ')).not.toMatch(/The server gave (?:no )?probabilities/);
  });
});
