import type { Statement } from '@/lib/audit/statements/statements';
import { gated } from '@/lib/text/gated-pattern';
import type { Span } from '@/lib/text/span';
import { wordsOf } from '@/lib/text/words';

/** Words between a determiner and its noun; none of them makes of the noun a possibility or a purpose. */
const MODIFIERS =
  '(?:(?!(?:risk|chance|possib|potential|likel|suspect|differential|presum|underlying|further|next|future|classic|typical|usual|expected|of|for|and|or|with|to|in|is|was|has|have|could|may|might)\\w*)[\\p{L}\\d();-]+\\s+){0,3}';
/** "Her nosebleeds", "this man's ulcer": whoever owns it has it, whatever the rest of the clause supposes. */
const OWNED_BEFORE = gated(
  new RegExp(
    `\\b(?:his|her|the patient's|(?:this|the|our) (?:man|woman|lady|guy|girl|boy|child|baby|infant|patient|gentleman)'s)\\s+${MODIFIERS}$`,
    'iu',
  ),
);
/** Words that presuppose what follows: "given the rash", "considering he has had the rash", "with that rash". */
const GIVEN_BEFORE = gated(
  new RegExp(
    `\\b(?:given|considering|despite|because of|remembering|noting|recalling|explain(?:s|ing)?|account(?:s|ing)? for|in light of|in view of|not to mention|don't forget|let's not forget|beyond|besides|on top of|apart from|aside from|ties? in with|fits? with|along with|coupled with|combined with|together with|added to|plus)\\s+(?:both\\s+|all\\s+)?(?:the|that|those|these|this|all that|all those)\\s+${MODIFIERS}$`,
    'iu',
  ),
);
/** One person who can only be the patient. */
const SOMEBODY_BEFORE = gated(
  new RegExp(
    `\\b(?:(?:someone|somebody|this (?:patient|man|woman|lady|guy|girl|boy|child|baby|infant|gentleman|person|case)) (?:who (?:has|had) (?:an? )?|having (?:an? )?|with (?:an? |no )?|without (?:any |an? )?))${MODIFIERS}$`,
    'iu',
  ),
);
/** Whether it is said of one person who has or lacks it: "someone without HIV". */
export function isOfSomebody(text: string, at: Span): boolean {
  return SOMEBODY_BEFORE.test(text.slice(Math.max(0, at.start - LIST_REACH), at.start));
}

/** What points at this case right after a finding: "the hives here", "the spleen felt on exam". */
const POINTED_AFTER = gated(
  /^\s*(?:(?:in|under|over|on|of|around|behind) (?:his|her|it|them|the \w+|that \w+)\s*){0,2}(?:,?\s*(?:here|(?:he|she|they) (?:has|have|had|mentioned|reported|described|noticed|complains? of)|(?:that )?we (?:see|saw|have|heard|felt|found|noted|'re seeing)|in (?:this|our) (?:case|patient|scenario|situation)|(?:that (?:was|were)|was|were)?\s*(?:felt|seen|found|heard|noted|noticed|described|reported|mentioned|documented|detected|picked up)\b))/i,
);
const DEFINITE_BEFORE = gated(
  new RegExp(`\\b(?:the|that|those|these|this)\\s+${MODIFIERS}$`, 'iu'),
);
/** Determiners and commas may part the items of a list. */
const LIST_BEFORE =
  /(?<item>[\p{L}-]+(?:\s[\p{L}-]+){0,3})\s*(?:,\s*(?:and\s|plus\s|along with\s|as well as\s)?|\s(?:and|plus|along with|as well as|together with|coupled with|&)\s)(?:also\s|even\s)?(?:(?:a|an|the|his|her|their|some|this|that|these|those)\s)?(?:bit of\s)?(?<own>(?:[\p{L}-]+\s){0,2})$/iu;
const LIST_AFTER = gated(
  /^\s*(?:,\s*(?:and\s|plus\s)?|\s(?:and|plus|along with|as well as)\s)(?:(?:a|an|the|his|her|their|some|this|that|these|those)\s)?(?<item>[\p{L}-]+(?:\s[\p{L}-]+){0,2})/iu,
);
/** Small words that make no item of a list. */
const NOT_ITEMS = new Set(
  'a an the of in on at to from for with without by and or but as that which who this these those his her their its it he she they is are was were be been has have had do does did so then also just really very quite pretty more less some any all such like wait okay well now hmm plus given considering maybe perhaps if when symptoms symptom signs sign findings history patient things thing issues issue problems disease condition syndrome case cause causes we us got'.split(
    ' ',
  ),
);

/** The words of the case by stem. */
export type CaseStems = ReadonlySet<string>;

/** Whether every content word of an item stands in the case, and there is one. */
function isKnownItem(item: string, stems: CaseStems, end: 'first' | 'last'): boolean {
  const words = wordsOf(item);
  const own = end === 'last' ? words.slice(-2) : words.slice(0, 2);
  const content = own.filter(
    ({ surface }) => surface.length > 2 && !NOT_ITEMS.has(surface.toLowerCase()),
  );
  return content.length > 0 && content.every(({ stem }) => stems.has(stem));
}

/** Whether what stands at `at` is an item of a list, beside one that the case has: "fever, chills, neck stiffness". */
export function isListedWithKnown(
  { text, lead }: Pick<Statement, 'text' | 'lead'>,
  at: Span,
  stems: CaseStems,
): boolean {
  const before = LIST_BEFORE.exec(`${lead}${text.slice(0, at.start)}`.slice(-LIST_REACH));
  const { item, own = '' } = before?.groups ?? {};
  // What the case has is a noun of its own and describes nothing: in "a sudden, sharp pain blasts" pain is no quality.
  const describes = wordsOf(own).every(({ stem }) => !stems.has(stem));
  if (item !== undefined && describes && isKnownItem(item, stems, 'last')) return true;
  const after = LIST_AFTER.exec(text.slice(at.end, at.end + LIST_REACH))?.groups?.item;
  return after !== undefined && isKnownItem(after, stems, 'first');
}

/** So far on either side the items of a list are looked for. UTF-16 code units. */
const LIST_REACH = 80;

/**
 * Whether the words around a finding presuppose it of this patient, so that it is claimed whatever the clause is about or
 * supposes: "her nosebleeds could …", "anaphylaxis explains the hives here". Some words do so only in a clause about the
 * patient (`isOfPatient`).
 */
export function isPresupposedFinding(text: string, at: Span, isOfPatient: boolean): boolean {
  const before = text.slice(Math.max(0, at.start - LIST_REACH), at.start);
  const after = text.slice(at.end, at.end + LIST_REACH);
  return (
    OWNED_BEFORE.test(before) ||
    (isOfPatient && GIVEN_BEFORE.test(before)) ||
    isOfSomebody(text, at) ||
    (DEFINITE_BEFORE.test(before) && POINTED_AFTER.test(after))
  );
}

/** What leads to a thing, or wants it, presupposes nothing of it. */
const LEADING_TO = gated(
  /\b(?:lead\w*|caus\w+|reduc\w+|produc\w+|trigger\w*|result\w* in|mean\w*|recommend\w*|need\w*|creat\w+|mak\w+|called|known as|becom\w+|get\w*|having|have|without|risk|or)\s(?:to\s)?(?:all\s|both\s)?(?:the|that|this|these|those)\s[^,;]{0,30}$/i,
);
/** A finding that stands before these is a part of another name: "the oxygen level", "the immune system". */
const NAMES_ANOTHER = gated(
  /^[\s-](?:levels?|systems?|response|test\w*|symptoms|therapy|treatment|stage|phase|type|types|risk|form|receptors?|cells?|pathway|process|disease|disorder|syndrome|complex|that (?:comes?|happens?|you|occurs?|would|can|could|is|are)|you|of (?:an?|pregnan\w+)\b)/i,
);

/** Whether a finding is spoken of as known: "the ulcer". Only where the clause is about this patient that tells anything. */
export function isDefinite(text: string, at: Span): boolean {
  const before = text.slice(Math.max(0, at.start - LIST_REACH), at.start);
  return (
    DEFINITE_BEFORE.test(before) &&
    !LEADING_TO.test(before) &&
    !NAMES_ANOTHER.test(text.slice(at.end, at.end + LIST_REACH))
  );
}
