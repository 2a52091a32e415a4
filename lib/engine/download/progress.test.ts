import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { progressOf, RateMeter, totalOf } from './progress';
import type { DownloadRecord, RecordedFile } from './record';

function record(...files: readonly Partial<RecordedFile>[]): DownloadRecord {
  return {
    version: 1,
    model: 'm',
    name: 'M',
    repository: 'o/m',
    dtype: 'q4',
    graph: 'g',
    origin: 'folder',
    needsConfiguration: false,
    files: files.map((file, at) => ({
      path: String(at),
      knownFrom: 'first-download',
      isOptional: false,
      state: 'wanted',
      ...file,
    })),
  };
}

describe('the rate', () => {
  it('is that of a steady download, whatever the pieces', () => {
    const gaps = fc.array(fc.integer({ min: 1, max: 900 }), { minLength: 20, maxLength: 100 });
    fc.assert(
      fc.property(
        gaps,
        fc.integer({ min: 1, max: 10_000 }),
        (milliseconds, bytesPerMillisecond) => {
          const meter = new RateMeter();
          let time = 0;
          for (const gap of [0, ...milliseconds]) {
            time += gap;
            meter.note(time, time * bytesPerMillisecond);
          }
          if (time >= 500) expect(meter.rate()).toBeCloseTo(bytesPerMillisecond * 1000, 3);
        },
      ),
    );
  });

  it('forgets what was longer ago, and begins anew after bytes were thrown away', () => {
    const meter = new RateMeter();
    for (let second = 0; second <= 60; second += 1) meter.note(second * 1000, 1e6);
    expect(meter.rate()).toBe(0);
    meter.note(61_000, 0);
    expect(meter.rate()).toBeUndefined();
  });
});

describe('the total', () => {
  it('is exact once every length is known, else about what the catalogue says, else absent', () => {
    const known = record({ bytes: 5 }, { bytes: 7 }, { isOptional: true });
    expect(totalOf(known, 100)).toEqual({ total: 12, isTotalExact: true });
    const partly = record({ bytes: 5 }, {});
    expect(totalOf(partly, 100)).toEqual({ total: 100, isTotalExact: false });
    expect(totalOf(partly, 3)).toEqual({ total: 5, isTotalExact: false });
    expect(totalOf(partly, undefined)).toEqual({ isTotalExact: false });
  });

  it('gives no time left where it is not known', () => {
    const meter = new RateMeter();
    meter.note(0, 0);
    meter.note(1000, 50);
    expect(progressOf('f', 50, { isTotalExact: false }, meter)).toEqual({
      file: 'f',
      loaded: 50,
      isTotalExact: false,
      rate: 50,
    });
    expect(progressOf('f', 50, { total: 150, isTotalExact: true }, meter).secondsLeft).toBe(2);
  });
});
