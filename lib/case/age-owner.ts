import { patientOfAccount } from '@/lib/case/scope/relative-scope';
import type { Span } from '@/lib/text/span';

/** Whose age a number is: the patient's, that of someone the text may be about, or another's or an age of the past. */
export type AgeOwner = 'patient' | 'spoken-for' | 'other';

/** So much text around an age says whose it is. UTF-16 code units. */
const LOOK_AROUND = 60;

const RELATIVE =
  '(?:mum|mom|mother|dad|father|wife|husband|partner|brother|sister|son|daughter|child|baby|grand(?:mother|father|ma|pa|son|daughter)|gran|nan|grandad|aunt|uncle|cousin|niece|nephew)';
const ADJECTIVES = '(?:(?:older|younger|elder|elderly|little|baby|twin) ){0,2}';
/** "Mother, 34", "my husband is 60", "son aged 4": the words before the number, with the owner of the relative. */
const RELATIVE_BEFORE = new RegExp(
  `(\\S+ )?${ADJECTIVES}\\b${RELATIVE}(?:['’]s| is| was| who is)?,? ?\\(?(?:who is |is )?(?:now |only |about |nearly |just |aged? |of )?$`,
  'iu',
);
/** A note about a child calls the patient so. */
const CHILD = /^(?:\S+ )?(?:baby|child)\b/iu;
/** "80-year-old mother": the words after the number and its unit. */
const RELATIVE_AFTER = new RegExp(`^[\\s-]+${ADJECTIVES}${RELATIVE}\\b`, 'iu');
/** What stands before a relative who is not the patient. */
const OTHERS_RELATIVE = /(?:^|[\s(])(?:his|her|their|whose|with|by|\S+['’]s|\S+s['’])\s+$/iu;
const OWN_RELATIVE = /(?:^|[\s(])(?:my|our)\s+$/iu;
/** Who has such a child, or lives with such a person, is older or younger than that. */
const CARER =
  /\b(?:breast[- ]?feed(?:s|ing)?|nursing|lives with|caring for|cares for|carer for|looking after|looks after|gave birth to) (?:a|an|her|his|my|the|their) $/iu;

/** "Aged 52", "age 15" and "at the age of 12", whose verb says whether the age is that of today. */
const NAMED_AGE = /^aged?\b/iu;
/** What was over, or began, at an age. */
const PAST_EVENT =
  /\b(?:died|dead|deceased|passed away|diagnosed|started|began|begun|onset|menarche|menopause|stopped|quit|first)\b/iu;
const FROM_AGE = /\b(?:since|from|by|until|till|before|after|under|over) (?:the )?$/iu;
const AT_AGE = /\S at (?:the )?$/iu;
const ARRIVES =
  /\b(?:present|presents|presented|presenting|attend|attends|attended|seen|admitted|came)\b/iu;

/** Someone who says this of themselves, or their own age, is the patient. */
const SPEAKER_IS_ILL =
  /\bI(?:(?:['’]ve| have| had)(?: got| had)? (?:an?|some|this|these|bad|had|been (?!worried|concerned|giving|told)\w+)\b|(?:['’]m| am) \d|(?: feel| felt| keep) )/u;

/** Whether a relative may be the patient of `text`: its writer tells of no illness of their own. */
export function isOfRelative(text: string): boolean {
  return patientOfAccount(text) !== undefined || !SPEAKER_IS_ILL.test(text);
}

/** Whose age stands at `span` of `text`. */
export function ownerOfAge(text: string, span: Span): AgeOwner {
  const number = span.start + Math.max(0, text.slice(span.start, span.end).search(/\d/u));
  const before = clauseBefore(text, span.start);
  if (isPast(before, text.slice(span.start, span.end)) || CARER.test(before)) return 'other';
  const leading = text.slice(Math.max(0, number - LOOK_AROUND), number);
  const named = RELATIVE_BEFORE.exec(leading);
  if (named !== null) {
    if (CHILD.test(named[0]) && !OTHERS_RELATIVE.test(named[1] ?? '')) return 'patient';
    return ownerOfRelative(named[1] ?? '', text);
  }
  if (!RELATIVE_AFTER.test(text.slice(span.end, span.end + LOOK_AROUND))) return 'patient';
  if (OTHERS_RELATIVE.test(leading)) return 'other';
  return OWN_RELATIVE.test(leading) ? ownerOfRelative('my ', text) : 'patient';
}

function ownerOfRelative(owner: string, text: string): AgeOwner {
  return OTHERS_RELATIVE.test(owner) || !isOfRelative(text) ? 'other' : 'spoken-for';
}

function isPast(before: string, age: string): boolean {
  if (!NAMED_AGE.test(age)) return false;
  if (PAST_EVENT.test(before) || FROM_AGE.test(before)) return true;
  return AT_AGE.test(before) && !ARRIVES.test(before);
}

function clauseBefore(text: string, position: number): string {
  return text.slice(Math.max(0, position - LOOK_AROUND), position).replace(/^.*[.;!?,\n]/su, '');
}
