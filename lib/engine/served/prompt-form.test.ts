import { describe, expect, it } from 'vitest';
import { chatTemplateForm, embeddedForm, firstChannel } from './prompt-form';

const CHATML =
  "{% for message in messages %}<|im_start|>{{ message['role'] }}\n{{ message['content'] }}<|im_end|>\n{% endfor %}" +
  '{% if add_generation_prompt %}<|im_start|>assistant\n{% if enable_thinking is not defined or enable_thinking %}<think>\n{% endif %}{% endif %}';

function promptOf(form: typeof embeddedForm, content: string, variables = {}) {
  const outcome = form([{ role: 'user', content }], variables);
  if (!outcome.ok) throw new Error(outcome.fault.message);
  return outcome.value;
}

describe('the embedded form', () => {
  it('reads the last message of the user as a case with its options', () => {
    const outcome = embeddedForm(
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

  it('says why there is no case', () => {
    expect(embeddedForm([{ role: 'system', content: 'x' }], {})).toMatchObject({ ok: false });
    expect(embeddedForm([{ role: 'user', content: '  ' }], {})).toMatchObject({
      ok: false,
      fault: { code: 'case-empty' },
    });
    expect(
      embeddedForm([{ role: 'user', content: 'Fever.' }], { enable_thinking: false }),
    ).toMatchObject({ ok: false });
  });
});

describe("a chat template's form", () => {
  it('renders the conversation and knows in which channel the answer begins', () => {
    const form = chatTemplateForm(CHATML, { eos_token: '<|im_end|>' });
    const thinking = promptOf(form, 'Fever.');
    expect(thinking.text).toBe(
      '<|im_start|>user\nFever.<|im_end|>\n<|im_start|>assistant\n<think>\n',
    );
    expect([firstChannel(thinking), thinking.prefill]).toEqual(['thinking', '<think>']);
    const direct = promptOf(form, 'Fever.', { enable_thinking: false });
    expect([firstChannel(direct), direct.prefill]).toEqual(['answer', '']);
  });

  it('tells what a template refuses', () => {
    const form = chatTemplateForm("{{ raise_exception('only one turn') }}", {});
    expect(form([{ role: 'user', content: 'x' }], {})).toMatchObject({
      ok: false,
      fault: { message: expect.stringContaining('only one turn') },
    });
  });
});
