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
 * `uniform` gives the random number in (0, 1) that belongs to a token.
 *
 * The draw is a Gumbel-max one (Maddison, Tarlow, Minka 2014, arXiv 1411.0030): every candidate gets its score plus its own
 * Gumbel noise, and the greatest wins, which follows the softmax exactly. It is what makes a seed repeat on another
 * run-time. Logits differ by about 1e-5 between run-times; this draw changes only where the two greatest sums are that
 * close, about once in 1e5 tokens. Looking a number up in the cumulative distribution has a border for every candidate, and
 * all of them move: with a flat distribution over a few thousand tokens it went wrong once in 2,000.
 *
 * Throws when nothing can be chosen.
 */
export function chooseToken(
  logits: Float32Array,
  choice: Choice,
  uniform: (token: number) => number,
): number {
  const { temperature, topK, topP, minP, repetitionPenalty } = choice.sampling;
  const scores = penalised(logits, choice.generated, repetitionPenalty);
  const candidates = candidatesOf(logits, choice);
  const first = greatest(scores, 1, candidates)[0];
  if (first === undefined) throw new Error('no token can be chosen: every one is banned');
  if (temperature === 0) return first;

  const peak = scores[first] ?? 0;
  const shifted = new Float64Array(scores.length);
  const weights = new Float64Array(scores.length);
  for (const id of candidates) {
    const score = ((scores[id] ?? Number.NEGATIVE_INFINITY) - peak) / temperature;
    shifted[id] = score;
    weights[id] = Math.exp(score);
  }
  const kept = cutByMinP(
    cutByTopP(cutByTopK(candidates, weights, topK), weights, topP),
    weights,
    minP,
  );
  return drawn(kept, shifted, uniform) ?? first;
}

/** The greatest Gumbel noise that 52 random bits can give; a candidate further behind than this cannot win. */
const MOST_NOISE = -Math.log(-Math.log(1 - 2 ** -53));

function drawn(
  ids: readonly number[],
  scores: Float64Array,
  uniform: (token: number) => number,
): number | undefined {
  let best: number | undefined;
  let record = Number.NEGATIVE_INFINITY;
  for (const id of ids) {
    const score = scores[id] ?? Number.NEGATIVE_INFINITY;
    if (score + MOST_NOISE <= record) continue;
    const sum = score - Math.log(-Math.log(uniform(id)));
    if (sum > record || (sum === record && best !== undefined && id < best)) {
      record = sum;
      best = id;
    }
  }
  return best;
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
): Float32Array | Float64Array {
  if (penalty === 1) return logits;
  const scores = new Float64Array(logits);
  for (const id of generated) {
    const score = scores[id];
    if (score !== undefined) scores[id] = score > 0 ? score / penalty : score * penalty;
  }
  return scores;
}

/** Ascending. */
function candidatesOf(logits: Float32Array, { allowed, banned }: Choice): number[] {
  const candidates: number[] = [];
  if (allowed === undefined) {
    for (let id = 0; id < logits.length; id += 1) if (!banned.has(id)) candidates.push(id);
    return candidates;
  }
  for (const id of allowed) if (id < logits.length && !banned.has(id)) candidates.push(id);
  return candidates.sort((a, b) => a - b);
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
