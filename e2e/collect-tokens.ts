import type { ComputingEngine, GenerateRequest } from '@/lib/engine/engine';

export interface Generated {
  readonly ids: readonly number[];
  readonly logprobs: readonly number[];
  readonly text: string;
}

/** Runs one generation to its end, in the same way in Node and in a worker of Chromium. */
export async function collect(
  engine: ComputingEngine,
  request: GenerateRequest,
): Promise<Generated> {
  const ids: number[] = [];
  const logprobs: number[] = [];
  let text = '';
  for await (const event of engine.generate(request, new AbortController().signal)) {
    if (event.type !== 'token') continue;
    ids.push(event.token.id);
    logprobs.push(event.token.logprob);
    text += event.token.text;
  }
  return { ids, logprobs, text };
}
