import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FaultError } from '@/lib/text/outcome';
import type { ComputedToken, EngineEvent, GenerateRequest, Sampling } from '../engine';
import { ModelContext } from './context';
import { generate, type LocalModel, score } from './decode';
import { FakeSession } from './fake-session';
import { textOfToken } from './token-text';
import type { TextTokenizer } from './tokenizer';

const END = 0;
const WORDS = ['<end>', 'a', 'b', 'c', ':', 'é'];
/** One token for each character, and two for `é`: its bytes. */
const PIECES = [...WORDS.slice(0, 5).map((word) => new TextEncoder().encode(word))].concat([
  Uint8Array.of(0xc3),
  Uint8Array.of(0xa9),
]);
const FIRST_BYTE = 5;
const SECOND_BYTE = 6;

const tokenizer: TextTokenizer = {
  ids: [...PIECES.keys()],
  bytesOf: (id) => PIECES[id] ?? new Uint8Array(0),
  textOf: (id) => textOfToken(PIECES[id] ?? new Uint8Array(0)),
  encode: (text) =>
    [...text].flatMap((character) =>
      character === 'é' ? [FIRST_BYTE, SECOND_BYTE] : [WORDS.indexOf(character)],
    ),
};

const GREEDY: Sampling = { temperature: 0, topK: 0, topP: 1, minP: 0, repetitionPenalty: 1 };
const SAMPLED: Sampling = { ...GREEDY, temperature: 1 };

const DRAFTS = { most: 3, example: [1, 2, 3, 1] };

function openModel(overrides: Partial<LocalModel> = {}, { appends = false } = {}) {
  const session = new FakeSession(PIECES.length, { appends });
  const model: LocalModel = {
    context: new ModelContext(session, 4),
    tokenizer,
    endTokens: new Set([END]),
    contextLength: 100,
    answerTokens: 10,
    pace: { now: () => 0, pause: async () => undefined },
    ...overrides,
  };
  return { session, model };
}

function request(overrides: Partial<GenerateRequest> = {}, text = 'abcab'): GenerateRequest {
  return {
    prompt: { text, prefill: '' },
    sampling: GREEDY,
    seed: 1,
    maxTokens: 8,
    alternatives: 2,
    ...overrides,
  };
}

/** A model that says the given tokens, then ends. */
function say(session: FakeSession, promptLength: number, tokens: readonly number[]) {
  session.logitsAfter = (read) => {
    const next = tokens[read.length - promptLength] ?? END;
    return Float32Array.from(PIECES, (_, id) => (id === next ? 5 : id / 10));
  };
}

async function collect(events: AsyncIterable<EngineEvent<ComputedToken>>) {
  const tokens: ComputedToken[] = [];
  const kinds: string[] = [];
  for await (const event of events) {
    kinds.push(event.type === 'stop' ? event.reason : event.type);
    if (event.type === 'token') tokens.push(event.token);
  }
  return { tokens, kinds, ids: tokens.map((token) => token.id) };
}

const open = () => new AbortController().signal;

describe('generating', () => {
  it('gives the prompt, the tokens and the end, without the token that ends it', async () => {
    const { session, model } = openModel();
    say(session, 5, [3, 2, 1]);
    const { tokens, kinds } = await collect(generate(model, request(), open()));
    expect(kinds).toEqual(['prompt', 'token', 'token', 'token', 'end']);
    expect(tokens.map((token) => token.text)).toEqual(['c', 'b', 'a']);
    expect(tokens.map((token) => token.index)).toEqual([0, 1, 2]);
  });

  it('reports the probabilities of the model itself, whatever sampling and constraint do', async () => {
    const { session, model } = openModel();
    say(session, 2, [3, 3]);
    const constraint = { bannedTokens: ['c'], choices: [] };
    const prompt = { text: 'ab', prefill: '', constraint };
    const sampling = { ...SAMPLED, temperature: 0.1, topK: 1 };
    const { tokens } = await collect(generate(model, request({ prompt, sampling }), open()));
    const logits = [0, 0.1, 0.2, 5, 0.4, 0.5, 0.6];
    const normaliser = Math.log(logits.reduce((sum, logit) => sum + Math.exp(logit), 0));
    const [token] = tokens;
    expect(token?.id).toBe(SECOND_BYTE);
    expect(token?.logprob).toBeCloseTo(0.6 - normaliser, 6);
    expect(token?.alternatives.map(({ id, text }) => [id, text])).toEqual([
      [3, 'c'],
      [SECOND_BYTE, '<0xA9>'],
    ]);
    expect(token?.alternatives[0]?.logprob).toBeCloseTo(5 - normaliser, 6);
  });

  it('gives a character that takes two tokens with the second one', async () => {
    const { session, model } = openModel();
    say(session, 5, [1, FIRST_BYTE, SECOND_BYTE, 2]);
    const { tokens } = await collect(generate(model, request(), open()));
    expect(tokens.map((token) => token.text)).toEqual(['a', '', 'é', 'b']);
  });

  it('gives the same tokens for the same seed, whatever ran before, and others for another', async () => {
    const long = request({ sampling: SAMPLED, maxTokens: 30, seed: 7 });
    const endless = { endTokens: new Set<number>() };
    const fresh = await collect(generate(openModel(endless).model, long, open()));
    expect(fresh.ids).toHaveLength(30);
    const { model } = openModel(endless);
    await collect(generate(model, request({ sampling: SAMPLED, seed: 3 }, 'abcabc'), open()));
    expect((await collect(generate(model, long, open()))).ids).toEqual(fresh.ids);
    const other = await collect(generate(model, { ...long, seed: 8 }, open()));
    expect(other.ids).not.toEqual(fresh.ids);
  });

  it('holds to a constraint and lets go of it afterwards', async () => {
    const { session, model } = openModel();
    say(session, 2, [4, 1, 1, 1]);
    const rule = { after: [':'], oneOf: ['cb'], followedBy: ':', distinct: 'in-text' as const };
    const constraint = { bannedTokens: [], choices: [rule] };
    const prompt = { text: 'ab', prefill: '', constraint };
    const { tokens } = await collect(generate(model, request({ prompt }), open()));
    expect(tokens.map((token) => token.text).join('')).toBe(':cb:');
  });

  it('goes on from any of its tokens with the tokens that one longer run gives', async () => {
    const endless = { endTokens: new Set<number>() };
    const constraint = {
      bannedTokens: [],
      choices: [{ after: ['a'], oneOf: ['cb', 'é'], followedBy: '', distinct: 'in-text' as const }],
    };
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 0, max: 30 }),
        fc.nat(100),
        fc.constantFrom(1, 1.3),
        fc.boolean(),
        fc.boolean(),
        async (paused, seed, repetitionPenalty, readAgain, drafting) => {
          const asked = request({
            prompt: { text: 'abcab', prefill: 'a', constraint },
            sampling: { ...SAMPLED, repetitionPenalty },
            maxTokens: 30,
            seed,
          });
          const whole = await collect(generate(openModel(endless).model, asked, open()));
          const overrides = drafting ? { ...endless, drafts: DRAFTS } : endless;
          const { model } = openModel(overrides, { appends: drafting });
          const first = await collect(generate(model, { ...asked, maxTokens: paused }, open()));
          if (readAgain) await collect(generate(model, request({}, 'cab'), open()));
          const rest = await collect(generate(model, { ...asked, said: first.ids }, open()));
          expect([...first.tokens, ...rest.tokens]).toEqual(whole.tokens);
          expect(rest.kinds.at(-1)).toBe('length');
        },
      ),
      { numRuns: 40 },
    );
  });

  it('reads nothing again to go on at once, and a stopped run by one token at most', async () => {
    const { session, model } = openModel({ endTokens: new Set<number>() });
    const first = await collect(generate(model, request({ maxTokens: 4 }), open()));
    session.runs.length = 0;
    await collect(generate(model, request({ maxTokens: 6, said: first.ids }), open()));
    // The last token of the budget had not been read; one is not read at the end of this one.
    expect(session.runs).toEqual([1, 1]);
  });

  it('drafts without a change of what is said, in fewer runs', async () => {
    const { session, model } = openModel({ drafts: DRAFTS }, { appends: true });
    const answer = [1, 2, 3, 1, 2, 3, 1, 2, 3, 4, 1, 2];
    say(session, 5, answer);
    const { tokens, ids, kinds } = await collect(
      generate(model, request({ maxTokens: 20 }), open()),
    );
    expect(ids).toEqual(answer);
    expect(kinds.at(-1)).toBe('end');
    expect(session.runs.length).toBeLessThan(8);
    expect(session.kept.slice(2)).toEqual(session.runs.slice(2));
    const plain = openModel().session;
    say(plain, 5, answer);
    const without = await collect(
      generate(
        { ...openModel().model, context: new ModelContext(plain, 4) },
        request({ maxTokens: 20 }),
        open(),
      ),
    );
    expect(tokens).toEqual(without.tokens);
  });

  it('drafts in the same runs when it goes on and when it scores, and reads one of them again', async () => {
    const endless = { endTokens: new Set<number>(), drafts: DRAFTS };
    const asked = request({ sampling: SAMPLED, maxTokens: 40 });
    const { session, model } = openModel(endless, { appends: true });
    const whole = await collect(generate(model, asked, open()));
    const runs = [...session.runs];
    for (const paused of [1, 7, 20, 33]) {
      const other = openModel(endless, { appends: true });
      await collect(generate(other.model, { ...asked, maxTokens: paused }, open()));
      const readBefore = other.session.runs.length;
      await collect(generate(other.model, { ...asked, said: whole.ids.slice(0, paused) }, open()));
      expect(other.session.runs.length - runs.length).toBeLessThanOrEqual(1);
      expect(other.session.runs.length).toBeGreaterThan(readBefore);
      const third = openModel(endless, { appends: true });
      await collect(generate(third.model, { ...asked, said: whole.ids.slice(0, paused) }, open()));
      expect(third.session.runs).toEqual(runs);
    }
    const fourth = openModel(endless, { appends: true });
    const scoring = { prompt: 'abcab', continuation: '', tokens: whole.ids, alternatives: 2 };
    expect(await score(fourth.model, scoring, open())).toEqual(whole.tokens);
    expect(fourth.session.runs).toEqual(runs);
  });

  it('drafts nothing beyond the end of the context', async () => {
    const sizes = { contextLength: 12, answerTokens: 2, drafts: DRAFTS };
    const { session, model } = openModel(sizes, { appends: true });
    session.logitsAfter = (read) => {
      const next = 1 + (read.length % 3);
      return Float32Array.from(PIECES, (_, id) => (id === next ? 5 : 0));
    };
    const { ids } = await collect(generate(model, request({ maxTokens: 50 }), open()));
    expect(ids).toHaveLength(7);
    expect(model.context.tokens.length).toBeLessThanOrEqual(12);
  });

  it('stops at the number of tokens asked for and at the end of the context', async () => {
    const { session, model } = openModel({ contextLength: 9, answerTokens: 2 });
    session.logitsAfter = () => Float32Array.from(PIECES, (_, id) => id);
    const few = await collect(generate(model, request({ maxTokens: 2 }), open()));
    expect(few.kinds).toEqual(['prompt', 'token', 'token', 'length']);
    const many = await collect(generate(model, request({ maxTokens: 50 }), open()));
    expect(many.ids).toHaveLength(4);
    expect(many.kinds.at(-1)).toBe('length');
    // The last token is never read: nothing is asked about what follows it.
    expect(model.context.tokens).toHaveLength(8);
  });

  it('refuses a prompt that leaves no room for an answer, saying how much fits', async () => {
    const { session, model } = openModel({ contextLength: 14, answerTokens: 10 });
    const running = collect(generate(model, request({ maxTokens: 50 }), open()));
    const error = await running.catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(FaultError);
    expect(error).toMatchObject({ fault: { code: 'prompt-too-long' } });
    expect(error).toMatchObject({ message: expect.stringMatching(/\b5 tokens.*\b4 fit/) });
    expect(session.runs).toEqual([]);
  });

  it('stops before the next token when it is aborted, and keeps what was said', async () => {
    const { session, model } = openModel();
    session.logitsAfter = () => Float32Array.from(PIECES, (_, id) => id);
    const stop = new AbortController();
    const kinds: string[] = [];
    for await (const event of generate(model, request(), stop.signal)) {
      kinds.push(event.type === 'stop' ? event.reason : event.type);
      if (kinds.length === 3) stop.abort();
    }
    expect(kinds).toEqual(['prompt', 'token', 'token', 'stopped']);
    const early = await collect(generate(model, request(), AbortSignal.abort()));
    expect(early.kinds).toEqual(['prompt', 'stopped']);
  });

  it('leaves no tensor behind but the cache, however it ends', async () => {
    const { session, model } = openModel();
    const cacheOnly = session.cacheInputs.length;
    await collect(generate(model, request({ sampling: SAMPLED }), open()));
    expect(session.live).toBe(cacheOnly);
    for await (const event of generate(model, request({}, 'abca'), open())) {
      if (event.type === 'token') break;
    }
    expect(session.live).toBe(cacheOnly);
    session.failure = new Error('device lost');
    await expect(collect(generate(model, request({}, 'ccc'), open()))).rejects.toThrow('lost');
    model.context.dispose();
    expect(session.live).toBe(0);
  });
});

describe('scoring', () => {
  it('gives each token of a generated text the probability it was generated with', async () => {
    const { model } = openModel();
    const sampling = { ...SAMPLED, temperature: 2 };
    const { tokens, ids } = await collect(generate(model, request({ sampling, seed: 5 }), open()));
    expect(ids.length).toBeGreaterThan(3);
    const other = openModel().model;
    const scoring = { prompt: 'abcab', continuation: '', tokens: ids, alternatives: 2 };
    expect(await score(other, scoring, open())).toEqual(tokens);
    expect(await score(model, scoring, open())).toEqual(tokens);
  });

  it('reads the chunks of a prompt only once for several continuations', async () => {
    const { session, model } = openModel();
    const scoring = { prompt: 'abcabcab', alternatives: 0 };
    await score(model, { ...scoring, continuation: 'abc' }, open());
    session.runs.length = 0;
    const [first] = await score(model, { ...scoring, continuation: 'c' }, open());
    expect(session.runs).toEqual([4]);
    const expected = session.logitsAfter(tokenizer.encode('abcabcab'));
    const normaliser = Math.log(expected.reduce((sum, logit) => sum + Math.exp(logit), 0));
    expect(first?.logprob).toBeCloseTo((expected[3] ?? 0) - normaliser, 6);
  });

  it('refuses what does not fit and ends when aborted', async () => {
    const { model } = openModel({ contextLength: 6 });
    const scoring = { prompt: 'abcab', continuation: 'ab', alternatives: 0 };
    await expect(score(model, scoring, open())).rejects.toMatchObject({
      fault: { code: 'prompt-too-long' },
    });
    const stop = AbortSignal.abort(new Error('enough'));
    await expect(score(model, { ...scoring, continuation: 'a' }, stop)).rejects.toThrow('enough');
  });

  it('gives nothing for nothing', async () => {
    const { model } = openModel();
    expect(await score(model, { prompt: 'a', continuation: '', alternatives: 1 }, open())).toEqual(
      [],
    );
  });
});
