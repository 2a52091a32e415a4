import { describe, expect, it } from 'vitest';
import { readTrace } from '@/lib/trace/read-trace';
import { REAL_TRACES_PRESENT, realTraces } from '@/lib/trace/testing';
import type { TraceReading } from '@/lib/trace/trace';

if (!REAL_TRACES_PRESENT) {
  process.stderr.write(
    'The real chains of thought are not here (../shared): their tests are skipped.\n',
  );
}

/** Headings that divide the channels, or say that the answer or the differential follows: marks, and no text. */
const MARK =
  /^\s*(?:#{1,6}\s*|\*\*)?(?:<\/?think>|thinking|final response|(?:final |primary )?(?:answer|diagnosis)|differential(?: diagnos[ei]s)?)(?:\*\*)?:?(?:\*\*)?\s*$/i;

/** The lines of a trace of which something that can be read is neither in a step nor in the answer or differential. */
function leftOver(reading: TraceReading): readonly string[] {
  const covered = new Uint8Array(reading.text.length);
  for (const { start, end } of [...reading.steps, ...reading.differential]) {
    covered.fill(1, start, end);
  }
  let start = 0;
  return reading.text.split('\n').filter((line) => {
    const from = start;
    start += line.length + 1;
    const open = [...line].some(
      (character, index) => /[\p{L}\p{N}]/u.test(character) && covered[from + index] === 0,
    );
    const { answer } = reading;
    const isAnswer = answer !== undefined && answer.start >= from && answer.end < start;
    return open && !isAnswer && !MARK.test(line);
  });
}

describe.skipIf(!REAL_TRACES_PRESENT)(
  'every real chain of thought (skipped without ../shared)',
  () => {
    const texts = realTraces().flatMap(({ id, reasoning, response }) => [
      { id, text: reasoning },
      { id, text: `## Thinking\n\n${reasoning}\n\n## Final Response\n\n${response}` },
      { id, text: `${reasoning}\n</think>\n\n${response}` },
    ]);

    it('has no text outside steps and answer, and no step without text', () => {
      expect(texts.length).toBeGreaterThanOrEqual(3 * 114);
      for (const { id, text } of texts) {
        const reading = readTrace(text);
        expect(leftOver(reading), id).toEqual([]);
        for (const step of reading.steps) {
          expect(text.slice(step.start, step.end), id).toMatch(/\S/);
        }
      }
    }, 60_000);

    it('has steps that begin and end with their text, in order, none over another, none across channels', () => {
      for (const { id, text } of texts) {
        const { steps, channels } = readTrace(text);
        let last = 0;
        for (const { start, end, channel, roles, closed } of steps) {
          const part = text.slice(start, end);
          expect(part, id).toBe(part.trim());
          expect(start, id).toBeGreaterThanOrEqual(last);
          expect(roles.length, id).toBeGreaterThan(0);
          expect(closed, id).toBe(true);
          expect(
            channels.some(
              (span) => span.channel === channel && span.start <= start && end <= span.end,
            ),
            id,
          ).toBe(true);
          last = end;
        }
      }
    }, 60_000);
  },
);
