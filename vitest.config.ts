import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  resolve: { alias: { '@': fileURLToPath(new URL('.', import.meta.url)).replace(/\/$/, '') } },
  test: {
    include: ['{app,lib,components,cli,bench,training,deploy}/**/*.test.{ts,tsx}'],
    environment: 'node',
    // Modules remember nothing but what pure functions gave, and tests put back what they stub; loading the modules anew for
    // each of two hundred files took longer than the tests.
    isolate: false,
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
});
