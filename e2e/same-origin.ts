import { test as base, expect } from '@playwright/test';

/**
 * Playwright's test with two rules for every page: it asks no other origin for anything, and it throws nothing that
 * nobody caught.
 */
export const test = base.extend<{ rules: undefined }>({
  rules: [
    async ({ context, baseURL }, use) => {
      const foreign: string[] = [];
      const thrown: string[] = [];
      context.on('request', (request) => {
        const { protocol, origin } = new URL(request.url());
        if (protocol !== 'data:' && protocol !== 'blob:' && origin !== baseURL) {
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
