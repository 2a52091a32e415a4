import { describe, expect, it } from 'vitest';
import { findingsAt } from '@/components/case/findings-at';
import { readCase } from '@/lib/case/read-case';

const READING = readCase({ text: 'Her left calf is swollen. She has no fever.', options: [] });

function labelsAt(words: string): readonly string[] {
  const start = READING.case.text.indexOf(words);
  return findingsAt(READING, { start, end: start + words.length }).map(({ label }) => label);
}

describe('the findings at a span of the case', () => {
  it('are those of this very span, though another overlaps it', () => {
    expect(labelsAt('calf')).toEqual(['swelling (calf)']);
    expect(labelsAt('calf is swollen')).toEqual(['swollen or tender calf']);
  });

  it('are all that it touches where none has this span', () => {
    expect(labelsAt('Her left calf is swollen.')).toEqual([
      'swelling (calf)',
      'swollen or tender calf',
    ]);
    expect(labelsAt('Her')).toEqual([]);
  });
});
