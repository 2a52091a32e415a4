import type { Statement } from '@/lib/audit/statements/statements';
import { gated } from '@/lib/text/gated-pattern';
import { rememberingTexts } from '@/lib/text/remembered';
import type { Span } from '@/lib/text/span';

/**
 * Words by which a number is known not to be a value of this patient: of reference intervals and thresholds, of what is
 * usual or expected, of reckoning, of probability and of treatment to be given. Our own lists; where one of them is in the
 * clause, a number that differs from the case gets no verdict.
 */
const GENERAL = gated(
  /\b(?:(?:normal|healthy|typical|average) (?:[\p{L}\p{N}-]{1,20} ){1,4}(?:is|are|being|runs?|ranges?|lies)|normal(?:ly)? (?:is|are|would|should|range|value|values|level|levels|limit|being|around|between|adult|blood|for)|normally|reference|cut-?offs?|thresholds?|criteri(?:a|on)|defined|definition|considered|consider|counts as|typical(?:ly)?|usual(?:ly)?|general(?:ly)?|often|commonly|average|guidelines?|recommend\w*|target|goal|ideal(?:ly)?|upper limit|lower limit|ranges? (?:from|is|of|between|goes|runs)|above which|below which|literature|(?:other|many|some|several|recent|clinical|most|case) studies|general population|in the population|prevalence|incidence|people|patients (?:with|who)|women (?:with|who|over|under)|men (?:with|who|over|under)|adults|anyone|someone|cases of|classic(?:ally)?|diagnostic of|suggests? when|score of|scale|for (?:every|each)|f(?:o?etus|o?etal)|(?:scores?|criteria|points)(?= ?(?:\([^()]{0,40}\) ?)?:))\b/iu,
);
/** A value may be said to lie inside an interval without the interval being stated. */
const INSIDE =
  /\b(?:within|in|inside|outside|above|below|under|over|near|at|around) (?:of )?(?:the |a |its |his |her )?(?:normal|reference|usual|typical|expected|healthy|target) (?:range|ranges|limits?|interval|values?|levels?)\b/gi;
/** An interval printed after a value belongs to it: "4.1 (reference range 3.5 to 5.0)". */
const PRINTED_INTERVAL = /\((?:normal|reference|ref|range|n\b|nl\b)[^()]{0,60}\)/gi;
const RECKONED =
  /[=×÷]|\d\s?\*\s?\d|\b(?:minus|plus|divided?|dividing|times \d|multipl\w*|subtract\w*|difference|sum|totals?|totall?ing|calculat\w*|comput\w*|work(?:s|ed|ing)? out|com(?:es|ing) (?:out )?to|equals?|gives? (?:us|me)|correct(?:ed|ing|ion)|convert\w*|equivalent|equates?|translat\w*|turns? out|ratio|index|gap|formula|estimated?|predicted|expected|adjust\w*|half|twice|double|doubled|triple|fold)\b/i;
const CHANGE = gated(/\bby\s+(?:about|around|roughly|approximately|at least|over|nearly)?\s*$/i);
/** So far before a number such words begin. UTF-16 code units. */
const CHANGE_REACH = 40;
const TREATMENT = gated(
  /\b(?:give|giving|dos(?:e|es|ing|age)|administer\w*|infus\w*|bolus\w*|start(?:ing)?|initiat\w*|prescrib\w*|increas(?:e|ing) (?:to|the)|titrat\w*|aim\w*|maintain\w*|loading|followed by|transfus\w*)\b/i,
);
const SUPPOSED = gated(
  /\b(?:if|unless|whether|would|could|might|may|should|must|maybe|perhaps|possibly|probably|suppose|imagine|assum(?:e|ing)|say|what about|let's say|usually|chance|probability|likelihood|odds|risk)\b/i,
);
/** A question that only asks for assent states what it asks. */
const TAG = gated(
  /(?:,|\s[–—-])\s*(?:right|okay|ok|huh|yes|isn't it|isn’t it|doesn't it|doesn’t it|correct)\s*\?["”]?\s*$/i,
);

/** What decides whether words state something of this patient. */
export interface Claim {
  readonly clause: Statement;
  /** The step's text; `own` and the clause's words are read from it. */
  readonly text: string;
  /** Where the step begins in the trace. */
  readonly offset: number;
  /** The number or reading, an offset into `text`. */
  readonly own: Span;
  /** Whether it has a unit in which treatments are given too. */
  readonly isTreatmentUnit: boolean;
  /** Whether it is given as a bound or a range ("above 7", "12-16"), as thresholds and intervals are. */
  readonly isBound: boolean;
}

const POSSESSED = gated(
  /\b(?:his|her|their|he|she|patient|patient['’]s|with|has|had|shows?|showed|presents?|this (?:man|woman|guy|girl|boy|child|lady))\b/i,
);
/** The part of the clause that a number stands in is looked for so far on both sides. UTF-16 code units. */
const NEAR = 240;
const LONGEST_TAG = 30;
const OPENING = /[,;:()–—](?!\d)/u;
const LAST_OPENING = /^.*[,;:()–—](?!\d)/su;

/** The words of the clause before and after a number, as far as they are near. */
function wordsAround({ clause, text, offset, own }: Claim): readonly [string, string] {
  const start = Math.max(clause.span.start - offset, own.start - NEAR);
  const end = Math.min(clause.span.end - offset, own.end + NEAR);
  return [text.slice(start, own.start), text.slice(own.end, end)];
}

/** The words around a number up to the next comma, dash or bracket on both sides. */
function stretchOf(before: string, own: string, after: string): string {
  const start = LAST_OPENING.exec(before)?.[0].length ?? 0;
  const end = after.search(OPENING);
  return `${before.slice(start)}${own}${end === -1 ? after : after.slice(0, end)}`;
}

/** Asked for every number of a clause. */
const namesOwner = rememberingTexts((clause) => POSSESSED.test(clause));

/** Whether a clause speaks of values in general or only supposes them, whichever number is asked about. */
const isNotOfThisPatient = rememberingTexts(
  (clause) =>
    SUPPOSED.test(clause) || GENERAL.test(clause.replace(INSIDE, '').replace(PRINTED_INTERVAL, '')),
);

/** Whether the clause says that the value is this patient's. */
export function isPossessed({ clause, isBound }: Claim): boolean {
  return namesOwner(clause.text) || (clause.about === 'patient' && !isBound);
}

/** Whether words are put down as being so of this patient. */
export function isStatedOfPatient(claim: Claim): boolean {
  const { clause, text, offset, own, isTreatmentUnit, isBound } = claim;
  const sentenceEnd = clause.sentence.end - offset;
  const isQuestion =
    clause.mood === 'question' &&
    !TAG.test(text.slice(Math.max(own.end, sentenceEnd - LONGEST_TAG), sentenceEnd));
  if (clause.mood === 'hypothetical' || isQuestion || (isBound && !isPossessed(claim))) {
    return false;
  }
  if (isNotOfThisPatient(clause.text)) return false;
  const [before, after] = wordsAround(claim);
  const stretch = stretchOf(before, text.slice(own.start, own.end), after);
  return !(
    RECKONED.test(stretch) ||
    CHANGE.test(before.slice(-CHANGE_REACH)) ||
    (isTreatmentUnit && TREATMENT.test(stretch))
  );
}
