import type { ServerResponse } from 'node:http';
import { afterEach, describe, expect, it } from 'vitest';
import { DIALECTS, type Dialect, replayedAnswer } from '@/lib/engine/endpoint/dialects.fixture';
import { openEndpointEngine } from '@/lib/engine/endpoint/endpoint-engine';
import {
  type Answer,
  connectionTo,
  json,
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

/** What servers, gateways and proxies do to a stream without changing what it says. */
const HARMLESS: readonly (readonly [
  what: string,
  change: (frames: readonly string[]) => string,
])[] = [
  ['has comments between all events', (frames) => frames.join(': still here\n\n')],
  ['ends its lines as on Windows', (frames) => frames.join('').replaceAll('\n', '\r\n')],
  [
    'names its events and numbers them',
    (frames) => frames.map((frame, index) => `event: message\nid: ${index}\n${frame}`).join(''),
  ],
  [
    'ends without [DONE], or with it where the server has none',
    (frames) => {
      const others = frames.filter((one) => !one.includes('[DONE]'));
      return [...others, others.length < frames.length ? '' : 'data: [DONE]\n\n'].join('');
    },
  ],
  [
    'begins with usage alone',
    (frames) => ['data: {"choices":[],"usage":null}\n\n', ...frames].join(''),
  ],
  [
    'ends for a reason that nobody knows',
    (frames) => frames.join('').replace('"finish_reason":"stop"', '"finish_reason":"eos_token"'),
  ],
];

/** Writes in pieces of a few bytes, each by itself, so that no event comes in one. */
async function trickle(response: ServerResponse, text: string): Promise<void> {
  stream(response);
  const bytes = new TextEncoder().encode(text);
  for (let at = 0; at < bytes.length; at += 997) {
    response.write(bytes.subarray(at, at + 997));
    await new Promise((resolve) => setImmediate(resolve));
  }
  response.end();
}

describe.each(DIALECTS.map((dialect) => [dialect.id, dialect] as const))(
  'a run behind %s',
  (_, dialect) => {
    const runAgainst = async (chat: Answer) => {
      const server = await serve(speaking(dialect, SAID, chat));
      return { server, ...(await finished(await opened(server, dialect))) };
    };

    it.each(HARMLESS)('has the same explanation where the stream %s', async (_what, change) => {
      const local = await finished(scriptedEngine(tokensOf(COMPLETE_OUTPUT, 5)));
      const frames = dialect.frames(SAID);
      const changed = change(frames);
      expect(changed).not.toBe(frames.join(''));
      const { explanation, fault } = await runAgainst((_asked, response) => {
        void trickle(response, changed);
      });
      expect(fault).toBeUndefined();
      expect(inWords(explanation)).toEqual(inWords(local.explanation));
    });

    it.each([429, 503])(
      'has the same explanation after a refusal with %i and a time',
      async (status) => {
        const local = await finished(scriptedEngine(tokensOf(COMPLETE_OUTPUT, 5)));
        let refused = 0;
        const { explanation, server } = await runAgainst((_asked, response) => {
          refused += 1;
          if (refused <= 2) {
            json(response, status, { error: { message: 'full' } }, { 'retry-after': '0' });
          } else void trickle(response, dialect.frames(SAID).join(''));
        });
        expect(inWords(explanation)).toEqual(inWords(local.explanation));
        const chats = server.asked.filter(({ path }) => path.endsWith('/chat/completions'));
        expect(chats).toHaveLength(3);
      },
    );

    it('that is cut at any tenth, or ends in an error, keeps the beginning once and is asked for once', async () => {
      const whole = dialect.separates
        ? THINKING + ANSWER
        : SAID.tokens.map(({ text }) => text).join('');
      const frames = dialect.frames(SAID).filter((one) => !one.includes('[DONE]'));
      const error = 'data: {"error":{"message":"CUDA error","code":500}}\n\n';
      for (let tenth = 1; tenth < 10; tenth += 1) {
        const begun = frames.slice(0, Math.floor((frames.length * tenth) / 10)).join('');
        for (const end of ['', error]) {
          const { trace, fault, server } = await runAgainst((_asked, response) => {
            stream(response);
            if (end === '') response.write(begun, () => response.destroy());
            else response.end(begun + end);
          });
          expect(fault?.code).toBe(end === '' ? 'endpoint-interrupted' : 'endpoint-failed');
          expect(trace.stop).toBe('failed');
          expect(whole.startsWith(trace.text)).toBe(true);
          const chats = server.asked.filter(({ path }) => path.endsWith('/chat/completions'));
          expect(chats).toHaveLength(1);
        }
      }
    });
  },
);

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
