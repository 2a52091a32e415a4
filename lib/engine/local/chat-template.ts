import { Template } from '@huggingface/jinja';
import { failure, type Outcome, success } from '@/lib/text/outcome';
import type { ChatMessage } from '../engine';

/** A conversation in a model's own form. */
export interface RenderedChat {
  readonly text: string;
  /** The end of `text` that already belongs to what the model says: the mark that opens its thinking, or nothing. */
  readonly prefill: string;
}

export interface ChatTemplate {
  /**
   * Writes a conversation up to where the model goes on. `variables` reach the template, for example `enable_thinking`.
   * The fault `messages-unusable` says what the template refuses.
   */
  render(
    messages: readonly ChatMessage[],
    variables?: Readonly<Record<string, unknown>>,
  ): Outcome<RenderedChat, 'messages-unusable'>;
}

/**
 * A chat template as `tokenizer_config.json` or `chat_template.jinja` has it; `tokens` are the special tokens that it may
 * name. Throws an `Error` where the template cannot be read.
 */
export function openChatTemplate(
  template: string,
  tokens: Readonly<Record<string, string>>,
): ChatTemplate {
  const compiled = new Template(template);
  return {
    render: (messages, variables = {}) => {
      try {
        const text = compiled.render({
          ...tokens,
          ...variables,
          messages,
          add_generation_prompt: true,
        });
        return success({ text, prefill: openedThinking(text) });
      } catch (error) {
        const why = error instanceof Error ? error.message : String(error);
        return failure(
          'messages-unusable',
          `The model's chat template cannot take this conversation: ${why}.`,
          'Ask this model with one message of the user, without a system message.',
        );
      }
    },
  };
}

/** Templates of Qwen3-Thinking, R1 and others end with the opening mark, so that only the closing one is generated. */
const OPENING_MARK = '<think>';

/** The opening mark with what follows it, where the text ends inside of a thinking section. */
function openedThinking(text: string): string {
  const at = text.lastIndexOf(OPENING_MARK);
  return at >= 0 && text.slice(at + OPENING_MARK.length).trim() === '' ? text.slice(at) : '';
}
