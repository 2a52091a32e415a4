import { describe, expect, it } from 'vitest';
import { readChatRequest } from './chat-request';
import { RefusalError } from './error-object';

const messages = [{ role: 'user', content: 'She has a fever.' }];

function refusedParameter(body: Record<string, unknown>): string | undefined {
  try {
    readChatRequest({ messages, ...body });
  } catch (error) {
    if (error instanceof RefusalError) return error.refusal.param;
    throw error;
  }
  return undefined;
}

describe('the request for a chat completion', () => {
  it('honours what bears on the answer', () => {
    expect(
      readChatRequest({
        messages: [
          { role: 'developer', content: 'Be brief.' },
          {
            role: 'user',
            content: [
              { type: 'text', text: 'a' },
              { type: 'text', text: 'b' },
            ],
          },
        ],
        temperature: 0.7,
        top_p: 0.8,
        top_k: -1,
        min_p: 0.05,
        repetition_penalty: 1.1,
        seed: 9,
        max_tokens: 5,
        max_completion_tokens: 6,
        logprobs: true,
        top_logprobs: 3,
        stream: true,
        stream_options: { include_usage: true },
      }),
    ).toEqual({
      messages: [
        { role: 'system', content: 'Be brief.' },
        { role: 'user', content: 'a\nb' },
      ],
      sampling: { temperature: 0.7, topP: 0.8, topK: 0, minP: 0.05, repetitionPenalty: 1.1 },
      seed: 9,
      maxTokens: 6,
      topLogprobs: 3,
      stream: true,
      includeUsage: true,
      includeReasoning: true,
      includeTokenIds: false,
      templateVariables: {},
    });
  });

  it('takes null for nothing said', () => {
    const nulls = { model: null, temperature: null, stop: null, tools: null, seed: null, n: null };
    expect(readChatRequest({ messages, ...nulls })).toMatchObject({ sampling: {}, seed: 0 });
  });

  it.each([
    ['n', 2],
    ['tools', [{ type: 'function' }]],
    ['tool_choice', 'required'],
    ['stop', 'END'],
    ['logit_bias', { 5: -100 }],
    ['presence_penalty', 0.5],
    ['response_format', { type: 'json_object' }],
    ['structured_outputs', { regex: 'a' }],
    ['modalities', ['text', 'audio']],
    ['echo', true],
    ['seed', -1],
    ['seed', 1.5],
    ['top_p', 0],
    ['max_tokens', 0],
    ['top_logprobs', 3],
    ['stream', 'yes'],
  ])('refuses %s: %j by name', (name, value) => {
    expect(refusedParameter({ [name]: value })).toBe(name);
  });

  it.each([
    ['n', 1],
    ['tools', []],
    ['tool_choice', 'auto'],
    ['stop', []],
    ['logit_bias', {}],
    ['presence_penalty', 0],
    ['response_format', { type: 'text' }],
    ['modalities', ['text']],
    ['user', 'a'],
    ['something_new', { a: 1 }],
  ])('lets %s: %j pass, which changes nothing', (name, value) => {
    expect(refusedParameter({ [name]: value })).toBeUndefined();
  });

  it('refuses pictures and tool results by the place where they stand', () => {
    const image = [{ type: 'image_url', image_url: { url: 'http://169.254.169.254/' } }];
    expect(refusedParameter({ messages: [{ role: 'user', content: image }] })).toMatch(/^messages/);
    expect(refusedParameter({ messages: [{ role: 'tool', content: 'x' }] })).toMatch(/^messages/);
  });
});
