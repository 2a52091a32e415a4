import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { atMostEvery } from './at-most-every';

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

it('passes the first value at once, and the newest of the others when the time has come', () => {
  const passed: number[] = [];
  const throttle = atMostEvery<number>(100, (value) => passed.push(value));
  throttle.note(1);
  throttle.note(2);
  throttle.note(3);
  expect(passed).toEqual([1]);
  vi.advanceTimersByTime(100);
  expect(passed).toEqual([1, 3]);
  vi.advanceTimersByTime(1000);
  throttle.note(4);
  throttle.note(5);
  throttle.finish();
  expect(passed).toEqual([1, 3, 4, 5]);
  vi.advanceTimersByTime(1000);
  expect(passed).toEqual([1, 3, 4, 5]);
});
