import { Template } from '@huggingface/jinja';
import { parseCase } from '@/lib/case/parse-case';
import { readCase } from '@/lib/case/read-case';
import { failure, type Outcome, success } from '@/lib/text/outcome';
import type { Channel, ChatMessage, Prompt } from '../engine';
import { buildEmbeddedPrompt } from '../prompt/embedded';

/** How a conversation becomes a prompt. */
export type PromptForm = (
  messages: readonly ChatMessage[],
  variables: Readonly<Record<string, unknown>>,
) => Outcome<Prompt>;

/**
 * The embedded model's form. That model reads a case and not a conversation: the last message of the user is the case, with
 * its question and its options (`A) …`) recognised in it; every other message is left out.
 */
export const embeddedForm: PromptForm = (messages, variables) => {
  const last = messages.findLast(({ role }) => role === 'user');
  if (last === undefined) {
    return failure(
      'messages-unusable',
      'There is no message of the user.',
      'Send the case as the last message, with the role "user".',
    );
  }
  if (variables.enable_thinking === false) {
    return failure(
      'messages-unusable',
      'This model cannot answer without thinking.',
      'Leave chat_template_kwargs.enable_thinking out.',
    );
  }
  const parsed = parseCase({ text: last.content });
  return parsed.ok ? buildEmbeddedPrompt(readCase(parsed.value)) : parsed;
};

/**
 * The form of a model's own chat template, as its `tokenizer_config.json` or `chat_template.jinja` has it. Throws an
 * `Error` where the template cannot be read.
 */
export function chatTemplateForm(
  template: string,
  tokens: Readonly<Record<string, string>>,
): PromptForm {
  const compiled = new Template(template);
  return (messages, variables) => {
    try {
      const text = compiled.render({
        ...variables,
        ...tokens,
        messages,
        add_generation_prompt: true,
      });
      return success({ text, messages, prefill: startsInside(text) ? '<think>' : '' });
    } catch (error) {
      const why = error instanceof Error ? error.message : String(error);
      return failure(
        'messages-unusable',
        `The model's chat template cannot take these messages: ${why}.`,
        'Alternate the roles user and assistant, beginning and ending with user.',
      );
    }
  };
}

/** The channel in which the answer to a prompt begins. */
export function firstChannel(prompt: Prompt): Channel {
  return startsInside(prompt.text) ? 'thinking' : 'answer';
}

/** Whether the prompt itself opens the thinking section. */
function startsInside(text: string): boolean {
  return text.trimEnd().endsWith('<think>');
}
