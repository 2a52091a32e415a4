import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { TokenEvent } from '../engine';
import { readChunk } from './chat-chunk';
import { DIALECTS, type Dialect, type ReplayedAnswer, replayedAnswer } from './dialects.fixture';
import { createEventStreamReader } from './event-stream';
import { createChatReader } from './read-chat';

/** Reads frames whose bytes are cut at the given places. */
function read(frames: readonly string[], cuts: readonly number[] = []) {
  const bytes = new TextEncoder().encode(frames.join(''));
  const events = createEventStreamReader();
  const chat = createChatReader('test');
  const tokens: TokenEvent[] = [];
  const places = [...new Set(cuts.map((cut) => cut % bytes.length))].sort((a, b) => a - b);
  let from = 0;
  for (const to of [...places, bytes.length]) {
    for (const { data } of events.push(bytes.subarray(from, to))) {
      tokens.push(...chat.push(readChunk(data)));
    }
    from = to;
  }
  for (const { data } of events.finish()) tokens.push(...chat.push(readChunk(data)));
  return { tokens, chat };
}

function textOf(tokens: readonly TokenEvent[], channel?: TokenEvent['channel']): string {
  return tokens
    .filter((token) => channel === undefined || token.channel === channel)
    .map(({ text }) => text)
    .join('');
}

function expectWhole({ separates }: Dialect, said: ReplayedAnswer, tokens: readonly TokenEvent[]) {
  if (separates) {
    expect(textOf(tokens, 'thinking')).toBe(said.thinking);
    expect(textOf(tokens)).toBe(said.thinking + said.answer);
  } else {
    expect(textOf(tokens)).toBe(said.tokens.map(({ text }) => text).join(''));
  }
  expect(tokens.map(({ index }) => index)).toEqual(tokens.map((_, index) => index));
}

const text = fc.string({ unit: 'grapheme', maxLength: 60 });

describe.each(DIALECTS)('an answer as $id streams it', (dialect) => {
  it('loses and doubles nothing, however its bytes are cut', () => {
    fc.assert(
      fc.property(
        text,
        text,
        fc.integer({ min: 1, max: 9 }),
        fc.array(fc.nat(20_000), { maxLength: 40 }),
        (thinking, answer, size, cuts) => {
          const said = replayedAnswer(thinking, answer, size);
          const frames = dialect.frames(said);
          const { tokens, chat } = read(frames, cuts);
          expectWhole(dialect, said, tokens);
          expect(tokens).toEqual(read(frames).tokens);
          expect(chat.stop()).toBe('end');
          expect(chat.promptTokens).toBe(321);
        },
      ),
      { numRuns: 150 },
    );
  });

  it('has the probabilities that can be trusted, and no others', () => {
    const said = replayedAnswer(
      'Fever [1] and chills 🫀 [2] fit. '.repeat(6),
      'Influenza. '.repeat(9),
    );
    const { tokens } = read(dialect.frames(said));
    const scored = tokens.filter(({ logprob }) => logprob !== undefined);
    const share = textOf(scored).length / textOf(tokens).length;
    if (dialect.probabilities === 'none') expect(share).toBe(0);
    if (dialect.probabilities === 'all') expect(share).toBe(1);
    if (dialect.probabilities === 'most') {
      expect(share).toBeGreaterThan(0.7);
      expect(share).toBeLessThan(1);
    }
    for (const { text: token, logprob, alternatives } of scored) {
      const sources = said.tokens.filter((one) => one.text === token).map((one) => one.logprob);
      expect(sources).toContain(logprob);
      // -9999 stands for a probability that the server does not know.
      expect(alternatives).toEqual([{ text: token, logprob }]);
    }
  });
});

function said(...deltas: readonly object[]): readonly string[] {
  return deltas.map((delta) => `data: ${JSON.stringify({ choices: [{ index: 0, delta }] })}\n\n`);
}

const FINISH = (reason: string) =>
  `data: ${JSON.stringify({ choices: [{ index: 0, delta: {}, finish_reason: reason }] })}\n\n`;

describe('where the reasoning comes', () => {
  it.each(['reasoning', 'reasoning_content', 'reasoning_text', 'thinking'])(
    'takes it from %s',
    (field) => {
      const { tokens } = read(said({ [field]: 'Hm.' }, { content: 'Gout.' }));
      expect(tokens).toEqual([
        { index: 0, text: 'Hm.', channel: 'thinking' },
        { index: 1, text: 'Gout.', channel: 'answer' },
      ]);
    },
  );

  it('takes it once where a gateway sends it under two names, and both fields of one event in order', () => {
    const { tokens } = read(
      said({ reasoning: 'Hm.', reasoning_content: 'Hm.' }, { content: 'Gout.', reasoning: ' So' }),
    );
    expect(tokens.map(({ text: token }) => token)).toEqual(['Hm.', ' So', 'Gout.']);
  });

  it('takes it from the parts of a list, and a refusal for what was said', () => {
    const thinking = [{ type: 'text', text: 'Hm.' }];
    const { tokens } = read(
      said(
        { content: [{ type: 'thinking', thinking }] },
        { content: [{ type: 'text', text: 'Gout' }] },
        { refusal: 'No.' },
      ),
    );
    expect(tokens).toEqual([
      { index: 0, text: 'Hm.', channel: 'thinking' },
      { index: 1, text: 'Gout', channel: 'answer' },
      { index: 2, text: 'No.', channel: 'answer' },
    ]);
  });

  it('leaves the channel to the marks in the text where there is no such field', () => {
    const { tokens } = read(
      said({ content: null }, { content: 'Hm.</think>' }, { content: 'Gout.' }),
    );
    expect(tokens).toEqual([
      { index: 0, text: 'Hm.</think>' },
      { index: 1, text: 'Gout.' },
    ]);
  });
});

describe('how an answer ends', () => {
  it.each([
    ['stop', 'end'],
    ['eos_token', 'end'],
    ['something_new', 'end'],
    ['toString', 'end'],
    ['length', 'length'],
    ['max_tokens', 'length'],
  ])('reads "%s" as %s', (word, reason) => {
    expect(read([...said({ content: 'a' }), FINISH(word)]).chat.stop()).toBe(reason);
  });

  it('is a fault where the server cut it or gave up', () => {
    expect(() => read([FINISH('content_filter')]).chat.stop()).toThrow('content filter');
    expect(() => read([FINISH('abort')]).chat.stop()).toThrow('abort');
  });

  it('takes [DONE] for an end, but not a stream that just ends', () => {
    expect(read([...said({ content: 'a' }), 'data: [DONE]\n\n']).chat.stop()).toBe('end');
    expect(() => read(said({ content: 'a' })).chat.stop()).toThrow('ended in the middle');
  });

  it.each([
    ['vLLM, OpenAI', { error: { message: 'out of memory', type: 'x', code: 500 } }],
    ['TGI', { error: 'out of memory', error_type: 'generation' }],
    ['earlier vLLM', { object: 'error', message: 'out of memory' }],
  ])('is a fault with the words of an error within the stream (%s)', (_, error) => {
    expect(() => read([`data: ${JSON.stringify(error)}\n\n`])).toThrow('out of memory');
  });

  it('is a fault where an event cannot be read: nothing is left out in silence', () => {
    expect(() => read(['data: {"choices": [{"delta": {"content": 7}}]}\n\n'])).toThrow(
      'cannot be read',
    );
    expect(() => read(['data: oops\n\n'])).toThrow('oops');
  });
});

describe('events', () => {
  it('tells an error that is not sent as data, and comments from events', () => {
    const events = createEventStreamReader();
    const push = (given: string) => events.push(new TextEncoder().encode(given));
    expect(push(': ping\n\nevent: error\ndata: {"message":"a"}\n\n')).toEqual([
      { type: 'error', data: '{"message":"a"}' },
    ]);
    // llama.cpp, before it sent errors as data.
    expect(push('error: {"code":500}\n\n')).toEqual([{ type: 'error', data: '{"code":500}' }]);
    expect(push('retry: 10\nwhat: 1\n\ndata:\n\n')).toEqual([]);
  });

  it('gives up on an event without end', () => {
    const events = createEventStreamReader();
    const part = new TextEncoder().encode(`data: ${'a'.repeat(2 ** 20)}`);
    const all = Array.from({ length: 20 }, () => events.push(part)).flat();
    expect(all.map(({ type }) => type)).toContain('unreadable');
  });
});
