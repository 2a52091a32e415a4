import { execFileSync } from 'node:child_process';
import { defineConfig } from '@playwright/test';
import { CHROMIUM_FLAGS, findChromium } from './e2e/find-chromium';
import './e2e/json-imports.mjs';

/** A port that nothing listens on; found once, and handed to the processes that the tests run in. */
function freePort(): string {
  const ask =
    "const s=require('net').createServer().listen(0,()=>{process.stdout.write(String(s.address().port));s.close()})";
  return execFileSync(process.execPath, ['-e', ask], { encoding: 'utf8' });
}

// For the processes that the tests run in; this one has imported it above.
process.env.NODE_OPTIONS = `${process.env.NODE_OPTIONS ?? ''} --import ${new URL('./e2e/json-imports.mjs', import.meta.url).href}`;
process.env.RATIONALE_TEST_PORT ??= freePort();
const port = process.env.RATIONALE_TEST_PORT;
const address = `http://127.0.0.1:${port}`;

export default defineConfig({
  testDir: 'e2e',
  outputDir: 'test-results/browser',
  workers: 1,
  timeout: 120_000,
  expect: { timeout: 20_000 },
  reporter: [['list']],
  forbidOnly: true,
  use: {
    baseURL: address,
    launchOptions: { executablePath: findChromium(), args: [...CHROMIUM_FLAGS] },
    acceptDownloads: true,
  },
  webServer: {
    command: 'node scripts/start.mjs',
    env: { PORT: port, NODE_OPTIONS: '' },
    url: address,
    // A build is part of it when the sources have changed since the last one.
    timeout: 300_000,
    stdout: 'pipe',
  },
});
