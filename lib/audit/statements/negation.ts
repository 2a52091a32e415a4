import { gated } from '@/lib/text/gated-pattern';
import type { Span } from '@/lib/text/span';

/** How far back a negating word is looked for. UTF-16 code units. */
const REACH = 120;
const NEGATOR = gated(
  /\b(?:no|not|without|denies|denied|denying|negative for|(?<!\b(?:is|are|was|were|been|be|back|tests?|tested|swab|culture|screen) )negative(?! (?:for|and|or|but|so|with|which|in|on|at|to|by|as|pressure|predictive|inspiratory|control|feedback)\b)(?= [a-z])|absence of|absent|lacks?|lacking|never|non|neither|nor|cannot|free of|rather than|instead of|rules? out|ruled out|excludes?|unremarkable for)\b|n't\b/gi,
);
/** Words at which the scope of a negating word ends. */
const TERMINATOR =
  /[;:.!?—]|\b(?:but|however|although|though|except|yet|whereas|while|because|then|apart|besides|despite|has|have|had|shows?|showed|reveals?|revealed|presents?|with|is|are|was|were|so|plus|which|who|that)\b/i;
const AFTERWARDS = gated(
  /^\s?(?:(?:is|are|was|were|has been|have been) (?:absent|negative|ruled out|missing|lacking)|(?:is|are|was|were|has|have)(?:n't| not)(?: been)? (?:present|seen|there|mentioned|noted|reported|found|evident|described)|(?:[:–-]\s?)?(?:negative|neg|[-−]ve|nil)(?!\s(?:for|pressure|predictive|control|feedback|\w*(?:cocc|bacill|rod))))\b/i,
);
/** "Don't forget the rash" denies nothing. */
const NO_DENIAL = gated(
  /(?:n't|\bnot|\bcannot|\bnever) (?:forget|ignore|overlook|neglect|miss|to mention|dismiss|help but)\b/i,
);
/** "No change in the cough" is a cough, and "no response to oxygen" is oxygen given. */
const PSEUDO = gated(
  /^(?:\s+(?:more|less|fewer|later|earlier|longer|greater) than|\s+only|\s+just|\s+necessarily|\s+surprising\w*|\s+doubt|\s+wonder|\s+change|\s+(?:of\s+)?(?:response|responding|improvement|relief|benefit|effect)\b)/i,
);

/** Whether what stands at `at` in `text` is denied: surely, by a word right before it, or perhaps, by one further off. */
export type Denial = 'no' | 'perhaps' | 'surely';

/** Words between a negating word and what it denies for the denial to be sure. */
const CLOSE_WORDS = 3;

/** Reads whether the words around `at` deny it. */
export function denialOf(text: string, at: Span): Denial {
  return denialAround(text, at).denial;
}

/** How something is denied, and the stretch of it together with the word before or after it that denies it. */
export interface DenialAround {
  readonly denial: Denial;
  readonly span: Span;
}

/** Reads whether the words around `at` deny it, and which. */
export function denialAround(text: string, at: Span): DenialAround {
  const from = Math.max(0, at.start - REACH);
  const before = text.slice(from, at.start).replaceAll('’', "'");
  const negator = NEGATOR.matchesIn(before).at(-1);
  const after = text.slice(at.end, at.end + REACH).replaceAll('’', "'");
  const afterwards = AFTERWARDS.exec(after);
  if (afterwards !== null) {
    return { denial: 'surely', span: { start: at.start, end: at.end + afterwards[0].length } };
  }
  if (negator === undefined) {
    return { denial: 'no', span: at };
  }
  const between = before.slice(negator.index + negator[0].length);
  const denied = { start: from + negator.index, end: at.end };
  return PSEUDO.test(between) || NO_DENIAL.test(before.slice(negator.index))
    ? { denial: 'no', span: at }
    : { denial: denialAcross(between), span: denied };
}

/** "No redness over the lump": the lump is there. */
const BESIDE_SOMETHING = gated(
  /\b(?:over|on|around|near|above|below|under|behind|beside|across)\s(?:the|that|this|his|her|their)\s*$/i,
);

/** How surely a negating word reaches over the words between it and what it may deny. */
function denialAcross(between: string): Denial {
  if (BESIDE_SOMETHING.test(between)) return 'no';
  if (TERMINATOR.test(between)) {
    return /[;.!?—]/.test(between) ? 'no' : 'perhaps';
  }
  const words = between.trim() === '' ? 0 : between.trim().split(/\s+/).length;
  return words <= CLOSE_WORDS && !between.includes(',') ? 'surely' : 'perhaps';
}

/** What stands before one of these does not deny what follows it: "has never had a period, presents with tall stature". */
const NEW_START = gated(
  /\b(?:presents?|presented|presenting|with|has|had|shows?|showed|reveals?|revealed|exhibits?|exhibited|demonstrates?|demonstrated|reports?|reported|complains?|experiences?|develops?|developed|except|but|is|are|was|were)\b/gi,
);
/** So far back a new start is looked for. UTF-16 code units. */
const START_REACH = 80;

/** Reads whether what stands at `at` is denied, taking no denial from before the verb or "with" that introduces it. */
export function denialFromStart(text: string, at: Span): Denial {
  const from = Math.max(0, at.start - START_REACH);
  const last = NEW_START.matchesIn(text.slice(from, at.start)).at(-1);
  const start = last === undefined ? 0 : from + last.index + last[0].length;
  return denialOf(text.slice(start, at.end + START_REACH), {
    start: at.start - start,
    end: at.end - start,
  });
}
