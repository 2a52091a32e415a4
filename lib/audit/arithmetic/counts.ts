import {
  between,
  inputOf,
  LONGEST_GAP,
  leadsTo,
  type NumberedText,
  runs,
  shown,
} from '@/lib/audit/arithmetic/numbered-text';
import type { Recomputation } from '@/lib/audit/arithmetic/recomputation';
import { gated } from '@/lib/text/gated-pattern';

const LEAVES = gated(/\b(?:leaving|leaves|left with|which leaves|that leaves)\b[^,;.]{0,20}$/i);

/** "700 subjects … 520 of them …, leaving 180". */
export function remainder(sentence: NumberedText): readonly Recomputation[] {
  const [whole, part, stated] = sentence.terms;
  if (whole === undefined || part === undefined || stated === undefined) {
    return [];
  }
  if (!LEAVES.test(between(sentence, part.span, stated.span))) {
    return [];
  }
  const alike =
    whole.unit === part.unit && (stated.unit === undefined || stated.unit === whole.unit);
  return alike && whole.value > part.value && stated.value >= 0
    ? [
        {
          title: 'Remainder',
          expression: `${shown(sentence, whole)} − ${shown(sentence, part)}`,
          inputs: [inputOf('whole', whole), inputOf('part', part)],
          results: [whole.value - part.value],
          stated,
          span: { start: whole.span.start, end: stated.span.end },
        },
      ]
    : [];
}

const OF_THE_GROUP = gated(
  /^\s?of (?:them\b|all\b|these\b|those\b|(?:the|our|this) (?:group|subjects?|patients?|cohort|sample|participants?|people|total|cases|whole|population|study|women|men|children|individuals|whole group)\b)/i,
);

/** "700 subjects, 520 with infarction, so about 74 % of the group": a share of counts. */
export function shareOfGroup(sentence: NumberedText): readonly Recomputation[] {
  return [...runs(sentence.terms, 3)].flatMap(([first, second, stated]) => {
    if (first === undefined || second === undefined || stated?.unit !== '%') {
      return [];
    }
    const end = stated.span.end - sentence.start;
    const gap = between(sentence, second.span, stated.span);
    // "520 of them …, leaving 180": the two make up a whole that stands before.
    const isWhole = !LEAVES.test(between(sentence, first.span, second.span));
    const counts = isWhole && first.unit === undefined && second.unit === undefined;
    const outOf = /^\s?(?:out )?of (?:the )?$/iu.test(between(sentence, first.span, second.span));
    const named = OF_THE_GROUP.test(sentence.text.slice(end, end + 40));
    if (!counts || gap.length > LONGEST_GAP || !(named || (outOf && leadsTo(gap)))) {
      return [];
    }
    const [part, whole] = first.value < second.value ? [first, second] : [second, first];
    const share = (100 * part.value) / whole.value;
    return Number.isFinite(share)
      ? [
          {
            title: 'Percentage',
            expression: `${shown(sentence, part)} ÷ ${shown(sentence, whole)}`,
            inputs: [inputOf('part', part), inputOf('whole', whole)],
            // The share of the others may be meant.
            results: outOf ? [share] : [share, 100 - share],
            stated,
            span: { start: first.span.start, end: stated.span.end },
            unit: '%',
          },
        ]
      : [];
  });
}
