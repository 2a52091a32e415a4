import { describe, expect, it, vi } from 'vitest';
import { createPointing, type Target } from '@/components/pointing/pointing';

const CHIP: Target = {
  from: 'reasoning',
  to: 'case',
  caseSpans: [{ start: 3, end: 8 }],
  findings: [],
  steps: [],
};
const FINDING: Target = {
  from: 'case',
  to: 'reasoning',
  caseSpans: [{ start: 3, end: 8 }],
  findings: [2],
  steps: [],
};

describe('pointing', () => {
  it('shows what is passed over in place of what was chosen, and then that again', () => {
    const pointing = createPointing();
    pointing.choose(FINDING);
    pointing.pass(CHIP);
    expect(pointing.target()).toBe(CHIP);
    pointing.pass(undefined);
    expect(pointing.target()).toBe(FINDING);
  });

  it('lets go of a target that is chosen twice, also when it was built anew in between', () => {
    const pointing = createPointing();
    pointing.choose(FINDING);
    pointing.choose({ ...FINDING, findings: [2] });
    expect(pointing.chosen()).toBeUndefined();
  });

  it('changes over to another target that lies on the same words', () => {
    const pointing = createPointing();
    pointing.choose(FINDING);
    pointing.choose(CHIP);
    expect(pointing.chosen()).toBe(CHIP);
  });

  it('tells its listeners of each change until they leave', () => {
    const pointing = createPointing();
    const heard = vi.fn();
    const leave = pointing.subscribe(heard);
    pointing.pass(CHIP);
    pointing.pass(CHIP);
    expect(heard).toHaveBeenCalledTimes(1);
    leave();
    pointing.pass(undefined);
    expect(heard).toHaveBeenCalledTimes(1);
  });
});
