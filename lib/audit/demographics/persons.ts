import { gated } from '@/lib/text/gated-pattern';
import { rememberingTexts } from '@/lib/text/remembered';
import type { Span } from '@/lib/text/span';

export type Sex = 'female' | 'male';

/** Words for persons other than the patient, by sex; those whose sex the word leaves open last. */
const FEMALE_OTHERS =
  'mother|mom|mum|mommy|sister|daughter|wife|girlfriend|grandmother|grandma|aunt|niece|stepmother|nurse|midwife|caregiver|babysitter';
const MALE_OTHERS =
  'father|dad|daddy|brother|son|husband|boyfriend|grandfather|grandpa|uncle|nephew|stepfather';
const OPEN_OTHERS =
  'doctor|physician|surgeon|radiologist|pathologist|cardiologist|neurologist|oncologist|dermatologist|urologist|psychiatrist|paediatrician|pediatrician|obstetrician|gynaecologist|gynecologist|specialist|consultant|clinician|resident|technician|therapist|pharmacist|paramedic|partner|spouse|parent|sibling|cousin|relative|friend|roommate|neighbor|neighbour|colleague|teacher|donor|someone|somebody|anyone|everyone|person|couple|twin|baby|fetus|foetus|child|infant|newborn|kid';
/** "Someone her age", "a person like him": set beside the patient, and so no antecedent. */
const LIKE_THE_PATIENT = gated(/^\s(?:like|(?:of|at|with|in)?\s?(?:his|her)\b)/i);
/** "Comes to the physician" says where, and brings in nobody. */
const WHERE_TO = gated(
  /\b(?:to|visits|sees|saw|with|at|consults?)\s(?:an?|the|her|his|their|your)\s(?:[\w-]{1,20}\s){0,2}$/i,
);
const OTHERS = gated(
  new RegExp(`\\b(?:(${FEMALE_OTHERS})|(${MALE_OTHERS})|(?:${OPEN_OTHERS}))\\b`, 'gi'),
);

/** Somebody besides the patient; `sex` is absent where the word leaves it open. */
export interface OtherPerson {
  readonly span: Span;
  readonly word: string;
  readonly sex?: Sex;
}

/** The words of `text` that may bring in somebody besides the patient. */
export const otherPersons: (text: string) => readonly OtherPerson[] =
  rememberingTexts(readOtherPersons);

function readOtherPersons(text: string): readonly OtherPerson[] {
  return OTHERS.matchesIn(text).flatMap((match) => {
    const end = match.index + match[0].length;
    if (LIKE_THE_PATIENT.test(text.slice(end, end + 12))) return [];
    if (WHERE_TO.test(text.slice(Math.max(0, match.index - 40), match.index))) return [];
    return {
      span: { start: match.index, end },
      word: match[0].toLowerCase(),
      ...(match[1] === undefined ? {} : { sex: 'female' as const }),
      ...(match[2] === undefined ? {} : { sex: 'male' as const }),
    };
  });
}

/** A word that says the sex of the person it stands for. */
export interface SexWord {
  readonly span: Span;
  readonly sex: Sex;
}

const PRONOUN = gated(/\b(?:(she|her|hers|herself)|(?:he|him|his|himself))\b/gi);
/** "He or she", "his/her", "(s)he": whoever it is. */
const EITHER = gated(
  /\b(?:he|she|him|her|his|hers|himself|herself)\s?(?:\/|\bor\b)\s?(?:he|she|him|her|his|hers|himself|herself)\b|\bs\/he\b|\(s\)he\b/gi,
);
/** HER2 and the bundle of His are no pronouns, nor is a capital inside a sentence: helium, a name. */
const CAPITAL_INSIDE = /[\w,]\s$/;

/** The pronouns of `text` that stand for a woman or a man. */
export function sexedPronouns(text: string): readonly SexWord[] {
  const either = EITHER.matchesIn(text).map(({ index, 0: words }) => [index, index + words.length]);
  return PRONOUN.matchesIn(text).flatMap((match): readonly SexWord[] => {
    const word = match[0];
    const start = match.index;
    const name =
      /^(?:H[A-Z]|S[A-Z])/.test(word) ||
      /^[\s-](?:bundle|Purkinje)/.test(text.slice(start + word.length));
    const inside =
      /^[HS]/.test(word) && CAPITAL_INSIDE.test(text.slice(Math.max(0, start - 2), start));
    if (name || inside || either.some(([from = 0, to = 0]) => start >= from && start < to))
      return [];
    const sex = match[1] === undefined ? 'male' : 'female';
    return [{ span: { start, end: start + word.length }, sex }];
  });
}

const FEMALE_NOUN = 'woman|female|girl|lady|gal|gentlewoman|schoolgirl|businesswoman|housewife';
const MALE_NOUN = 'man|male|boy|gentleman|guy|dude|lad|chap|bloke|fella|schoolboy|businessman';
/** What says that the noun stands for the patient: an age, a pointing word, or the words that open a presentation. */
const POINTING =
  "(?:[\\w-]{1,12}[\\s-](?:years?|yrs?|months?|mos?|weeks?|days?|hours?)[\\s-](?:old\\s)?|\\d{1,3}\\s?(?:y/o|yo)\\s|\\b(?:this|our|the same)\\s|\\b(?:we|have|we['’]ve|got|there['’]s|there is|here['’]s|here is|it['’]s|patient is|being|she['’]s|he['’]s|she is|he is)\\s(?:got\\s)?(?:an?\\s)|(?:^|[.!?\\n]\\s?)(?:the|an?)\\s)";
/** "The girl's symptoms": an article alone points where the noun follows at once and is no adjective. */
const ARTICLE = gated(
  /\bthe\s(?:(?:young|little|old|older|elderly|poor|middle-aged|teenage|unfortunate)\s)?$/i,
);
const NO_ADJECTIVE = gated(/^(?:wo)?man$|^(?:girl|boy|lady|guy|gentleman|chap|lad)$/i);
/** "For a girl like her", "in a man his age": whatever is general, the noun is the patient's. */
const OF_THE_SAME = gated(
  /^\s(?:like (?:him|her|this|ours)\b|(?:of |at )?(?:his|her|this patient['’]s) (?:own )?age\b)/i,
);
const NOUN = gated(
  new RegExp(
    `\\b(?:(${FEMALE_NOUN})|(?:${MALE_NOUN}))\\b(?!-|\\s(?:pattern|factor|genital|reproductive|sex|pelvis|hormone|anatomy|infertility|predominance|gender|condom|breast))`,
    'gi',
  ),
);
const POINTED_AT = gated(
  new RegExp(
    `${POINTING}(?:(?!(?:that|which|who|about|of|in|a|the|man|woman)\\b)[\\w-]{1,20},?\\s){0,3}$`,
    'i',
  ),
);
/** What points at a noun stands within so many UTF-16 code units before it. */
const POINTING_REACH = 90;

/** The text just before `at`; cut off in the middle it begins with a mark, so that it is not taken for a beginning. */
export function textBefore(text: string, at: number, reach: number): string {
  return at <= reach ? text.slice(0, at) : `…${text.slice(at - reach, at)}`;
}

/** The nouns of `text` by which it points at one woman or man: "a 12-year-old girl", "this guy". */
export function sexedNouns(text: string): readonly SexWord[] {
  return NOUN.matchesIn(text)
    .filter(({ index, 0: noun }) => {
      const before = textBefore(text, index, POINTING_REACH);
      return (
        POINTED_AT.test(before) ||
        OF_THE_SAME.test(text.slice(index + noun.length)) ||
        (NO_ADJECTIVE.test(noun) && ARTICLE.test(before))
      );
    })
    .map((match) => ({
      span: { start: match.index, end: match.index + match[0].length },
      sex: match[1] === undefined ? 'male' : 'female',
    }));
}
