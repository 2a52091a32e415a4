import {
  type MaskedNumber,
  type MaskedText,
  maskNumbers,
  numberOf,
} from '@/lib/audit/arithmetic/forms/masked-numbers';
import { formPattern, inputsOf, recomputationOf } from '@/lib/audit/arithmetic/forms/sentence-form';
import { inUnitOfStated, isPercent } from '@/lib/audit/arithmetic/forms/units-of-forms';
import type { ValueSource } from '@/lib/audit/arithmetic/known-values';
import type { Recomputation } from '@/lib/audit/arithmetic/recomputation';
import { agrees } from '@/lib/audit/arithmetic/stated-result';
import { convert } from '@/lib/knowledge/units';
import { gated, type TextPattern } from '@/lib/text/gated-pattern';
import { rememberingTexts } from '@/lib/text/remembered';

/** A value that numbers may lead to, and how. */
interface Candidate {
  readonly result: number;
  readonly expression: string;
  readonly from: readonly MaskedNumber[];
}

/** A way of stating an outcome whose numbers stand in the sentences before or in the case. */
interface Outcome {
  readonly title: string;
  readonly cue: TextPattern;
  readonly pattern: RegExp;
  /** Relative, where the words are looser than a number is. */
  readonly loosely?: number;
  candidates(
    stated: MaskedNumber,
    near: readonly MaskedNumber[],
    inCase: readonly MaskedNumber[],
  ): readonly Candidate[];
}

const MOST_NUMBERS = 10;
const TIME = /^(?:a|mo|wk|d|h|min|s)$/u;

function pairs(
  numbers: readonly MaskedNumber[],
): readonly (readonly [MaskedNumber, MaskedNumber])[] {
  return numbers.flatMap((one, index) =>
    numbers.slice(index + 1).map((other) => [one, other] as const),
  );
}

/** The numbers that measure what the stated one does: in its unit, or all in one unit where "points" leaves it out. */
function alike(stated: MaskedNumber, numbers: readonly MaskedNumber[]): readonly MaskedNumber[] {
  return numbers
    .filter(({ unit, factor }) => factor === undefined && unit === stated.unit)
    .slice(-MOST_NUMBERS);
}

const CHANGE =
  '(?:drop|fall|rise|increase|decrease|decline|loss|gain|jump|difference|gap|spread|margin|excess|shortfall)';

/** "A gap of 23 points" between numbers that were said before. */
const DIFFERENCE: Outcome = {
  title: 'Difference',
  cue: gated(new RegExp(`\\b${CHANGE} of\\b|\\bpoints?\\b|\\b(?:lost|gained)\\b`, 'u')),
  pattern: formPattern(
    `(?<!anion |osmol |osmolal |osmolar |air-bone )\\b${CHANGE} of ~{r} ?(?=points?|percentage points?|[a-z]{0,3}[.,;)]| between| from)|\\b(?:lost|gained) ~(?<w>[\ue000-\ue3ff])`,
  ),
  candidates: (stated, near, inCase) => {
    const all = [...near, ...inCase];
    const isTime = TIME.test(stated.unit ?? '');
    const units =
      stated.unit === undefined
        ? [...new Set(all.map(({ unit }) => unit))]
        : [stated.unit, undefined];
    return isTime
      ? []
      : units
          .filter((unit) => !TIME.test(unit ?? ''))
          .flatMap((unit) =>
            pairs(all.filter((one) => one.unit === unit && one.factor === undefined)),
          )
          .map(([a, b]) => ({
            result: Math.abs(a.value - b.value),
            expression: `|${a.words} − ${b.words}|`,
            from: [a, b],
          }));
  },
};

/** "That's a 33% drop" of values that were said before. */
const PERCENT_CHANGE: Outcome = {
  title: 'Change',
  cue: gated(/\b(?:that|this|which|so|represent\w{0,3})\b/u),
  pattern: formPattern(
    `\\b(?:that's|that is|this is|which is|so|represents|representing) ~{r}[- ](?:drop|fall|rise|increase|decrease|decline|loss|gain|reduction)\\b`,
  ),
  candidates: (stated, near, inCase) =>
    isPercent(stated)
      ? pairs(
          [...near, ...inCase].filter(
            ({ unit, factor, value }) =>
              !TIME.test(unit ?? '') && factor === undefined && value > 0,
          ),
        )
          .filter(([a, b]) => a.unit === b.unit)
          .map(([a, b]) => ({
            result: 100 * (Math.abs(a.value - b.value) / a.value),
            expression: `|${a.words} − ${b.words}| ÷ ${a.words}`,
            from: [a, b],
          }))
      : [],
};

const PEOPLE =
  '(?:group|cohort|sample|study population|study group|participants|subjects|lot|whole|total)';
const SMALLEST_GROUP = 10;

function isCount({ unit, factor, value }: MaskedNumber): boolean {
  const isYear = value >= 1900 && value <= 2100;
  return (
    unit === undefined && factor === undefined && Number.isInteger(value) && value >= 2 && !isYear
  );
}

/** "Close to 74% of the whole group", of counts that were said before. */
const SHARE_OF_GROUP: Outcome = {
  title: 'Percentage',
  cue: gated(/ of (?:the|that|this) /u),
  pattern: formPattern(`{r} of (?:the|that|this) (?:whole |entire |total |full )?${PEOPLE}\\b`),
  candidates: (stated, near, inCase) => {
    const counts = [...near, ...inCase].filter(isCount);
    const [whole] = [...counts].sort((a, b) => b.value - a.value);
    return whole === undefined || whole.value < SMALLEST_GROUP || !isPercent(stated)
      ? []
      : counts
          .filter(({ value }) => value < whole.value)
          .map((part) => ({
            result: (100 * part.value) / whole.value,
            expression: `${part.words} ÷ ${whole.words}`,
            from: [part, whole],
          }));
  },
};

const HAPPENING =
  '(?:relapse|episode|attack|seizure|flare|flare-up|admission|exacerbation|recurrence|event|infection|stroke|fall|bout|crisis|hospitali[sz]ation|spell|migraine|headache)';

/** "One relapse every 20 months", of three episodes in five years. */
const FREQUENCY: Outcome = {
  title: 'Frequency',
  cue: gated(/\bevery\b/u),
  pattern: formPattern(`(?<![a-z])(?:an?|[\ue000-\ue3ff]) ${HAPPENING}…\\bevery ~{r}`),
  loosely: 0.15,
  candidates: (stated, near, inCase) => {
    const all = [...near, ...inCase];
    const counts = all.filter((number) => isCount(number) && number.value <= 60);
    const times = all.filter(
      ({ unit, words }) => TIME.test(unit ?? '') && !/old|of age/iu.test(words),
    );
    return times.flatMap((time) =>
      counts.flatMap((count) => {
        const whole = inUnitOfStated(time.value, time.unit, stated);
        // Of three episodes there are two spaces between, or three with the time until now.
        return whole === undefined
          ? []
          : [count.value, count.value - 1]
              .filter((parts) => parts > 0)
              .map((parts) => ({
                result: whole / parts,
                expression: `${time.words} ÷ ${parts}`,
                from: [time, count],
              }));
      }),
    );
  },
};

/** "An average of 12", of the numbers before it in the same unit. */
const AVERAGE: Outcome = {
  title: 'Mean',
  cue: gated(/\b(?:average|mean)\b/u),
  pattern: formPattern(
    '\\b(?:average|mean) (?:here |then )?(?:of|is|comes to|works out (?:to|at)|would be|=) ?~{r}(?=[a-z ]{0,12}[.,;)]|$)',
  ),
  candidates: (stated, near) => {
    const same = alike(stated, near);
    const runs = same.flatMap((_, start) =>
      same.slice(start + 1).map((__, length) => same.slice(start, start + length + 2)),
    );
    return runs.map((run) => ({
      result: run.reduce((sum, { value }) => sum + value, 0) / run.length,
      expression: `(${run.map(({ words }) => words).join(' + ')}) ÷ ${run.length}`,
      from: run,
    }));
  },
};

/** "Three times as high", of two values before. */
const MULTIPLE: Outcome = {
  title: 'Ratio',
  cue: gated(/\btimes\b|[\ue400-\ue7ff]/u),
  pattern: formPattern('(?:{r} ?times|{f:q}) as (?:high|much|many|large|big|long|low)\\b'),
  loosely: 0.2,
  candidates: (stated, near, inCase) =>
    stated.unit === undefined
      ? pairs([...near, ...inCase].filter(({ factor, value }) => factor === undefined && value > 0))
          .filter(([a, b]) => a.unit === b.unit && !TIME.test(a.unit ?? ''))
          .flatMap(([a, b]) => [
            { result: a.value / b.value, expression: `${a.words} ÷ ${b.words}`, from: [a, b] },
            { result: b.value / a.value, expression: `${b.words} ÷ ${a.words}`, from: [b, a] },
          ])
      : [],
};

const OUTCOMES: readonly Outcome[] = [
  DIFFERENCE,
  PERCENT_CHANGE,
  SHARE_OF_GROUP,
  FREQUENCY,
  AVERAGE,
  MULTIPLE,
];

const numbersOfText = rememberingTexts((text) => maskNumbers(text, 0).numbers);
/** Of a longer case the beginning is read. */
const LONGEST_CASE = 2_000;

function nearest(stated: MaskedNumber, candidates: readonly Candidate[]): Candidate | undefined {
  const distance = ({ result }: Candidate) =>
    Math.abs(Math.log(Math.max(result, 1e-9) / Math.max(Math.abs(stated.value), 1e-9)));
  return [...candidates].sort((a, b) => distance(a) - distance(b))[0];
}

/** Whether a number is simply repeated: then it was given, and not worked out. */
function isGiven(stated: MaskedNumber, others: readonly MaskedNumber[]): boolean {
  return others.some(
    ({ value, unit }) =>
      value === stated.value ||
      (unit !== undefined &&
        stated.unit !== undefined &&
        convert(value, unit, stated.unit) === stated.value),
  );
}

/**
 * Outcomes that a sentence, which begins at `start`, states of numbers which stand in the sentences before (`lead`) or in the case: right where any of
 * those numbers leads to it, wrong where there are such numbers and none does.
 */
export function outcomesOfNearby(
  own: MaskedText,
  start: number,
  lead: string,
  caseText: ValueSource | undefined,
): readonly Recomputation[] {
  const stated = OUTCOMES.filter(({ cue }) => cue.test(own.text)).flatMap((outcome) => {
    outcome.pattern.lastIndex = 0;
    const match = outcome.pattern.exec(own.text);
    const number = numberOf(own, match?.groups?.r ?? match?.groups?.q ?? match?.groups?.w);
    return number === undefined ? [] : [{ outcome, number }];
  });
  if (stated.length === 0) return [];
  // The first word may have been cut off, and with it the first digits of a number.
  const whole = lead.slice(lead.search(/\s|$/u));
  const before = maskNumbers(whole, start - whole.length).numbers;
  const inCase = numbersOfText((caseText?.text ?? '').slice(0, LONGEST_CASE));
  return stated.flatMap(({ outcome, number }) => {
    const near = [...before, ...own.numbers].filter(({ span }) => span.start < number.span.start);
    const candidates = isGiven(number, [...near, ...inCase])
      ? []
      : outcome.candidates(number, near, inCase);
    const spare = (outcome.loosely ?? 0) * number.value;
    const tolerant = { ...number, halfDigit: Math.max(number.halfDigit, spare) };
    const right = candidates.find(({ result }) => agrees(tolerant, result));
    const chosen = right ?? nearest(number, candidates);
    if (chosen === undefined) return [];
    const ofTrace = chosen.from.filter((one) => near.includes(one));
    const inputs = inputsOf(Object.fromEntries(ofTrace.map((one, index) => [`n${index}`, one])));
    const computed = { results: [chosen.result], expression: chosen.expression, spare };
    const one = recomputationOf(outcome.title, number, computed, inputs);
    return one === undefined ? [] : [{ ...one, span: number.span }];
  });
}
