import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { caseCoverage, shareOf, spansRead, touching } from '@/lib/case/coverage';
import { parseCase } from '@/lib/case/parse-case';
import { readCase } from '@/lib/case/read-case';
import { conceptById } from '@/lib/knowledge/vocabulary';
import { covers, overlaps, sliceSpan } from '@/lib/text/span';

function readingOf(text: string) {
  const parsed = parseCase({ text });
  if (!parsed.ok) throw new Error(parsed.fault.message);
  return readCase(parsed.value);
}

describe('caseCoverage', () => {
  it('tells how much was read, and quotes what was not', () => {
    const text =
      'A 34-year-old woman has a fever. Her name is Ottoline Marwood. She denies chest pain.';
    const { findings, sentences, words, unread } = caseCoverage(readingOf(text));
    expect(sentences).toEqual({ read: 2, all: 3 });
    expect(unread.map((span) => sliceSpan(text, span))).toContain('name is Ottoline Marwood');
    expect(findings).toBeGreaterThanOrEqual(2);
    expect(words.all).toBeGreaterThan(words.read);
  });

  it('reaches 100 % where every word that tells anything is read', () => {
    const { words, sentences, unread } = caseCoverage(
      readingOf('A 34-year-old woman has a fever. She has no shortness of breath.'),
    );
    expect(shareOf(words)).toBe(1);
    expect(shareOf(sentences)).toBe(1);
    expect(unread).toEqual([]);
  });

  it('reads nothing in a text that is no case', () => {
    const coverage = caseCoverage(readingOf('Tighten the screws and paint the shelf.'));
    expect(coverage).toMatchObject({ findings: 0, words: { read: 0 }, sentences: { read: 0 } });
    expect(shareOf(coverage.words)).toBe(0);
  });

  it('counts a finding that is repeated once', () => {
    const once = caseCoverage(readingOf('She has a fever.'));
    const twice = caseCoverage(readingOf('She has a fever. The fever is bad.'));
    expect(twice.findings).toBe(once.findings);
  });

  it('gives stretches in order and apart, in the narrative, that touch nothing that was read', () => {
    const piece = fc.constantFrom(
      'She has a fever',
      'no cough',
      'a 45-year-old man',
      'the kettle was on',
      'BP 120/80',
      'and',
      'denies chest pain',
      '3 days ago',
      '.',
      '\n',
    );
    fc.assert(
      fc.property(fc.array(piece, { minLength: 1, maxLength: 12 }), (pieces) => {
        const parsed = parseCase({ text: pieces.join(' ') });
        fc.pre(parsed.ok);
        if (!parsed.ok) return;
        const reading = readCase(parsed.value);
        const { unread, words, sentences } = caseCoverage(reading);
        const read = spansRead(reading, ({ concept }) => conceptById(concept) !== undefined);
        let at = reading.narrative.start;
        for (const span of unread) {
          expect(span.start).toBeGreaterThanOrEqual(at);
          expect(span.end).toBeGreaterThan(span.start);
          expect(covers(reading.narrative, span)).toBe(true);
          expect(read.some((other) => overlaps(other, span))).toBe(false);
          at = span.end;
        }
        expect(words.read).toBeLessThanOrEqual(words.all);
        expect(words.read === words.all).toBe(unread.length === 0);
        expect(sentences.all).toBe(reading.sentences.length);
      }),
    );
  });
});

describe('touching', () => {
  it('says the same as comparing with every span', () => {
    const span = fc
      .tuple(fc.nat(40), fc.integer({ min: 1, max: 8 }))
      .map(([start, length]) => ({ start, end: start + length }));
    fc.assert(
      fc.property(fc.array(span, { maxLength: 12 }), span, (spans, part) => {
        expect(touching(spans)(part)).toBe(spans.some((other) => overlaps(part, other)));
      }),
    );
  });
});
