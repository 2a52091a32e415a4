import { counted, type LiveMeter, type MeteredRun } from '@/lib/audit/meters/live-meter';
import type { Meter } from '@/lib/audit/meters/meter';
import type { Word } from '@/lib/audit/meters/words';
import type { ChannelSpan } from '@/lib/trace/trace';

/** Marks so close together give one answer: a heading "Final answer", the sentence below it and its box. */
const ONE_ANSWER = 20;

const NOTICE_WORDS = 100;
const NOTICE_AGAIN = 1;
const ALARM_AGAIN = 2;

/** More marks than these decide nothing any more. */
const MOST_MARKS = 64;

/** Where the text closes with an answer. */
interface Mark {
  readonly offset: number;
  /** Number of the word, from 0. */
  readonly word: number;
}

/**
 * What comes after the answer was closed with `\boxed{}`, `</answer>` or "final answer": models that were not taught to end
 * go on with further solutions. Thinking is left out, where an answer is tried and taken back.
 */
export function createAfterAnswerMeter(): LiveMeter {
  const marks: Mark[] = [];
  let before = '';
  let words = 0;
  return {
    take({ text, start }: Word) {
      if (marks.length < MOST_MARKS && closesAnswer(text, before)) {
        marks.push({ offset: start, word: words });
      }
      before = text;
      words += 1;
    },
    read: (run) => readAfter(run, marks),
  };
}

function closesAnswer(word: string, before: string): boolean {
  if (word.includes('\\boxed{') || word.includes('</answer>')) return true;
  return /^\W*answer\b/u.test(word) && /\bfinal$/u.test(before);
}

function readAfter({ trace, words }: MeteredRun, marks: readonly Mark[]): Meter {
  const last = thinkingStillTried(trace.channels, trace.thinkingClosed);
  const answers = answersOf(marks.filter(({ offset }) => !last(offset)));
  const [first, ...again] = answers;
  const after = first === undefined ? 0 : words - first.word - 1;
  return {
    id: 'after-answer',
    title: 'After the answer',
    value: after,
    shown: again.length === 0 ? counted(after, 'word') : `answered ${answers.length} times`,
    state: stateOf(after, again.length),
    detail: detailOf(answers.length, after),
    formula: `words after the answer was closed (\\boxed{}, </answer>, “final answer”) and times it was closed again; notice from ${NOTICE_WORDS} words or ${NOTICE_AGAIN} more answer, alarm from ${ALARM_AGAIN} more`,
    source:
      'The failure that OctoThinker reports (arXiv 2506.20512): “Solution” blocks repeated after \\boxed{}. Thresholds: Rationale.',
  };
}

/** Says of an offset whether it lies in thinking: in a section that an answer follows, or in one that is not closed. */
function thinkingStillTried(
  channels: readonly ChannelSpan[],
  thinkingClosed: boolean,
): (offset: number) => boolean {
  const lastAnswer = channels.findLastIndex(({ channel }) => channel === 'answer');
  const thinking = channels.filter(
    ({ channel }, index) => channel === 'thinking' && (index < lastAnswer || !thinkingClosed),
  );
  return (offset) => thinking.some(({ start, end }) => start <= offset && offset < end);
}

/** The last mark of each answer. */
function answersOf(marks: readonly Mark[]): readonly Mark[] {
  return marks.filter((mark, index) => {
    const next = marks[index + 1];
    return next === undefined || next.word - mark.word > ONE_ANSWER;
  });
}

function stateOf(after: number, again: number): Meter['state'] {
  if (again >= ALARM_AGAIN) return 'alarm';
  return again >= NOTICE_AGAIN || after >= NOTICE_WORDS ? 'notice' : 'fine';
}

function detailOf(answers: number, after: number): string {
  if (answers === 0) return 'No answer was closed, so nothing comes after it.';
  const times = answers === 1 ? '' : `, and the answer was closed ${answers - 1} more times`;
  return `${counted(after, 'word')} come after the answer was first closed${times}.`;
}
