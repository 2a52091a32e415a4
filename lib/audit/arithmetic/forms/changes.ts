import { FACTOR_SIGN, type MaskedNumber } from '@/lib/audit/arithmetic/forms/masked-numbers';
import {
  type Computed,
  type FormNumbers,
  formPattern,
  type SentenceForm,
} from '@/lib/audit/arithmetic/forms/sentence-form';
import { inUnitOfStated, isPercent, sharedUnit } from '@/lib/audit/arithmetic/forms/units-of-forms';
import { gated } from '@/lib/text/gated-pattern';

const CHANGE =
  '(?:drop|fall|decline|decrease|loss|reduction|rise|increase|gain|jump|change|difference|delta|swing|improvement|shift|dip|climb|deficit|elevation|gap|spread|growth|weight loss|weight gain)';
const CHANGED =
  '(?:dropp?(?:ed|s|ing)?|fell|falls?|fallen|falling|declin(?:ed|es|ing)|decreas(?:ed|es|ing)|increas(?:ed|es|ing)|rose|rises?|risen|rising|climb(?:ed|s|ing)|lost|loses|losing|gain(?:ed|s|ing)|shrank|shrunk|grew|grown|jump(?:ed|s)|change[ds]|down|up)';
/** "In six months". */
const WITHIN =
  '(?:,? (?:over|in|within|during|across) (?:the |a |just |only |about |past |last |span of ){0,3}{t})?';
/** "In the systolic pressure", "of his weight". */
const OF_WHAT = '(?: in (?:[a-z/ -]{1,40}?))?';

function amountOfChange({ a, b, r }: FormNumbers): Computed | undefined {
  if (a === undefined || b === undefined || r === undefined) return undefined;
  const unit = sharedUnit(a, b);
  if (unit === null) return undefined;
  const change = Math.abs(b.value - a.value);
  const difference = `|${a.words} − ${b.words}|`;
  if (r.factor === 'fold') {
    const [low, high] = [Math.min(a.value, b.value), Math.max(a.value, b.value)];
    return {
      results: r.value < 1 ? [low / high] : [high / low],
      expression: `${b.words} ÷ ${a.words}`,
    };
  }
  const share = { results: [change / a.value], expression: `${difference} ÷ ${a.words}` };
  if (r.factor === 'share') return share;
  if (isPercent(r)) {
    const own = unit === '%' ? [change] : [];
    return { ...share, results: [100 * (change / a.value), ...own], unit: '%' };
  }
  const result = inUnitOfStated(change, unit, r);
  return result === undefined ? undefined : plain(result, difference, r.unit ?? unit, r);
}

function plain(
  result: number,
  expression: string,
  unit: string | undefined,
  { unit: stated }: MaskedNumber,
): Computed {
  return {
    results: [result],
    expression,
    ...(stated === undefined || unit === undefined ? {} : { unit }),
  };
}

/** How far two values are apart: "fell from 12 to 8, a drop of 4", "a third", "33%". */
const CHANGE_OF_VALUE: SentenceForm = {
  title: 'Change',
  cue: gated(new RegExp(`\\b(?:from|between)\\b|\\b${CHANGE}\\b`, 'u')),
  patterns: [
    formPattern(
      `\\bfrom ~{a}…\\bto ~{b}${WITHIN}…\\b${CHANGE}${OF_WHAT} (?:of|is|was|by|amounts? to|equals|comes to|works out to|being|=) ?~{*:r}(?! ?times)`,
    ),
    formPattern(
      `\\bfrom ~{a}…\\bto ~{b}${WITHIN}…(?:, | is | was |represents |means |'s |that's |— ?|– ?|\\()~{*:r}(?:[- ][a-z/]{1,12}){0,2}?[- ]${CHANGE}\\b`,
    ),
    formPattern(
      `\\bfrom ~{a}…\\bto ~{b}${WITHIN}[a-z ,]{0,40}?(?:, |\\(|— ?|– ?)(?:so |or |i\\.e\\.,? |that is,? |that's |which is |meaning |it has |it's |basically |so it |has |and )*~{*:r}(?:[- ](?:points?|beats?|units?|degrees?))?(?: of (?:his|her|the|their|its)\\b[a-z ]{0,20}\\b(?:weight|value|baseline|mass)| (?:lower|higher|less|more|lighter|heavier|down|up|lost|gained)\\b|[.,;)]? ?$)`,
    ),
    formPattern(`${CHANGED} (?:by )?~{*:r}${WITHIN}…\\bfrom ~{a}…\\bto ~{b}`),
    formPattern(
      `~{*:r}(?:[- ][a-z/]{1,12}){0,2}?[- ]${CHANGE}${OF_WHAT},?…\\bfrom ~{a}…\\bto ~{b}`,
    ),
    formPattern(`\\b${CHANGE}${OF_WHAT} of ~{*:r}…\\bfrom ~{a}…\\bto ~{b}`),
    formPattern(
      `(?<!\\bto )(?<!\\bfrom ){a}…(?:vs\\.?|versus|compared (?:to|with)|and|against|but|minus|then|,) …{b}…\\bdifference (?:of|is|was|comes to|works out to) ~{r}`,
    ),
  ],
  compute: (numbers) => (hasOrder(numbers) ? amountOfChange(numbers) : undefined),
};

/** "From 3 weeks to 5" is a time and "from the 1980s to 2000" years; neither is a measured change. */
function hasOrder({ a, b }: FormNumbers): boolean {
  const isYear = (number: MaskedNumber | undefined) =>
    number !== undefined &&
    number.unit === undefined &&
    number.value >= 1900 &&
    number.value <= 2100;
  return a !== undefined && b !== undefined && a.value > 0 && !(isYear(a) && isYear(b));
}

/** "Doubled from 1.0 to 2.0", "halved, from 200 to 100". */
const MULTIPLIED: SentenceForm = {
  title: 'Change',
  cue: gated(/\bfrom\b/u),
  patterns: [
    formPattern(
      '(?<!than )(?<!nearly )(?<!almost )(?<!about )(?<!roughly ){f:f},?(?: [a-z]{1,12}){0,3}? from ~{a}…\\bto ~{r}',
    ),
    formPattern(
      '\\bfrom ~{a}…\\bto ~{b}[a-z ,]{0,60}?\\b(?:has|have|had|basically|roughly|about|it|which|that|value|count|level) {f:r}',
    ),
  ],
  compute: ({ a, b, f, r }) => {
    if (a === undefined || r === undefined || a.value <= 0) return undefined;
    if (b !== undefined) return amountOfChange({ a, b, r });
    if (f?.factor !== 'fold' || sharedUnit(a, r) === null) return undefined;
    const result = a.value * f.value;
    return { results: [result], expression: `${a.words} × ${f.value}`, spare: 0.25 * result };
  },
};

const LIMIT =
  '(?:upper limit(?: of normal)?|lower limit(?: of normal)?|limit|uln|upper normal(?: value| limit)?|baseline|reference value|cut-?off|threshold|normal value|normal)';

/** "200, which is five times the upper limit of 40". */
const TIMES_A_LIMIT: SentenceForm = {
  title: 'Ratio',
  cue: gated(new RegExp(`\\b(?:times|x)\\b|×|${FACTOR_SIGN}`, 'u')),
  patterns: [
    formPattern(
      `{a}…[ ,(]~{r} ?(?:times|x|×)(?: higher than| above| greater than)? (?:the |his |her |its |of |their )?${LIMIT}…[ (]~{b}`,
    ),
    formPattern(
      `{a}…[ ,(]~{f:r}(?: as high as| higher than| above)? (?:the |his |her |its |their )?${LIMIT}…[ (]~{b}`,
    ),
    formPattern(`{a}…\\b${LIMIT}…[ (]~{b}…[ ,]~{f:r}`),
    formPattern(`{a}…\\b${LIMIT}…[ (]~{b}…[ ,]~{r} ?(?:times|x|×)(?! (?:daily|a |per ))`),
  ],
  compute: ({ a, b, r }) => {
    if (a === undefined || b === undefined || r === undefined || sharedUnit(a, b) === null) {
      return undefined;
    }
    return b.value <= 0
      ? undefined
      : {
          results: [a.value / b.value],
          expression: `${a.words} ÷ ${b.words}`,
          spare: 0.15 * (a.value / b.value),
        };
  },
};

/** "AST is 400 and ALT 200, so the ratio is 2". */
const RATIO_OF_TWO: SentenceForm = {
  title: 'Ratio',
  cue: gated(/\bratio\b/u),
  patterns: [
    formPattern(
      '{a}[^\ue000-\ue7ff;?!]{0,60}{b}[^\ue000-\ue7ff;?!]{0,40}\\b(?:the|their|a|this|that|its) ratio (?:here |then )?(?:is|of|comes to|works out to|would be|equals|becomes|=) ?~{r}(?! ?[:/-]| to )',
    ),
  ],
  compute: ({ a, b, r }) => {
    if (a === undefined || b === undefined || r === undefined || sharedUnit(a, b) === null) {
      return undefined;
    }
    const isPlain = r.unit === undefined && a.value > 0 && b.value > 0;
    return isPlain
      ? { results: [a.value / b.value, b.value / a.value], expression: `${a.words} ÷ ${b.words}` }
      : undefined;
  },
};

/** How values changed and what they are of each other. */
export const CHANGES: readonly SentenceForm[] = [
  CHANGE_OF_VALUE,
  MULTIPLIED,
  TIMES_A_LIMIT,
  RATIO_OF_TWO,
];
