import {
  type KnownValue,
  type ValueSource,
  valuesNamed,
} from '@/lib/audit/arithmetic/known-values';
import type { Recomputation } from '@/lib/audit/arithmetic/recomputation';
import { jointAt, resultAt } from '@/lib/audit/arithmetic/stated-result';
import type { WorkingInput } from '@/lib/audit/verdict';
import { CALCULATORS } from '@/lib/knowledge/calculators';
import type { NumberInput } from '@/lib/knowledge/calculators/calculator';
import { gated } from '@/lib/text/gated-pattern';

const INPUTS: readonly NumberInput[] = [
  ...new Set(
    CALCULATORS.flatMap(({ inputs }) =>
      Object.values(inputs).flatMap((input) => (input.kind === 'number' ? [input] : [])),
    ),
  ),
];
const NAMES_OF = new Map(
  INPUTS.flatMap((input) =>
    (input.written ?? []).map((name) => [name.toLowerCase(), input.written ?? []] as const),
  ),
);

/** The names under which a text may give the quantity that is also called `name`. */
export function namesOf(name: string): readonly string[] {
  return NAMES_OF.get(name.toLowerCase()) ?? [name];
}

const NAME = [...NAMES_OF.keys()]
  .sort((a, b) => b.length - a.length)
  .map((name) => name.replace(/[.*+?^${}()|[\]\\/]/gu, '\\$&'))
  .join('|');
const WHOSE = "(?:(?:the|his|her|their|its|this patient['’]s|serum|measured)\\s){0,2}";
const ONE = `${WHOSE}(?:${NAME})(?![\\p{L}\\p{N}])`;
const SIGN = '(?:minus|less|plus|divided by|over|times|[-−–+×/÷])';
const SUM = gated(
  new RegExp(`(?<![\\p{L}\\p{N}-])${ONE}(?:\\s${SIGN}\\s\\(?${ONE}\\)?){1,3}`, 'giu'),
);
const SUBTRACTED = gated(
  new RegExp(
    `\\bsubtract(?:ing|ed)?\\s(?:both\\s)?(${ONE})(?:\\s(?:and|plus)\\s(${ONE}))?\\sfrom\\s(${ONE})`,
    'giu',
  ),
);
const MULTIPLE = gated(
  new RegExp(
    `(?<![\\p{L}\\p{N}-])(${ONE})\\s(?:level\\s)?(?:is|was)\\s(?:about |roughly |nearly |almost |around |approximately )?(twice|double|triple|three times|four times|five times|ten times|half)\\s(${ONE})`,
    'giu',
  ),
);
const TIMES: ReadonlyMap<string, number> = new Map([
  ['half', 0.5],
  ['twice', 2],
  ['double', 2],
  ['triple', 3],
  ['three times', 3],
  ['four times', 4],
  ['five times', 5],
  ['ten times', 10],
]);
/** "Twice" is said of 1.7 times as well as of 2.3 times. */
const LOOSELY = 0.25;
/** Without one of these no name needs to be looked for. */
const MAY_BE_SUM = /\b(?:minus|less|plus|divided|over|times)\b|\s[-−–+×/÷]\s/u;
const MAY_BE_MULTIPLE = gated(/\b(?:twice|double|triple|times|half)\b/i);
const BARE = new RegExp(`^${WHOSE}`, 'iu');
const MOST = 4;

interface Operand {
  readonly name: string;
  readonly known: KnownValue;
}

function operandOf(words: string, sources: readonly ValueSource[]): Operand | undefined {
  const name = words.replace(BARE, '').replace(/[()]/gu, '').trim();
  const [known] = sources.flatMap((source) => valuesNamed(source, namesOf(name)));
  return known === undefined ? undefined : { name, known };
}

function asInput({ name, known }: Operand): WorkingInput {
  const { value, unit, from } = known;
  return { name, value, ...(unit === undefined ? {} : { unit }), from };
}

function applied(sign: string, left: number, right: number): number {
  if (/^(?:plus|\+)$/iu.test(sign)) return left + right;
  if (/^(?:times|×)$/iu.test(sign)) return left * right;
  return /^(?:divided by|over|\/|÷)$/iu.test(sign) ? left / right : left - right;
}

/** The sum with the numbers of its names; a division that follows a subtraction is left to the formulas. */
function sumOf(words: string, sources: readonly ValueSource[]) {
  const parts = words.split(new RegExp(`\\s(${SIGN})\\s`, 'iu'));
  const operands = parts
    .filter((_, index) => index % 2 === 0)
    .map((part) => operandOf(part, sources));
  const signs = parts.filter((_, index) => index % 2 === 1);
  const known = operands.flatMap((operand) => operand ?? []);
  const [first, ...rest] = known;
  const isMixed =
    signs.length > 1 && signs.some((sign) => /^(?:divided by|over|times|[/÷×])$/iu.test(sign));
  if (first === undefined || known.length < operands.length || isMixed) return undefined;
  const brackets = words.includes('(') && signs.length > 1;
  let value = first.known.value;
  let shown = `${first.known.value}`;
  for (const [index, { known: next }] of rest.entries()) {
    // "Sodium minus (chloride plus bicarbonate)" takes both away.
    const sign = brackets && index > 0 ? 'minus' : (signs[index] ?? '');
    value = applied(sign, value, next.value);
    shown += ` ${sign} ${next.value}`;
  }
  return { value, shown, operands: known };
}

function recomputation(
  text: string,
  start: number,
  end: number,
  offset: number,
  value: number,
  expression: string,
  operands: readonly Operand[],
): readonly Recomputation[] {
  const joint = jointAt(text, end);
  const stated = joint === undefined ? undefined : resultAt(text, joint.end);
  if (stated === undefined || !Number.isFinite(value)) return [];
  const own = { start: stated.span.start + offset, end: stated.span.end + offset };
  return [
    {
      title: 'Arithmetic',
      expression,
      inputs: operands.map(asInput),
      results: [value],
      stated: { ...stated, span: own },
      span: { start: start + offset, end: own.end },
    },
  ];
}

/** "Sodium minus chloride minus bicarbonate leaves 20", "AST is twice the ALT": sums whose numbers stand elsewhere. */
export function namedOperands(
  text: string,
  offset: number,
  sources: readonly ValueSource[],
): readonly Recomputation[] {
  const sums = (MAY_BE_SUM.test(text) ? SUM.matchesIn(text) : [])
    .slice(0, MOST)
    .flatMap((match) => {
      const sum = sumOf(match[0], sources);
      const end = match.index + match[0].length;
      return sum === undefined
        ? []
        : recomputation(text, match.index, end, offset, sum.value, sum.shown, sum.operands);
    });
  const differences = (/subtract/iu.test(text) ? SUBTRACTED.matchesIn(text) : [])
    .slice(0, MOST)
    .flatMap((match) => {
      const [from, ...taken] = [match[3], match[1], match[2]].flatMap((words) =>
        words === undefined ? [] : [operandOf(words, sources)],
      );
      const known = taken.flatMap((operand) => operand ?? []);
      if (from === undefined || known.length < taken.length) return [];
      const value = known.reduce((left, operand) => left - operand.known.value, from.known.value);
      const shown = [from, ...known].map((operand) => operand.known.value).join(' − ');
      const end = match.index + match[0].length;
      return recomputation(text, match.index, end, offset, value, shown, [from, ...known]);
    });
  return [...sums, ...differences, ...multiplesIn(text, offset, sources)];
}

function multiplesIn(
  text: string,
  offset: number,
  sources: readonly ValueSource[],
): readonly Recomputation[] {
  const matches = MAY_BE_MULTIPLE.test(text) ? MULTIPLE.matchesIn(text) : [];
  return matches.slice(0, MOST).flatMap((match) => {
    const [words, one = '', times = '', other = ''] = match;
    const [left, right] = [operandOf(one, sources), operandOf(other, sources)];
    const value = TIMES.get(times.toLowerCase());
    if (
      left === undefined ||
      right === undefined ||
      value === undefined ||
      right.known.value <= 0
    ) {
      return [];
    }
    if (left.known.unit !== right.known.unit) return [];
    const result = left.known.value / right.known.value;
    const at = match.index + offset;
    const span = { start: at, end: at + words.length };
    return [
      {
        title: 'Ratio',
        expression: `${left.known.value} ÷ ${right.known.value}`,
        inputs: [asInput(left), asInput(right)],
        results: [result],
        stated: { span, value, approximate: true, halfDigit: LOOSELY * value },
        span,
      },
    ];
  });
}
