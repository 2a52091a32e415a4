import { type AnswerIdentity, differ, identify } from '@/lib/audit/consistency/answer-identity';
import { correctionLookup } from '@/lib/audit/taken-back';
import type { CaseReading } from '@/lib/case/case';
import { splitSentences } from '@/lib/case/sentences';
import { gated } from '@/lib/text/gated-pattern';
import { type Span, sliceSpan } from '@/lib/text/span';
import { answerInSentence, readAnswerValue } from '@/lib/trace/answer';
import type { ChannelSpan, StatedAnswer, TraceReading } from '@/lib/trace/trace';

/** An answer stated in so many words, where it stands, and what it comes to. */
export interface FinalAnswer {
  readonly stated: StatedAnswer;
  readonly identity: AnswerIdentity;
  readonly channel: ChannelSpan['channel'];
}

/** `**Primary Diagnosis**: …`, `Answer: …` */
const LABELLED = gated(
  /^[ \t]{0,8}[*_#>-]{0,4}[ \t]{0,4}(?:final |primary |most likely )?(?:diagnosis|answer)[*_]{0,3}[ \t]{0,3}:[*_]{0,3}[ \t]{0,4}(\S[^\n]{0,160})$/gim,
);
/** A sentence that may say which option is the answer; the others need no reading. */
const MAY_ANSWER = gated(/\b(?:answer|option|choice)\b|\\boxed/i);

function labelledAnswers(text: string, channel: ChannelSpan): readonly StatedAnswer[] {
  return LABELLED.matchesIn(sliceSpan(text, channel)).flatMap((match) => {
    const value = match[1] ?? '';
    const at = channel.start + match.index + match[0].length - value.length;
    return readAnswerValue(value, at) ?? [];
  });
}

function saidAnswers(text: string, channel: ChannelSpan): readonly StatedAnswer[] {
  return splitSentences(text, channel).flatMap((sentence) => {
    const words = sliceSpan(text, sentence);
    if (!MAY_ANSWER.test(words)) {
      return [];
    }
    const statement = answerInSentence(words, sentence.start);
    return statement === undefined || statement.firmness === 'named' ? [] : [statement.answer];
  });
}

/** Every answer that a trace states firmly, by a label, a box or "the answer is", and does not take back; in text order. */
export function finalAnswers(trace: TraceReading, reading: CaseReading): readonly FinalAnswer[] {
  const takenBackBy = correctionLookup(trace.corrections);
  return trace.channels
    .flatMap((channel) =>
      [...labelledAnswers(trace.text, channel), ...saidAnswers(trace.text, channel)].map(
        (stated) => ({
          stated,
          identity: identify(stated, reading),
          channel: channel.channel,
        }),
      ),
    )
    .filter(({ stated }) => takenBackBy(stated) === undefined)
    .sort((a, b) => a.stated.start - b.stated.start);
}

export interface Disagreement {
  readonly at: Span;
  readonly detail: string;
}

/** Words before an answer that say why it is another one than before. */
const REASON = gated(
  /\b(?:wait|actually|however|reconsider|on second thought|correct(?:ion|ing)|mistake|instead|after all|no longer|changed? my mind|rather|looking again|hold on)\b/i,
);

function disagreement(earlier: FinalAnswer, later: FinalAnswer): string {
  const place =
    earlier.channel === later.channel
      ? 'Two answers'
      : 'The thinking ends on another answer than the one given';
  return `${place}: first “${earlier.identity.shown}”, then “${later.identity.shown}”, and nothing says why.`;
}

/**
 * A final answer that is surely another than the one stated before it, with nothing in between that takes the first back or
 * says why. An answer inside unmarked thinking may change; so only answers given as answers, and the last one of marked
 * thinking, are compared.
 */
export function answersThatDiffer(
  answers: readonly FinalAnswer[],
  trace: TraceReading,
): readonly Disagreement[] {
  const given = answers.filter(({ channel }) => channel === 'answer');
  const lastThought = answers.findLast(({ channel }) => channel === 'thinking');
  const compared = lastThought === undefined ? given : [lastThought, ...given];
  return compared.slice(1).flatMap((later, index) => {
    const earlier = compared[index];
    if (earlier === undefined || !differ(earlier.identity, later.identity)) {
      return [];
    }
    const between = trace.text.slice(earlier.stated.end, later.stated.start);
    return later.stated.start < earlier.stated.end || REASON.test(between)
      ? []
      : [{ at: later.stated, detail: disagreement(earlier, later) }];
  });
}
