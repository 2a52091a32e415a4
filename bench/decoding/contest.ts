import type { Prompt } from '@/lib/engine/engine';

/** One generation. Times in milliseconds. */
export interface Generation {
  readonly tokens: readonly number[];
  /** From asking to the first token: reading the prompt, and choosing one token. */
  readonly firstToken: number;
  /** From the first token to the last. */
  readonly decode: number;
}

/** Something that generates greedily. */
export interface Contestant {
  /** Generates exactly `count` tokens after the prompt; the model's end token is never chosen. */
  generate(prompt: Prompt, count: number): Promise<Generation>;
}

/** Takes the times of one generation; `token` is to be called as each token arrives. */
export function createStopwatch(): { token(id: number): void; read(): Generation } {
  const asked = performance.now();
  const tokens: number[] = [];
  let first = asked;
  let last = asked;
  return {
    token(id) {
      last = performance.now();
      if (tokens.length === 0) first = last;
      tokens.push(id);
    },
    read: () => ({ tokens, firstToken: first - asked, decode: last - first }),
  };
}
