import type { Sampling } from '../engine';
import { exponential } from './exponential';

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
  // Plain loops: this runs for every token over the whole vocabulary, and an iterator costs as much as the rest together.
  const size = logits.length;
  let peak = Number.NEGATIVE_INFINITY;
  for (let id = 0; id < size; id += 1) {
    const logit = logits[id] ?? peak;
    if (logit > peak) peak = logit;
  }
  let sum = 0;
  let weighted = 0;
  for (let id = 0; id < size; id += 1) {
    const shifted = (logits[id] ?? peak) - peak;
    const weight = exponential(shifted);
    sum += weight;
    if (weight > 0) weighted += weight * shifted;
  }
  // With Z = e^peak * sum, H = ln Z - E[logit] = ln sum - E[logit - peak].
  return { logNormaliser: peak + Math.log(sum), entropy: Math.log(sum) - weighted / sum };
}

/**
 * The `count` ids with the greatest value, greatest first; of equal ones the lower id comes first. `among`, in ascending
 * order, limits which ids take part.
 */
export function greatest(
  values: Float32Array | Float64Array,
  count: number,
  among?: readonly number[],
): number[] {
  const best: number[] = [];
  const size = among?.length ?? values.length;
  let threshold = Number.NEGATIVE_INFINITY;
  for (let index = 0; index < size; index += 1) {
    const id = among === undefined ? index : (among[index] ?? 0);
    const value = values[id] ?? Number.NEGATIVE_INFINITY;
    if (best.length >= count && !(value > threshold)) continue;
    let place = best.length;
    while (place > 0 && (values[best[place - 1] ?? 0] ?? 0) < value) place -= 1;
    best.splice(place, 0, id);
    if (best.length > count) best.pop();
    threshold = values[best.at(-1) ?? 0] ?? Number.NEGATIVE_INFINITY;
  }
  return best;
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
 * each on what the one before left, and one token is drawn from what remains. Temperature 0 gives the most probable token.
 * `uniform` gives the random number in (0, 1) that belongs to a token. Throws when nothing can be chosen.
 */
export function chooseToken(
  logits: Float32Array,
  choice: Choice,
  uniform: (token: number) => number,
): number {
  const { temperature, topK, topP, minP } = choice.sampling;
  const scores = penalised(logits, choice);
  const first = mostProbable(scores, choice);
  const peak = first === undefined ? undefined : scores[first];
  if (first === undefined || peak === undefined) {
    throw new Error('no token can be chosen: every one is banned');
  }
  if (temperature === 0) return first;

  const weights = new Float64Array(scores.length);
  const candidates: number[] = [];
  for (let id = 0; id < scores.length; id += 1) {
    if (!mayFollow(id, choice)) continue;
    const weight = exponential(((scores[id] ?? Number.NEGATIVE_INFINITY) - peak) / temperature);
    weights[id] = weight;
    if (weight > 0) candidates.push(id);
  }
  const byRank = cutByTopP(cutByTopK(candidates, weights, topK), weights, topP);
  return drawn(cutByMinP(byRank, weights, minP), weights, uniform) ?? first;
}

/**
 * The logits after the repetition penalty of Keskar et al. 2019 (arXiv 1909.05858, section 4.1) in the form that also lowers
 * negative logits: positive ones are divided by it, negative ones multiplied. It applies to generated tokens and not to the
 * prompt, whose findings the model is meant to repeat.
 */
function penalised(logits: Float32Array, { sampling, generated }: Choice): Float32Array {
  const penalty = sampling.repetitionPenalty;
  if (penalty === 1) return logits;
  const scores = logits.slice();
  for (const id of generated) {
    const score = scores[id];
    if (score !== undefined) scores[id] = score > 0 ? score / penalty : score * penalty;
  }
  return scores;
}

/** The id with the greatest score among those that may follow, the lowest of equal ones. */
function mostProbable(scores: Float32Array, choice: Choice): number | undefined {
  let first: number | undefined;
  let record = Number.NEGATIVE_INFINITY;
  for (let id = 0; id < scores.length; id += 1) {
    const score = scores[id] ?? Number.NEGATIVE_INFINITY;
    if (score > record && mayFollow(id, choice)) {
      record = score;
      first = id;
    }
  }
  return first;
}

function mayFollow(id: number, { allowed, banned }: Choice): boolean {
  return !banned.has(id) && (allowed === undefined || allowed.has(id));
}

/** The least that `-ln u` can be for a random number of 52 bits. */
const SHORTEST_WAIT = -Math.log(1 - 2 ** -53);

/**
 * Draws by an exponential race: every candidate waits `-ln(u) / weight`, and the first one wins, which follows the weights
 * exactly. (With logarithms it is the Gumbel-max draw of Maddison, Tarlow and Minka 2014, arXiv 1411.0030.)
 *
 * It is what makes a seed repeat on another run-time. Logits differ by about 1e-5 between run-times; the race changes only
 * where its two first are that close, about once in 1e5 tokens. Looking one number up in the cumulative distribution has a
 * border for every candidate, and all of them move: over a flat distribution of a few thousand tokens it changed once in
 * 2,000.
 */
function drawn(
  ids: readonly number[],
  weights: Float64Array,
  uniform: (token: number) => number,
): number | undefined {
  let winner: number | undefined;
  let record = Number.POSITIVE_INFINITY;
  for (const id of ids) {
    const weight = weights[id] ?? 0;
    if (SHORTEST_WAIT >= record * weight) continue;
    const wait = -Math.log(uniform(id)) / weight;
    if (wait < record || (wait === record && winner !== undefined && id < winner)) {
      record = wait;
      winner = id;
    }
  }
  return winner;
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

function sumOf(ids: readonly number[], weights: Float64Array): number {
  let sum = 0;
  for (const id of ids) sum += weights[id] ?? 0;
  return sum;
}
