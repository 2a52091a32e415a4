import {
  type AnswerTracker,
  answerInSentence,
  optionAlone,
  readAnswerValue,
  readConfidence,
} from '@/lib/trace/answer';
import type { ChannelTracker } from '@/lib/trace/channels';
import { answersInJson, confidenceInJson } from '@/lib/trace/json-answer';
import type { LabelKind } from '@/lib/trace/labels';

const ANSWER_KINDS: ReadonlySet<LabelKind> = new Set(['diagnosis', 'answer', 'confidence']);
/** Left of a line that was in bold as a whole. Inside, bold marks the answer itself. */
const CLOSES_BOLD = /(?<=^[^*]{0,200})\*\*\s{0,3}$/;
/** An answer line longer than this gives reasons too, and so is a step as well. UTF-16 code units. */
const LONGEST_BARE_ANSWER = 120;

/** Whether a label of this kind states the answer or a part of it. */
export function statesAnswer(kind: LabelKind): boolean {
  return ANSWER_KINDS.has(kind);
}

/** Records what a labelled value that begins at `offset` states; false where it says something else, or more. */
export function readLabelledAnswer(
  kind: LabelKind,
  value: string,
  offset: number,
  answers: AnswerTracker,
  channels: ChannelTracker,
): boolean {
  if (kind === 'confidence') {
    const confidence = readConfidence(value);
    if (confidence !== undefined) {
      answers.confidence(confidence);
    }
    return confidence !== undefined;
  }
  const answer = readAnswerValue(value.replace(CLOSES_BOLD, ''), offset);
  if (answer !== undefined) {
    answers.state({ answer, firmness: 'labelled' }, channels.current, channels.origin);
  }
  return answer !== undefined && value.length <= LONGEST_BARE_ANSWER;
}

/** Records what a sentence of running text that begins at `offset` states. */
export function readStatedAnswer(
  sentence: string,
  offset: number,
  answers: AnswerTracker,
  channels: ChannelTracker,
): void {
  const inJson = answersInJson(sentence, offset);
  const alone = channels.current === 'answer' ? optionAlone(sentence, offset) : undefined;
  const inProse = inJson.length > 0 ? undefined : (alone ?? answerInSentence(sentence, offset));
  for (const statement of inProse === undefined ? inJson : [inProse]) {
    answers.state(statement, channels.current, channels.origin);
  }
  const confidence = confidenceInJson(sentence);
  if (confidence !== undefined) {
    answers.confidence(confidence);
  }
}
