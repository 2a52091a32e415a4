import { counted, type MeteredRun, wordlessMeter } from '@/lib/audit/meters/live-meter';
import type { Meter } from '@/lib/audit/meters/meter';

/** The soft part of the budget, at its end: DAPO punishes 4,096 of 20,480 tokens softly, one in five. */
const SOFT_SHARE = 4096 / 20_480;

/** How much of the budget of tokens was used. */
export const createLengthMeter = () => wordlessMeter(readLength);

function readLength({ tokens, budget, words }: MeteredRun): Meter {
  const known = tokens !== undefined && budget !== undefined && budget > 0;
  return known ? againstBudget(tokens, budget) : withoutBudget(words);
}

function againstBudget(tokens: number, budget: number): Meter {
  const penalty = softOverlongPenalty(tokens, budget);
  const cosine = cosineScale(tokens, budget);
  return {
    ...IDENTITY,
    value: tokens / budget,
    shown: `${tokens} of ${budget} tokens`,
    state: penalty === 0 ? 'fine' : penalty > -1 ? 'notice' : 'alarm',
    detail: `${counted(tokens, 'token')} of a budget of ${budget}: soft overlong penalty ${penalty.toFixed(2)}, cosine scale ${cosine.toFixed(2)}.`,
  };
}

/** A text that came from elsewhere has no tokens and no budget that are known. */
function withoutBudget(words: number): Meter {
  return {
    ...IDENTITY,
    value: words,
    shown: counted(words, 'word'),
    state: 'fine',
    detail: `${counted(words, 'word')}; the tokens and the budget of a text from elsewhere are not known.`,
  };
}

const IDENTITY = {
  id: 'length',
  title: 'Length',
  formula:
    'Penalty: 0 if L ≤ Lmax − C, (Lmax − C − L) / C in between, −1 from Lmax on, with C = Lmax / 5. Cosine scale: ½ (1 + cos(π min(L, Lmax) / Lmax)). A penalty is a notice, −1 an alarm',
  source:
    'Penalty: DAPO, equation 13 (arXiv 2503.14476), with its share of soft tokens. Cosine scale: open-r1, rewards.py, get_cosine_scaled_reward, after arXiv 2502.03373; clamped here, because unclamped it rises again beyond Lmax.',
} as const;

/**
 * DAPO's penalty for a length (arXiv 2503.14476, eq. 13), from 0 to -1: none until the soft part of the budget begins, then
 * in proportion to how much of it was used.
 */
function softOverlongPenalty(tokens: number, budget: number): number {
  const soft = SOFT_SHARE * budget;
  const over = tokens - (budget - soft);
  return over <= 0 ? 0 : -Math.min(1, over / soft);
}

/** The cosine that scales a reward by length, from 1 for nothing to 0 for the whole budget and all beyond it. */
function cosineScale(tokens: number, budget: number): number {
  return 0.5 * (1 + Math.cos(Math.PI * Math.min(1, tokens / budget)));
}
