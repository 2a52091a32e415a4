import { describe, expect, it } from 'vitest';
import { entryOfServedModel } from './served-model';

describe('the catalogue entry of a model that a server names', () => {
  it.each([
    ['TachyHealth/Gazal-R1-32B-GRPO-preview', 'gazal-r1-32b'],
    ['/models/gazal-r1-32b-grpo-preview-q4_k_m.gguf', 'gazal-r1-32b'],
    ['rationale-embedded', 'rationale-embedded'],
    ['openai/gpt-oss-120b', 'gpt-oss-120b'],
  ])('%s is %s', (served, id) => {
    expect(entryOfServedModel(served)?.id).toBe(id);
  });

  it.each(['', 'model', 'gpt-oss', 'some/other-model'])('“%s” is none', (served) => {
    expect(entryOfServedModel(served)).toBeUndefined();
  });
});
