import { test as base, expect } from '@playwright/test';

/**
 * Playwright's test with two rules for every page: it asks no other origin for anything but those that the test adds to
 * `allowedOrigins`, and it throws nothing that nobody caught.
 */
export const test = base.extend<{ allowedOrigins: Set<string>; rules: undefined }>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names of what a fixture needs from this pattern
  allowedOrigins: async ({}, use) => use(new Set()),
  rules: [
    async ({ context, baseURL, allowedOrigins }, use) => {
      const foreign: string[] = [];
      const thrown: string[] = [];
      context.on('request', (request) => {
        const { protocol, origin } = new URL(request.url());
        const isOwn = protocol === 'data:' || protocol === 'blob:' || origin === baseURL;
        if (!isOwn && !allowedOrigins.has(origin)) {
          foreign.push(request.url());
        }
      });
      context.on('weberror', (error) => thrown.push(error.error().message));
      await use(undefined);
      expect(foreign, 'requests to other origins').toEqual([]);
      expect(thrown, 'errors that nobody caught').toEqual([]);
    },
    { auto: true },
  ],
});

export { expect };
