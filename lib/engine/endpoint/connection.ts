import { z } from 'zod';
import { failure, type Outcome, success } from '@/lib/text/outcome';
import { SERVER_FAMILY_IDS } from './server-families';

/** An address that the browser or Node may ask: http or https, no password in it, nothing after the path. */
function isBaseUrl(text: string): boolean {
  if (/^\/(?!\/)[\w\-./~%]{0,500}$/.test(text)) return true;
  if (!URL.canParse(text)) return false;
  const { protocol, username, password, search, hash } = new URL(text);
  const bare = username === '' && password === '' && search === '' && hash === '';
  return bare && (protocol === 'http:' || protocol === 'https:');
}

const baseUrlSchema = z
  .string()
  .trim()
  .max(2000)
  .refine(
    isBaseUrl,
    'must be an address that begins with http:// or https://, for example http://localhost:8000/v1, without a password or a query',
  )
  .transform((address) => address.replace(/\/{1,5}$/, ''));

const connectionFields = {
  id: z.string().min(1).max(100),
  /** What a person reads. */
  name: z.string().trim().min(1).max(200),
  /** Up to and with `/v1`. A path alone (`/api/…`) is one of the server that the page came from. */
  baseUrl: baseUrlSchema,
  /** As the server calls it; some servers call a model by the path of its file. */
  model: z.string().trim().min(1).max(1000),
  /** Whether the browser asks the endpoint itself, or through the server that the page came from. */
  via: z.enum(['browser', 'server']),
  /** What kind of server it is, where it is known; otherwise it is read from its list of models. */
  server: z.exactOptional(z.enum(SERVER_FAMILY_IDS)),
  /** Whether the model is asked to think; left to the server where absent. */
  thinking: z.exactOptional(z.enum(['on', 'off'])),
  /** Most tokens of thinking. Only servers that can hold a model to it are told. */
  thinkingBudget: z.exactOptional(z.int().min(1).max(1_000_000)),
};

/** A connection as it is exported and kept: without its key. */
export const keptConnectionSchema = z.strictObject(connectionFields);

/** A connection as it is used. */
const endpointConnectionSchema = z.strictObject({
  ...connectionFields,
  /** Sent as a bearer token. A header cannot hold anything but printable ASCII. */
  key: z.exactOptional(
    z
      .string()
      .regex(
        /^[\x21-\x7e]{1,4000}$/,
        'must be one word of plain characters, as the server gave it',
      ),
  ),
});

/** A model behind an OpenAI-compatible endpoint, and how it is reached. */
export type EndpointConnection = Readonly<z.infer<typeof endpointConnectionSchema>>;
export type KeptConnection = Readonly<z.infer<typeof keptConnectionSchema>>;

/** Reads a connection from outside; the fault names the first field that is wrong. Its key is never part of a message. */
export function parseConnection(given: unknown): Outcome<EndpointConnection, 'bad-connection'> {
  const parsed = endpointConnectionSchema.safeParse(given);
  if (parsed.success) return success(parsed.data);
  const [issue] = parsed.error.issues;
  const field = issue?.path.join('.') ?? '';
  return failure(
    'bad-connection',
    `The endpoint cannot be used: ${field === '' ? 'it' : `"${field}"`} ${wordsOf(issue)}.`,
    'Correct it and try again.',
  );
}

function wordsOf(issue: z.core.$ZodIssue | undefined): string {
  if (issue === undefined) return 'is not valid';
  return issue.code === 'custom' || issue.code === 'invalid_format'
    ? issue.message
    : `is not valid (${issue.message})`;
}

/** The connection as it may leave this device: everything but its key. */
export function withoutKey({ key: _, ...kept }: EndpointConnection): KeptConnection {
  return kept;
}
