import { failure, type Outcome, success } from '@/lib/text/outcome';

/** The cookie in which a browser keeps where its pages may connect: the server that sends the pages has to know. */
export const ORIGINS_COOKIE = 'rationale-origins';

/** More places than this nobody oversees, and a header has room for. */
export const MOST_ORIGINS = 20;

/**
 * What may stand in a content security policy as a source: scheme, a host name or an IPv4 address, a port. Neither a
 * wildcard nor a character that would end the directive is among it; IPv6 addresses are not part of the policy's grammar
 * (Content Security Policy Level 3, 2.3.1 "Source Lists", `host-part`).
 */
const ORIGIN = /^https?:\/\/[a-z0-9](?:[a-z0-9.-]{0,252}[a-z0-9])?(?::\d{1,5})?$/;

const NO_PLACE = { protocol: '', origin: '' };

/** Whether a text is the origin of a place that can be allowed, written as browsers write it. */
export function isAllowableOrigin(text: string): boolean {
  return ORIGIN.test(text) && URL.canParse(text) && new URL(text).origin === text;
}

/** The origin to allow for an address, or the fault `origin-not-allowable` that says why there is none. */
export function originToAllow(address: string): Outcome<string, 'origin-not-allowable'> {
  const { protocol, origin } = URL.canParse(address) ? new URL(address) : NO_PLACE;
  // The origin of a blob: address is one of http, too.
  if (/^https?:$/.test(protocol) && isAllowableOrigin(origin)) return success(origin);
  return failure(
    'origin-not-allowable',
    `A page cannot be allowed to connect to “${address}”.`,
    'Give the address with http:// or https:// and the name of the machine; an IPv6 address needs a name.',
  );
}

/** What the cookie says, without anything that is no origin, in a fixed order. */
export function readOrigins(cookie: string | undefined): readonly string[] {
  if (cookie === undefined || cookie.length > 4096) return [];
  let text: string;
  try {
    text = decodeURIComponent(cookie);
  } catch {
    return [];
  }
  return [...new Set(text.split(' ').filter(isAllowableOrigin))].sort().slice(0, MOST_ORIGINS);
}

/** The value of the cookie for these origins. */
export function writeOrigins(origins: readonly string[]): string {
  return encodeURIComponent([...new Set(origins)].sort().join(' '));
}
