import { type Expression, expressionAt, type Operand } from '@/lib/audit/arithmetic/expression';
import type { Recomputation } from '@/lib/audit/arithmetic/recomputation';
import { spokenExpressionAt } from '@/lib/audit/arithmetic/spoken-expression';
import {
  agrees,
  asResult,
  type Joined,
  jointAt,
  resultAt,
  type StatedResult,
} from '@/lib/audit/arithmetic/stated-result';
import type { WorkingInput } from '@/lib/audit/verdict';
import { convert } from '@/lib/knowledge/units';
import { gated } from '@/lib/text/gated-pattern';
import { readQuantities } from '@/lib/text/quantities';
import { nextNumberStart } from '@/lib/text/quantities-numbers';

/** What two numbers with a stroke between them also are: pressures, acuity, grades, dates, scores. */
const STROKE_OF_ANOTHER_KIND = gated(
  /\b(?:bp|pressures?|vision|acuity|strength|power|reflex(?:es)?|grade[d]?|pulses?|scores?|stage|gcs|apgar|ecog|murmur|pain|date[d]?|on|titres?|titers?|cdk|hpf|t4|eye|eyes|od|os|ou)\b[^.\n]{0,16}$/i,
);
const NOTHING_COUNTED =
  /^\s{0,2}(?:$|[,.;:)!?—–\]]|so\b|which\b|and\b|but\b|or\b|here\b|for\b|as\b|if\b)/i;
const DATE = /\d{1,4}\/\d{1,2}\/\d{1,4}(?![\d/])/uy;
const BRACKETED_BEFORE = gated(/\(\s?=?\s?$/u);
const LONGEST_STATED = 30;
const AFTER = 12;

/** An expression found in a text, with what is stated as its result; offsets into that text. */
export interface Stated {
  readonly expression: Expression;
  readonly stated?: StatedResult;
}

/** Whether a sum whose sign could mean something else is one, judged by the number that is given for it. */
function isMeant(
  text: string,
  expression: Expression,
  stated: StatedResult,
  { strong, weak }: Joined,
): boolean {
  const { ambiguous, operands, span } = expression;
  if (weak && !mayFollow(text, expression, stated)) {
    return false;
  }
  if (!ambiguous) {
    return true;
  }
  const isQuotient = /÷/u.test(expression.shown);
  if (!isQuotient) {
    return strong;
  }
  if (STROKE_OF_ANOTHER_KIND.test(text.slice(Math.max(0, span.start - 40), span.start))) {
    return false;
  }
  if (stated.unit === '%') {
    return true;
  }
  const plain = stated.unit === undefined || operands.some(({ unit }) => unit !== undefined);
  return plain && NOTHING_COUNTED.test(text.slice(stated.span.end, stated.span.end + AFTER));
}

/** Whether a number that only "so" or "or" leads to can be the outcome: alone, or in a unit of the sum. */
function mayFollow(text: string, { operands }: Expression, { unit, span }: StatedResult): boolean {
  return unit === undefined
    ? NOTHING_COUNTED.test(text.slice(span.end, span.end + AFTER))
    : unit === '%' || operands.some((operand) => operand.unit === unit);
}

/** "17 (135 − (103 + 25))", "74% (520/700)": the result before the sum in brackets. */
function resultBefore(text: string, { span, ambiguous }: Expression): StatedResult | undefined {
  const open = span.start - (text[span.start] === '(' ? 0 : 3);
  const lead = text.slice(Math.max(0, open), span.start + (text[span.start] === '(' ? 1 : 0));
  const closed = text[span.start] === '(' || /^\s?\)/u.test(text.slice(span.end, span.end + 2));
  if (!closed || !BRACKETED_BEFORE.test(lead)) {
    return undefined;
  }
  const bracket = text.lastIndexOf('(', span.start);
  const from = Math.max(0, bracket - LONGEST_STATED);
  const last = readQuantities(text, { start: from, end: bracket }).at(-1);
  const adjoins = last !== undefined && text.slice(last.span.end, bracket).trim() === '';
  const stated = adjoins ? asResult(last) : undefined;
  return ambiguous && stated?.unit !== '%' ? undefined : stated;
}

/** All expressions of a text, in order, with what is stated as their results. Linear in the text. */
export function readExpressions(text: string): readonly Stated[] {
  const found: Stated[] = [];
  let at = 0;
  for (;;) {
    const start = nextNumberStart(text, at);
    if (start === undefined) {
      return found;
    }
    DATE.lastIndex = start;
    const date = DATE.exec(text);
    if (date !== null) {
      at = start + date[0].length;
      continue;
    }
    const expression = expressionAt(text, start) ?? spokenExpressionAt(text, start);
    at = Math.max(start + 1, expression?.span.end ?? 0);
    if (expression === undefined) {
      continue;
    }
    const joint = jointAt(text, expression.span.end);
    const after = joint === undefined ? undefined : resultAt(text, joint.end);
    const isSum = joint !== undefined && after !== undefined;
    if (isSum && isMeant(text, expression, after, joint)) {
      const halfDigit = Math.max(after.halfDigit, joint.spare);
      found.push({ expression, stated: { ...after, halfDigit } });
      continue;
    }
    const before = resultBefore(text, expression);
    found.push(before === undefined ? { expression } : { expression, stated: before });
  }
}

function inputsOf(operands: readonly Operand[], offset: number): readonly WorkingInput[] {
  return operands.map(({ value, unit, span }) => ({
    name: 'number in the text',
    value,
    ...(unit === undefined ? {} : { unit }),
    from: { text: 'trace', start: span.start + offset, end: span.end + offset },
  }));
}

/** The unit over the stroke: "mL" of "mL/kg". */
function numerator(unit: string): string {
  return unit.split('/')[0] ?? '';
}

/** Whether the result is in a unit that the numbers do not lead to without a conversion, so that it cannot be judged. */
function changesUnit({ operands }: Expression, stated: StatedResult): boolean {
  const units = operands.flatMap(({ unit }) => (unit === undefined ? [] : [unit]));
  return (
    stated.unit !== undefined &&
    stated.unit !== '%' &&
    units.length > 0 &&
    !units.some((unit) => unit === stated.unit || numerator(unit) === numerator(stated.unit ?? ''))
  );
}

/** The value in the stated unit, where the numbers' own unit can be converted into it: 1,500 mg as 1.5 g. */
function converted({ value, operands }: Expression, stated: StatedResult): readonly number[] {
  return operands.flatMap(({ unit }) => {
    if (unit === undefined || stated.unit === undefined || unit === stated.unit) {
      return [];
    }
    return convert(value, numerator(unit), numerator(stated.unit)) ?? [];
  });
}

/** What the value may be called: a share also in per cent, per cent also as a share. */
function readingsOf(expression: Expression, stated: StatedResult): readonly number[] {
  const { value, operands } = expression;
  const inPercent = operands.some(({ unit }) => unit === '%');
  if (stated.unit === '%') {
    return [value, 100 * value];
  }
  if (changesUnit(expression, stated)) {
    return [value, ...converted(expression, stated)];
  }
  return inPercent && stated.unit === undefined ? [value, value / 100] : [value];
}

/** The recomputation of an expression with its stated result; undefined where a change of unit forbids it. */
export function recomputed(
  expression: Expression,
  stated: StatedResult,
  offset: number,
  statedOffset = offset,
): Recomputation | undefined {
  const results = readingsOf(expression, stated);
  if (changesUnit(expression, stated) && !results.some((result) => agrees(stated, result))) {
    return undefined;
  }
  const start = Math.min(expression.span.start + offset, stated.span.start + statedOffset);
  const end = Math.max(expression.span.end + offset, stated.span.end + statedOffset);
  const apart = stated.span.start + statedOffset - (expression.span.end + offset) > 120;
  const own = { start: stated.span.start + statedOffset, end: stated.span.end + statedOffset };
  return {
    title: 'Arithmetic',
    expression: expression.shown,
    inputs: inputsOf(expression.operands, offset),
    results,
    stated: { ...stated, span: own },
    span: apart ? own : { start, end },
  };
}
