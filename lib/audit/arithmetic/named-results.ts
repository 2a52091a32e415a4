import { asResult, nextQuantity, type StatedResult } from '@/lib/audit/arithmetic/stated-result';
import { CALCULATORS } from '@/lib/knowledge/calculators';
import type { Calculator } from '@/lib/knowledge/calculators/calculator';
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

const byName = new Map<string, Calculator[]>();
for (const calculator of CALCULATORS) {
  for (const name of calculator.written) {
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
const NAME = new RegExp(
  `(?<![\\p{L}\\p{N}-])(?:${NAMES.join('|')})(?![\\p{L}\\p{N}]|-\\p{L})`,
  'giu',
);

/** Words between the name and its number; the first group is a word of computing. */
const JOINT =
  /^(?:\s?\([^()\n]{1,40}\))?(?:\s?(?:,|:|=|≈|~|(?:score|index|value|level|here|in this case|itself|then|would be|will be|is|was|of|at|to be|comes? (?:out )?(?:to|at)|came (?:out )?(?:to|at)|works? out (?:to|at|as)|turns? out (?:to be)?|calculated (?:at|as|to be)|calculates to|equals|gives|around|about|approximately|roughly|nearly|only|just|a|an|high|elevated|low|normal|raised|and|it's|that's|now|therefore|by)(?![\p{L}]))){0,7}\s?/iu;
const COMPUTED =
  /\b(?:calculat\w*|comput\w*|comes? (?:out )?(?:to|at)|came (?:out )?to|works? out|gives|equals|so|therefore|turns? out|we get|i get|that['’]s|makes)\b|=|≈/iu;
const GENERAL_BEFORE =
  /\b(?:normal|usual|typical|target|goal|expected|threshold|cut-?off|upper|lower|limit|above|below|under|over|if|when|reference|aim(?:ing)?|maintain\w*|keep\w*|least|every|with an?|minimum|any|patients with|those with)\b[^.;]{0,24}$/iu;
const INDEFINITE_BEFORE = /(?:^|[.;:!?]\s)\s{0,2}(?:an?|any)\s$/iu;
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

function namedResultAt(text: string, match: RegExpExecArray): NamedResult | undefined {
  const before = text.slice(Math.max(0, match.index - 60), match.index);
  if (GENERAL_BEFORE.test(before) || INDEFINITE_BEFORE.test(before)) {
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
    EXPRESSION_FOLLOWS.test(text.slice(stated.span.end, stated.span.end + 12))
  ) {
    return undefined;
  }
  const span = { start: match.index, end: stated.span.end };
  const around = `${before.slice(-24)}${joint}`;
  return {
    span,
    name: match[0],
    stated,
    calculators: calculatorsOf(match[0]),
    isComputed: COMPUTED.test(around),
  };
}

/** The results of known formulas that a text states by name. */
export function readNamedResults(text: string): readonly NamedResult[] {
  if (!/\d/u.test(text)) {
    return [];
  }
  return [...text.matchAll(NAME)]
    .flatMap((match) => namedResultAt(text, match) ?? [])
    .slice(0, MOST_IN_A_STEP);
}
