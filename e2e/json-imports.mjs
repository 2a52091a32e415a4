/**
 * Lets a process of the browser tests import JSON as the rest of the project does, where Node alone asks for an import
 * attribute. Import it to switch that on.
 */
import { readFile } from 'node:fs/promises';
import { register } from 'node:module';
import { fileURLToPath } from 'node:url';
import { isMainThread } from 'node:worker_threads';

// Node loads this file once more, in a thread of its own, for the hook below.
if (isMainThread) register(import.meta.url);

/** Node's own hook: what a module's address loads as. */
export async function load(url, context, next) {
  if (!url.startsWith('file:') || !url.endsWith('.json')) return next(url, context);
  return { format: 'json', source: await readFile(fileURLToPath(url)), shortCircuit: true };
}
