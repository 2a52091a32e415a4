import type { Statement } from '@/lib/audit/statements/statements';
import { gated, type TextPattern } from '@/lib/text/gated-pattern';
import type { Span } from '@/lib/text/span';

/** Words between what claims a thing and the thing; none makes of it a possibility, a purpose or another's. */
const MODIFIERS =
  '(?:(?!(?:risk|chance|possib|potential|likel|suspect|differential|presum|further|next|future|classic|typical|usual|expected|for|or|to|is|are|would|could|may|might|should|if|not|no|that|which)\\b)[\\p{L}\\d-]+\\s){0,4}';
const PATIENT =
  '(?:she|he|who|(?:the|this|our) (?:patient|man|woman|boy|girl|child|baby|infant|kid|guy|lady|gentleman|mother))';
const PERSON = '(?:patient|man|woman|boy|girl|child|baby|infant|kid|guy|lady|gentleman|mother)';

function before(pattern: string): TextPattern {
  return gated(new RegExp(`(?:${pattern})\\s${MODIFIERS}$`, 'iu'));
}

/** "Our patient, whose last stress test …". */
const OF_WHOM = before(`\\b(?:he|she|${PERSON}|him|her),? whose`);
/** What is added to or taken out of what is known: "apart from the …", "just the … she takes". */
const ADDED = before(
  '\\b(?:apart from|aside from|besides|other than|except(?: for)?|in addition to|on top of|along with|together with|not counting|not to mention|never mind|what with|to say nothing of|as well as|beyond)\\s(?:the|that|those|these|this|his|her|their|all the|all that)',
);
const JUST_TAKEN = before(
  '[,—–-]\\s?(?:just|only|merely|barring)\\s(?:the|that|those|some|his|her|a|an)',
);
const THAT_THE_PATIENT = gated(
  /^\s(?:that\s)?(?:she|he)(?:'s|\s(?:has|had|takes|took|uses|used|is|was|got|gets|wears|mentioned|reported))\b/i,
);
/** "The symptoms at hand—tall stature, a low …": what is counted up is had. */
const COUNTED_UP = gated(
  /\b(?:the|these|those|his|her|all these|all those|our patient's|the patient's)\s(?:\p{L}+\s)?(?:symptoms|signs|findings|features|clues|results|issues|complaints|labs|picture|presentation|history)(?:\s(?:at hand|here|we have|in front of us|we see|we're given|given|so far|described|mentioned))?\s?(?:[—–:(]|\s-\s|, (?:like|such as|including|namely))\s?(?:[^,.;:—–()]{1,40},\s(?:and\s)?){0,6}(?:(?:a|an|the|some|and|plus|his|her)\s)?(?:\p{L}+\s){0,2}$/iu,
);
/** "After such a hit, and on blood thinners at that". */
const TOO = before(',\\s(?:and\\s)?(?:already\\s|currently\\s)?(?:on|with|taking|after)');
const TOO_AFTER = gated(/^\s(?:at that|too|as well|to boot|on top|no less|already)\b/i);
/** What happened to the patient: "was put on dialysis last week", "had her baby through …". */
const HAPPENED = before(
  `\\b${PATIENT}(?:'s|\\s(?:has|had|is|was|were|also|just|recently|already|actually|even|never really))*\\s?(?:\\s(?:just|already|recently|also|even|actually|been|now|currently|previously|initially))*(?:\\s(?:put on|placed on|started on|given|treated with|sent for|taken for|taken to|admitted (?:to|with)|had|got|gotten|received|underwent|undergone|undergoing|took|taken|takes|taking|tried|used|uses|using|on|wears|wearing|finished|completed|completing|ended up (?:with|on|in)|came off|weaned off|reported|described|mentioned|noticed|complained of|came in with|presented with|through|exposed to))(?:\\s(?:her|his|a|an|the|some|two|three|several))?(?:\\s(?:baby|child|son|daughter)\\s(?:through|by|via|with))?`,
);
/** When it came: "necrosis, which set in after a course of …". */
const SET_IN = before(
  '\\b(?:set in|sets in|came on|began|started|starting|appeared|developed|developing|occurred|happened|followed|worsened|got worse|flared(?: up)?|hit|(?:hours?|days?|weeks?|months?|years?))\\s(?:\\p{L}+\\s)?(?:after|following|since|during|while on)(?:\\s(?:a|an|the|that|his|her|their|some|starting|taking|having|getting|finishing|one|two|her last|his last))?(?:\\s(?:course|round|dose|series|bout|session|spell|stint|bit|lot)\\sof)?',
);
/** Leads to what the words speak of in general, or wants it. */
const SUPPOSED = gated(
  /\b(?:if|unless|whether|would|should|could|might|may|can|will|going to|need(?:s|ed)?|want\w*|let's|suppos\w*|imagine|expect\w*|typical\w*|usual\w*|often|common\w*|generally|people|patients|anyone|someone|recommend\w*|consider\w*|suggest\w*|plan\w*|next|until|before|once|when(?:ever)?|why|how|or)\b/i,
);
/** Words after a thing that tell how it was or goes. */
const TOLD_AFTER = gated(
  /^\s(?:(?:just|also|even|all|has|have|had|is|are|was|were)\s){0,2}(?:came back|comes back|come back|turned out|turned up|keeps?|kept|went|goes on|showed|shows|revealed|confirmed|started|began|looked|drew|drained|got worse|worsened|broke|burst|failed|helped|(?:did|does|has|is|was)(?:n't| not)|positive|negative|clear|sagging|dropping|rising|climbing)\b/i,
);
const DEFINITE = before("\\b(?:the|that|those|these|this|his|her|their|the patient's|our)");

/** So far around a thing its place is read. UTF-16 code units. */
const REACH = 110;

/** Whether a thing is mentioned in passing as known of the patient: "apart from the …", "whose last …", "and on … at that". */
export function isSaidInPassing(statement: Statement, at: Span): boolean {
  const { before: whole, after } = around(statement, at);
  const inPassing =
    OF_WHOM.test(whole) ||
    COUNTED_UP.test(whole) ||
    ADDED.test(whole) ||
    (JUST_TAKEN.test(whole) && THAT_THE_PATIENT.test(after)) ||
    (TOO.test(whole) && TOO_AFTER.test(after));
  return inPassing && statement.mood !== 'question' && statement.about !== 'reasoning';
}

function around({ text, lead }: Statement, { start, end }: Span) {
  const clause = text.replaceAll('’', "'");
  const inClause = clause.slice(Math.max(0, start - REACH), start);
  return {
    inClause,
    before: `${lead.replaceAll('’', "'")}${inClause}`.slice(-REACH),
    after: clause.slice(end, end + REACH),
  };
}

/** Whether the words around a thing tell of something that was or is so in this patient, whatever their clause supposes. */
export function isToldOfPatient(statement: Statement, at: Span): boolean {
  const { mood, about } = statement;
  if (mood === 'question' || about === 'reasoning') return false;
  const { inClause, before: whole, after } = around(statement, at);
  const told =
    HAPPENED.test(whole) ||
    SET_IN.test(whole) ||
    ((about === 'patient' || mood === 'asserted') &&
      DEFINITE.test(inClause) &&
      TOLD_AFTER.test(after));
  return isSaidInPassing(statement, at) || (told && !SUPPOSED.test(inClause));
}
