import { gated } from '@/lib/text/gated-pattern';
import { numberAt } from '@/lib/text/quantities-numbers';
import { powerOfTenAt, unitAt } from '@/lib/text/quantities-units';
import type { Span } from '@/lib/text/span';

/** A number of an expression, with its unit where one is printed. */
export interface Operand {
  readonly value: number;
  /** UCUM. */
  readonly unit?: string;
  readonly span: Span;
}

type Operator = '+' | '−' | '×' | '÷';

/** A sum that a text spells out: "135 − (103 + 25)", "40% of 25 grams", "5 divided by 360". */
export interface Expression {
  readonly span: Span;
  readonly value: number;
  readonly operands: readonly Operand[];
  /** As it is shown: "135 − (103 + 25)". */
  readonly shown: string;
  /** Whether its signs alone could mean something else: "88/130", "12 - 16", "3 x 4". */
  readonly ambiguous: boolean;
}

interface Part {
  readonly value: number;
  readonly end: number;
  readonly operands: readonly Operand[];
  readonly shown: string;
  /** Signs that are read as operators, and whether each could be something else. */
  readonly signs: readonly { readonly operator: Operator; readonly ambiguous: boolean }[];
}

interface ReadOperator {
  readonly operator: Operator;
  readonly end: number;
  readonly ambiguous: boolean;
}

/** Deeper nesting and longer sums are not written in prose. */
const DEEPEST = 6;
const MOST_OPERANDS = 24;

const OPERATORS: readonly (readonly [RegExp, Operator, boolean])[] = [
  [/\s{0,2}(?:\+|\splus\s)\s{0,2}(?=[(\d.a-z])/iuy, '+', false],
  [/\s{0,2}−\s{0,2}(?=[(\d.])|\s{1,2}minus\s{1,2}/iuy, '−', false],
  // A hyphen or dash between bare numbers may stand for "to"; with a space on both sides it may be minus.
  [/\s{1,2}[-–]\s{1,2}(?=[(\d.])|(?<=\))[-–](?=[(\d.])|[-–](?=\()/uy, '−', true],
  [/\s{0,2}[×*·∙⋅]\s{0,2}(?=[(\d.])|\s{1,2}(?:times|multiplied by)\s{1,2}/iuy, '×', false],
  [/\s{0,2}\\(?:times|cdot)\s{0,2}(?=[(\d.])/uy, '×', false],
  [/\s{0,2}x\s{0,2}(?=[(\d.])/iuy, '×', true],
  [/\s{0,2}÷\s{0,2}(?=[(\d.])|\s{1,2}divided by\s{1,2}|\s{1,2}\/\s{1,2}(?=[(\d.])/iuy, '÷', false],
  [
    /\s?\/\s?(?=[(\d.])|\s{1,2}over\s{1,2}(?=\d)|\s{1,2}out\sof\s{1,2}(?:the\s|all\s|these\s)?(?=\d)/iuy,
    '÷',
    true,
  ],
];
/** Within brackets also without spaces: "(140-60)". */
const BRACKETED_DASH = /[-–](?=[\d.])/uy;
const POWER = /\s?\^\s?(\d)(?![\d.])|([²³])|\s(squared|cubed)(?!\p{L})/iuy;
const PERCENT_OF = /\s{1,2}of\s{1,2}(?:the |that |those |her |his )?/iuy;
const SPACES = /\s{0,2}/uy;
const OPEN = /\(\s{0,2}/uy;
const CLOSE = /\s{0,2}\)/uy;

function matchAt(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(text);
}

/** What every operator begins with: after most numbers there is nothing of the kind, and the patterns need not be tried. */
const MAY_BE_OPERATOR = /\s{0,2}[+−×*·∙⋅\\÷/\-–xpmtdo]/iuy;

function operatorAt(text: string, at: number, depth: number): ReadOperator | undefined {
  MAY_BE_OPERATOR.lastIndex = at;
  if (!MAY_BE_OPERATOR.test(text)) {
    return undefined;
  }
  const dash = depth > 0 ? matchAt(BRACKETED_DASH, text, at) : null;
  if (dash !== null) {
    return { operator: '−', end: at + dash[0].length, ambiguous: true };
  }
  for (const [pattern, operator, ambiguous] of OPERATORS) {
    const match = matchAt(pattern, text, at);
    if (match !== null) {
      return { operator, end: at + match[0].length, ambiguous };
    }
  }
  return undefined;
}

/** A number with its unit; "40% of" takes the number after it along. */
function operandAt(text: string, at: number, nested = 0): Part | undefined {
  const number = numberAt(text, at);
  if (number === undefined) {
    return undefined;
  }
  const power = powerOfTenAt(text, number.end);
  const value = power === undefined ? number.value : number.value * 10 ** power.exponent;
  const numberEnd = power?.end ?? number.end;
  const unit = unitAt(text, numberEnd);
  const end = unit?.span.end ?? numberEnd;
  const operand = {
    value,
    ...(unit === undefined ? {} : { unit: unit.ucum }),
    span: { start: at, end },
  };
  const of = unit?.ucum === '%' && nested < 2 ? matchAt(PERCENT_OF, text, end) : null;
  const whole = of === null ? undefined : operandAt(text, end + of[0].length, nested + 1);
  const shown = text.slice(at, end);
  if (whole === undefined || /of\s{1,2}the $/i.test(of?.[0] ?? '')) {
    return { value, end, operands: [operand], shown, signs: [] };
  }
  return {
    value: (value / 100) * whole.value,
    end: whole.end,
    operands: [operand, ...whole.operands],
    shown: `${shown} of ${whole.shown}`,
    signs: [{ operator: '×', ambiguous: false }],
  };
}

const EXPONENTS: Readonly<Record<string, number>> = { '²': 2, '³': 3, squared: 2, cubed: 3 };

/** A number or brackets, with the power that follows. */
function factorAt(text: string, at: number, depth: number): Part | undefined {
  const base = baseAt(text, at, depth);
  const power = base === undefined ? null : matchAt(POWER, text, base.end);
  if (base === undefined || power === null) {
    return base;
  }
  const written = (power[2] ?? power[3] ?? '').toLowerCase();
  const exponent = power[1] === undefined ? EXPONENTS[written] : Number(power[1]);
  return exponent === undefined
    ? base
    : {
        ...base,
        value: base.value ** exponent,
        end: base.end + power[0].length,
        shown: `${base.shown}^${exponent}`,
        signs: [...base.signs, { operator: '×', ambiguous: true }],
      };
}

function baseAt(text: string, at: number, depth: number): Part | undefined {
  const open = matchAt(OPEN, text, at);
  if (open === null) {
    return operandAt(text, at + (matchAt(SPACES, text, at)?.[0].length ?? 0));
  }
  const inner = depth > DEEPEST ? undefined : sumAt(text, at + open[0].length, depth + 1);
  const close = inner === undefined ? null : matchAt(CLOSE, text, inner.end);
  if (inner === undefined || close === null) {
    return undefined;
  }
  const end = inner.end + close[0].length;
  const unit = unitAt(text, end);
  return { ...inner, end: unit?.span.end ?? end, shown: `(${inner.shown})` };
}

function applied(operator: Operator, left: number, right: number): number {
  switch (operator) {
    case '+':
      return left + right;
    case '−':
      return left - right;
    case '×':
      return left * right;
    case '÷':
      return left / right;
  }
}

function joined(left: Part, sign: ReadOperator, right: Part): Part {
  return {
    value: applied(sign.operator, left.value, right.value),
    end: right.end,
    operands: [...left.operands, ...right.operands],
    shown: `${left.shown} ${sign.operator} ${right.shown}`,
    signs: [...left.signs, sign, ...right.signs],
  };
}

/** Parts joined by operators of one level, from the left. */
function chainAt(
  text: string,
  at: number,
  depth: number,
  level: readonly Operator[],
  part: (text: string, at: number, depth: number) => Part | undefined,
): Part | undefined {
  let left = part(text, at, depth);
  while (left !== undefined && left.operands.length < MOST_OPERANDS) {
    const sign = operatorAt(text, left.end, depth);
    if (sign === undefined || !level.includes(sign.operator)) {
      return left;
    }
    const right = part(text, sign.end, depth);
    if (right === undefined) {
      return left;
    }
    left = joined(left, sign, right);
  }
  return left;
}

function productAt(text: string, at: number, depth: number): Part | undefined {
  return chainAt(text, at, depth, ['×', '÷'], factorAt);
}

function sumAt(text: string, at: number, depth: number): Part | undefined {
  return chainAt(text, at, depth, ['+', '−'], productAt);
}

const OPENING = gated(/\((?:\s?\(){0,3}\s?$/u);
/** What stands to the left of a part of a longer sum, or of the argument of a function that is not read here. */
const GOES_ON_LEFT =
  /(?:[\d)%²³]\s{0,2}(?:[×*·/÷+−^x-]|\\times)|√|∛|\b(?:ln|log|log10|sqrt|exp|min|max))\s{0,2}\(*\s?$/i;
const LONGEST_BEFORE = 14;

/** A sign or word of calculation near a number; without one there is no sum to look for. */
const MAY_BE_SUM =
  /[+−×*·∙⋅÷/^²³–\\-]|x\s?[\d(]|\b(?:times|multiplied|minus|plus|divided|over|of|squared|cubed)\b/i;
const NEAR = 48;

/**
 * The expression that begins with the number at `at`, or with the brackets right before it; undefined where no operator
 * follows. The usual precedence holds; a division by zero gives nothing.
 */
export function expressionAt(text: string, at: number): Expression | undefined {
  if (!MAY_BE_SUM.test(text.slice(at, at + NEAR))) {
    return undefined;
  }
  const brackets = OPENING.exec(text.slice(Math.max(0, at - 8), at))?.[0] ?? '';
  for (let start = at - brackets.length; start <= at; start += 1) {
    const isPart = GOES_ON_LEFT.test(text.slice(Math.max(0, start - LONGEST_BEFORE), start));
    if (isPart || (start !== at && text[start] !== '(')) {
      continue;
    }
    const part = sumAt(text, start, 0);
    if (part === undefined || part.signs.length === 0) {
      continue;
    }
    const span = { start, end: part.end };
    if (!Number.isFinite(part.value) || part.operands.length >= MOST_OPERANDS) {
      return undefined;
    }
    const ambiguous = part.signs.every((sign) => sign.ambiguous) && part.signs.length < 2;
    const { value, operands, shown } = part;
    return { span, value, operands, shown: unwrapped(shown), ambiguous };
  }
  return undefined;
}

/** Without brackets around the whole. */
function unwrapped(shown: string): string {
  return /^\([^()]*\)$/u.test(shown) ? shown.slice(1, -1) : shown;
}
