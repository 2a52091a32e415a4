import { describe, expect, it } from 'vitest';
import { BROWSER_MODELS } from './catalogue';
import { smallerThan } from './smaller';

describe('what is smaller than a model', () => {
  it('is a form of the same model where there is one, else another model', () => {
    for (const { id, name, forms } of BROWSER_MODELS) {
      const sizes = forms.flatMap(({ bytes }) => (bytes.known ? [bytes.value] : []));
      const [largest, smallest] = [Math.max(...sizes), Math.min(...sizes)];
      if (sizes.length === 0) continue;
      const offered = smallerThan(id, largest);
      if (smallest < 0.75 * largest) expect(offered).toContain(`${name} (`);
      else expect(offered ?? '').not.toContain(`${name} (`);
    }
    expect(smallerThan('of-my-own', 3e9)).toBeDefined();
  });

  it('is nothing for the smallest', () => {
    expect(smallerThan('qwen3-0.6b', 1e6)).toBeUndefined();
  });
});
