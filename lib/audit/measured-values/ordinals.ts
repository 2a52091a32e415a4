import type { ValueVerdict } from '@/lib/audit/measured-values/judge-value';
import { gated } from '@/lib/text/gated-pattern';
import type { Span } from '@/lib/text/span';

/** "Her third cycle": which one of several it is. */
export interface Ordinal {
  readonly position: number;
  /** What is counted: "cycle". */
  readonly counted: string;
  readonly span: Span;
}

const WORDS = 'first second third fourth fifth sixth seventh eighth'.split(' ');
const DIGITS = '1st 2nd 3rd 4th 5th 6th 7th 8th'.split(' ');
const COUNTED =
  'cycle|course|round|episode|admission|attack|stroke|relapse|operation|surgery|transplant|transfusion|seizure';
const ORDINAL = gated(
  new RegExp(
    `\\b(?:her|his|their|the patient['’]s)\\s(${[...WORDS, ...DIGITS].join('|')})\\s(${COUNTED})\\b`,
    'giu',
  ),
);

/** What a text counts of the patient's by ordinals, in order. */
export function readOrdinals(text: string): readonly Ordinal[] {
  return ORDINAL.matchesIn(text).map((match) => {
    const [words, ordinal = '', counted = ''] = match;
    const lower = ordinal.toLowerCase();
    const start = match.index + words.toLowerCase().lastIndexOf(lower);
    return {
      position: Math.max(WORDS.indexOf(lower), DIGITS.indexOf(lower)) + 1,
      counted: counted.toLowerCase(),
      span: { start, end: match.index + words.length },
    };
  });
}

/** Whether the case counts the same thing otherwise; undefined where it does not count it. */
export function judgeOrdinal(
  { position, counted, span }: Ordinal,
  known: readonly Ordinal[],
): ValueVerdict | undefined {
  const same = known.filter((one) => one.counted === counted);
  const agreeing = same.find((one) => one.position === position);
  const [first] = same;
  if (first === undefined) return undefined;
  const of = agreeing ?? first;
  return {
    outcome: agreeing === undefined ? 'contradicted' : 'supported',
    span,
    case: [of.span],
    detail: `The case says number ${of.position} of this kind: ${counted}.`,
  };
}
