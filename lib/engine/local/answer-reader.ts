import type { ModelContext } from './context';
import { createDrafter, type Drafter, type Drafts } from './drafts';
import { chunksOf, type Pace, type Run, readRuns } from './prefill';

export interface AnswerOptions {
  readonly prompt: readonly number[];
  /** None are drafted unless told. */
  readonly drafts: Drafts | undefined;
  /** Tokens that prompt and answer may have together. */
  readonly contextLength: number;
  readonly signal: AbortSignal;
  readonly pace: Pace;
}

/** Reads an answer as it comes to be. */
export interface AnswerReader {
  /**
   * Reads the prompt and the tokens already said; the logits after them, or undefined when the signal was aborted. What was
   * said is read in the very runs in which it was generated.
   */
  begin(said: readonly number[]): Promise<Float32Array | undefined>;
  /** The logits after one more token. */
  next(token: number): Promise<Float32Array>;
}

/**
 * Reads each token together with a draft of what may follow, in one run of the graph: where the draft turns out right, the
 * logits of the next tokens are there already (Leviathan, Kalman, Matias 2023, arXiv 2211.17192). Each token is chosen from
 * the logits of its own row, so that a draft changes how fast an answer comes and not what it says. In which runs a text is
 * read depends on the text alone: reading it again repeats every logit to the last bit.
 */
export function createAnswerReader(context: ModelContext, options: AnswerOptions): AnswerReader {
  const { prompt, contextLength, signal, pace } = options;
  const drafter = createDrafter(options.drafts);
  for (const token of prompt) drafter.push(token);
  let length = prompt.length;
  /** The tokens that were drafted after the last one, with the logits after each. */
  let ahead: { readonly token: number; readonly logits: Float32Array }[] = [];

  const take = (run: readonly number[], kept: number, rows: readonly Float32Array[]) => {
    const [logits, ...others] = rows;
    if (logits === undefined) throw new Error('the graph gave no logits');
    ahead = run.slice(kept).flatMap((token, index) => {
      const after = others[index];
      return after === undefined ? [] : [{ token, logits: after }];
    });
    return logits;
  };

  return {
    begin: async (said) => {
      const answer = answerRuns(said, drafter, contextLength - length);
      const runs = [...chunksOf(prompt, context.chunk), ...answer];
      length += said.length;
      const last = answer.at(-1) ?? { tokens: [], kept: 0 };
      const rows = 1 + last.tokens.length - last.kept;
      const logits = await readRuns(context, runs, { rows, signal, pace });
      return logits && take(last.tokens, last.kept, logits);
    },
    next: async (token) => {
      drafter.push(token);
      length += 1;
      const [expected, ...further] = ahead;
      if (expected?.token === token) {
        ahead = further;
        return expected.logits;
      }
      await context.rewind(length - 1);
      const run = [token, ...drafter.draft().slice(0, contextLength - length)];
      return take(run, 1, await context.feed(run, run.length));
    },
  };
}

/**
 * The runs in which what was said was read when it was generated. The drafter has heard of the prompt and hears of what was
 * said; `room` is how many tokens fit after the prompt.
 */
export function answerRuns(
  said: readonly number[],
  drafter: Drafter,
  room: number,
): readonly Run[] {
  const runs: Run[] = [];
  for (let start = 0; start < said.length; ) {
    drafter.push(said[start] ?? 0);
    const tokens = [said[start] ?? 0, ...drafter.draft().slice(0, room - start - 1)];
    let kept = 1;
    while (kept < tokens.length && tokens[kept] === said[start + kept]) {
      drafter.push(tokens[kept] ?? 0);
      kept += 1;
    }
    runs.push({ tokens, kept, rows: tokens.length });
    start += kept;
  }
  return runs;
}
