import { createHash, timingSafeEqual } from 'node:crypto';
import { RefusalError } from './error-object';
import { createRateLimit } from './rate-limit';

/** Who may ask, and how often. */
export interface Guard {
  /** Throws `RefusalError`: 401 without the key that the server asks for, 429 for a client that asks too often. */
  admit(request: Request): void;
}

export interface GuardSettings {
  /** Absent: no key is asked for. */
  readonly key?: string;
  readonly requestsPerMinute: number;
}

/** A guard over the requests of all clients. `now` gives milliseconds that never go back. */
export function createGuard(settings: GuardSettings, now: () => number): Guard {
  const limit = createRateLimit(settings.requestsPerMinute, now);
  return {
    admit(request) {
      if (settings.key !== undefined && !sameText(bearerOf(request), settings.key)) {
        throw new RefusalError({
          status: 401,
          type: 'authentication_error',
          code: 'invalid_api_key',
          message: 'This server asks for a key: send it as "Authorization: Bearer KEY".',
        });
      }
      const seconds = limit.take(clientOf(request));
      if (seconds > 0) {
        throw new RefusalError({
          status: 429,
          type: 'rate_limit_error',
          code: 'rate_limit_exceeded',
          message: `More than ${settings.requestsPerMinute} requests a minute came from your address; ask again in ${seconds} s.`,
          retryAfter: seconds,
        });
      }
    },
  };
}

/**
 * The address of the client: the last of `X-Forwarded-For`, which is the one that was added nearest to this server.
 * `client-address.ts` sees to it that no client chooses it.
 */
export function clientOf(request: Request): string {
  return request.headers.get('x-forwarded-for')?.split(',').at(-1)?.trim() || 'unknown';
}

function bearerOf(request: Request): string {
  return /^Bearer ([^\s]{1,512})$/i.exec(request.headers.get('authorization') ?? '')?.[1] ?? '';
}

/** Compares digests, so that the time taken tells nothing of the key. */
function sameText(given: string, expected: string): boolean {
  const digest = (text: string) => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(given), digest(expected));
}
