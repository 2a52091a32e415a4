import type { EngineDescription, Prompt } from '@/lib/engine/engine';
import type { ReasoningRequest } from '@/lib/explanation/reasoning-run';
import { failure, type Outcome, success } from '@/lib/text/outcome';
import type { Trace } from '@/lib/trace/trace';

/**
 * The budget, in tokens of the whole answer, with which a run can go on; undefined where it cannot: it has said its end, it
 * failed or went in a loop, it said nothing, its engine does not
 * say which tokens they were, or the model's context is full. What was left of a budget is used first, then
 * the budget doubles, as in the length schedule with which OctoThinker's training stayed stable (arXiv 2506.20512, "2k -> 4k
 * -> 8k").
 */
export function furtherBudget({ stop, tokens, promptTokens, manifest }: Trace): number | undefined {
  if (stop !== 'length' && stop !== 'stopped') return undefined;
  const { contextLength } = manifest.engine;
  if (contextLength === undefined || tokenIdsOf({ tokens }) === undefined) return undefined;
  const room = contextLength - promptTokens;
  if (tokens.length === 0 || tokens.length >= room) return undefined;
  const { maxTokens } = manifest;
  return Math.min(room, tokens.length < maxTokens ? maxTokens : 2 * maxTokens);
}

/** The ids of what a run said; undefined where its engine did not give the id of every token. */
export function tokenIdsOf({ tokens }: Pick<Trace, 'tokens'>): readonly number[] | undefined {
  const ids = tokens.flatMap(({ id }) => id ?? []);
  return ids.length === tokens.length ? ids : undefined;
}

export type ContinuationFault = 'run-complete' | 'run-not-continuable';

/**
 * The request that goes on from a run with a further budget: everything else as that run was asked, so that it says what one
 * longer run would have said. Faults where that cannot be promised, because another version of Rationale wrote the prompt or
 * another engine ran.
 */
export function continuationOf(
  trace: Trace,
  prompt: Prompt,
  engine: EngineDescription,
  now: { readonly startedAt: string; readonly application: string; readonly alternatives: number },
): Outcome<ReasoningRequest, ContinuationFault> {
  const maxTokens = furtherBudget(trace);
  if (maxTokens === undefined) {
    return failure(
      'run-complete',
      'This run cannot go on: it has ended, the context of the model is full, or its engine cannot go on from where it stopped.',
      'Press Reason to run the case again.',
    );
  }
  const { manifest } = trace;
  if (!isSameEngine(manifest.engine, engine)) {
    return notContinuable('another model, or the same on another device, began it');
  }
  if (prompt.text !== trace.prompt || prompt.prefill !== prefillOf(trace)) {
    return notContinuable('another version of Rationale put the case before the model');
  }
  const { sampling, seed } = manifest;
  return success({ ...now, prompt, sampling, seed, maxTokens, continues: trace });
}

function notContinuable(because: string): Outcome<never, ContinuationFault> {
  return failure(
    'run-not-continuable',
    `This run cannot go on as it began: ${because}.`,
    'Press Reason to run the case again; what this run said stays in the ledger.',
  );
}

/** What was put into the model's mouth: the text before its first token. */
function prefillOf({ text, tokens }: Trace): string {
  return text.slice(0, tokens[0]?.span.start);
}

/** Whether two engines give the same tokens: the same files, computed in the same way. */
function isSameEngine(a: EngineDescription, b: EngineDescription): boolean {
  const files = (engine: EngineDescription) =>
    engine.files.map(({ path, sha256 }) => `${path} ${sha256}`).join('\n');
  return (
    a.kind === b.kind &&
    a.model === b.model &&
    a.revision === b.revision &&
    a.precision === b.precision &&
    a.device === b.device &&
    a.versions.drafts === b.versions.drafts &&
    files(a) === files(b)
  );
}
