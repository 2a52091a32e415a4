import {
  MOST_ORIGINS,
  ORIGINS_COOKIE,
  originToAllow,
  readOrigins,
  writeOrigins,
} from '@/lib/engine/allowed-origins';
import { failure, type Outcome, success } from '@/lib/text/outcome';

const A_YEAR = 365 * 24 * 3600;

/** Where pages of this browser may connect beside their own server, after the next load. */
export function keptOrigins(): readonly string[] {
  const prefix = `${ORIGINS_COOKIE}=`;
  const pair = document.cookie.split('; ').find((one) => one.startsWith(prefix));
  return readOrigins(pair?.slice(prefix.length));
}

/** Whether an address can be asked: it is of this server, or its place was allowed. */
export function isAllowed(address: string): boolean {
  const { origin } = new URL(address, location.href);
  return origin === location.origin || keptOrigins().includes(origin);
}

/** Allows the place of an address, from the next load of a page on. */
export function allowOrigin(address: string): Outcome<undefined> {
  const origin = originToAllow(address);
  if (!origin.ok) return origin;
  const before = keptOrigins();
  if (before.includes(origin.value)) return success(undefined);
  if (before.length >= MOST_ORIGINS) {
    return failure(
      'origins-full',
      `This browser allows ${MOST_ORIGINS} places already.`,
      'Take one back in “Where this browser may connect”, then save again.',
    );
  }
  keep([...before, origin.value]);
  if (keptOrigins().includes(origin.value)) return success(undefined);
  return failure(
    'cookies-refused',
    'This browser keeps no cookie for this page, so the server cannot be told what you allow.',
    'Allow cookies for this page, then save again; or use a model of the app’s own server.',
  );
}

/** Takes back what was allowed, from the next load of a page on. */
export function disallowOrigin(origin: string): void {
  keep(keptOrigins().filter((other) => other !== origin));
}

function keep(origins: readonly string[]): void {
  const secure = location.protocol === 'https:' ? '; Secure' : '';
  const age = origins.length === 0 ? 0 : A_YEAR;
  // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API is missing where the page is not secure, and in Firefox
  document.cookie = `${ORIGINS_COOKIE}=${writeOrigins(origins)}; Path=/; Max-Age=${age}; SameSite=Strict${secure}`;
}
