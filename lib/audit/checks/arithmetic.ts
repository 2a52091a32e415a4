import { conversions } from '@/lib/audit/arithmetic/conversions';
import { remainder, shareOfGroup } from '@/lib/audit/arithmetic/counts';
import {
  amountInVolume,
  dividedDoseByMass,
  doseByMass,
  rateOverTime,
} from '@/lib/audit/arithmetic/doses';
import { readExpressions, recomputed } from '@/lib/audit/arithmetic/explicit';
import { formsIn, mayCompute } from '@/lib/audit/arithmetic/forms';
import type { ValueSource } from '@/lib/audit/arithmetic/known-values';
import { namedOperands } from '@/lib/audit/arithmetic/named-operands';
import {
  knownMasses,
  namedRatios,
  partsOfShare,
  type Share,
  shareIn,
} from '@/lib/audit/arithmetic/named-terms';
import { type NumberedText, numberedText } from '@/lib/audit/arithmetic/numbered-text';
import { createPassage } from '@/lib/audit/arithmetic/passage';
import { awaited, type Pending } from '@/lib/audit/arithmetic/pending';
import { type Recomputation, verdictOf } from '@/lib/audit/arithmetic/recomputation';
import type { CheckContext, InspectedStep, StatefulCheck } from '@/lib/audit/check';
import { splitSentences } from '@/lib/case/sentences';
import { readQuantities } from '@/lib/text/quantities';
import { overlaps } from '@/lib/text/span';

const ID = 'arithmetic';
/** How far back values of the trace are looked up. UTF-16 code units. */
const PASSAGE = 600;

/** One of these stands in every sentence that relates numbers without spelling out the sum. */
const RELATES =
  /%|\bper\b|\bminus\b|\bsubtract|\b(?:twice|double|triple|half|times)\b|\/|kilo|\bratio\b|\bleav(?:es|ing)\b|\bleft with\b|[(=≈]|\bthat['’]s\b|\b(?:that|which) is\b|\bi\.e\.|,\s(?:about|roughly|around|approximately)\s\d|\bequal|\bequivalent|\btranslates|\bconverts/i;

/** How far back the numbers of an outcome may stand that no words tie to them. */
const NEARBY = 500;

/** What one run of the check remembers of the steps before. */
interface Memory {
  pending: Pending | undefined;
  share: Share | undefined;
}

/** The sums that are spelled out in a step, and those of the step before whose result stands here. */
function spelledOut({ step, text }: InspectedStep, memory: Memory): readonly Recomputation[] {
  const found: (Recomputation | undefined)[] = [];
  if (memory.pending !== undefined) {
    const { expression, offset } = memory.pending;
    const next = awaited(memory.pending, text, 0);
    if (next.kind === 'found') {
      found.push(recomputed(expression, next.stated, offset, step.start));
    }
    memory.pending = next.kind === 'open' ? { ...memory.pending, since: next.since } : undefined;
  }
  for (const { expression, stated } of readExpressions(text)) {
    if (stated !== undefined) {
      found.push(recomputed(expression, stated, step.start));
      continue;
    }
    const next = expression.ambiguous
      ? undefined
      : awaited({ since: 0 }, text, expression.span.end);
    if (next?.kind === 'found') {
      found.push(recomputed(expression, next.stated, step.start));
    } else if (next?.kind === 'open') {
      memory.pending = { expression, offset: step.start, since: next.since };
    }
  }
  return found.filter((recomputation) => recomputation !== undefined);
}

/** The sums that a step leaves to the reader: a dose by body mass, a rate, a share, a conversion. */
function leftToTheReader(
  { step, text }: InspectedStep,
  before: string,
  context: CheckContext,
  memory: Memory,
): readonly Recomputation[] {
  const ofCase: ValueSource = { text: context.reading.case.text, start: 0, kind: 'case' };
  const found: Recomputation[] = [];
  for (const sentence of splitSentences(text)) {
    const words = text.slice(sentence.start, sentence.end);
    const start = step.start + sentence.start;
    const lead = `${before}${text.slice(Math.max(0, sentence.start - PASSAGE), sentence.start)}`;
    const passage = `${lead.slice(-PASSAGE)}${words.slice(0, PASSAGE)}`;
    const ofTrace: ValueSource = {
      text: passage,
      start: start - Math.min(lead.length, PASSAGE),
      kind: 'trace',
    };
    const forms = formsIn(words.slice(0, PASSAGE), start, [ofTrace, ofCase], lead.slice(-NEARBY));
    if (memory.share === undefined && !RELATES.test(words)) {
      found.push(...forms);
      continue;
    }
    const numbers = numberedText(words, start, readQuantities(words));
    const bounded = numbers.terms.filter(({ isBounded }) => isBounded);
    const byMass = dosesByMass(words, numbers, [ofCase, ofTrace]);
    const implied = [
      ...byMass,
      ...amountInVolume(numbers),
      ...rateOverTime(numbers),
      ...remainder(numbers),
      ...shareOfGroup(numbers),
      ...conversions(numbers),
      ...namedRatios(words, start, [ofTrace, ofCase]),
      ...namedOperands(words, start, [ofTrace, ofCase]),
      ...(memory.share === undefined ? [] : partsOfShare(numbers, memory.share)),
    ];
    const free = implied.filter(
      ({ stated }) => !bounded.some(({ span }) => span.start === stated.span.start),
    );
    found.push(...free, ...without(forms, free));
    memory.share = shareIn(numbers, passage) ?? memory.share;
  }
  return found;
}

function dosesByMass(
  words: string,
  numbers: NumberedText,
  sources: readonly ValueSource[],
): readonly Recomputation[] {
  if (!words.includes('kg') && !/kilo/iu.test(words)) {
    return [];
  }
  const masses = knownMasses(sources);
  return [...doseByMass(numbers, masses), ...dividedDoseByMass(numbers, masses)];
}

/** The recomputations of numbers that none of `others` is of. */
function without(
  recomputations: readonly Recomputation[],
  others: readonly Recomputation[],
): readonly Recomputation[] {
  return recomputations.filter(
    ({ stated }) => !others.some((other) => overlaps(other.stated.span, stated.span)),
  );
}

/** Recomputes what the trace works out with numbers of its own or of the case. */
export const ARITHMETIC: StatefulCheck = {
  id: ID,
  title: 'Arithmetic',
  begin: (context) => {
    const memory: Memory = { pending: undefined, share: undefined };
    const passage = createPassage(PASSAGE);
    return {
      inspect: (inspected) => {
        const before = passage.before(inspected.step, inspected.text);
        if (memory.pending === undefined && !mayCompute(inspected.text)) {
          return [];
        }
        const spelled = spelledOut(inspected, memory);
        const implied = without(leftToTheReader(inspected, before, context, memory), spelled);
        return [...spelled, ...implied].map((found) => verdictOf(ID, found));
      },
      conclude: () => [],
    };
  },
};
