import { counted, type MeteredRun, wordlessMeter } from '@/lib/audit/meters/live-meter';
import type { Meter } from '@/lib/audit/meters/meter';

/** So many steps count as reasoned step by step: the constant of open-r1's `reasoning_steps_reward`. */
const ENOUGH_STEPS = 3;

/** How many steps were read. */
export const createStepCountMeter = () => wordlessMeter(readStepCount);

function readStepCount({ steps, ended }: MeteredRun): Meter {
  const score = Math.min(1, steps / ENOUGH_STEPS);
  return {
    id: 'steps',
    title: 'Steps',
    value: steps,
    shown: `${steps}`,
    state: !ended || steps >= ENOUGH_STEPS ? 'fine' : steps === 0 ? 'alarm' : 'notice',
    detail: `${counted(steps, 'step')} ${steps === 1 ? 'was' : 'were'} read; ${ENOUGH_STEPS} count as reasoned step by step (${score.toFixed(2)} of 1).`,
    formula: `min(1, n / ${ENOUGH_STEPS}), n = steps read; once the run has ended, fewer than ${ENOUGH_STEPS} is a notice and none an alarm`,
    source:
      'open-r1, rewards.py, reasoning_steps_reward (Hugging Face, Apache-2.0), with the steps that were read in place of its list of markers.',
  };
}
