import { FaultError } from '@/lib/text/outcome';
import type {
  ComputedToken,
  EngineEvent,
  GenerateRequest,
  ScoreRequest,
  StopReason,
} from '../engine';
import { promptTooLong } from '../faults';
import { type AnswerReader, createAnswerReader } from './answer-reader';
import { compileConstraint, followConstraint } from './constraint';
import type { ModelContext } from './context';
import type { Drafts } from './drafts';
import type { Pace } from './prefill';
import { randomFrom } from './random';
import { chooseToken, distributionOf, greatest } from './sampler';
import { createTextStream } from './token-text';
import type { TextTokenizer } from './tokenizer';

/** A model ready to run. */
export interface LocalModel {
  readonly context: ModelContext;
  readonly tokenizer: TextTokenizer;
  /** Tokens that end the answer; they are not part of it. */
  readonly endTokens: ReadonlySet<number>;
  /** Tokens that prompt and answer may have together. */
  readonly contextLength: number;
  /** Tokens kept free for the answer. */
  readonly answerTokens: number;
  readonly pace: Pace;
  /** It pays where a run over several tokens costs little more than one over a single token; nothing is drafted unless told. */
  readonly drafts?: Drafts;
}

/**
 * Generates one answer: a prompt event, token events, a stop event. The signal is looked at before every run of the graph.
 * The same request gives the same tokens whatever the model ran before, and a request that goes on from the first tokens of
 * another (`said`) gives the rest of them. Throws `FaultError` with `prompt-too-long` when the prompt leaves less room than
 * an answer needs, and whatever the session throws.
 */
export async function* generate(
  model: LocalModel,
  request: GenerateRequest,
  signal: AbortSignal,
): AsyncGenerator<EngineEvent<ComputedToken>> {
  const { tokenizer, pace, contextLength } = model;
  const prompt = tokenizer.encode(request.prompt.text);
  checkFits(prompt.length, contextLength - Math.min(request.maxTokens, model.answerTokens));
  yield { type: 'prompt', tokens: prompt.length };

  const compiled = compileConstraint(
    request.prompt.constraint ?? { bannedTokens: [], choices: [] },
    tokenizer,
  );
  const follower = followConstraint(compiled, request.prompt.prefill);
  const random = randomFrom(request.seed);
  const describe = tokenDescriber(tokenizer, request.alternatives);
  const stream = createTextStream();
  const generated = new Set<number>();
  const accept = (id: number): string => {
    const text = stream.push(tokenizer.bytesOf(id));
    generated.add(id);
    follower.accept(id, text);
    return text;
  };
  const said = request.said ?? [];
  for (const id of said) accept(id);
  const most = Math.min(request.maxTokens, contextLength - prompt.length);

  const started = pace.now();
  const reader = readerFor(model, prompt, signal);
  let logits = said.length < most ? await reader.begin(said) : undefined;
  const prefilled = pace.now();
  const stop = (reason: StopReason): EngineEvent<ComputedToken> => {
    const timings = { prefill: prefilled - started, decode: pace.now() - prefilled };
    return { type: 'stop', reason, timings };
  };

  for (let index = said.length; index < most; index += 1) {
    if (logits === undefined || signal.aborted) {
      yield stop('stopped');
      return;
    }
    const allowed = follower.allowed();
    const id = chooseToken(
      logits,
      {
        sampling: request.sampling,
        banned: follower.banned(),
        generated,
        ...(allowed === undefined ? {} : { allowed }),
      },
      (token) => random.at(index, token),
    );
    if (model.endTokens.has(id)) {
      yield stop('end');
      return;
    }
    yield { type: 'token', token: describe(index, id, accept(id), logits) };
    await pace.pause();
    if (index + 1 < most && !signal.aborted) logits = await reader.next(id);
  }
  yield stop('length');
}

/**
 * Teacher-forced scores: the log-probability of each token of the continuation given the prompt and the tokens before it.
 * The continuation is read in the runs of the graph in which it would have been generated: on the same device a recorded
 * run comes out with the probabilities it was recorded with. (Reading it in one run would be faster and differ by rounding,
 * by up to 2e-4 for improbable tokens.) Throws `FaultError` with `prompt-too-long` when both together do not fit, and the
 * signal's reason when it was aborted.
 */
export async function score(
  model: LocalModel,
  request: ScoreRequest,
  signal: AbortSignal,
): Promise<readonly ComputedToken[]> {
  const { tokenizer, pace, contextLength } = model;
  const prompt = tokenizer.encode(request.prompt);
  const continuation = request.tokens ?? tokenizer.encode(request.continuation);
  if (continuation.length === 0) return [];
  checkFits(prompt.length + continuation.length, contextLength);
  const describe = tokenDescriber(tokenizer, request.alternatives);
  const stream = createTextStream();
  const scores: ComputedToken[] = [];
  const reader = readerFor(model, prompt, signal);
  let logits = await reader.begin([]);
  for (const [index, id] of continuation.entries()) {
    if (logits === undefined || signal.aborted) throw signal.reason;
    scores.push(describe(index, id, stream.push(tokenizer.bytesOf(id)), logits));
    await pace.pause();
    if (index + 1 < continuation.length && !signal.aborted) logits = await reader.next(id);
  }
  return scores;
}

function readerFor(
  { context, contextLength, pace, drafts }: LocalModel,
  prompt: readonly number[],
  signal: AbortSignal,
): AnswerReader {
  return createAnswerReader(context, { prompt, drafts, contextLength, signal, pace });
}

function checkFits(tokens: number, fits: number): void {
  if (tokens === 0) throw new Error('the prompt is empty');
  if (tokens > fits) throw new FaultError(promptTooLong(tokens, fits));
}

/** Makes token events from a row of logits, the token that was chosen and the text that it completed. */
function tokenDescriber(
  tokenizer: TextTokenizer,
  alternatives: number,
): (index: number, id: number, text: string, logits: Float32Array) => ComputedToken {
  return (index, id, text, logits) => {
    const { logNormaliser, entropy } = distributionOf(logits);
    return {
      index,
      id,
      text,
      logprob: logitOf(logits, id) - logNormaliser,
      alternatives: greatest(logits, alternatives).map((token) => ({
        id: token,
        text: tokenizer.textOf(token),
        logprob: logitOf(logits, token) - logNormaliser,
      })),
      entropy,
    };
  };
}

function logitOf(logits: Float32Array, id: number): number {
  return logits[id] ?? Number.NEGATIVE_INFINITY;
}
