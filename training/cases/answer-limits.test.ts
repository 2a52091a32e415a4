import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { DIFFERENTIAL_LINES } from '@/lib/engine/prompt/embedded-form';
import { MOST_BARE_LINES } from './target';

const READER = readFileSync(new URL('../answer.py', import.meta.url), 'utf8');

/** The number that a line of the reader sets a name to; undefined where none does. */
function limit(name: string): number | undefined {
  const digits = new RegExp(`^${name} = (\\d+)$`, 'mu').exec(READER)?.[1];
  return digits === undefined ? undefined : Number(digits);
}

describe('what training/answer.py takes for an answer', () => {
  it.each([
    ['MOST_ARGUED', DIFFERENTIAL_LINES],
    ['MOST_BARE', MOST_BARE_LINES],
  ])('ends where the targets end: %s is %i', (name, most) => {
    expect(limit(name)).toBe(most);
  });
});
