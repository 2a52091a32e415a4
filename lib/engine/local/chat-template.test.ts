import { describe, expect, it } from 'vitest';
import { openChatTemplate } from './chat-template';

const USER = [{ role: 'user', content: 'A cough {{ no template }}.' }] as const;

/** The turns of ChatML, as the Qwen family writes them; a thinking model's template opens the section itself. */
const CHATML =
  '{% for message in messages %}<|im_start|>{{ message.role }}\n{{ message.content }}<|im_end|>\n{% endfor %}' +
  '{% if add_generation_prompt %}<|im_start|>assistant\n{% if enable_thinking is defined and not enable_thinking %}<think>\n\n</think>\n\n{% else %}<think>\n{% endif %}{% endif %}';

describe('a chat template', () => {
  it('writes a conversation and says that it has opened the thinking', () => {
    const rendered = openChatTemplate(CHATML, {}).render(USER);
    expect(rendered).toEqual({
      ok: true,
      value: {
        text: '<|im_start|>user\nA cough {{ no template }}.<|im_end|>\n<|im_start|>assistant\n<think>\n',
        prefill: '<think>\n',
      },
    });
  });

  it('opens nothing where the thinking is closed again, or where the conversation speaks of the mark', () => {
    const closed = openChatTemplate(CHATML, {}).render(USER, { enable_thinking: false });
    expect(closed).toMatchObject({ ok: true, value: { prefill: '' } });
    const plain = openChatTemplate('{{ messages[0].content }}\nAssistant:', {});
    const asked = plain.render([{ role: 'user', content: 'What does <think> mean?' }]);
    expect(asked).toMatchObject({ ok: true, value: { prefill: '' } });
  });

  it('knows the special tokens by their names', () => {
    const template = openChatTemplate('{{ bos_token }}{{ messages[0].content }}', {
      bos_token: '<s>',
    });
    expect(template.render(USER)).toMatchObject({
      ok: true,
      value: { text: '<s>A cough {{ no template }}.' },
    });
  });

  it('says what the template refuses, and throws where it cannot be read', () => {
    const strict = openChatTemplate(
      "{% if messages[0].role == 'system' %}{{ raise_exception('System role not supported') }}{% endif %}",
      {},
    );
    expect(strict.render([{ role: 'system', content: 'x' }, ...USER])).toMatchObject({
      ok: false,
      fault: {
        code: 'messages-unusable',
        message: expect.stringContaining('System role not supported'),
      },
    });
    expect(() => openChatTemplate('{% if %}', {})).toThrow();
  });
});
