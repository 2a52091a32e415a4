/** Says for each client whether it may ask now. */
export interface RateLimit {
  /** 0 when the request is admitted, and is then counted; otherwise the seconds until the next one would be. */
  take(client: string): number;
}

/** So many clients are remembered; one that was not heard of for long is forgotten first, and starts with a full bucket. */
const MOST_CLIENTS = 10_000;

/**
 * A token bucket for each client: `perMinute` requests a minute on average and as many at once. `now` gives milliseconds
 * that never go back.
 */
export function createRateLimit(perMinute: number, now: () => number): RateLimit {
  const buckets = new Map<string, { left: number; at: number }>();
  const perMillisecond = perMinute / 60_000;
  return {
    take(client) {
      const at = now();
      const known = buckets.get(client);
      const left = Math.min(
        perMinute,
        known === undefined ? perMinute : known.left + (at - known.at) * perMillisecond,
      );
      buckets.delete(client);
      buckets.set(client, { left: left >= 1 ? left - 1 : left, at });
      if (buckets.size > MOST_CLIENTS) {
        const [oldest] = buckets.keys();
        if (oldest !== undefined) buckets.delete(oldest);
      }
      return left >= 1 ? 0 : Math.max(1, Math.ceil((1 - left) / perMillisecond / 1000));
    },
  };
}
