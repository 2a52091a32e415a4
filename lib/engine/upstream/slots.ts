import { RefusalError } from '../served/error-object';
import type { UpstreamTarget } from './call-upstream';

/** The calls that each upstream may have at a time. */
export interface Slots {
  /** Takes one; the result gives it back, once. Throws `RefusalError` with 503 where all are taken. */
  take(target: UpstreamTarget): () => void;
}

/** Slots that are all free. */
export function createSlots(): Slots {
  const taken = new Map<UpstreamTarget, number>();
  return {
    take(target) {
      const { concurrent, title } = target.configuration;
      const now = taken.get(target) ?? 0;
      if (now >= concurrent) {
        throw new RefusalError({
          status: 503,
          type: 'overloaded_error',
          code: 'upstream_full',
          message: `${title} has its ${concurrent} calls; ask again in a moment.`,
          retryAfter: 2,
        });
      }
      taken.set(target, now + 1);
      let free = false;
      return () => {
        if (free) return;
        free = true;
        taken.set(target, (taken.get(target) ?? 1) - 1);
      };
    },
  };
}
