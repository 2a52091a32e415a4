import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { InferenceSession, Tensor } from 'onnxruntime-node';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { withAppendedPositions } from './appended-positions';
import { ModelContext } from './context';
import type { Bytes } from './model-files';
import { sessionOver } from './ort-session';
import { messageField, textField } from './protobuf';
import type { Session } from './session';

const GRAPH = join(
  import.meta.dirname,
  '../../../public/models/rationale-embedded/onnx/model_quantized.onnx',
);

/** Tokens of no meaning, as a prompt of 100 and what follows it. */
const TOKENS = Array.from({ length: 200 }, (_, index) => 100 + ((index * index * 7) % 900));

/** The logits after each token from the 100th on, read in runs of different lengths. */
async function logitsOf(context: ModelContext): Promise<Float32Array[]> {
  const logits: Float32Array[] = [];
  await context.feed(TOKENS.slice(0, 64), 0);
  await context.feed(TOKENS.slice(64, 100), 0);
  for (let at = 100; at < TOKENS.length; ) {
    const read = TOKENS.slice(at, at + (at % 3) + 1);
    logits.push(...(await context.feed(read, read.length)));
    at += read.length;
  }
  return logits;
}

describe('a graph that gives the positions it added', () => {
  let plain: Session;
  let appending: Session;
  beforeAll(async () => {
    const graph: Bytes = new Uint8Array(await readFile(GRAPH));
    plain = sessionOver(await InferenceSession.create(graph), Tensor);
    const extended = withAppendedPositions(graph);
    appending = sessionOver(await InferenceSession.create(extended), Tensor);
  });
  afterAll(async () => {
    await plain.release();
    await appending.release();
  });

  it('computes the same as it did, to the last bit', async () => {
    expect([plain.appends, appending.appends]).toEqual([false, true]);
    const expected = await logitsOf(new ModelContext(plain, 64));
    const found = await logitsOf(new ModelContext(appending, 64));
    const same = found.filter((row, at) => row.every((logit, id) => logit === expected[at]?.[id]));
    expect(expected).toHaveLength(100);
    expect(same).toHaveLength(100);
  });

  it('looks at nothing that stands behind the positions it is told of', async () => {
    const fresh = new ModelContext(appending, 64);
    await fresh.feed(TOKENS.slice(0, 50), 0);
    const expected = await fresh.feed(TOKENS.slice(50, 53), 3);
    const rewound = new ModelContext(appending, 64);
    await rewound.feed(TOKENS.slice(0, 50), 0);
    await rewound.feed(TOKENS.slice(90, 99), 0);
    await rewound.rewind(50);
    expect(await rewound.feed(TOKENS.slice(50, 53), 3)).toEqual(expected);
  });
});

describe('another graph', () => {
  it('stays as it is where something else makes a part of the cache', () => {
    const node = (operator: string, output: string) =>
      messageField(1, textField(2, output), textField(4, operator));
    const output = (name: string) => messageField(12, textField(1, name));
    const graph = (...parts: readonly (readonly number[])[]) =>
      Uint8Array.from(messageField(7, ...parts));
    const outputs = [output('logits'), output('present.0.key'), output('present.1.key')];
    const ofOther = graph(
      node('GroupQueryAttention', 'present.0.key'),
      node('Concat', 'present.1.key'),
      ...outputs,
    );
    expect(withAppendedPositions(ofOther)).toBe(ofOther);
    const ofAttention = graph(
      node('GroupQueryAttention', 'present.0.key'),
      node('GroupQueryAttention', 'present.1.key'),
      ...outputs,
    );
    expect(withAppendedPositions(ofAttention).length).toBeGreaterThan(ofAttention.length);
    const withoutCache = graph(node('MatMul', 'logits'), output('logits'));
    expect(withAppendedPositions(withoutCache)).toBe(withoutCache);
  });

  it('is refused where it is no graph', () => {
    const text = new TextEncoder().encode('<html>not found</html>');
    expect(() => withAppendedPositions(text)).toThrow('no protobuf message');
  });
});
