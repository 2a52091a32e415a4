import { describe, expect, it } from 'vitest';
import { recogniseFindings } from '@/lib/case/recognise-findings';

function intensities(text: string): string[] {
  const found = recogniseFindings(text)
    .filter(({ polarity }) => polarity === 'present')
    .map(({ concept }) => concept)
    .filter((concept) => /^(?:mild|moderate|severe|very-severe)$/u.test(concept));
  return [...new Set(found)];
}

describe('degrees of pain', () => {
  it.each([
    ['The knee is a bit sore.', 'mild'],
    ['The pain isn’t too bad.', 'mild'],
    ['The pain is not strong.', 'mild'],
    ['It is fairly painful.', 'moderate'],
    ['Very sore knee.', 'severe'],
    ['She is in a lot of pain.', 'severe'],
    ['The pain is so bad that he stays in bed.', 'severe'],
    ['Exquisitely tender toe.', 'very-severe'],
    ['The strongest pain she has ever known.', 'very-severe'],
    ['He was in agony with the pain.', 'very-severe'],
  ])('are read as its intensity: %s', (text, intensity) => {
    expect(intensities(text)).toEqual([intensity]);
  });

  it.each([
    'The pain is not so bad as to wake her, if that bad.',
    'No pain; a very bad cough.',
    'Return if very painful.',
    'The calf is not very swollen; pain on walking.',
    'Pain maximal over the hip.',
  ])('are not read from %s', (text) => {
    expect(intensities(text).filter((intensity) => intensity !== 'mild')).toEqual([]);
  });

  it.each([
    ['Pain, VAS 2.', 'mild'],
    ['Pain score: 6.', 'moderate'],
    ['NRS 10, pain in the knee.', 'very-severe'],
  ])('may be scores that name their scale: %s', (text, intensity) => {
    expect(intensities(text)).toEqual([intensity]);
  });

  it.each(['Pain score 12.', 'Pain, NRS 4/5.', 'Pain scale 5 of 20.'])(
    'but no others: %s',
    (text) => {
      expect(intensities(text)).toEqual([]);
    },
  );
});
