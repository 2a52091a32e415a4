import { parseCase } from '@/lib/case/parse-case';
import { readCase } from '@/lib/case/read-case';
import { failure, type Outcome, success } from '@/lib/text/outcome';
import type { Channel, ChatMessage, ComputingEngine, Prompt } from '../engine';
import { buildEmbeddedPrompt } from '../prompt/embedded';

/** How a conversation becomes a prompt. Throws `FaultError` where the model's own form refuses it. */
export type PromptForm = (
  messages: readonly ChatMessage[],
  variables: Readonly<Record<string, unknown>>,
) => Promise<Outcome<Prompt>>;

/** Beyond any 64 sentences, which is as many as the embedded model cites: not read, because others wait meanwhile. */
const LONGEST_CASE = 40_000;

/**
 * The embedded model's form. That model reads a case and not a conversation: the last message of the user is the case, with
 * its question and its options (`A) …`) recognised in it; every other message is left out.
 */
export const embeddedForm: PromptForm = async (messages, variables) => {
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
  if (last.content.length > LONGEST_CASE) {
    return failure(
      'prompt-too-long',
      `The case has ${last.content.length} characters; at most ${LONGEST_CASE} are read.`,
      'Keep what bears on the question; nothing was cut for you.',
    );
  }
  const parsed = parseCase({ text: last.content });
  return parsed.ok ? buildEmbeddedPrompt(readCase(parsed.value)) : parsed;
};

/** The form of a model that brings a chat template: the whole conversation. */
export function chatTemplateForm(engine: Pick<ComputingEngine, 'inOwnForm'>): PromptForm {
  return async (messages, variables) => {
    const written = await engine.inOwnForm?.({ text: '', messages, prefill: '' }, variables);
    if (written !== undefined && written.text !== '') return success(written);
    return failure(
      'messages-unusable',
      'This model has no chat template, so that it cannot be asked with messages.',
      'Put a chat_template.jinja into its folder.',
    );
  };
}

/** The channel in which the answer to a prompt begins: a template may have opened the thinking section itself. */
export function firstChannel(prompt: Prompt): Channel {
  return prompt.text.trimEnd().endsWith('<think>') ? 'thinking' : 'answer';
}
