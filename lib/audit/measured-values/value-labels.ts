import { gated } from '@/lib/text/gated-pattern';
import type { Span } from '@/lib/text/span';
import { stemOf, wordsOf } from '@/lib/text/words';

/** What the words beside a number tell of what it is a number of. */
export interface ValueLabel {
  /** Stems of the words just before it and just after. */
  readonly words: ReadonlySet<string>;
  /** Stems of the words right after it: of "15 maternal deaths" those of what is counted. */
  readonly after: readonly string[];
  /** The stem before it to which only joining words lead: "population" of "a population of 10,000". */
  readonly head?: string;
  /** "36 births per 1,000": no count, but a rate. */
  readonly isRate: boolean;
  /** The word that makes the number part of a name: "type" of "type 2", "stage" of "stage 3". */
  readonly designation?: string;
}

/** A number in its text, with as much before and after it as is no other number's. */
export interface Window {
  readonly text: string;
  readonly before: Span;
  readonly after: Span;
  readonly isFirst: boolean;
}

function wordSet(words: string): readonly string[] {
  return words.trim().split(/\s+/);
}

/** Words that may stand between a name and its number without naming anything themselves. */
const JOINING = new Set(
  wordSet(`
    level levels count counts value values reading readings of is s was were are at to been sitting sits really quite very
    pretty a an bit little low high elevated raised normal only just around about approximately roughly dropped fell rose down
    up measured recorded noted found came comes in back which that being currently now still the over under above below than
    more less has have shows showing reported as slightly extremely dangerously critically even actually on arrival admission
    today initially increased decreased reduced also it here somewhere near nearly almost like and had reads running stands
    around well within range too his her their this fairly markedly severely mildly significantly remains remained hovering
    way`),
);
/** Words that say nothing of what a number is a number of. */
const EMPTY = new Set([
  ...JOINING,
  ...wordSet(`
    patient she he they we i you there these those with for from by or but so if then not no its our your test tests result
    results rate number total case woman man boy girl old year month week day hour minute after before since during per every
    each ago last past some any all both one two first who whose what when where while because into out off says also said
    mention mentioned let see look looking got get t re ve d m ll my me him them would could should might may can will do does
    did okay right hmm`),
]);
const NEAR_WORDS = 6;
const AFTER_WORDS = 4;
const MOST_JOINING = 8;
const LAST_BREAK = /^.*(?:[,;:()]|\b(?:and|with|but)\b)/is;
const FIRST_BREAK =
  /[,;:.!?()—]|\b(?:and|or|with|but|which|that|so|because|since|on|for|at|was|is|were|are|has|have|had)\b/i;
const RATE = gated(/^[^.,;:()\d]{0,40}\bper\s+\d/i);
const DESIGNATION = gated(
  /\b(types?|stages?|phases?|class|grades?|steps?|options?|groups?|levels? of evidence|chapters?|tables?|figures?|factors?|cranial nerves?|trisomy|chromosomes?|category|gravida|para|version|act of|number|question|points?)\s*#?\s*$/i,
);

/** Whether only joining words stand in `gap`, within one sentence. */
export function joins(gap: string): boolean {
  const words = wordsOf(gap);
  return (
    words.length <= MOST_JOINING &&
    !/[.;!?]\s/u.test(gap) &&
    words.every(({ surface }) => JOINING.has(surface.toLowerCase()))
  );
}

function contentStems(text: string): readonly string[] {
  return wordsOf(text)
    .filter(({ surface }) => !EMPTY.has(surface.toLowerCase()) && !/^\d/u.test(surface))
    .map(({ stem }) => stem);
}

/** The last word that is no joining word, when it stands in the same stretch as the number. */
function headOf(lead: string): string | undefined {
  const words = wordsOf(lead);
  const last = words.findLast(({ surface }) => !JOINING.has(surface.toLowerCase()));
  return last === undefined ||
    /[.;!?]\s/u.test(lead.slice(last.end)) ||
    EMPTY.has(last.surface.toLowerCase())
    ? undefined
    : last.stem;
}

/** Reads the words beside a number. What stands before a comma belongs to the number before it: "56% HbA, 34% HbS". */
export function labelOf({ text, before, after, isFirst }: Window): ValueLabel {
  const lead = text.slice(before.start, before.end);
  const own = isFirst ? lead : lead.replace(LAST_BREAK, '');
  const tail = text.slice(after.start, after.end);
  const following = contentStems(tail.slice(0, FIRST_BREAK.exec(tail)?.index ?? tail.length)).slice(
    0,
    AFTER_WORDS,
  );
  const head = headOf(own);
  const designation = DESIGNATION.exec(lead)?.[1];
  return {
    words: new Set([...contentStems(own).slice(-NEAR_WORDS), ...following]),
    after: following,
    ...(head === undefined ? {} : { head }),
    isRate: RATE.test(text.slice(after.start, after.start + 60)),
    ...(designation === undefined ? {} : { designation: stemOf(designation) }),
  };
}
