import { asResult, nextQuantity, type StatedResult } from '@/lib/audit/arithmetic/stated-result';
import { CALCULATORS } from '@/lib/knowledge/calculators';
import type { Calculator } from '@/lib/knowledge/calculators/calculator';
import { gated, matchesOf } from '@/lib/text/gated-pattern';
import type { Span } from '@/lib/text/span';

/** A result that a text states by name: "his anion gap is 17". Offsets into that text. */
export interface NamedResult {
  /** From the name to the number. */
  readonly span: Span;
  readonly name: string;
  readonly stated: StatedResult;
  /** The formulas of this name, the usual one first. */
  readonly calculators: readonly Calculator[];
  /** Whether the words say that it was worked out here. */
  readonly isComputed: boolean;
}

/** Short for a name, where nothing else is in question. */
const SHORT_FOR: Readonly<Record<string, readonly string[]>> = {
  'anion-gap': ['the gap', 'his gap', 'her gap'],
  'anion-gap-potassium': ['the gap', 'his gap', 'her gap'],
};
const byName = new Map<string, Calculator[]>();
for (const calculator of CALCULATORS) {
  for (const name of [...calculator.written, ...(SHORT_FOR[calculator.id] ?? [])]) {
    const known = byName.get(name) ?? [];
    byName.set(name, [...known, calculator]);
  }
}

function escaped(text: string): string {
  return text
    .replace(/[.*+?^${}()|[\]\\]/gu, '\\$&')
    .replaceAll("'", "['’]")
    .replaceAll('-', '[-–‐‑ ]');
}

const NAMES = [...byName.keys()].sort((a, b) => b.length - a.length).map(escaped);
const NAME = gated(
  new RegExp(`(?<![\\p{L}\\p{N}-])(?:${NAMES.join('|')})(?![\\p{L}\\p{N}]|-\\p{L})`, 'giu'),
);

/** Words between the name and its number; the first group is a word of computing. */
const JOINT =
  /^(?:\s?\([^()\n]{1,40}\))?(?:\s?(?:,|:|=|≈|~|(?:score|index|value|level|here|in this case|itself|then|would be|will be|is|was|of|at|to be|comes? (?:out )?(?:to|at)|came (?:out )?(?:to|at)|works? out (?:to|at|as)|turns? out (?:to be)?|calculated (?:at|as|to be)|calculates to|equals|gives|gets us|puts (?:it|him|her) at|sits|sitting|stands|lands|i get|we get|i have|we have|you get|predicts?|expects?|estimates?|yields|suggests|adds? up to|should be|has to be|must be|pco2|paco2|in (?:him|her|this patient)|for (?:him|her|this patient)|by (?:my|this|that) (?:math|calculation|formula)|using (?:this|that|these numbers)|around|about|approximately|roughly|nearly|only|just|a|an|high|elevated|low|normal|raised|and|it's|that's|now|therefore|really|actually|level|gives us|by)(?![\p{L}]))){0,8}\s?/iu;
const COMPUTED =
  /\b(?:calculat\w*|comput\w*|comes? (?:out )?(?:to|at)|came (?:out )?to|works? out|gives|equals|so|therefore|turns? out|we get|i get|that['’]s|makes)\b|=|≈/i;
const GENERAL_BEFORE = gated(
  /\b(?:normal|usual|typical|target|goal|expected|threshold|cut-?off|upper|lower|limit|above|below|under|over|if|when|reference|aim(?:ing)?|maintain\w*|keep\w*|least|every|with an?|minimum|any|patients with|those with)\b[^.;]{0,24}$/i,
);
const INDEFINITE_BEFORE = gated(/(?:^|[.;:!?]\s)\s{0,2}(?:an?|any)\s$/iu);
/** After a number that "an" begins with, these say that it is this patient's: "an anion gap of 20 tells me". */
const OF_THIS_ONE = gated(
  /^\s?[\p{L}%/]{0,8},?\s?(?:tells|here|in (?:him|her|this)|confirms|fits|makes me|explains|puts|which tells)\b/iu,
);
const LONGEST_JOINT = 90;
/** A step with more of them repeats itself; each has to be looked up, so the rest is let go. */
const MOST_IN_A_STEP = 24;
const EXPRESSION_FOLLOWS = /^\s{0,2}(?:[-−–+×*·÷/x^(]|plus|minus|times|divided)\s{0,2}[\d(]/iu;

function calculatorsOf(name: string): readonly Calculator[] {
  const key = name.toLowerCase().replaceAll('’', "'");
  const spaced = [...byName.keys()].find(
    (known) => known.replace(/[-–‐‑ ]/gu, ' ') === key.replace(/[-–‐‑ ]/gu, ' '),
  );
  return byName.get(key) ?? byName.get(spaced ?? '') ?? [];
}

function namedResultAt(
  text: string,
  match: RegExpExecArray,
  name = match[0],
): NamedResult | undefined {
  const before = text.slice(Math.max(0, match.index - 60), match.index);
  if (GENERAL_BEFORE.test(before)) {
    return undefined;
  }
  const end = match.index + match[0].length;
  const tail = text.slice(end, end + LONGEST_JOINT);
  const joint = JOINT.exec(tail)?.[0] ?? '';
  const quantity = nextQuantity(text, end, LONGEST_JOINT);
  const stated = quantity === undefined ? undefined : asResult(quantity);
  const isNext = quantity !== undefined && quantity.number.start <= end + joint.length;
  if (
    stated === undefined ||
    !isNext ||
    EXPRESSION_FOLLOWS.test(text.slice(stated.span.end, stated.span.end + 12)) ||
    (INDEFINITE_BEFORE.test(before) &&
      !OF_THIS_ONE.test(text.slice(stated.span.end, stated.span.end + 24)))
  ) {
    return undefined;
  }
  const span = { start: match.index, end: stated.span.end };
  const around = `${before.slice(-24)}${joint}`;
  return {
    span,
    name,
    stated,
    calculators: calculatorsOf(name),
    isComputed: COMPUTED.test(around),
  };
}

/** What is corrected for what, in words: "correcting the calcium for albumin", "adjusted for his albumin, the calcium". */
const CORRECTED: readonly (readonly [string, string, string])[] = [
  ['calcium', '(?:low )?albumin(?: level| of [\\d.]{1,4}(?: g/dL)?)?', 'corrected calcium'],
  [
    'sodium',
    '(?:high |elevated )?(?:blood )?(?:glucose|sugar|hyperglyc(?:a)?emia)(?: level| of [\\d.]{1,4}(?: mg/dL)?)?',
    'corrected sodium',
  ],
  ['anion gap', '(?:low )?albumin(?: level| of [\\d.]{1,4}(?: g/dL)?)?', 'corrected anion gap'],
  [
    'reticulocyte(?:s| count)?',
    '(?:low )?h(?:a)?ematocrit(?: of [\\d.]{1,4}%?)?',
    'corrected reticulocyte count',
  ],
];
const WHOSE = "(?:the |his |her |this patient['’]s |that )?(?:serum |total |measured )?";
const PARAPHRASES = CORRECTED.map(([what, by, name]) => ({
  pattern: new RegExp(
    `\\b(?:correct|adjust)(?:ed|ing|s)? ${WHOSE}${what} (?:for|by) ${WHOSE}${by}|\\b(?:correct|adjust)(?:ed|ing) for ${WHOSE}${by},? ${WHOSE}${what}`,
    'giu',
  ),
  name,
}));

/** The results of known formulas that a text states by name. */
export function readNamedResults(text: string): readonly NamedResult[] {
  if (!/\d/u.test(text)) {
    return [];
  }
  const named = NAME.matchesIn(text).flatMap((match) => namedResultAt(text, match) ?? []);
  const told = /\b(?:correct|adjust)/i.test(text)
    ? PARAPHRASES.flatMap(({ pattern, name }) =>
        matchesOf(pattern, text).flatMap((match) => namedResultAt(text, match, name) ?? []),
      )
    : [];
  const starts = new Set(told.map(({ stated }) => stated.span.start));
  return [...told, ...named.filter(({ stated }) => !starts.has(stated.span.start))].slice(
    0,
    MOST_IN_A_STEP,
  );
}
