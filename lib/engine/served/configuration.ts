import { readFileSync } from 'node:fs';
import * as z from 'zod';
import { failure, type Outcome, success } from '@/lib/text/outcome';
import { upstreamSchema } from '../upstream/configuration';

/** The environment variable that names the configuration file of the server. */
const CONFIGURATION_VARIABLE = 'RATIONALE_SERVER_CONFIG';

const environmentName = z.string().check(z.regex(/^[A-Z][A-Z0-9_]{0,63}$/));
const fraction = z.number().check(z.gte(0), z.lte(1));

/** A folder with an ONNX model, as `training/convert` writes one or in the layout of Transformers.js. */
const modelSchema = z.strictObject({
  id: z.string().check(z.regex(/^[\w.:/-]{1,128}$/)),
  /** Absolute. */
  folder: z.string().check(z.startsWith('/')),
  prompt: z.enum(['embedded', 'chat-template']),
  sampling: z.optional(
    z.strictObject({
      temperature: z._default(z.number().check(z.gte(0), z.lte(5)), 0),
      topK: z._default(z.int().check(z.gte(0)), 0),
      topP: z._default(fraction, 1),
      minP: z._default(fraction, 0),
      repetitionPenalty: z._default(z.number().check(z.gt(0)), 1),
    }),
  ),
});

const configurationSchema = z.strictObject({
  /** The model that is served; the embedded one unless told. */
  model: z.optional(modelSchema),
  /** Threads of one run of the model. */
  threads: z._default(z.int().check(z.gte(1), z.lte(64)), 1),
  /** Where a configured folder's model runs: with CUDA where a GPU is here, or on the CPU. The embedded one needs no GPU. */
  device: z._default(z.enum(['auto', 'cpu']), 'auto'),
  /** Requests that may wait for the model. */
  waiting: z._default(z.int().check(z.gte(0), z.lte(1000)), 16),
  requestsPerMinute: z._default(z.int().check(z.gte(1), z.lte(100_000)), 120),
  bodyBytes: z._default(z.int().check(z.gte(1024), z.lte(16_777_216)), 262_144),
  /** The environment variable that holds the key which clients have to send; nobody has to unless told. */
  keyVariable: z.optional(environmentName),
  /** Proxies before this server that append to `X-Forwarded-For`. */
  proxies: z._default(z.int().check(z.gte(0), z.lte(8)), 0),
  upstreams: z._default(z.array(upstreamSchema).check(z.maxLength(32)), []),
});

/** What the server was told at its start. */
export type ServerConfiguration = z.infer<typeof configurationSchema>;

/** The configuration from its JSON text. */
export function parseConfiguration(
  text: string,
): Outcome<ServerConfiguration, 'configuration-unusable'> {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return unusable('it is not JSON');
  }
  const parsed = configurationSchema.safeParse(value);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    return unusable(`${issue?.path.join('.') || 'the document'}: ${issue?.message ?? 'wrong'}`);
  }
  const names = parsed.data.upstreams.map(({ name }) => name);
  const twice = names.find((name, index) => names.indexOf(name) !== index);
  return twice === undefined
    ? success(parsed.data)
    : unusable(`two upstreams are called "${twice}"`);
}

/** The configuration in the file that the environment names, or the one of a server that was told nothing. */
export function readConfiguration(
  environment: Readonly<Record<string, string | undefined>>,
): Outcome<ServerConfiguration, 'configuration-unusable'> {
  const path = environment[CONFIGURATION_VARIABLE];
  if (path === undefined || path === '') return parseConfiguration('{}');
  try {
    return parseConfiguration(readFileSync(path, 'utf8'));
  } catch (error) {
    return unusable(error instanceof Error ? error.message : String(error));
  }
}

function unusable(why: string) {
  return failure(
    'configuration-unusable',
    `The server's configuration cannot be used: ${why}.`,
    `Correct the file that ${CONFIGURATION_VARIABLE} names; docs/server.md lists its fields.`,
  );
}
