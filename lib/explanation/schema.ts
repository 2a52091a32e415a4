import { z } from 'zod';
import { ABOUTS, MOODS } from '@/lib/audit/statements/standing';
import { OUTCOMES } from '@/lib/audit/verdict';
import { ROLES } from '@/lib/trace/trace';

/**
 * The schemas of Case, Trace and Explanation, as they are exported, kept and read back. They say the same as the types
 * (schema.test.ts holds them to it); docs/schemas is generated from them. Unknown fields are refused: what was exported
 * under one contract is not silently cut down to another.
 */

const offset = z.int().min(0);
const count = z.int().min(0);
const probability = z.number().min(0).max(1);

/** A list that what was exported by an earlier version does not have: it is read as empty. */
function addedLater<Item extends z.ZodType>(item: Item) {
  return z.array(item).default([]);
}

export const spanSchema = z.strictObject({ start: offset, end: offset });

const optionSchema = z.strictObject({ letter: z.string(), text: z.string() });
const polaritySchema = z.enum(['present', 'absent']);
const channelSchema = z.enum(['thinking', 'answer']);
const stopSchema = z.enum(['end', 'length', 'stopped', 'looped', 'failed']);
const roleSchema = z.enum(ROLES);

export const caseSchema = z.strictObject({
  text: z.string(),
  question: z.exactOptional(z.string()),
  options: z.array(optionSchema),
});

export const samplingSchema = z.strictObject({
  temperature: z.number().min(0),
  topK: count,
  topP: z.number().min(0).max(1),
  minP: z.number().min(0).max(1),
  repetitionPenalty: z.number().min(0),
});

const engineDescriptionSchema = z.strictObject({
  kind: z.enum(['local', 'endpoint', 'replay', 'pasted']),
  model: z.string(),
  revision: z.string(),
  files: z.array(
    z.strictObject({
      path: z.string(),
      bytes: count,
      sha256: z.string().regex(/^[0-9a-f]{64}$/),
    }),
  ),
  precision: z.string(),
  device: z.enum(['webgpu', 'wasm', 'cuda', 'cpu', 'remote', 'none']),
  threads: count,
  deviceReason: z.string(),
  contextLength: z.exactOptional(count),
  versions: z.record(z.string(), z.string()),
});

export const runManifestSchema = z.strictObject({
  engine: engineDescriptionSchema,
  sampling: samplingSchema,
  seed: z.int(),
  maxTokens: count,
  continuedAfter: z.exactOptional(z.array(count)),
  startedAt: z.iso.datetime(),
  application: z.string(),
});

const channelSpanSchema = z.strictObject({ ...spanSchema.shape, channel: channelSchema });
const citationSchema = z.strictObject({ ...spanSchema.shape, sentence: count });

const stepSchema = z.strictObject({
  ...spanSchema.shape,
  roles: z.array(roleSchema),
  channel: channelSchema,
  title: z.exactOptional(z.string()),
  citations: z.array(citationSchema),
  closed: z.boolean(),
});

const differentialItemSchema = z.strictObject({
  ...spanSchema.shape,
  name: z.string(),
  probability: z.exactOptional(probability),
  for: z.array(citationSchema),
  against: z.array(citationSchema),
});

const correctionSchema = z.strictObject({ at: spanSchema, takesBack: spanSchema });

const statedAnswerSchema = z.strictObject({
  ...spanSchema.shape,
  diagnosis: z.exactOptional(z.string()),
  option: z.exactOptional(z.string()),
  probability: z.exactOptional(probability),
});

const tokenAlternativeSchema = z.strictObject({
  id: z.exactOptional(z.int()),
  text: z.string(),
  logprob: z.number(),
});

const tracedTokenSchema = z.strictObject({
  index: count,
  id: z.exactOptional(z.int()),
  text: z.string(),
  logprob: z.exactOptional(z.number()),
  alternatives: z.exactOptional(z.array(tokenAlternativeSchema)),
  entropy: z.exactOptional(z.number()),
  channel: z.exactOptional(channelSchema),
  span: spanSchema,
});

export const traceReadingSchema = z.strictObject({
  text: z.string(),
  channels: z.array(channelSpanSchema),
  thinkingClosed: z.boolean(),
  steps: z.array(stepSchema),
  answer: z.exactOptional(statedAnswerSchema),
  differential: z.array(differentialItemSchema),
  corrections: addedLater(correctionSchema),
});

export const traceSchema = z.strictObject({
  ...traceReadingSchema.shape,
  prompt: z.string(),
  promptTokens: count,
  tokens: z.array(tracedTokenSchema),
  stop: stopSchema,
  timings: z.strictObject({ prefill: z.number().min(0), decode: z.number().min(0) }),
  manifest: runManifestSchema,
});

const workingSchema = z.strictObject({
  title: z.string(),
  expression: z.string(),
  inputs: z.array(
    z.strictObject({
      name: z.string(),
      value: z.number(),
      unit: z.exactOptional(z.string()),
      from: z.exactOptional(
        z.strictObject({ ...spanSchema.shape, text: z.enum(['case', 'trace']) }),
      ),
    }),
  ),
  result: z.number(),
  stated: z.number(),
  unit: z.exactOptional(z.string()),
  tolerance: z.string(),
  source: z.exactOptional(z.string()),
});

const verdictSchema = z.strictObject({
  check: z.string(),
  outcome: z.enum(OUTCOMES),
  trace: spanSchema,
  case: z.array(spanSchema),
  detail: z.string(),
  findings: z.array(count),
  working: z.exactOptional(workingSchema),
});

const omissionSchema = z.strictObject({
  kind: z.enum(['finding-not-used', 'cant-miss-not-mentioned', 'contradiction-not-addressed']),
  label: z.string(),
  detail: z.string(),
  case: z.array(spanSchema),
  findings: z.array(count),
  source: z.exactOptional(z.string()),
});

const evidenceTermSchema = z.strictObject({
  label: z.string(),
  weight: z.number(),
  case: z.exactOptional(spanSchema),
  finding: z.exactOptional(count),
  probability: z.exactOptional(z.strictObject({ inCondition: probability, inOthers: probability })),
  source: z.string(),
});

const secondReadingSchema = z.strictObject({
  opinions: z.array(
    z.strictObject({
      condition: z.string(),
      name: z.string(),
      probability,
      terms: z.array(evidenceTermSchema),
      rankOfModel: z.exactOptional(z.int().min(1)),
    }),
  ),
  coverage: probability,
  limits: z.array(z.string()),
});

const meterSchema = z.strictObject({
  id: z.string(),
  title: z.string(),
  value: z.number(),
  shown: z.string(),
  state: z.enum(['fine', 'notice', 'alarm']),
  detail: z.string(),
  formula: z.string(),
  source: z.string(),
});

const rubricSchema = z.strictObject({
  id: z.string(),
  title: z.string(),
  source: z.string(),
  elements: z.array(
    z.strictObject({
      id: z.string(),
      title: z.string(),
      standing: z.enum(['there', 'missing', 'cannot-tell']),
      trace: z.array(spanSchema),
      detail: z.string(),
    }),
  ),
});

const explainedFindingSchema = z.strictObject({
  ...spanSchema.shape,
  label: z.string(),
  polarity: polaritySchema,
  value: z.exactOptional(z.number()),
  unit: z.exactOptional(z.string()),
});

const explainedStepSchema = z.strictObject({
  ...spanSchema.shape,
  roles: z.array(roleSchema),
  title: z.exactOptional(z.string()),
  findings: z.array(count),
  statements: addedLater(
    z.strictObject({ ...spanSchema.shape, about: z.enum(ABOUTS), mood: z.enum(MOODS) }),
  ),
  citations: z.array(
    z.strictObject({
      trace: spanSchema,
      sentence: count,
      case: z.exactOptional(spanSchema),
    }),
  ),
});

const explainedDiagnosisSchema = z.strictObject({
  name: z.string(),
  probability: z.exactOptional(probability),
  trace: spanSchema,
  for: z.array(spanSchema),
  against: z.array(spanSchema),
});

const explainedAnswerSchema = z.strictObject({
  abstained: z.boolean(),
  reason: z.exactOptional(z.string()),
  diagnosis: z.exactOptional(z.string()),
  option: z.exactOptional(z.string()),
  probability: z.exactOptional(probability),
  trace: z.exactOptional(spanSchema),
});

const uncertaintySchema = z.strictObject({
  answerProbability: z.exactOptional(probability),
  meanEntropy: z.exactOptional(z.number().min(0)),
  hesitations: z.array(z.strictObject({ trace: spanSchema, probability })),
});

export const explanationSchema = z.strictObject({
  case: z.strictObject({
    text: z.string(),
    question: z.exactOptional(z.string()),
    options: z.exactOptional(z.array(optionSchema)),
  }),
  trace: z.strictObject({
    text: z.string(),
    channels: z.array(channelSpanSchema),
    model: z.string(),
    stop: stopSchema,
  }),
  answer: explainedAnswerSchema,
  problemRepresentation: z.exactOptional(spanSchema),
  differential: z.array(explainedDiagnosisSchema),
  findings: z.array(explainedFindingSchema),
  steps: z.array(explainedStepSchema),
  verdicts: z.array(verdictSchema),
  unused: z.array(count),
  corrections: addedLater(correctionSchema),
  omissions: addedLater(omissionSchema),
  secondReading: z.exactOptional(secondReadingSchema),
  meters: addedLater(meterSchema),
  rubrics: addedLater(rubricSchema),
  uncertainty: uncertaintySchema,
  limits: z.array(z.string()),
  manifest: z.exactOptional(runManifestSchema),
});
