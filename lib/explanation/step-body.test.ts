import { describe, expect, it } from 'vitest';
import { bodyOfStep } from '@/lib/explanation/step-body';
import { sliceSpan } from '@/lib/text/span';

function bodyOf(text: string, title: string | undefined): string {
  return sliceSpan(text, bodyOfStep(text, { start: 0, end: text.length }, title));
}

describe('bodyOfStep', () => {
  it.each([
    ['Step 3: Evidence for croup. barking cough [2].', 'Evidence for croup', 'barking cough [2].'],
    ['**Next step**: chest radiograph', 'Next step', 'chest radiograph'],
    ['## Plan\n\n- rest', 'Plan', 'rest'],
    ['Step 2: Hypotheses.', 'Hypotheses', ''],
  ])('leaves the heading out of %j', (text, title, body) => {
    expect(bodyOf(text, title)).toBe(body);
  });

  it('is the whole step where there is no heading, or where it does not stand in the text', () => {
    expect(bodyOf('The fever [1] fits.', undefined)).toBe('The fever [1] fits.');
    expect(bodyOf('The fever [1] fits.', 'Evidence')).toBe('The fever [1] fits.');
  });

  it('keeps to the step where its heading comes earlier in the text too', () => {
    const text = 'Plan. First. Plan. Then.';
    expect(sliceSpan(text, bodyOfStep(text, { start: 13, end: 24 }, 'Plan'))).toBe('Then.');
  });
});
