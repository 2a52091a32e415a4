import { gated } from '@/lib/text/gated-pattern';
import { type AnswerStatement, readAnswerValue, readConfidence } from '@/lib/trace/answer';

const FIELD = gated(
  /"(?:(?:final|correct|selected|best|primary|most_likely|leading)[_ ])?(?:answer|option|choice|diagnosis)(?:_(?:letter|choice|option|index|idx))?"\s{0,3}:\s{0,3}"([^"\n]{1,200})"/gi,
);
const CONFIDENCE = gated(
  /"(?:confidence|probability|certainty)"\s{0,3}:\s{0,3}"?(\d[\d.]{0,8}\s?%?)/i,
);

/** The answers that fields of an object written as JSON state, in their order: `"answer": "C"`. */
export function answersInJson(text: string, offset: number): readonly AnswerStatement[] {
  return FIELD.matchesIn(text).flatMap((match) => {
    const value = match[1];
    const at = value === undefined ? 0 : match[0].lastIndexOf(value);
    const answer =
      value === undefined ? undefined : readAnswerValue(value, offset + match.index + at);
    return answer === undefined ? [] : [{ answer, firmness: 'labelled' }];
  });
}

/** The confidence that such an object states, 0 to 1. */
export function confidenceInJson(text: string): number | undefined {
  const value = CONFIDENCE.exec(text)?.[1];
  return value === undefined ? undefined : readConfidence(value);
}
