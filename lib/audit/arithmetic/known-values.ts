import { nextQuantity } from '@/lib/audit/arithmetic/stated-result';
import type { Measured } from '@/lib/knowledge/calculators/calculate';
import { gated, matchesOf } from '@/lib/text/gated-pattern';
import { readQuantities } from '@/lib/text/quantities';
import type { Span } from '@/lib/text/span';

/** A value that a text gives for a named quantity. */
export interface KnownValue extends Partial<Pick<Measured, 'unit'>> {
  readonly value: number;
  readonly from: Span & { readonly text: 'case' | 'trace' };
}

/** A text in which values are looked up, with the offset of its first character. */
export interface ValueSource {
  readonly text: string;
  readonly start: number;
  readonly kind: 'case' | 'trace';
}

/** Words between a name and its value. */
const JOINER =
  /^(?:\s?\([^()\n]{1,20}\))?(?:\s(?:level|count|value|concentration|rate|of|is|was|were|at|around|about|approximately|only|just|low|high|elevated|raised|normal|down|up|to|measured|mildly|slightly|found|the|a|interval|reading|comes|in|being)(?![\p{L}])){0,6}\s?[:=]?\s?\(?/iu;
/** Words before a name that make another quantity of it. */
const OTHER_QUANTITY = gated(
  /\b(?:urine|urinary|pleural|ascit(?:es|ic)(?: fluid)?|csf|corrected|expected|normal|target|ionized|ionised|direct|indirect|control|ideal|venous|alveolar|(?:ratio|gap) of)\s$/i,
);
const LONGEST_JOINER = 70;
const MOST_FOUND = 6;

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/gu, '\\$&');
}

const patterns = new Map<string, RegExp>();

/** Short names are told apart by case: "K", "Cr", "RR". */
function patternOf(name: string): RegExp {
  const known = patterns.get(name);
  if (known !== undefined) {
    return known;
  }
  const made = new RegExp(
    `(?<![\\p{L}\\p{N}-])${escaped(name)}(?![\\p{L}\\p{N}])`,
    name.length <= 4 ? 'gu' : 'giu',
  );
  patterns.set(name, made);
  return made;
}

function valueAfter(source: ValueSource, end: number): KnownValue | undefined {
  const tail = source.text.slice(end, end + LONGEST_JOINER);
  const joiner = JOINER.exec(tail)?.[0].length ?? 0;
  const quantity = nextQuantity(source.text, end, LONGEST_JOINER);
  const isNext = quantity !== undefined && quantity.number.start <= end + joiner + 1;
  return isNext && quantity.magnitude.form === 'number' && quantity.comparator === undefined
    ? known(source, quantity.magnitude.value, quantity.unit?.ucum, quantity.span)
    : undefined;
}

/** "130 for the renin", "130 renin". */
const FOR = /^\s{0,2}(?:for\s)?(?:(?:the|his|her)\s)?$/iu;

/** "56% HbA": the number right before the name. */
function valueBefore(source: ValueSource, start: number): KnownValue | undefined {
  const from = Math.max(0, start - 24);
  const quantity = readQuantities(source.text, { start: from, end: start }).at(-1);
  const adjoins = quantity !== undefined && FOR.test(source.text.slice(quantity.span.end, start));
  return adjoins && quantity.magnitude.form === 'number'
    ? known(source, quantity.magnitude.value, quantity.unit?.ucum, quantity.span)
    : undefined;
}

function known(
  source: ValueSource,
  value: number,
  unit: string | undefined,
  span: Span,
): KnownValue {
  return {
    value,
    ...(unit === undefined ? {} : { unit }),
    from: { text: source.kind, start: span.start + source.start, end: span.end + source.start },
  };
}

/** The values that a text gives for a quantity under any of its names, in the order of the names and of the text. */
export function valuesNamed(source: ValueSource, names: readonly string[]): readonly KnownValue[] {
  const found = new Map<number, KnownValue>();
  for (const name of names) {
    for (const match of matchesOf(patternOf(name), source.text)) {
      const before = source.text.slice(Math.max(0, match.index - 20), match.index);
      if (OTHER_QUANTITY.test(before)) {
        continue;
      }
      const value =
        valueAfter(source, match.index + match[0].length) ?? valueBefore(source, match.index);
      if (value !== undefined && found.size < MOST_FOUND) {
        found.set(value.from.start, value);
      }
    }
  }
  return [...found.values()];
}

const PRESSURE = gated(/(?<![\p{L}\p{N}])(?:blood pressure|BP)(?![\p{L}\p{N}])/giu);

/** The blood pressures that a text gives, systolic and diastolic. */
export function pressuresOf(
  source: ValueSource,
): readonly { readonly systolic: KnownValue; readonly diastolic: KnownValue }[] {
  return PRESSURE.matchesIn(source.text)
    .slice(0, MOST_FOUND)
    .flatMap((match) => {
      const end = match.index + match[0].length;
      const quantity = nextQuantity(source.text, end, LONGEST_JOINER);
      if (quantity?.magnitude.form !== 'pressure') {
        return [];
      }
      const { systolic, diastolic, parts } = quantity.magnitude;
      return [
        {
          systolic: known(source, systolic, 'mm[Hg]', parts[0]),
          diastolic: known(source, diastolic, 'mm[Hg]', parts[1]),
        },
      ];
    });
}

const MASS = gated(
  /(?<![\p{L}\p{N}.])(\d{1,3}(?:\.\d{1,3})?)[ -]?(?:kg|kgs|kilograms?|kilos?)(?![\p{L}\p{N}/])/giu,
);

/** The body masses that a text gives, in kg: no dose per kilogram. */
export function massesOf(source: ValueSource): readonly KnownValue[] {
  return MASS.matchesIn(source.text)
    .slice(0, MOST_FOUND)
    .map((match) =>
      known(source, Number(match[1]), 'kg', {
        start: match.index,
        end: match.index + match[0].length,
      }),
    );
}
