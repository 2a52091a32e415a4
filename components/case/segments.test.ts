import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { segmentSentence } from '@/components/case/segments';
import { parseCase } from '@/lib/case/parse-case';
import { readCase } from '@/lib/case/read-case';

function findingsAt(spans: readonly (readonly [number, number])[]) {
  const parsed = parseCase({ text: 'The patient has a fever.' });
  if (!parsed.ok) throw new Error(parsed.fault.message);
  const [finding] = readCase(parsed.value).findings;
  if (finding === undefined) throw new Error('the recogniser reads no fever');
  return spans.map(([start, end]) => ({ ...finding, span: { start, end } }));
}

describe('segmentSentence', () => {
  it('leaves a sentence without findings whole', () => {
    expect(segmentSentence({ start: 4, end: 9 }, [])).toEqual([{ start: 4, end: 9, findings: [] }]);
  });

  it('puts findings that overlap into one stretch and keeps the text around them', () => {
    const findings = findingsAt([
      [12, 17],
      [2, 6],
      [4, 9],
    ]);
    expect(segmentSentence({ start: 0, end: 20 }, findings)).toEqual([
      { start: 0, end: 2, findings: [] },
      { start: 2, end: 9, findings: [1, 2] },
      { start: 9, end: 12, findings: [] },
      { start: 12, end: 17, findings: [0] },
      { start: 17, end: 20, findings: [] },
    ]);
  });

  it('covers every code unit of the sentence once, whatever the findings', () => {
    const span = fc.tuple(fc.nat(60), fc.nat(60));
    fc.assert(
      fc.property(span, fc.array(span, { maxLength: 12 }), ([start, length], spans) => {
        const sentence = { start, end: start + length };
        const findings = findingsAt(spans.map(([from, size]) => [from, from + size] as const));
        const segments = segmentSentence(sentence, findings);
        let at = sentence.start;
        for (const segment of segments) {
          expect(segment.start).toBe(at);
          expect(segment.end).toBeGreaterThan(segment.start);
          at = segment.end;
        }
        expect(at).toBe(sentence.end);
      }),
    );
  });
});
