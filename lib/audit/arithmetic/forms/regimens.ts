import type { MaskedNumber } from '@/lib/audit/arithmetic/forms/masked-numbers';
import { formPattern, type SentenceForm } from '@/lib/audit/arithmetic/forms/sentence-form';
import { inUnitOfStated } from '@/lib/audit/arithmetic/forms/units-of-forms';
import { convert } from '@/lib/knowledge/units';
import { gated } from '@/lib/text/gated-pattern';

const AMOUNT = /^(?:[mun]?g|kg|m?L|U|\[IU\]|m?eq|mmol|kcal)$/u;
const HOURS_OF_DAY = 24;
const BY_LETTERS: ReadonlyMap<string, number> = new Map([
  ['bid', 2],
  ['tid', 3],
  ['qid', 4],
]);
const IN_TOTAL =
  '(?:a|per|each|every|/) ?day|daily|in (?:total|a day|all)|in ~24 hours|over ~24 hours|total|/ ?day|per 24 hours';
const EQUALS =
  "(?:is|,|=|gives|comes to|comes out to|adds up to|which adds up to|works out to|totals|totalling|totaling|makes|means|equals|amounts to|so|or|i\\.e\\.|that's|which is|for a total of|a total of|total of)";

/** How often a day: "3/d" of "three times a day", "every 6 hours", "twice". */
function timesADay({ value, unit, factor }: MaskedNumber): number | undefined {
  if (factor === 'fold') return value;
  if (unit === '/d' || unit === undefined) return value;
  const hours = unit === 'h' && value > 0 ? HOURS_OF_DAY / value : undefined;
  return hours !== undefined && Number.isInteger(hours) ? hours : undefined;
}

function amountADay(
  amount: MaskedNumber | undefined,
  times: number | undefined,
  words: string,
  stated: MaskedNumber | undefined,
) {
  if (amount?.unit === undefined || times === undefined || stated?.unit === undefined) {
    return undefined;
  }
  const [over = '', under] = stated.unit.split('/');
  if (!AMOUNT.test(amount.unit) || !AMOUNT.test(over) || (under !== undefined && under !== 'd')) {
    return undefined;
  }
  const result = convert(amount.value * times, amount.unit, over);
  return result === undefined
    ? undefined
    : { results: [result], expression: `${amount.words} × ${words}`, unit: stated.unit };
}

/** "500 mg every 6 hours is 2000 mg a day", "500 mg twice daily, so 1 g a day". */
const DAILY_AMOUNT: SentenceForm = {
  title: 'Daily amount',
  unit: /^(?:\/d|h|[mun]?g|m?L|U|\[IU\]|m?eq|mmol)$/u,
  cue: gated(/\b(?:day|daily|every|bid|tid|qid|hours|total)\b|\ue000/u),
  patterns: [
    formPattern(
      `(?:{m} )?{a}(?: of [a-z]{2,20}| [a-z]{2,20})? (?:given |taken )?(?:every|q) ?{n}…${EQUALS} ?~{r}(?: [a-z]{2,20}){0,2}? ?(?:${IN_TOTAL}|[.,;)]|$)`,
    ),
    formPattern(
      `(?:{m} )?{a}(?: of [a-z]{2,20}| [a-z]{2,20})? (?:given |taken )?{n}…${EQUALS} ?~{r}(?: [a-z]{2,20}){0,2}? ?(?:${IN_TOTAL}|[.,;)]|$)`,
    ),
    formPattern(
      `(?:{m} )?{a}(?: of [a-z]{2,20}| [a-z]{2,20})? (?:given |taken )?{f:n} (?:daily|a day|per day|each day)…${EQUALS} ?~{r}(?: [a-z]{2,20}){0,2}? ?(?:${IN_TOTAL}|[.,;)]|$)`,
    ),
  ],
  compute: ({ m, a, n, r }) => {
    const isRepeated =
      n !== undefined && (n.unit === '/d' || n.unit === 'h' || n.factor === 'fold');
    const times = isRepeated ? timesADay(n) : undefined;
    if (times === undefined || n === undefined) return undefined;
    // "Two 500 mg tablets".
    return m === undefined || m.unit !== undefined
      ? amountADay(a, times, n.words, r)
      : amountADay(a, m.value * times, `${m.words} × ${n.words}`, r);
  },
};

/** "500 mg tid is 1500 mg a day". */
const BY_ABBREVIATION: readonly SentenceForm[] = [...BY_LETTERS].map(([letters, times]) => ({
  title: 'Daily amount',
  cue: gated(new RegExp(`\\b${letters}\\b`, 'u')),
  patterns: [formPattern(`{a}(?: [a-z]{2,20})? ${letters}…${EQUALS} ?~{r}`)],
  compute: ({ a, r }) => amountADay(a, times, letters, r),
}));

/** "1800 mg a day in three doses means 600 mg each". */
const DIVIDED: SentenceForm = {
  title: 'Single dose',
  cue: gated(/\b(?:divided|split)\b/u),
  patterns: [
    formPattern(
      `{a}…\\b(?:divided|split) (?:in|into|over|by|between|evenly into|evenly over|across) ~{n}(?: (?:equal |divided )?(?:doses|portions|parts|daily doses))?…${EQUALS} ?~{r}…(?:each|per dose|a dose|every|apiece|at a time|/dose)`,
    ),
  ],
  compute: ({ a, n, r }) => {
    if (a?.unit === undefined || n === undefined || r?.unit === undefined) return undefined;
    const [over = '', under] = a.unit.split('/');
    if (n.unit !== undefined || n.value <= 0 || (under !== undefined && under !== 'd'))
      return undefined;
    const result = inUnitOfStated(a.value / n.value, over, r);
    return result === undefined
      ? undefined
      : { results: [result], expression: `${a.words} ÷ ${n.words}`, unit: r.unit };
  },
};

/** "20 drops per mL and 120 mL/h is 40 drops a minute". */
const DRIP_RATE: SentenceForm = {
  title: 'Drip rate',
  unit: /\/(?:h|min)$/u,
  cue: gated(/\b(?:drops?|gtts?)\b/u),
  patterns: [
    formPattern(
      '{d} ?(?:drops?|gtts?) ?(?:per|/|a) ?(?:ml|millilit(?:er|re))…{v}…(?:is|=|of|to|,|at|gives) ?~{r} ?(?:drops?|gtts?)',
    ),
    formPattern(
      '{v}…{d} ?(?:drops?|gtts?) ?(?:per|/|a) ?(?:ml|millilit(?:er|re))…(?:is|=|of|to|,|at|gives) ?~{r} ?(?:drops?|gtts?)',
    ),
  ],
  compute: ({ d, v, r }) => {
    if (d === undefined || v?.unit === undefined || r === undefined) return undefined;
    const perMinute = convert(v.value, v.unit, 'mL/min');
    return perMinute === undefined
      ? undefined
      : { results: [d.value * perMinute], expression: `${d.words} drops/mL × ${v.words}` };
  },
};

/** "500 mL over 4 hours, so 125 mL per hour", "1 liter over 8 hours … 125 mL per hour". */
const RATE: SentenceForm = {
  title: 'Rate',
  unit: /\/(?:h|min|d)$/u,
  cue: gated(/\b(?:over|in|within|across)\b/u),
  patterns: [
    formPattern(
      `{a}(?: of [a-z ]{2,30}?)?(?: [a-z]{2,12})? (?:over|in|within|across) (?:the )?(?:next |first |course of |span of )?~{t}…${EQUALS} ?(?:at |run at |running at )?~{r}`,
    ),
    formPattern(
      `~{r} …(?:over|for|in) (?:the )?(?:next |first )?~{t}…(?:since|because|as|if) (?:it's |the )?{a}`,
    ),
  ],
  compute: ({ a, t, r }) => {
    if (a?.unit === undefined || t?.unit === undefined || r?.unit === undefined) return undefined;
    const [over = '', under] = r.unit.split('/');
    if (under === undefined || !/^(?:h|min|d)$/u.test(under) || a.unit.includes('/'))
      return undefined;
    const amount = convert(a.value, a.unit, over);
    const time = convert(t.value, t.unit, under);
    return amount === undefined || time === undefined || time <= 0
      ? undefined
      : { results: [amount / time], expression: `${a.words} ÷ ${t.words}`, unit: r.unit };
  },
};

const PACK = gated(/\bpacks?\b/i);

function packYears(a: MaskedNumber | undefined, t: MaskedNumber | undefined, isPacks: boolean) {
  if (a === undefined || t?.unit !== 'a' || !isPacks) return undefined;
  return {
    results: [a.value * t.value],
    expression: `${a.words} × ${t.words}`,
    unit: '{pack_years}',
  };
}

/** "2 packs a day for 30 years, 60 pack-years". */
const PACK_YEARS: SentenceForm = {
  title: 'Pack-years',
  unit: /^\{pack_years\}$/u,
  cue: gated(/\bpacks?\b|\bday\b|\bdaily\b|[\ue000-\ue3ff]/u),
  patterns: [
    formPattern('{a}…[ ,](?:for|over|×|x|times|since)…{t}…{r}'),
    formPattern(
      '{*:a} (?:an? )?packs?(?: of cigarettes)? ?(?:daily|a day|per day|each day|/ ?day)?…{t}…{r}',
    ),
  ],
  compute: ({ a, t, r }) => {
    if (a === undefined || r?.unit !== '{pack_years}') return undefined;
    return packYears(
      a,
      t,
      a.factor === 'share' || (PACK.test(a.words) && a.unit !== '{pack_years}'),
    );
  },
};

/** Doses, rates and amounts that follow from each other. */
export const REGIMENS: readonly SentenceForm[] = [
  DAILY_AMOUNT,
  ...BY_ABBREVIATION,
  DIVIDED,
  DRIP_RATE,
  RATE,
  PACK_YEARS,
];
