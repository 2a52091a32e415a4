import { answerLine } from '@/components/explanation/answer-line';
import type { RunState } from '@/components/reasoning/run-state';
import { partTakenBack } from '@/lib/audit/taken-back';
import { sliceSpan } from '@/lib/text/span';

/** What is said aloud of a run: each step once it is closed, and how it ended. */
export function announcementOf(run: RunState): string {
  switch (run.phase) {
    case 'none':
      return '';
    case 'waiting':
      return 'The run begins as soon as the model is ready.';
    case 'running': {
      const { steps, closedSteps, text } = run.said;
      const step = steps[closedSteps - 1];
      if (step === undefined) return 'The model is reasoning.';
      const name = step.title ?? step.roles.join(', ');
      return `Step ${closedSteps}, ${name}. ${sliceSpan(text, step).slice(0, 200)}`;
    }
    case 'ended': {
      const { verdicts, corrections } = run.explanation;
      const { claimed } = partTakenBack(verdicts, corrections);
      const faults = claimed.filter((verdict) => verdict.outcome !== 'supported');
      const held =
        faults.length === 0 ? '' : ` ${faults.length} statements are not supported by the case.`;
      return `The run has ended. ${answerLine(run.explanation)}.${held}`;
    }
    case 'broken':
      return run.fault.message;
  }
}
