/** How tokens are drafted. */
export interface Drafts {
  /** How many are drafted at most for one run of the graph. */
  readonly most: number;
  /** An answer of the form that the model was taught, which is looked up before the prompt; may be empty. */
  readonly example: readonly number[];
}

/**
 * How tokens are drafted, in one line for a run's manifest: which tokens are read together bears on the last digits of
 * their probabilities. The number changes with the way of looking up.
 */
export function nameOfDrafts({ most, example }: Drafts): string {
  return `look-up 1, ${most} tokens, example of ${example.length}`;
}

/** Proposes what may come next, from the tokens alone: the same tokens give the same draft, on every machine. */
export interface Drafter {
  /** Takes note of the token that follows. */
  push(token: number): void;
  /** The tokens that may follow, which may be none. */
  draft(): readonly number[];
}

/** The longest and the shortest run of last tokens that is looked up. */
const LONGEST = 3;

/**
 * Drafts by looking up where the last tokens stood before, in the example, the prompt or what was said, and proposing what
 * followed there: the longest match counts, the latest of several (Saxena 2023, "Prompt lookup decoding"; with a text of
 * its own to look up in, He et al. 2023, arXiv 2311.08252). Costs the same at the end of a long text as at its beginning.
 * Without a way of drafting nothing is drafted.
 */
export function createDrafter(drafts: Drafts | undefined): Drafter {
  if (drafts === undefined) return { push: () => undefined, draft: () => [] };
  const { most, example } = drafts;
  const tokens: number[] = [];
  /** For each number of last tokens: where what followed them begins, by the tokens. */
  const places = Array.from({ length: LONGEST }, () => new Map<string, number>());
  let found: number | undefined;
  const push = (token: number) => {
    tokens.push(token);
    found = undefined;
    for (const [index, known] of places.entries()) {
      const length = index + 1;
      if (length > tokens.length) break;
      const last = tokens.slice(-length).join();
      found = known.get(last) ?? found;
      known.set(last, tokens.length);
    }
  };
  for (const token of example) push(token);
  return {
    push,
    draft: () => (found === undefined ? [] : tokens.slice(found, found + most)),
  };
}
