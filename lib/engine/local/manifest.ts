import type { FileHash } from '../engine';

/** Known answers of a model, computed when it was exported. */
export interface SelfTest {
  readonly prompt: readonly number[];
  /** The most probable continuation. */
  readonly tokens: readonly number[];
  /** For each of `tokens`, the greatest logits of the row that it was chosen from, as `[id, logit]`. */
  readonly logits: readonly (readonly (readonly [id: number, logit: number])[])[];
  /** By how much a logit may differ on a device that computes rightly, where that is not the `TOLERANCE` of 32-bit floats. */
  readonly tolerance?: number;
}

/** `manifest.json` beside a model: what it consists of and how to tell that it computes rightly. */
export interface ModelManifest {
  readonly id: string;
  /** Changes whenever a file does. */
  readonly revision: string;
  /** Tokens. */
  readonly contextLength: number;
  /** How weights are kept and in what precision the model computes, where the manifest says it. */
  readonly precision?: string;
  readonly files: readonly FileHash[];
  /** Absent where nobody has computed known answers. */
  readonly selfTest?: SelfTest;
}

/** A manifest from its JSON text. Throws an `Error` that names the field which is missing or of the wrong kind. */
export function parseManifest(text: string): ModelManifest {
  const manifest = record(JSON.parse(text), 'manifest');
  return {
    id: string(manifest.id, 'id'),
    revision: string(manifest.revision, 'revision'),
    contextLength: number(manifest.contextLength, 'contextLength'),
    ...(manifest.precision === undefined
      ? {}
      : { precision: string(manifest.precision, 'precision') }),
    files: list(manifest.files, 'files').map((entry) => {
      const file = record(entry, 'files[]');
      return {
        path: string(file.path, 'files[].path'),
        bytes: number(file.bytes, 'files[].bytes'),
        sha256: string(file.sha256, 'files[].sha256'),
      };
    }),
    ...(manifest.selfTest === undefined ? {} : { selfTest: parseSelfTest(manifest.selfTest) }),
  };
}

function parseSelfTest(value: unknown): SelfTest {
  const selfTest = record(value, 'selfTest');
  const { tolerance } = selfTest;
  return {
    prompt: list(selfTest.prompt, 'selfTest.prompt').map((id) => number(id, 'selfTest.prompt')),
    tokens: list(selfTest.tokens, 'selfTest.tokens').map((id) => number(id, 'selfTest.tokens')),
    logits: list(selfTest.logits, 'selfTest.logits').map((row) =>
      list(row, 'selfTest.logits').map((entry) => {
        const [id, logit] = list(entry, 'selfTest.logits');
        return [number(id, 'selfTest.logits'), number(logit, 'selfTest.logits')] as const;
      }),
    ),
    ...(tolerance === undefined ? {} : { tolerance: number(tolerance, 'selfTest.tolerance') }),
  };
}

function wrong(field: string): Error {
  return new Error(`its field ${field} is missing or of the wrong kind`);
}

function record(value: unknown, field: string): Readonly<Record<string, unknown>> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw wrong(field);
  return Object.fromEntries(Object.entries(value));
}

function list(value: unknown, field: string): readonly unknown[] {
  if (!Array.isArray(value)) throw wrong(field);
  return value;
}

function string(value: unknown, field: string): string {
  if (typeof value !== 'string') throw wrong(field);
  return value;
}

function number(value: unknown, field: string): number {
  if (typeof value !== 'number') throw wrong(field);
  return value;
}
