import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

/** A TypeScript file with everything it imports as one script for a browser. */
export async function bundle(file: URL, format: 'esm' | 'iife'): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [fileURLToPath(file)],
    bundle: true,
    write: false,
    format,
    platform: 'browser',
    target: 'chrome120',
    // The run-time without its WebAssembly glue inside, as next.config.js has it: that comes from public/ort.
    conditions: ['onnxruntime-web-use-extern-wasm'],
    logLevel: 'error',
  });
  const [script] = outputFiles;
  if (script === undefined) throw new Error(`${file.pathname} could not be bundled`);
  return script.text;
}
