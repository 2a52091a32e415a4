import { z } from 'zod';
import { caseSchema, explanationSchema, traceSchema } from '@/lib/explanation/schema';
import { bundleSchema, recordSchema } from '@/lib/ledger/schema';

interface Contract {
  readonly file: string;
  readonly title: string;
  readonly description: string;
  readonly schema: z.ZodType;
}

const CONTRACTS: readonly Contract[] = [
  {
    file: 'case.schema.json',
    title: 'Case',
    description:
      'What is known of a patient, as given. Case spans are offsets into `text`, in UTF-16 code units.',
    schema: caseSchema,
  },
  {
    file: 'trace.schema.json',
    title: 'Trace',
    description:
      'The complete record of one run. Trace spans are offsets into `text`, in UTF-16 code units. Log-probabilities are natural logarithms, entropies are in nats, timings in milliseconds.',
    schema: traceSchema,
  },
  {
    file: 'explanation.schema.json',
    title: 'Explanation',
    description:
      'What `reason --json` and `audit --json` print. Spans of findings and of `for` and `against` are offsets into `case.text`, all others into `trace.text`, in UTF-16 code units.',
    schema: explanationSchema,
  },
  {
    file: 'record.schema.json',
    title: 'Record',
    description:
      'One entry of the ledger. `hash` is the SHA-256 of the canonical JSON (RFC 8785) of an object with the other four fields; `previous` is the hash of the record before, 64 zeros for the first.',
    schema: recordSchema,
  },
  {
    file: 'bundle.schema.json',
    title: 'Bundle',
    description:
      'Records exported with their chain, which `verify` checks. `sealed` gives the places of records of other runs that lie between and were left out.',
    schema: bundleSchema,
  },
];

/** The JSON Schemas (draft 2020-12) of what Rationale exports: the text of each file of docs/schemas, by its name. */
export function jsonSchemaFiles(): ReadonlyMap<string, string> {
  return new Map(
    CONTRACTS.map(({ file, title, description, schema }) => {
      const { $schema, ...rest } = z.toJSONSchema(schema, { io: 'input' });
      return [file, `${JSON.stringify({ $schema, title, description, ...rest }, null, 2)}\n`];
    }),
  );
}
