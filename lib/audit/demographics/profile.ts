import { readAges, type StatedAge } from '@/lib/audit/demographics/ages';
import { firstLifeStage } from '@/lib/audit/demographics/life-stages';
import {
  type OtherPerson,
  otherPersons,
  type Sex,
  type SexWord,
  sexedPronouns,
} from '@/lib/audit/demographics/persons';
import type { CaseReading } from '@/lib/case/case';
import { gated } from '@/lib/text/gated-pattern';
import type { Span } from '@/lib/text/span';

/** Age and sex as the case gives them, with whoever else it speaks of. */
export interface Profile {
  /** Every age that the case states, of whomever. */
  readonly ages: readonly StatedAge[];
  /** The patient's: an age where one is stated, else a stage of life. */
  readonly age?: StatedAge;
  readonly sex?: { readonly value: Sex; readonly span: Span };
  readonly others: readonly OtherPerson[];
}

const NOUN = gated(
  /\b(?:(woman|female|girl|lady|primigravida|multigravida|primipara|multipara|(?<=old )daughter)|(?:man|male|boy|gentleman|(?<=old )son))\b/i,
);
const LETTER = gated(/\b\d{1,3}\s?(?:y\/?o|yo)?\s?([MF])(?=[\s,.;)])/);
/** Conditions that settle the sex where no word does. */
const OF_ONE_SEX = gated(
  /\b(?:(pregnan(?:t|cy)|menopaus\w{1,6}|amenorrh\w{1,6}|menorrhagia|menses|last menstrual|postpartum|gravida|cervical cancer|ovarian|uterine|vaginal|hysterectomy)|prostate|prostatic|testicular|testis|scrotal|scrotum|penile|erectile)\b/i,
);
/** Before the noun these give it to somebody else: "hit by a man". */
const ANOTHER_BEFORE = gated(
  /\b(?:mother|father|mom|dad|brother|sister|son|daughter|wife|husband|partner|by|with another)\s(?:an?\s|is\s|was\s)?(?:[\w-]+\s)?$/i,
);

function nounOf(text: string): SexWord | undefined {
  const match = NOUN.exec(text);
  const letter = LETTER.exec(text);
  if (letter !== null && (match === null || letter.index < match.index)) {
    const end = letter.index + letter[0].length;
    return { sex: letter[1] === 'F' ? 'female' : 'male', span: { start: end - 1, end } };
  }
  if (match === null || ANOTHER_BEFORE.test(text.slice(Math.max(0, match.index - 40), match.index)))
    return undefined;
  const span = { start: match.index, end: match.index + match[0].length };
  return { sex: match[1] === undefined ? 'male' : 'female', span };
}

/** What pronouns say where they agree; a case that uses both leaves it open. */
function pronounOf(text: string): SexWord | undefined {
  const pronouns = sexedPronouns(text);
  const first = pronouns[0];
  return first !== undefined && pronouns.every(({ sex }) => sex === first.sex) ? first : undefined;
}

function conditionOf(text: string): SexWord | undefined {
  const match = OF_ONE_SEX.exec(text);
  return match === null
    ? undefined
    : {
        sex: match[1] === undefined ? 'male' : 'female',
        span: { start: match.index, end: match.index + match[0].length },
      };
}

/** The patient's age: the first that is not said of somebody else. */
function ageOf(
  text: string,
  ages: readonly StatedAge[],
  others: readonly OtherPerson[],
): StatedAge | undefined {
  const own = ages.find(
    ({ span }) =>
      !others.some(
        ({ span: other, word }) =>
          !/^(?:child|son|daughter|infant|newborn|baby|kid|person|resident|teacher|nurse|surgeon|physician|doctor)/.test(
            word,
          ) &&
          ((other.end <= span.start &&
            /^[\s,]*(?:is|was|who is|aged|,)?\s?$/.test(text.slice(other.end, span.start))) ||
            (other.start >= span.end && other.start - span.end <= 2)),
      ),
  );
  return own ?? firstLifeStage(text);
}

/** Who the patient is stands near the beginning, however long the record. UTF-16 code units. */
const READ = 20_000;

/** Reads the profile of a case out of all of its text: in some cases the question alone tells of the patient. */
export function profileOf({ case: given }: CaseReading): Profile {
  const text = given.text.slice(0, READ);
  const ages = readAges(text);
  const others = otherPersons(text);
  const age = ageOf(text, ages, others);
  const sex = nounOf(text) ?? pronounOf(text) ?? conditionOf(text);
  return {
    ages,
    others,
    ...(age === undefined ? {} : { age }),
    ...(sex === undefined ? {} : { sex: { value: sex.sex, span: sex.span } }),
  };
}
