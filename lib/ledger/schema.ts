import { z } from 'zod';
import {
  caseSchema,
  explanationSchema,
  runManifestSchema,
  traceSchema,
} from '@/lib/explanation/schema';
import type { RunId, Sha256 } from '@/lib/ledger/record';
import { isRunId } from '@/lib/ledger/run-id';
import { isSha256 } from '@/lib/ledger/sha256';

/** A text that a guard recognises, of the guarded type. */
function guarded<Guarded extends string>(
  schema: z.ZodString,
  guard: (text: string) => text is Guarded,
) {
  return schema.transform((text, context): Guarded => {
    if (guard(text)) return text;
    context.addIssue({ code: 'custom', message: 'has the wrong form' });
    return z.NEVER;
  });
}

const digestSchema = guarded<Sha256>(
  z.string().regex(/^[0-9a-f]{64}$/, 'must be 64 lower-case hexadecimal digits (SHA-256)'),
  isSha256,
);
const runIdSchema = guarded<RunId>(z.string().min(1).max(100), isRunId);
const indexSchema = z.int().min(0);
const momentSchema = z.iso.datetime('must be a moment in ISO 8601, UTC');

/** What a record says. */
export const recordBodySchema = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('run-started'),
    run: runIdSchema,
    case: caseSchema,
    manifest: runManifestSchema,
    continues: runIdSchema.exactOptional(),
  }),
  z.object({
    kind: z.literal('run-finished'),
    run: runIdSchema,
    trace: traceSchema,
    explanation: explanationSchema,
  }),
  z.object({ kind: z.literal('run-interrupted'), run: runIdSchema, text: z.string() }),
  z.object({
    kind: z.literal('trace-audited'),
    run: runIdSchema,
    case: caseSchema,
    explanation: explanationSchema,
  }),
]);

const recordFields = {
  index: indexSchema,
  at: momentSchema,
  previous: digestSchema,
  hash: digestSchema,
};

/** One entry of the ledger. */
export const recordSchema = z.strictObject({ ...recordFields, body: recordBodySchema });

const sealedRecordSchema = z.strictObject({
  index: indexSchema,
  previous: digestSchema,
  hash: digestSchema,
});

const bundleFields = {
  format: z.literal('rationale-bundle', 'must be "rationale-bundle"'),
  version: z.literal(1, 'must be 1: a newer version of Rationale wrote this bundle'),
  exportedAt: momentSchema,
  sealed: z.array(sealedRecordSchema).exactOptional(),
};

/** Records exported with their chain. */
export const bundleSchema = z.strictObject({
  ...bundleFields,
  records: z.array(recordSchema).min(1),
});

/** An object exactly as it was parsed: a schema that rebuilt it could drop what the hash covers. */
const verbatimObjectSchema = z.custom<Readonly<Record<string, unknown>>>(
  (value) => typeof value === 'object' && value !== null && !Array.isArray(value),
  'must be an object',
);

/**
 * A bundle whose records' places in the chain are known and whose content is not yet: the chain is verified before what
 * the records say is looked at, so that a change is named as a change and not as a fault of form.
 */
export const uncheckedBundleSchema = z.strictObject({
  ...bundleFields,
  records: z
    .array(z.strictObject({ ...recordFields, body: verbatimObjectSchema }))
    .min(1, 'must hold at least one record'),
});
