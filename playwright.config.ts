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

/** Tests of graphics devices, which are computed on every core that there is. */
const GRAPHICS = ['converted', 'device-loss', 'gpu-memory', 'webgpu'];

/** Tests that ask the model of the application's server, of which there is one for all, or count who waits for it. */
const SERVER_MODEL = ['api', 'compare', 'keyboard-pages', 'models'];

const specs = (names: readonly string[]) => names.map((name) => `**/${name}.spec.ts`);

export default defineConfig({
  testDir: 'e2e',
  outputDir: 'test-results/browser',
  // Two files at a time, but never two that share what there is one of.
  workers: 2,
  projects: [
    { name: 'graphics', testMatch: specs(GRAPHICS), workers: 1 },
    { name: 'server', testMatch: specs(SERVER_MODEL), workers: 1 },
    { name: 'pages', testIgnore: specs([...GRAPHICS, ...SERVER_MODEL]) },
  ],
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
