import * as z from 'zod';

/**
 * Whether an address can be an upstream's: absolute, http or https, with neither credentials nor query nor fragment, so that
 * what is called is what stands there.
 */
function isBaseUrl(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const url = new URL(text);
  return (
    /^https?:$/.test(url.protocol) &&
    url.username === '' &&
    url.password === '' &&
    url.search === '' &&
    url.hash === '' &&
    !text.includes('?') &&
    !text.includes('#')
  );
}

/** A server that ours may call on behalf of its clients. */
export const upstreamSchema = z.strictObject({
  /** What a client asks for it by. */
  name: z.string().check(z.regex(/^[a-z0-9][a-z0-9-]{0,31}$/)),
  /** What a person reads. */
  title: z.string().check(z.minLength(1), z.maxLength(120)),
  /** As OpenAI clients are given it, ending in `/v1` on most servers. */
  baseUrl: z
    .string()
    .check(z.refine(isBaseUrl, 'has to be an http or https address without credentials or query')),
  /** The environment variable that holds the key for it. */
  keyVariable: z.optional(z.string().check(z.regex(/^[A-Z][A-Z0-9_]{0,63}$/))),
  /** The models that clients may ask for. */
  models: z.array(z.string().check(z.minLength(1), z.maxLength(256))).check(z.minLength(1)),
  /** Sends a `cache_salt` of each client's own, so that none can tell from timings what another has asked. */
  saltCache: z._default(z.boolean(), false),
  /** Calls at the same time. */
  concurrent: z._default(z.int().check(z.gte(1), z.lte(1000)), 16),
  /** Seconds until the first byte, which may have to wait for a queue and a long prompt. */
  firstByteSeconds: z._default(z.int().check(z.gte(1), z.lte(3600)), 300),
  /** Seconds without a byte after which an answer that had begun is given up. */
  idleSeconds: z._default(z.int().check(z.gte(1), z.lte(3600)), 60),
});

/** One upstream, as configured. */
export type UpstreamConfiguration = z.infer<typeof upstreamSchema>;
