import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';

const FIXTURES = join(import.meta.dirname, 'fixtures');

/** Converted models for tests, by shape and form; `fixtures.py` made them. */
export const CONVERTED = [
  'llama-fp32',
  'llama-fp16-weights',
  'llama-int8',
  'llama-q4',
  'qwen3-fp32',
  'qwen3-fp16',
  'qwen3-fp16-weights',
  'qwen3-int8',
  'qwen3-q4',
  // Heads that the run-time takes only when they are filled up.
  'qwen3heads20-fp32',
] as const;

export type Converted = (typeof CONVERTED)[number];

/** Writes a converted model into a folder, as the converter left it: with its embedding, which follows from a formula. */
export function restoreFixture(name: Converted, folder: string): void {
  unpackFixture(name, folder);
  const { data, start } = readJson(join(folder, 'embedding.json'));
  const { vocab_size: rows, hidden_size: columns } = readJson(join(folder, 'config.json'));
  const rest = readFileSync(join(folder, String(data)));
  const form = name.slice(name.indexOf('-') + 1);
  const embedding = embeddingOf(form, Number(rows), Number(columns));
  const at = Number(start);
  writeFileSync(
    join(folder, String(data)),
    Buffer.concat([rest.subarray(0, at), embedding, rest.subarray(at)]),
  );
}

/**
 * Writes the model that recites one answer (`reciting_model.py`) into a folder: a chat model of the Qwen3 shape with 8-bit
 * weights, whose tokens are bytes and the parts of that answer.
 */
export function restoreRecitingModel(folder: string): void {
  unpackFixture('qwen3-reciting', folder);
}

function unpackFixture(name: string, folder: string): void {
  mkdirSync(folder, { recursive: true });
  cpSync(join(FIXTURES, name), folder, { recursive: true });
  for (const packed of readdirSync(join(folder, 'onnx'))) {
    const path = join(folder, 'onnx', packed);
    writeFileSync(path.replace(/\.gz$/, ''), gunzipSync(readFileSync(path)));
    rmSync(path);
  }
}

function readJson(path: string): Readonly<Record<string, unknown>> {
  return Object.fromEntries(Object.entries(JSON.parse(readFileSync(path, 'utf8'))));
}

/** A code from 0 to 15 for each place; the same as `code_at` of fixtures.py. */
function codeAt(row: number, column: number): number {
  if (column % 32 === 0) return 0;
  let mixed = (Math.imul(row, 0x9e3779b1) + Math.imul(column, 0x85ebca6b)) >>> 0;
  mixed = Math.imul(mixed ^ (mixed >>> 15), 0x2c1b3c6d) >>> 0;
  return (mixed ^ (mixed >>> 12)) >>> 28;
}

/** (code - 8) / 16 in half precision: 4 bits of which every value is exact. */
function halfOf(code: number): number {
  const steps = Math.abs(code - 8);
  if (steps === 0) return 0;
  const exponent = Math.floor(Math.log2(steps));
  const fraction = (steps / 2 ** exponent - 1) * 1024;
  return (code < 8 ? 0x8000 : 0) | ((exponent - 4 + 15) << 10) | fraction;
}

/** The embedding as each form keeps it: floats by column, codes by row. */
function embeddingOf(form: string, rows: number, columns: number): Buffer {
  const size = rows * columns;
  switch (form) {
    case 'fp32':
      return byColumn(new Float32Array(size), rows, (code) => (code - 8) / 16);
    case 'fp16':
    case 'fp16-weights':
      return byColumn(new Uint16Array(size), rows, halfOf);
    case 'int8':
      return byRow(new Uint8Array(size), columns, 1, ([code = 0]) => 16 * (code - 8) + 128);
    default:
      return byRow(
        new Uint8Array(size / 2),
        columns,
        2,
        ([low = 0, high = 0]) => low | (high << 4),
      );
  }
}

function byColumn(
  values: Float32Array<ArrayBuffer> | Uint16Array<ArrayBuffer>,
  rows: number,
  value: (code: number) => number,
): Buffer {
  for (let start = 0; start < values.length; start += rows) {
    for (let row = 0; row < rows; row += 1) {
      values[start + row] = value(codeAt(row, start / rows));
    }
  }
  return Buffer.from(values.buffer);
}

/** `together` codes of a row make one byte. */
function byRow(
  values: Uint8Array<ArrayBuffer>,
  columns: number,
  together: number,
  value: (codes: readonly number[]) => number,
): Buffer {
  const codes: number[] = [];
  let at = 0;
  for (let row = 0; at < values.length; row += 1) {
    for (let column = 0; column < columns; column += together) {
      for (let index = 0; index < together; index += 1) codes[index] = codeAt(row, column + index);
      values[at] = value(codes);
      at += 1;
    }
  }
  return Buffer.from(values.buffer);
}
