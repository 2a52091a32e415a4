import type { Statement } from '@/lib/audit/statements';
import type { Span } from '@/lib/text/span';

/**
 * Words by which a number is known not to be a value of this patient: of reference intervals and thresholds, of what is
 * usual or expected, of reckoning, of probability and of treatment to be given. Our own lists; where one of them is in the
 * clause, a number that differs from the case gets no verdict.
 */
const GENERAL =
  /\b(?:(?:normal|healthy|typical|average) (?:[\p{L}\p{N}-]{1,20} ){1,4}(?:is|are|being|runs?|ranges?|lies)|normal(?:ly)? (?:is|are|would|should|range|value|values|level|levels|limit|being|around|between|adult|blood|for)|normally|reference|cut-?offs?|thresholds?|criteri(?:a|on)|defined|definition|considered|consider|counts as|typical(?:ly)?|usual(?:ly)?|general(?:ly)?|often|commonly|average|guidelines?|recommend\w*|target|goal|ideal(?:ly)?|upper limit|lower limit|ranges? (?:from|is|of|between|goes|runs)|above which|below which|literature|(?:other|many|some|several|recent|clinical|most|case) studies|general population|in the population|prevalence|incidence|people|patients (?:with|who)|women (?:with|who|over|under)|men (?:with|who|over|under)|adults|anyone|someone|cases of|classic(?:ally)?|diagnostic of|suggests? when|score of|scale)\b/iu;
/** A value may be said to lie inside an interval without the interval being stated. */
const INSIDE =
  /\b(?:within|in|inside|outside|above|below|under|over|near|at|around) (?:of )?(?:the |a |its |his |her )?(?:normal|reference|usual|typical|expected|healthy|target) (?:range|ranges|limits?|interval|values?|levels?)\b/gi;
/** An interval printed after a value belongs to it: "4.1 (reference range 3.5 to 5.0)". */
const PRINTED_INTERVAL = /\((?:normal|reference|ref|range|n\b|nl\b)[^()]{0,60}\)/gi;
const RECKONED =
  /[=×÷]|\d\s?\*\s?\d|\b(?:minus|plus|divided?|dividing|times \d|multipl\w*|subtract\w*|difference|sum|totals?|totall?ing|calculat\w*|comput\w*|work(?:s|ed|ing)? out|com(?:es|ing) (?:out )?to|equals?|gives? (?:us|me)|correct(?:ed|ing|ion)|convert\w*|equivalent|equates?|translat\w*|turns? out|ratio|gap|formula|estimated?|predicted|expected|adjust\w*|half|twice|double|doubled|triple|fold)\b/i;
const CHANGE = /\bby\s+(?:about|around|roughly|approximately|at least|over|nearly)?\s*$/i;
const TREATMENT =
  /\b(?:give|giving|dos(?:e|es|ing|age)|administer\w*|infus\w*|bolus\w*|start(?:ing)?|initiat\w*|prescrib\w*|increas(?:e|ing) (?:to|the)|titrat\w*|aim\w*|maintain\w*|deliver\w*|loading|followed by|transfus\w*)\b/i;
const SUPPOSED =
  /\b(?:if|unless|whether|would|could|might|may|should|must|maybe|perhaps|possibly|probably|suppose|imagine|assum(?:e|ing)|say|what about|let's say|usually|chance|probability|likelihood|odds|risk)\b/i;
/** A question that only asks for assent states what it asks. */
const TAG =
  /(?:,|\s[–—-])\s*(?:right|okay|ok|huh|yes|isn't it|isn’t it|doesn't it|doesn’t it|correct)\s*\?["”]?\s*$/i;

/** The clause that a number stands in. */
export interface ClauseOfValue {
  readonly text: string;
  readonly sentence: string;
  readonly mood: Statement['mood'];
  /** What of the clause stands with the number between two commas or dashes. */
  readonly stretch: string;
  /** The words of the clause up to the number. */
  readonly before: string;
  readonly isTreatmentUnit: boolean;
  /** Whether the number is given as a bound or a range ("above 7", "12-16"), as thresholds and intervals are. */
  readonly isBound: boolean;
  /** Whether the clause says that the value is this patient's. */
  readonly isPossessed: boolean;
}

/** Whether a number is put down as a value of this patient. */
export function isStatedOfPatient(clause: ClauseOfValue): boolean {
  if (
    clause.mood === 'hypothetical' ||
    (clause.mood === 'question' && !TAG.test(clause.sentence))
  ) {
    return false;
  }
  if (clause.isBound && !clause.isPossessed) {
    return false;
  }
  return !(
    GENERAL.test(clause.text.replace(INSIDE, '').replace(PRINTED_INTERVAL, '')) ||
    SUPPOSED.test(clause.text) ||
    RECKONED.test(clause.stretch) ||
    CHANGE.test(clause.before) ||
    (clause.isTreatmentUnit && TREATMENT.test(clause.stretch))
  );
}

const OPENING = /[,;:()–—](?!\d)/gu;

/** The words around a number up to the next comma, dash or bracket on both sides; offsets into `text`. */
export function stretchAround(text: string, clause: Span, number: Span): string {
  const before = text.slice(clause.start, number.start);
  const after = text.slice(number.end, clause.end);
  let start = 0;
  for (const { index } of before.matchAll(OPENING)) {
    start = index + 1;
  }
  const end = after.search(OPENING);
  return text.slice(clause.start + start, end === -1 ? clause.end : number.end + end);
}
