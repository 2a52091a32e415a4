import { describe, expect, it } from 'vitest';
import { buildSpellingIndex } from './misspellings';

const index = buildSpellingIndex([
  'diarrhoea',
  'vomiting',
  'shortness',
  'nausea',
  'headache',
  'weather',
  'concussion',
  'fraction',
  'viruses',
  'heaving',
]);

describe('buildSpellingIndex', () => {
  it.each([
    ['vomitting', 'vomiting'],
    ['diarhoea', 'diarrhoea'],
    ['diarrhoae', 'diarrhoea'],
    ['shortnes', 'shortness'],
    ['headeche', 'headache'],
  ])('reads %s as %s', (written, meant) => {
    expect(index.correct(written)).toBe(meant);
  });

  it.each(['whether', 'conclusion', 'friction', 'various', 'hearing', 'vomiting', 'nasal'])(
    'leaves %s alone',
    (word) => {
      expect(index.correct(word)).toBeUndefined();
    },
  );
});
