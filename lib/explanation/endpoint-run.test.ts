import { afterEach, describe, expect, it } from 'vitest';
import { DIALECTS, type Dialect, replayedAnswer } from '@/lib/engine/endpoint/dialects.fixture';
import { openEndpointEngine } from '@/lib/engine/endpoint/endpoint-engine';
import {
  connectionTo,
  nodeSurroundings,
  type ReplayServer,
  speaking,
  startServer,
  stream,
} from '@/lib/engine/endpoint/replay-server.fixture';
import type { Engine } from '@/lib/engine/engine';
import type { Explanation } from '@/lib/explanation/explanation';
import { type ReasoningRequest, reasonAbout } from '@/lib/explanation/reasoning-run';
import { explanationSchema, traceSchema } from '@/lib/explanation/schema';
import { INFLUENZA_CASE, readingOf, scriptedEngine, tokensOf } from '@/lib/explanation/testing';
import { type Span, sliceSpan } from '@/lib/text/span';
import { COMPLETE_OUTPUT, TEST_MANIFEST } from '@/lib/trace/testing';

const READING = readingOf(INFLUENZA_CASE, ['Pneumonia', 'Influenza']);
const REQUEST: ReasoningRequest = {
  prompt: { text: '', prefill: '', messages: [{ role: 'user', content: 'A case.' }] },
  sampling: TEST_MANIFEST.sampling,
  seed: 1,
  maxTokens: 10_000,
  alternatives: 1,
  startedAt: TEST_MANIFEST.startedAt,
  application: TEST_MANIFEST.application,
};
const [OPENED = '', ANSWER = ''] = COMPLETE_OUTPUT.split('</think>');
const THINKING = OPENED.slice('<think>'.length);
const SAID = replayedAnswer(THINKING, ANSWER);

const servers: ReplayServer[] = [];
afterEach(async () => {
  for (const server of servers.splice(0)) await server.close();
});

async function serve(...[answer]: Parameters<typeof startServer>): Promise<ReplayServer> {
  const server = await startServer(answer);
  servers.push(server);
  return server;
}

async function opened(server: ReplayServer, dialect: Dialect): Promise<Engine> {
  const { signal } = new AbortController();
  return openEndpointEngine(connectionTo(server, dialect), nodeSurroundings(), signal);
}

async function finished(engine: Engine) {
  const { signal } = new AbortController();
  for await (const progress of reasonAbout(engine, READING, REQUEST, signal)) {
    if (progress.type === 'finished') return progress;
  }
  throw new Error('the run did not finish');
}

/**
 * An explanation with words in the place of offsets: what servers differ in is only whether the marks around the thinking are
 * part of the text.
 */
function inWords(explanation: Explanation) {
  const words = (span: Span) =>
    sliceSpan(explanation.trace.text, span)
      .replace(/<\/?think>/g, '')
      .trim();
  const { answer, differential, findings, steps, verdicts, corrections, omissions } = explanation;
  return {
    answer: { ...answer, trace: answer.trace === undefined ? undefined : words(answer.trace) },
    differential: differential.map((item) => ({ ...item, trace: words(item.trace) })),
    findings,
    steps: steps.map(({ roles, title, citations, ...step }) => ({
      words: words(step),
      roles,
      title,
      findings: step.findings,
      citations: citations.map(({ sentence, case: cited }) => ({ sentence, cited })),
    })),
    verdicts: verdicts.map((verdict) => ({ ...verdict, trace: words(verdict.trace) })),
    corrections: corrections.map(({ at, takesBack }) => [words(at), words(takesBack)]),
    omissions,
    rubrics: explanation.rubrics.map(({ elements }) =>
      elements.map(({ id, standing, trace }) => ({ id, standing, trace: trace.map(words) })),
    ),
    problemRepresentation:
      explanation.problemRepresentation && words(explanation.problemRepresentation),
    channels: explanation.trace.channels.map(({ channel, ...span }) => [channel, words(span)]),
    stop: explanation.trace.stop,
  };
}

describe('the same run', () => {
  it.each(DIALECTS.map((dialect) => [dialect.id, dialect] as const))(
    'has the same explanation from %s as from a model on this device',
    async (_, dialect) => {
      const local = await finished(scriptedEngine(tokensOf(COMPLETE_OUTPUT, 5)));
      const server = await serve(speaking(dialect, SAID));
      const { trace, explanation, fault } = await finished(await opened(server, dialect));
      expect(fault).toBeUndefined();
      expect(inWords(explanation)).toEqual(inWords(local.explanation));
      expect(trace.thinkingClosed).toBe(true);
      expect(trace.promptTokens).toBe(321);
      expect(traceSchema.parse(trace)).toEqual(trace);
      expect(explanationSchema.parse(explanation)).toEqual(explanation);
      const limits = explanation.limits.join(' ');
      if (dialect.probabilities === 'all') expect(limits).not.toContain('probabilities');
      if (dialect.probabilities === 'most') expect(limits).toContain('% of what the model said');
      if (dialect.probabilities === 'none') expect(limits).toContain('gave no probabilities');
      expect(explanation.uncertainty.meanEntropy).toBeUndefined();
    },
  );

  it.each([
    ['with both marks', COMPLETE_OUTPUT],
    [
      'without the opening mark, which the template had put into the prompt',
      THINKING.concat('</think>', ANSWER),
    ],
  ])('has the same explanation from a server without a parser, %s', async (_, text) => {
    const local = await finished(scriptedEngine(tokensOf(COMPLETE_OUTPUT, 5)));
    const [vllm] = DIALECTS;
    if (vllm === undefined) throw new Error('no dialect');
    const server = await serve(
      speaking(vllm, SAID, (_asked, response) => {
        stream(response);
        for (const content of text.match(/[\s\S]{1,7}/g) ?? []) {
          const choices = [{ index: 0, delta: { content } }];
          response.write(`data: ${JSON.stringify({ choices })}\r\n\r\n`);
        }
        response.end('data: {"choices":[{"index":0,"delta":{},"finish_reason":"stop"}]}\n\n');
      }),
    );
    const { explanation } = await finished(await opened(server, vllm));
    expect(inWords(explanation)).toEqual(inWords(local.explanation));
  });
});

describe('a run that breaks off', () => {
  it('is failed, keeps what was said once, and says why', async () => {
    const [vllm] = DIALECTS;
    if (vllm === undefined) throw new Error('no dialect');
    const server = await serve(
      speaking(vllm, SAID, (_, response) => {
        stream(response);
        response.write(vllm.frames(SAID).slice(0, 30).join(''), () => response.destroy());
      }),
    );
    const { trace, explanation, fault } = await finished(await opened(server, vllm));
    expect(fault?.code).toBe('endpoint-interrupted');
    expect(trace.stop).toBe('failed');
    expect((THINKING + ANSWER).startsWith(trace.text)).toBe(true);
    expect(trace.text.length).toBeGreaterThan(100);
    expect(explanation.limits.join(' ')).toContain('failed');
  });
});
