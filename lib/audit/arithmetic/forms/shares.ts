import {
  type Computed,
  type FormNumbers,
  formPattern,
  type SentenceForm,
} from '@/lib/audit/arithmetic/forms/sentence-form';
import {
  fractionOf,
  inUnitOfStated,
  isPercent,
  sharedUnit,
} from '@/lib/audit/arithmetic/forms/units-of-forms';
import { gated } from '@/lib/text/gated-pattern';

const SO =
  "(?:so|which is|that's|that is|thus|hence|therefore|meaning|means|giving|gives|making|makes|i\\.e\\.|the|=|or|works out|equals|which gives|leaving|leaves|and)";
const RATE =
  '(?:incidence|prevalence|rate|risk|sensitivity|specificity|proportion|percentage|fraction|probability|mortality|survival|frequency|share|ppv|npv)';
const GROUP =
  '(?:them|all|these|those|(?:the|our|this) (?:group|subjects?|patients?|cohort|sample|participants?|people|total|cases|whole|population|study|women|men|children|individuals))';

function partOfWhole(part: number, whole: number, words: string): Computed | undefined {
  return whole > 0 && part <= whole
    ? { results: [100 * (part / whole)], expression: words, unit: '%' }
    : undefined;
}

function areCounts(...numbers: readonly FormNumbers[string][]): boolean {
  return numbers.every(
    ({ unit, factor, value }) =>
      unit === undefined && factor === undefined && Number.isInteger(value),
  );
}

/** "Of 200 people 40 fell ill, so the incidence is 20%". */
const SHARE_OF_COUNT: SentenceForm = {
  title: 'Percentage',
  unit: /^%$/u,
  cue: gated(/\b(?:of|among|out of|in)\b/u),
  patterns: [
    formPattern(
      `(?:\\bof|\\bamong|\\bin|\\bout of) (?:the |these |those |all )?{n}…{k}…[ ,(]${SO}…\\b${RATE}…(?:is|was|of|at|=|comes to|:) ?~{r}`,
    ),
    formPattern(
      `{k}(?: [a-z-]{1,15}){0,3} (?:out )?of (?:the |these |those |all )?{n}…\\b(?:so|which is|that's|that is|means|giving|or|i\\.e\\.|=|is|,) ?(?:an? |the )?(?:[a-z]{1,12} )?(?:${RATE} (?:of|is) )?~{r}(?! of ${GROUP})`,
    ),
    formPattern(
      `(?:\\bof|\\bamong|\\bout of) (?:the |these |those |all )?{n}(?: [a-z-]{1,15}){1,5},? {k}(?: [a-z-]{1,15}){1,6}(?:, |—| \\()(?:or|that's|which is|i\\.e\\.|so)? ?~{r}`,
    ),
  ],
  compute: ({ n, k, r }) =>
    n === undefined || k === undefined || r === undefined || !isPercent(r) || !areCounts(n, k)
      ? undefined
      : partOfWhole(k.value, n.value, `${k.words} ÷ ${n.words}`),
};

/** "700 subjects, 520 of them …, leaving 180 …, so about 74% of the group". */
const SHARE_AFTER_REMAINDER: SentenceForm = {
  title: 'Percentage',
  unit: /^%$/u,
  cue: gated(/\b(?:leaving|leaves|left|remaining)\b/u),
  patterns: [formPattern(`{n}…{k}…\\b(?:leaving|leaves|left with) ~{m}…{r} of ${GROUP}`)],
  compute: ({ n, k, m, r }) => {
    if (n === undefined || k === undefined || m === undefined || r === undefined) return undefined;
    if (!isPercent(r) || !areCounts(n, k, m) || n.value <= 0) return undefined;
    const results = [k, m].map(({ value }) => (100 * value) / n.value);
    return { results, expression: `${k.words} ÷ ${n.words}`, unit: '%' };
  },
};

/** "1 in 4, or 25%". */
const ONE_IN: SentenceForm = {
  title: 'Percentage',
  unit: /^%$/u,
  cue: gated(/ in /u),
  patterns: [
    formPattern(
      `(?<![a-z-] ?){a} in {n}(?:,| \\(|—| |)(?: ?chance| ?risk)?,? ?(?:or|which is|that's|that is|i\\.e\\.|is|=|meaning|so) ?~{r}(?! of)`,
    ),
    formPattern(`{a} in {n} ?\\(~{r}\\)`),
  ],
  compute: ({ a, n, r }) =>
    a === undefined || n === undefined || r === undefined || !isPercent(r) || !areCounts(a, n)
      ? undefined
      : partOfWhole(a.value, n.value, `${a.words} ÷ ${n.words}`),
};

/** "30% have it; the remaining 70% do not". */
const REST: SentenceForm = {
  title: 'Remainder',
  least: 2,
  unit: /^%$/u,
  cue: gated(/\b(?:remaining|other|rest|others)\b/u),
  patterns: [
    formPattern(
      `(?<!\\b(?:other|remaining) ){a}[^\ue000-\ue7ff.?!]{0,60}?\\b(?:the |leaving the )?(?:remaining|other) ~{r}`,
    ),
    formPattern(
      `{a}[^\ue000-\ue7ff.?!]{0,60}?\\bthe (?:rest|others),? (?:the |which is |that's |i\\.e\\.,? |about |being |is |are )?~{r}`,
    ),
  ],
  compute: ({ a, r }) =>
    a === undefined || r === undefined || !isPercent(a) || !isPercent(r) || a.value > 100
      ? undefined
      : { results: [100 - a.value], expression: `100% − ${a.words}`, unit: '%' },
};

/** "600 in all, 60 got sick, so 540 stayed well". */
const WITHOUT: SentenceForm = {
  title: 'Remainder',
  cue: gated(/\b(?:so|leaving|leaves|which means|meaning|thus)\b/u),
  patterns: [
    formPattern(
      `{n} (?:people|patients|subjects|women|men|children|participants|individuals|cases|persons)…{k} [^\ue000-\ue7ff.;?!%]{1,40}?\\b(?:so|leaving|leaves|which means|meaning|thus) ~{r}(?: [a-z]{1,12}){0,2} (?:without|did not|didn't|do not|don't|stayed|remained|were not|weren't|survived|negative|healthy|unaffected|are not|aren't)\\b`,
    ),
  ],
  compute: ({ n, k, r }) =>
    n === undefined ||
    k === undefined ||
    r === undefined ||
    !areCounts(n, k, r) ||
    k.value > n.value
      ? undefined
      : { results: [n.value - k.value], expression: `${n.words} − ${k.words}` },
};

/** "40 in the first group and 20 in the second, 60 in total". */
const TOTAL: SentenceForm = {
  title: 'Sum',
  cue: gated(/\b(?:in total|total|altogether|in all|combined|together|adds? up|sum)\b/u),
  patterns: [
    formPattern(
      `(?:^|[^\ue000-\ue7ff]{3}){a}(?![^\ue000-\ue7ff]{0,60}\\b(?:total|in all|of them|of these|of whom)\\b){NO}\\b(?:and|plus) {NO}{b}{NO}(?:[ ,](?:for|making|giving|so|gives|makes|that's|which is|adds? up to|add up to|is|are|,) )?~{r}(?: [a-z/]{1,15}){0,3} (?:in total|in all|altogether|combined|together)\\b`.replaceAll(
        '{NO}',
        '[^\ue000-\ue7ff.;?!]{0,50}?',
      ),
    ),
    formPattern(
      `(?:^|[^\ue000-\ue7ff]{3}){a}(?! of )[^\ue000-\ue7ff.;?!]{0,50}?\\b(?:and|plus) [^\ue000-\ue7ff.;?!]{0,50}?{b}[^\ue000-\ue7ff.;?!]{0,50}?\\b(?:for|making|giving|gives|makes) a (?:grand )?total of ~{r}`,
    ),
  ],
  compute: ({ a, b, r }) => {
    if (a === undefined || b === undefined || r === undefined) return undefined;
    const unit = sharedUnit(a, b);
    if (unit === null || a.factor !== undefined || b.factor !== undefined) return undefined;
    const result = inUnitOfStated(a.value + b.value, unit, r);
    return result === undefined
      ? undefined
      : { results: [result], expression: `${a.words} + ${b.words}` };
  },
};

/** "Half of the 2400 mL, so 1200 mL". */
const PART_OF_AMOUNT: SentenceForm = {
  title: 'Share',
  cue: gated(/\bof\b|'s\b/u),
  patterns: [
    formPattern(
      `{f:s} (?:of )?(?:the |that |this |those |his |her )?(?:total of )?{a}…(?:,|is|=|\\(|—|gives|makes) ?(?:so|or|i\\.e\\.|that's|which is|about)? ?~{r}(?! ?(?:hours|times))`,
    ),
  ],
  compute: ({ s, a, r }) => {
    if (s?.factor === undefined || a === undefined || r === undefined || a.isBounded)
      return undefined;
    if (a.unit === undefined || isPercent(a) || s.factor === 'fold') return undefined;
    const result = r.unit === undefined ? undefined : inUnitOfStated(s.value * a.value, a.unit, r);
    return result === undefined
      ? undefined
      : { results: [result], expression: `${s.words} × ${a.words}`, unit: r.unit ?? '' };
  },
};

/** "Risks of 20% and 5%, so a relative risk of 4". */
const TWO_RISKS: SentenceForm = {
  title: 'Comparison of risks',
  cue: gated(
    /\b(?:relative risk|risk ratio|rr|risk difference|risk reduction|arr|attributable risk)\b/u,
  ),
  patterns: [
    formPattern(
      `{a}…(?:and|versus|vs\\.?|against|compared (?:to|with)|in|,) …{b}…\\b(?:relative risk|risk ratio|rr)\\b…(?:of|is|=|at|to|:) ?~{r}`,
    ),
  ],
  compute: ({ a, b, r }) => {
    const [one, other] = [a, b].map((number) =>
      number === undefined ? undefined : fractionOf(number),
    );
    const isPlain = one !== undefined && other !== undefined && other > 0 && one > 0;
    return !isPlain || r === undefined || r.unit !== undefined || a?.unit !== b?.unit
      ? undefined
      : { results: [one / other, other / one], expression: `${a?.words} ÷ ${b?.words}` };
  },
};

/** "Risks of 20% and 5%: an absolute risk difference of 15%". */
const RISK_DIFFERENCE: SentenceForm = {
  ...TWO_RISKS,
  patterns: [
    formPattern(
      `{a}…(?:and|versus|vs\\.?|against|compared (?:to|with)|in|,) …{b}…\\b(?:absolute )?(?:risk difference|risk reduction|arr|attributable risk)\\b…(?:of|is|=|at|to|:) ?~{r}`,
    ),
  ],
  compute: ({ a, b, r }) => {
    const [one, other] = [a, b].map((number) =>
      number === undefined ? undefined : fractionOf(number),
    );
    if (one === undefined || other === undefined || r === undefined || a?.unit !== b?.unit) {
      return undefined;
    }
    const difference = Math.abs(one - other);
    // The relative reduction is also called by this name.
    const relative = one > 0 ? [difference / Math.max(one, other)] : [];
    const scale = isPercent(r) ? 100 : 1;
    return {
      results: [difference, ...relative].map((value) => value * scale),
      expression: `${a?.words} − ${b?.words}`,
      ...(isPercent(r) ? { unit: '%' } : {}),
    };
  },
};

/** What counts and probabilities are of each other. */
export const SHARES: readonly SentenceForm[] = [
  SHARE_OF_COUNT,
  SHARE_AFTER_REMAINDER,
  ONE_IN,
  REST,
  WITHOUT,
  TOTAL,
  PART_OF_AMOUNT,
  TWO_RISKS,
  RISK_DIFFERENCE,
];
