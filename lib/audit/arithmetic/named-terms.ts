import {
  type KnownValue,
  massesOf,
  type ValueSource,
  valuesNamed,
} from '@/lib/audit/arithmetic/known-values';
import { namesOf } from '@/lib/audit/arithmetic/named-operands';
import {
  countedBy,
  inputOf,
  type NumberedText,
  type Term,
} from '@/lib/audit/arithmetic/numbered-text';
import type { Recomputation } from '@/lib/audit/arithmetic/recomputation';
import { resultAt, type StatedResult } from '@/lib/audit/arithmetic/stated-result';
import type { WorkingInput } from '@/lib/audit/verdict';
import { gated } from '@/lib/text/gated-pattern';

/** The body masses that case and passage give, those of the case first. */
export function knownMasses(
  sources: readonly ValueSource[],
): readonly { readonly value: number; readonly input: WorkingInput }[] {
  const [first] = sources.map(massesOf).filter((found) => found.length > 0);
  return (first ?? []).map((known) => ({ value: known.value, input: asInput('body mass', known) }));
}

function asInput(name: string, { value, unit, from }: KnownValue): WorkingInput {
  return { name, value, ...(unit === undefined ? {} : { unit }), from };
}

/** A sentence with more of them is no prose. */
const MOST_RATIOS = 4;

const WORD = '[\\p{L}][\\p{L}\\p{N}+]{0,19}';
const VERB = '(?:is|was|of|at|comes to|equals|works out to|=|:)';
const ROUNDED = '(?:(?:about|around|roughly|approximately|nearly|only|just)\\s)?';
const RATIO_AFTER = gated(
  new RegExp(
    `(?<![\\p{L}\\p{N}])(${WORD})(?:\\s?[/:]\\s?|[- ]to[- ])(${WORD})\\sratio\\s(?:here\\s)?${VERB}\\s${ROUNDED}(?=\\d)`,
    'giu',
  ),
);
const RATIO_BEFORE = gated(
  new RegExp(
    `(?<![\\p{L}\\p{N}])ratio\\sof\\s(${WORD})\\sto\\s(${WORD})\\s${VERB}\\s${ROUNDED}(?=\\d)`,
    'giu',
  ),
);

/** "20:1" and "20 to 1" give the ratio by their first number. */
function toOneAt(text: string, at: number): StatedResult | undefined {
  const match = /^(\d{1,4}(?:\.\d{1,2})?)(?::| to )1(?![\d.:])/u.exec(text.slice(at, at + 14));
  return match === null
    ? undefined
    : {
        span: { start: at, end: at + match[0].length },
        value: Number(match[1]),
        approximate: true,
        halfDigit: match[1]?.includes('.') ? 0.05 : 0.5,
      };
}

/** "56% HbA, 43% HbS … an HbA to HbS ratio of about 1.3": a ratio of two values that passage or case name. */
export function namedRatios(
  text: string,
  start: number,
  sources: readonly ValueSource[],
): readonly Recomputation[] {
  if (!/\bratio\b/i.test(text)) return [];
  const matches = [...RATIO_AFTER.matchesIn(text), ...RATIO_BEFORE.matchesIn(text)];
  return matches.slice(0, MOST_RATIOS).flatMap((match) => {
    const end = match.index + match[0].length;
    const stated = toOneAt(text, end) ?? resultAt(text, end);
    const [above] = sources.flatMap((source) => valuesNamed(source, namesOf(match[1] ?? '')));
    const [below] = sources.flatMap((source) => valuesNamed(source, namesOf(match[2] ?? '')));
    const tail = text.slice(stated?.span.end ?? end, (stated?.span.end ?? end) + 3);
    const isPlain = stated !== undefined && stated.unit === undefined && !/^\s?[:/\d-]/u.test(tail);
    if (!isPlain || above === undefined || below === undefined) {
      return [];
    }
    if (above.unit !== undefined && below.unit !== undefined && above.unit !== below.unit) {
      return [];
    }
    const own = { start: stated.span.start + start, end: stated.span.end + start };
    return below.value === 0
      ? []
      : [
          {
            title: 'Ratio',
            expression: `${above.value} ÷ ${below.value}`,
            inputs: [asInput(match[1] ?? '', above), asInput(match[2] ?? '', below)],
            results: [above.value / below.value],
            stated: { ...stated, approximate: true, span: own },
            span: { start: match.index + start, end: own.end },
          },
        ];
  });
}

/** "It's about 40% sodium": the share of something that a whole holds. */
export interface Share {
  readonly term: Term;
  /** What the share is of, by its name. */
  readonly part: string;
  /** Where it was said; the words before name the whole. */
  readonly passage: string;
}

const COMPOSED = gated(
  /\b(?:is|are|it['’]s|made (?:up )?of|contains?|holds?|about|roughly|around|comprises?)\s(?:about |roughly |around |approximately )?$/i,
);
/** Words after a percentage that are not what a whole is made of. */
const NO_PART = gated(
  /^(?:of|on|in|at|and|or|to|the|which|who|with|is|are|was|sure|chance|likely|more|less|higher|lower|increase|decrease|reduction|risk)$/iu,
);

/** The last share of a composition that a sentence states. */
export function shareIn(sentence: NumberedText, passage: string): Share | undefined {
  const found = sentence.terms.findLast((term) => {
    const at = term.span.start - sentence.start;
    const lead = sentence.text.slice(Math.max(0, at - 40), at);
    const part = term.unit === '%' ? countedBy(sentence, term) : '';
    return part !== '' && !NO_PART.test(part) && COMPOSED.test(lead);
  });
  return found === undefined
    ? undefined
    : { term: found, part: countedBy(sentence, found), passage: passage.toLowerCase() };
}

const THEREFORE =
  /\b(?:means?|so|that['’]s|gives?|gets?|getting|contains?|translates?|is|equals?|works?|amounts?)\b|=/i;

/** "25 grams of salt … 10 grams of sodium" where salt was said to be 40% sodium. */
export function partsOfShare(sentence: NumberedText, share: Share): readonly Recomputation[] {
  return sentence.terms.flatMap((whole, index) => {
    const stated = sentence.terms[index + 1];
    if (stated === undefined || whole.unit === undefined || whole.unit !== stated.unit) {
      return [];
    }
    const gap = sentence.text.slice(
      whole.span.end - sentence.start,
      stated.span.start - sentence.start,
    );
    const [from, to] = [countedBy(sentence, whole), countedBy(sentence, stated)];
    const isTold = gap.length <= 90 && THEREFORE.test(gap) && from !== to;
    const percent = share.term.value / 100;
    if (!isTold || whole.unit === '%' || percent === 0) {
      return [];
    }
    const toPart = to === share.part && from !== '' && share.passage.includes(from);
    const toWhole = from === share.part && to !== '' && share.passage.includes(to);
    const sign = toPart ? '×' : '÷';
    const words = sentence.text.slice(
      whole.span.start - sentence.start,
      whole.span.end - sentence.start,
    );
    return toPart || toWhole
      ? [
          {
            title: 'Share',
            expression: `${words} ${sign} ${share.term.value}%`,
            inputs: [inputOf('amount', whole), inputOf('share', share.term)],
            results: [toPart ? whole.value * percent : whole.value / percent],
            stated,
            span: { start: whole.span.start, end: stated.span.end },
            unit: whole.unit,
          },
        ]
      : [];
  });
}
