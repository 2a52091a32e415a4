import { describe, expect, it } from 'vitest';
import { recogniseFindings } from '@/lib/case/recognise-findings';

function intensities(text: string): string[] {
  return recogniseFindings(text)
    .filter(({ concept }) => /^(?:mild|moderate|severe|very-severe)$/u.test(concept))
    .map(({ concept, span }) => `${concept}: ${text.slice(span.start, span.end)}`);
}

describe('scores of pain out of ten', () => {
  it.each([
    ['Chest pain, 8/10.', ['severe: 8/10']],
    ['She rates the pain as two out of ten.', ['mild: two out of ten']],
    ['The headache is 10 out of 10.', ['very-severe: 10 out of 10']],
    ['Knee pain 5-6/10.', ['moderate: 5-6/10']],
    ['Pain 3/10 at rest and 9/10 on walking.', ['mild: 3/10', 'very-severe: 9/10']],
    ['Pain in the jaw. It is 7/10.', ['severe: 7/10']],
  ])('are read as its intensity: %s', (text, read) => {
    expect(intensities(text)).toEqual(read);
  });

  it.each([
    'Pain since 5/10.',
    'Pain since 5/10/2024.',
    'Her mood is 8/10.',
    'Pain, GCS 8/10.',
    'No pain, 0/10.',
  ])('are not read from %s', (text) => {
    expect(intensities(text)).toEqual([]);
  });
});
