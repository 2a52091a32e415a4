import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { FaultError } from '@/lib/text/outcome';
import type { LoadProgress } from '../engine';
import { fileMissing } from '../faults';
import { MANIFEST_FILE, type ReadFile, readModelFiles } from './model-files';

const encode = (text: string) => new TextEncoder().encode(text);
const hash = (text: string) => createHash('sha256').update(text).digest('hex');

const CONTENTS = { 'config.json': '{"layers":2}', 'onnx/graph.onnx': 'weights' };
const MANIFEST = {
  id: 'test',
  revision: 'r1',
  contextLength: 64,
  files: Object.entries(CONTENTS).map(([path, text]) => ({
    path,
    bytes: text.length,
    sha256: hash(text),
  })),
  selfTest: { prompt: [1, 2], tokens: [3], logits: [[[3, 1.5]]] },
};

/** A folder that holds the model, with some files changed; null takes one away. */
function folder(changes: Record<string, string | null> = {}): ReadFile {
  const files: Record<string, string | null> = {
    [MANIFEST_FILE]: JSON.stringify(MANIFEST),
    ...CONTENTS,
    ...changes,
  };
  return async (path, onBytes) => {
    const text = files[path];
    if (text === undefined || text === null) throw new FaultError(fileMissing(path, 'not there'));
    onBytes(text.length);
    return encode(text);
  };
}

const GRAPH = 'onnx/graph.onnx';
const load = (read: ReadFile) => readModelFiles({ read }, GRAPH, () => undefined);

describe('reading the files of a model', () => {
  it('hands over what the manifest lists', async () => {
    const files = await load(folder());
    expect(files.manifest).toEqual(MANIFEST);
    expect(files.take('onnx/graph.onnx')).toEqual(encode('weights'));
    expect(() => files.take('other.bin')).toThrow('other.bin');
  });

  it('reports bytes of the whole, never backwards', async () => {
    const reports: LoadProgress[] = [];
    await readModelFiles({ read: folder() }, GRAPH, (progress) => reports.push(progress));
    const loaded = reports.map((report) => report.loaded);
    expect(loaded).toEqual([...loaded].sort((a, b) => a - b));
    expect(reports.at(-1)).toEqual({
      phase: 'files',
      loaded: 19,
      total: 19,
      file: 'onnx/graph.onnx',
    });
  });

  it.each([
    ['another content', { 'onnx/graph.onnx': 'Weights' }, 'SHA-256'],
    ['another length', { 'onnx/graph.onnx': 'weight' }, '6 bytes instead of 7'],
  ])('names a file with %s', async (_, changes, why) => {
    await expect(load(folder(changes))).rejects.toMatchObject({
      fault: { code: 'model-file-damaged', message: expect.stringContaining(why) },
    });
    await expect(load(folder(changes))).rejects.toThrow('onnx/graph.onnx');
  });

  it('names a file that is missing', async () => {
    await expect(load(folder({ 'config.json': null }))).rejects.toMatchObject({
      fault: { code: 'model-file-missing', message: expect.stringContaining('config.json') },
    });
  });

  it.each([
    ['is not JSON', '{"id":'],
    ['lacks a field', JSON.stringify({ ...MANIFEST, files: undefined })],
    ['has a field of the wrong kind', JSON.stringify({ ...MANIFEST, contextLength: '64' })],
    ['has a broken self-test', JSON.stringify({ ...MANIFEST, selfTest: { prompt: [null] } })],
  ])('names a manifest that %s', async (_, text) => {
    await expect(load(folder({ [MANIFEST_FILE]: text }))).rejects.toMatchObject({
      fault: { code: 'model-file-damaged', message: expect.stringContaining(MANIFEST_FILE) },
    });
  });
});
