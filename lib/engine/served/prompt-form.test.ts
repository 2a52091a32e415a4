import { describe, expect, it } from 'vitest';
import type { ChatMessage } from '../engine';
import { openChatTemplate } from '../local/chat-template';
import { chatTemplateForm, embeddedForm, firstChannel } from './prompt-form';

const CHATML =
  "{% for message in messages %}<|im_start|>{{ message['role'] }}\n{{ message['content'] }}<|im_end|>\n{% endfor %}" +
  '{% if add_generation_prompt %}<|im_start|>assistant\n{% if enable_thinking is not defined or enable_thinking %}<think>\n{% endif %}{% endif %}';

const user = (content: string): ChatMessage[] => [{ role: 'user', content }];

describe('the embedded form', () => {
  it('reads the last message of the user as a case with its options', async () => {
    const outcome = await embeddedForm(
      [
        { role: 'system', content: 'You are kind.' },
        { role: 'user', content: 'He is well.' },
        { role: 'assistant', content: 'Good.' },
        { role: 'user', content: 'A girl of 8 has a fever.\nWhich is it?\nA) Flu\nB) Measles' },
      ],
      {},
    );
    expect(outcome).toMatchObject({
      ok: true,
      value: { text: expect.stringMatching(/fever.*\n?.*Options: A\) Flu B\) Measles<\|end\|>/s) },
    });
    if (outcome.ok) expect(firstChannel(outcome.value)).toBe('thinking');
  });

  it('says why there is no case', async () => {
    const faultOf = async (messages: ChatMessage[], variables = {}) => {
      const outcome = await embeddedForm(messages, variables);
      return outcome.ok ? undefined : outcome.fault.code;
    };
    expect(await faultOf([{ role: 'system', content: 'x' }])).toBe('messages-unusable');
    expect(await faultOf(user('  '))).toBe('case-empty');
    expect(await faultOf(user('He has a fever. '.repeat(3_000)))).toBe('prompt-too-long');
    expect(await faultOf(user('Fever.'), { enable_thinking: false })).toBe('messages-unusable');
  });
});

describe("a chat template's form", () => {
  it('renders the conversation and knows in which channel the answer begins', async () => {
    const template = openChatTemplate(CHATML, {});
    const form = chatTemplateForm({
      inOwnForm: async (prompt, variables) => {
        const rendered = template.render(prompt.messages ?? [], variables);
        if (!rendered.ok) throw new Error(rendered.fault.message);
        return { ...prompt, ...rendered.value };
      },
    });
    const thinking = await form(user('Fever.'), {});
    const direct = await form(user('Fever.'), { enable_thinking: false });
    if (!thinking.ok || !direct.ok) throw new Error('the template refused');
    expect(thinking.value.text).toBe(
      '<|im_start|>user\nFever.<|im_end|>\n<|im_start|>assistant\n<think>\n',
    );
    expect([firstChannel(thinking.value), firstChannel(direct.value)]).toEqual([
      'thinking',
      'answer',
    ]);
  });

  it('says so where the model has none', async () => {
    for (const engine of [
      {},
      { inOwnForm: async (prompt: { text: string; prefill: string }) => prompt },
    ]) {
      expect(await chatTemplateForm(engine)(user('x'), {})).toMatchObject({
        ok: false,
        fault: { code: 'messages-unusable' },
      });
    }
  });
});
