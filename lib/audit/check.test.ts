import { expect, it } from 'vitest';
import { verdictOnSpans } from '@/lib/audit/check';

it('points at the first places of the case, and at no more than anybody looks at', () => {
  const places = (count: number) =>
    Array.from({ length: count }, (_, at) => ({ start: 10 * at, end: 10 * at + 5 }));
  const pointed = (count: number) =>
    verdictOnSpans('form', 'contradicted', { start: 0, end: 1 }, places(count), '').case;
  expect(pointed(3)).toEqual(places(3));
  expect(pointed(700)).toEqual(places(50));
});
