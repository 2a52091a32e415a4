import type { Sampling } from '@/lib/engine/engine';

/**
 * In what form a model is given the case: the embedded model's own, a conversation that asks for a reasoning with
 * citations, or the case alone, for a server that puts it into its model's own form.
 */
export type PromptForm = 'embedded' | 'chat' | 'case';

/** How a model is asked. */
export interface RunSettings {
  readonly form: PromptForm;
  readonly sampling: Sampling;
  /** Tokens of the whole answer. */
  readonly maxTokens: number;
  /** Fewest tokens of an answer with which asking makes sense. */
  readonly leastTokens: number;
}

/**
 * The embedded model: greedy, so that the same case gives the same run on every device, with more tokens than any whole
 * answer of it needs. A run that uses them up can go on with twice as many, and so on up to the end of the context.
 */
export const EMBEDDED_SETTINGS: RunSettings = {
  form: 'embedded',
  sampling: { temperature: 0, topK: 0, topP: 1, minP: 0, repetitionPenalty: 1 },
  maxTokens: 640,
  leastTokens: 384,
};
