import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type Answer,
  beginTransfer,
  bodyEnded,
  brokeOff,
  MOST_FAILURES,
  MOST_RESTARTS,
  noAnswer,
  type Reaction,
  readAnswer,
  requestHeaders,
  type Transfer,
} from './transfer';

const SHA = 'a'.repeat(64);

function answer(status: number, headers: Readonly<Record<string, string>> = {}): Answer {
  return { status, header: (name) => headers[name] ?? null };
}

describe('what is asked for', () => {
  it('is the missing part, on condition that the file is the same', () => {
    expect(requestHeaders(beginTransfer('f', {}, 0))).toEqual({});
    expect(requestHeaders(beginTransfer('f', {}, 10, '"v1"'))).toEqual({
      Range: 'bytes=10-',
      'If-Range': '"v1"',
    });
  });

  it('is the whole file where nothing tells versions apart, or more is stored than it has', () => {
    expect(beginTransfer('f', {}, 10).stored).toBe(0);
    expect(beginTransfer('f', { sha256: SHA }, 10).stored).toBe(10);
    expect(beginTransfer('f', { sha256: SHA, bytes: 9 }, 10).stored).toBe(0);
  });
});

describe('what an answer means', () => {
  const begun = beginTransfer('f', { sha256: SHA }, 10, '"v1"');

  it('is to go on, to pass over, or to begin anew', () => {
    const part = { 'content-range': 'bytes 10-99/100', etag: '"v1"' };
    expect(readAnswer(begun, answer(206, part))).toMatchObject({
      kind: 'take',
      skip: 0,
      transfer: { stored: 10, total: 100 },
    });
    expect(readAnswer(begun, answer(200, { etag: '"v1"', 'content-length': '100' }))).toMatchObject(
      {
        kind: 'take',
        skip: 10,
        transfer: { stored: 10, total: 100 },
      },
    );
    expect(readAnswer(begun, answer(200, { etag: '"v2"' }))).toMatchObject({
      kind: 'take',
      skip: 0,
      transfer: { stored: 0, validator: '"v2"', restarts: 1 },
    });
    for (const other of [
      { ...part, etag: '"v2"' },
      { ...part, 'content-range': 'bytes 5-99/100' },
    ]) {
      expect(readAnswer(begun, answer(206, other))).toMatchObject({
        kind: 'again',
        transfer: { stored: 0, restarts: 1 },
      });
    }
  });

  it('takes no weak ETag for a condition, and no length of a compressed body', () => {
    const taken = readAnswer(
      beginTransfer('f', {}, 0),
      answer(200, { etag: 'W/"v1"', 'content-length': '7', 'content-encoding': 'gzip' }),
    );
    if (taken.kind !== 'take') throw new Error('the body is to be taken');
    expect(taken.transfer).not.toHaveProperty('validator');
    expect(taken.transfer).not.toHaveProperty('total');
  });

  it('waits as long as the server asks, up to two minutes', () => {
    expect(readAnswer(begun, answer(503, { 'retry-after': '7' }))).toMatchObject({ wait: 7000 });
    expect(readAnswer(begun, answer(429, { 'retry-after': '7200' }))).toMatchObject({
      kind: 'fail',
      fault: { code: 'download-interrupted' },
    });
  });

  it('knows that all is there from a range that cannot be had', () => {
    expect(readAnswer(begun, answer(416, { 'content-range': 'bytes */10' })).kind).toBe('whole');
    expect(readAnswer(begun, answer(416, { 'content-range': 'bytes */50' }))).toMatchObject({
      kind: 'again',
      transfer: { stored: 0 },
    });
  });
});

it('comes to an end, whatever the server answers, once no byte comes any more', () => {
  const step: fc.Arbitrary<(transfer: Transfer) => Reaction> = fc.oneof(
    fc.constant(noAnswer),
    fc.constant((transfer: Transfer) => brokeOff(transfer, transfer.stored, 'lost')),
    fc
      .tuple(
        fc.constantFrom(200, 206, 301, 404, 408, 416, 429, 500, 503),
        fc.dictionary(
          fc.constantFrom('etag', 'content-range', 'content-length', 'retry-after', 'content-type'),
          fc.constantFrom('"v1"', '"v2"', 'bytes 10-99/100', 'bytes */3', '100', 'text/html', 'x'),
        ),
      )
      .map(([status, headers]) => (transfer: Transfer) => {
        const reaction = readAnswer(transfer, answer(status, headers));
        return reaction.kind === 'take'
          ? brokeOff(reaction.transfer, reaction.transfer.stored, 'lost')
          : reaction;
      }),
  );
  const limit = MOST_FAILURES * (MOST_RESTARTS + 2);
  fc.assert(
    fc.property(fc.array(step, { minLength: limit, maxLength: limit }), (steps) => {
      let transfer = beginTransfer('f', { sha256: SHA }, 10, '"v1"');
      for (const next of steps) {
        const reaction = next(transfer);
        if (reaction.kind !== 'again') return;
        transfer = reaction.transfer;
      }
      throw new Error('it went on for ever');
    }),
  );
});

it('asks again for what is missing after a body that was too short', () => {
  const begun = beginTransfer('f', { sha256: SHA, bytes: 100 }, 0);
  expect(bodyEnded(begun, 60)).toMatchObject({ kind: 'again', transfer: { stored: 60 } });
  expect(bodyEnded(begun, 100)).toMatchObject({ kind: 'whole' });
  expect(bodyEnded(begun, 101)).toMatchObject({ kind: 'again', transfer: { stored: 0 } });
});
