import type { Uncertainty } from '@/lib/explanation/explanation';
import { overlaps, type Span } from '@/lib/text/span';
import type { TracedToken } from '@/lib/trace/trace';

const MOST_HESITATIONS = 8;
/** A token at least this probable is no hesitation: the model preferred it to all others together. */
const HESITATION_BELOW = 0.5;
const CONTENT = /[\p{L}\p{N}]/u;
const WORD = /[\p{L}\p{N}'’-]/u;

/** Rounding can leave a log-probability a little above zero. */
function asProbability(logprob: number): number {
  return Math.min(1, Math.exp(logprob));
}

/** Product of the probabilities of the tokens that overlap the span; undefined when that of any of them is not known. */
function probabilityOf(span: Span, tokens: readonly TracedToken[]): number | undefined {
  const logprobs = tokens
    .filter((token) => overlaps(token.span, span))
    .map(({ logprob }) => logprob ?? Number.NaN);
  const sum = logprobs.reduce((total, logprob) => total + logprob, 0);
  return logprobs.length === 0 || Number.isNaN(sum) ? undefined : asProbability(sum);
}

/** The words that a token is part of. */
function wordsAround(text: string, span: Span): Span {
  let { start, end } = span;
  while (start < end && !CONTENT.test(text.charAt(start)) && !isPair(text, start)) {
    start += 1;
  }
  while (end > start && !CONTENT.test(text.charAt(end - 1)) && !isPair(text, end - 1)) {
    end -= 1;
  }
  while (start > 0 && WORD.test(text.charAt(start - 1))) {
    start -= 1;
  }
  while (end < text.length && WORD.test(text.charAt(end))) {
    end += 1;
  }
  return { start, end };
}

function isPair(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return code >= 0xd800 && code <= 0xdfff;
}

function hesitationsOf(text: string, tokens: readonly TracedToken[]): Uncertainty['hesitations'] {
  const doubtful = tokens
    .flatMap(({ logprob, text: words, span }) =>
      logprob !== undefined && Math.exp(logprob) < HESITATION_BELOW && CONTENT.test(words)
        ? [{ logprob, span }]
        : [],
    )
    .sort((a, b) => a.logprob - b.logprob);
  const hesitations: { trace: Span; probability: number }[] = [];
  for (const token of doubtful) {
    const trace = wordsAround(text, token.span);
    if (hesitations.some((earlier) => overlaps(earlier.trace, trace))) {
      continue;
    }
    hesitations.push({ trace, probability: asProbability(token.logprob) });
    if (hesitations.length === MOST_HESITATIONS) {
      break;
    }
  }
  return hesitations;
}

/**
 * How sure the model was, from the probabilities of its tokens. A hesitation is a word of which one token had a
 * probability below one half, with that token's probability; the least certain come first, at most eight. What rests on
 * numbers that the engine did not give is absent, and so is what is `lookedUp`, which the model did not choose.
 */
export function measureUncertainty(
  text: string,
  tokens: readonly TracedToken[],
  answer: Span | undefined,
  lookedUp?: Span,
): Uncertainty {
  const isLookedUp = (span: Span) => lookedUp !== undefined && overlaps(span, lookedUp);
  const chosen = tokens.filter(({ span }) => !isLookedUp(span));
  const answerProbability =
    answer === undefined || isLookedUp(answer) ? undefined : probabilityOf(answer, tokens);
  const entropies = chosen.flatMap(({ entropy }) => entropy ?? []);
  const totalEntropy = entropies.reduce((sum, entropy) => sum + Math.max(0, entropy), 0);
  return {
    ...(answerProbability === undefined ? {} : { answerProbability }),
    ...(entropies.length === 0 ? {} : { meanEntropy: totalEntropy / entropies.length }),
    hesitations: hesitationsOf(text, chosen),
  };
}
