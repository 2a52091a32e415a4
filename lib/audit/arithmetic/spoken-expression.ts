import type { Expression, Operand } from '@/lib/audit/arithmetic/expression';
import { gated } from '@/lib/text/gated-pattern';
import { numberAt } from '@/lib/text/quantities-numbers';
import { unitAt } from '@/lib/text/quantities-units';

/** "dividing 5 by 360": a verb, a number, a joining word, a number. */
interface Spoken {
  readonly verb: RegExp;
  readonly joint: RegExp;
  readonly sign: string;
  readonly value: (first: number, second: number) => number;
}

const JOINED_BY = /\s{1,2}by\s{1,2}/iuy;
const FORMS: readonly Spoken[] = [
  {
    verb: /\bdivid(?:e|es|ed|ing)\s{1,2}(?:the\s)?$/i,
    joint: JOINED_BY,
    sign: '÷',
    value: (first, second) => first / second,
  },
  {
    verb: /\bmultipl(?:y|ies|ied|ying)\s{1,2}(?:the\s)?$/i,
    joint: JOINED_BY,
    sign: '×',
    value: (first, second) => first * second,
  },
  {
    verb: /\bsubtract(?:s|ed|ing)?\s{1,2}(?:the\s)?$/i,
    joint: /\s{1,2}from\s{1,2}/iuy,
    sign: '−',
    value: (first, second) => second - first,
  },
  {
    verb: /\badd(?:s|ed|ing)?\s{1,2}(?:up\s)?(?:the\s)?$/i,
    joint: /\s{1,2}(?:to|and)\s{1,2}/iuy,
    sign: '+',
    value: (first, second) => first + second,
  },
];
const ANY_VERB = gated(/divid|multipl|subtract|add/iu);
const LONGEST_VERB = 20;

function operandAt(text: string, at: number): Operand | undefined {
  const number = numberAt(text, at);
  if (number === undefined) {
    return undefined;
  }
  const unit = unitAt(text, number.end);
  return {
    value: number.value,
    ...(unit === undefined ? {} : { unit: unit.ucum }),
    span: { start: at, end: unit?.span.end ?? number.end },
  };
}

/** The sum that is told with a verb before the number at `at`: "subtracting 25 from 135". */
export function spokenExpressionAt(text: string, at: number): Expression | undefined {
  const before = text.slice(Math.max(0, at - LONGEST_VERB), at);
  if (!ANY_VERB.test(before)) {
    return undefined;
  }
  const form = FORMS.find(({ verb }) => verb.test(before));
  const first = form === undefined ? undefined : operandAt(text, at);
  if (form === undefined || first === undefined) {
    return undefined;
  }
  form.joint.lastIndex = first.span.end;
  const joint = form.joint.exec(text);
  const second = joint === null ? undefined : operandAt(text, first.span.end + joint[0].length);
  if (second === undefined) {
    return undefined;
  }
  const value = form.value(first.value, second.value);
  const [left, right] = form.sign === '−' ? [second, first] : [first, second];
  const shown = [left, right].map(({ span }) => text.slice(span.start, span.end));
  return Number.isFinite(value)
    ? {
        span: { start: at, end: second.span.end },
        value,
        operands: [left, right],
        shown: shown.join(` ${form.sign} `),
        ambiguous: false,
      }
    : undefined;
}
