/** Copies the run-time's WebAssembly files from the installed package into public/ort, so that no page ever asks a CDN. */
import { copyFileSync, existsSync, mkdirSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const dist = dirname(fileURLToPath(import.meta.resolve('onnxruntime-web/webgpu')));
const target = fileURLToPath(new URL('../public/ort', import.meta.url));

// The plain build runs on the CPU alone: it is half the size of the asyncify build, which only WebGPU needs, and faster.
const FILES = [
  'ort-wasm-simd-threaded.mjs',
  'ort-wasm-simd-threaded.wasm',
  'ort-wasm-simd-threaded.asyncify.mjs',
  'ort-wasm-simd-threaded.asyncify.wasm',
];

mkdirSync(target, { recursive: true });
for (const file of FILES) {
  const [from, to] = [join(dist, file), join(target, file)];
  const isCurrent =
    existsSync(to) &&
    statSync(to).size === statSync(from).size &&
    statSync(to).mtimeMs >= statSync(from).mtimeMs;
  if (!isCurrent) copyFileSync(from, to);
}
