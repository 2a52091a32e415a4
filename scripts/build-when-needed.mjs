/** Builds the application unless the last build was made from exactly the sources that lie here now. */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

const SOURCES = [
  'app',
  'components',
  'lib',
  'public/models',
  'next.config.js',
  'instrumentation.ts',
  'proxy.ts',
  'package-lock.json',
];
const STAMP = '.next/rationale-sources.sha256';

function* filesBelow(path) {
  if (statSync(path).isFile()) yield path;
  else for (const name of readdirSync(path).sort()) yield* filesBelow(join(path, name));
}

function sourceDigest() {
  const hash = createHash('sha256');
  for (const source of SOURCES.filter(existsSync)) {
    for (const file of filesBelow(source)) {
      hash.update(`${file}\0`);
      hash.update(readFileSync(file));
    }
  }
  return hash.digest('hex');
}

/** Builds when needed; ends the process with the failing step's status when a step fails. */
export function buildWhenNeeded() {
  const digest = sourceDigest();
  if (
    existsSync('public/ort') &&
    existsSync('.next/BUILD_ID') &&
    existsSync(STAMP) &&
    readFileSync(STAMP, 'utf8') === digest
  )
    return;
  for (const step of [
    [process.execPath, 'scripts/copy-onnxruntime.mjs'],
    [process.execPath, 'node_modules/next/dist/bin/next', 'build'],
  ]) {
    const [command, ...rest] = step;
    const { status } = spawnSync(command, rest, {
      stdio: 'inherit',
      env: { ...process.env, NEXT_TELEMETRY_DISABLED: '1' },
    });
    if (status !== 0) process.exit(status ?? 1);
  }
  writeFileSync(STAMP, digest);
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) buildWhenNeeded();
