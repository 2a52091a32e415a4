import { type MeteredRun, wordlessMeter } from '@/lib/audit/meters/live-meter';
import type { Meter } from '@/lib/audit/meters/meter';

/**
 * Whether the text has the form of a reasoning: thinking that was opened is closed, steps can be told apart, an answer is
 * stated. It is the format reward of such models, without asking for one kind of tags.
 */
export const createFormMeter = () => wordlessMeter(readForm);

function readForm({ trace, steps, ended }: MeteredRun): Meter {
  const parts = [
    { there: trace.thinkingClosed, missing: 'the thinking was not closed' },
    { there: steps > 0, missing: 'no step can be told apart' },
    { there: trace.answer !== undefined, missing: 'no answer is stated' },
  ];
  const missing = parts.filter(({ there }) => !there).map((part) => part.missing);
  const met = parts.length - missing.length;
  return {
    id: 'form',
    title: 'Form',
    value: met / parts.length,
    shown: `${met} of ${parts.length}`,
    state: !ended || missing.length === 0 ? 'fine' : missing.length === 1 ? 'notice' : 'alarm',
    detail: detailOf(missing, ended),
    formula:
      '(thinking closed + steps present + answer present) / 3; once the run has ended, one missing is a notice and two are an alarm',
    source:
      'The format reward of Gazal-R1 (arXiv 2506.21594) in spirit; as public code: open-r1, rewards.py, format_reward and tag_count_reward. Thresholds: Rationale.',
  };
}

function detailOf(missing: readonly string[], ended: boolean): string {
  if (missing.length === 0) {
    return 'The thinking is closed, its steps can be told apart, and an answer is stated.';
  }
  const list = missing.join(', ');
  return ended ? `When the run ended: ${list}.` : `So far: ${list}.`;
}
