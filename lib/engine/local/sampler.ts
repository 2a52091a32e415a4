import type { Sampling } from '../engine';

/** What is known of a row of logits as a probability distribution. Natural logarithms throughout. */
export interface Distribution {
  /** Logarithm of the sum of exponentials: `logit - logNormaliser` is a token's log-probability. */
  readonly logNormaliser: number;
  /** Shannon entropy in nats. */
  readonly entropy: number;
}

/**
 * The distribution that a row of logits stands for, exactly as the model gave it: no temperature, no cut, no constraint.
 * Computed in 64 bits from the 32-bit logits.
 */
export function distributionOf(logits: Float32Array): Distribution {
  let greatest = Number.NEGATIVE_INFINITY;
  for (const logit of logits) if (logit > greatest) greatest = logit;
  let sum = 0;
  let weighted = 0;
  for (const logit of logits) {
    const shifted = logit - greatest;
    const weight = Math.exp(shifted);
    sum += weight;
    if (weight > 0) weighted += weight * shifted;
  }
  // With Z = e^g * sum, H = ln Z - E[logit] = ln sum - E[logit - g].
  return { logNormaliser: greatest + Math.log(sum), entropy: Math.log(sum) - weighted / sum };
}

/**
 * The `count` ids with the greatest value, greatest first; of equal ones the lower id comes first. `among` limits which
 * ids take part.
 */
export function greatest(
  values: Float32Array | Float64Array,
  count: number,
  among?: Iterable<number>,
): number[] {
  const best: number[] = [];
  const scoreOf = (id: number) => values[id] ?? Number.NEGATIVE_INFINITY;
  for (const id of among ?? values.keys()) {
    const last = best.at(-1);
    if (best.length >= count && last !== undefined && !precedes(id, last, scoreOf)) continue;
    let place = best.length;
    while (place > 0) {
      const before = best[place - 1];
      if (before === undefined || !precedes(id, before, scoreOf)) break;
      place -= 1;
    }
    best.splice(place, 0, id);
    if (best.length > count) best.pop();
  }
  return best;
}

function precedes(id: number, other: number, scoreOf: (id: number) => number): boolean {
  const difference = scoreOf(id) - scoreOf(other);
  return difference > 0 || (difference === 0 && id < other);
}

/** What bears on the choice of the next token besides the logits. */
export interface Choice {
  readonly sampling: Sampling;
  /** When given, only these tokens can be chosen. */
  readonly allowed?: ReadonlySet<number>;
  /** These tokens cannot be chosen. */
  readonly banned: ReadonlySet<number>;
  /** Tokens generated before, for the repetition penalty. */
  readonly generated: ReadonlySet<number>;
}

/**
 * The next token: banned tokens go, the repetition penalty applies, then temperature, top-k, top-p and min-p in this order,
 * each on what the one before left. `draw` in [0, 1) picks from the cumulative distribution of what remains, laid out by
 * token id. Temperature 0 gives the most probable token.
 *
 * The layout by id and not by rank matters for repeatability: two run-times differ by about 1e-5 in a logit, which can
 * swap the ranks of near-equal tokens and with them whole intervals, but moves the borders between ids by 1e-5 at most.
 * Rounding the logits first would not help: the rare crossing of a rounding border moves the cumulative distribution by
 * as much more as it is rarer.
 *
 * Throws when nothing can be chosen.
 */
export function chooseToken(logits: Float32Array, choice: Choice, draw: number): number {
  const { sampling } = choice;
  const scores = penalised(logits, choice.generated, sampling.repetitionPenalty);
  const candidates = candidatesOf(logits, choice);
  const first = greatest(scores, 1, candidates)[0];
  if (first === undefined) throw new Error('No token can be chosen: every one is banned.');
  if (sampling.temperature === 0) return first;

  const peak = scores[first] ?? 0;
  const weights = new Float64Array(scores.length);
  for (const id of candidates) {
    weights[id] = Math.exp(
      ((scores[id] ?? Number.NEGATIVE_INFINITY) - peak) / sampling.temperature,
    );
  }
  const remaining = cutByMinP(
    cutByTopP(cutByTopK(candidates, weights, sampling.topK), weights, sampling.topP),
    weights,
    sampling.minP,
  );
  return pick(remaining, weights, draw);
}

/**
 * Scores after the repetition penalty of Keskar et al. 2019 (arXiv 1909.05858, section 4.1), in the form that also lowers
 * negative logits: positive ones are divided by the penalty, negative ones multiplied. It applies to generated tokens and
 * not to the prompt, whose findings the model is meant to repeat.
 */
function penalised(
  logits: Float32Array,
  generated: ReadonlySet<number>,
  penalty: number,
): Float64Array {
  const scores = Float64Array.from(logits);
  if (penalty === 1) return scores;
  for (const id of generated) {
    const score = scores[id];
    if (score !== undefined) scores[id] = score > 0 ? score / penalty : score * penalty;
  }
  return scores;
}

function candidatesOf(logits: Float32Array, { allowed, banned }: Choice): number[] {
  const ids = allowed === undefined ? [...logits.keys()] : [...allowed].sort((a, b) => a - b);
  return ids.filter((id) => id < logits.length && !banned.has(id));
}

function cutByTopK(ids: readonly number[], weights: Float64Array, topK: number): readonly number[] {
  return topK > 0 && topK < ids.length ? greatest(weights, topK, ids) : ids;
}

/** The smallest set of most probable tokens whose probability reaches `topP` (Holtzman et al. 2020, arXiv 1904.09751). */
function cutByTopP(ids: readonly number[], weights: Float64Array, topP: number): readonly number[] {
  if (topP >= 1) return ids;
  const total = sumOf(ids, weights);
  // Tokens below this weight hold less than 1 - topP together, so none of them is in the set: spares sorting them.
  const negligible = ((1 - topP) * total) / ids.length;
  const ranked = ids
    .filter((id) => (weights[id] ?? 0) >= negligible)
    .sort((a, b) => (weights[b] ?? 0) - (weights[a] ?? 0) || a - b);
  let mass = 0;
  let kept = 0;
  for (const id of ranked) {
    mass += weights[id] ?? 0;
    kept += 1;
    if (mass >= topP * total) break;
  }
  return ranked.slice(0, Math.max(kept, 1));
}

/** Tokens at least `minP` times as probable as the most probable one (Nguyen et al. 2024, arXiv 2407.01082). */
function cutByMinP(ids: readonly number[], weights: Float64Array, minP: number): readonly number[] {
  if (minP <= 0) return ids;
  let peak = 0;
  for (const id of ids) peak = Math.max(peak, weights[id] ?? 0);
  return ids.filter((id) => (weights[id] ?? 0) >= minP * peak);
}

function pick(ids: readonly number[], weights: Float64Array, draw: number): number {
  const ordered = [...ids].sort((a, b) => a - b);
  const target = draw * sumOf(ordered, weights);
  let mass = 0;
  let chosen = ordered[0] ?? 0;
  for (const id of ordered) {
    const weight = weights[id] ?? 0;
    if (weight <= 0) continue;
    chosen = id;
    mass += weight;
    if (target < mass) break;
  }
  return chosen;
}

function sumOf(ids: readonly number[], weights: Float64Array): number {
  let sum = 0;
  for (const id of ids) sum += weights[id] ?? 0;
  return sum;
}
