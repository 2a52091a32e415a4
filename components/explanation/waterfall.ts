import type { EvidenceTerm, SecondOpinion } from '@/lib/audit/second-reading/second-reader';

/** One bar of a waterfall: where it begins and ends on an axis from 0 to 1, and the sum after it. */
export interface WaterfallBar {
  readonly term: EvidenceTerm;
  readonly from: number;
  readonly to: number;
  /** Log-odds after this term, nats. */
  readonly sum: number;
}

export interface Waterfall {
  readonly bars: readonly WaterfallBar[];
  /** Where log-odds of 0, even odds, lie on the axis. */
  readonly even: number;
  /** Log-odds in the end, nats. */
  readonly sum: number;
}

/** Lays the terms of an opinion one after another on one axis that holds every partial sum and even odds. */
export function waterfallOf({ terms }: Pick<SecondOpinion, 'terms'>): Waterfall {
  const sums = [0];
  for (const { weight } of terms) sums.push((sums.at(-1) ?? 0) + weight);
  const low = Math.min(...sums);
  const range = Math.max(...sums) - low || 1;
  const place = (sum: number) => (sum - low) / range;
  return {
    bars: terms.map((term, index) => ({
      term,
      from: place(sums[index] ?? 0),
      to: place(sums[index + 1] ?? 0),
      sum: sums[index + 1] ?? 0,
    })),
    even: place(0),
    sum: sums.at(-1) ?? 0,
  };
}

/** A weight of evidence as a person reads it: always with its sign, two decimals. */
export function weightWords(weight: number): string {
  const rounded = Math.abs(weight).toFixed(2);
  return `${weight < 0 ? '−' : '+'}${rounded}`;
}

/** Beyond this, counts say no more than "very many": the exact figure would only seem exact. */
const MOST = 10_000;

function factorWords(weight: number): string {
  const factor = Math.exp(Math.abs(weight));
  if (factor > MOST) return `>${MOST.toLocaleString('en')}`;
  return factor < 10 ? factor.toFixed(1) : Math.round(factor).toLocaleString('en');
}

/** By how much a weight multiplies the odds: `×2.0`, `÷5.0`, `×>10,000`. */
export function oddsWords(weight: number): string {
  return `${weight < 0 ? '÷' : '×'}${factorWords(weight)}`;
}

/** Log-odds as odds that a person says: `3.2 to 1`, `1 to 40`. */
export function oddsToOne(sum: number): string {
  return sum < 0 ? `1 to ${factorWords(sum)}` : `${factorWords(sum)} to 1`;
}
