import {
  type OtherPerson,
  otherPersons,
  type Sex,
  type SexWord,
  sexedPronouns,
} from '@/lib/audit/demographics/persons';
import type { Profile } from '@/lib/audit/demographics/profile';
import { gated } from '@/lib/text/gated-pattern';

/** After a word for somebody of the pronoun's sex it may stand for that person so far on. UTF-16 code units. */
const REACH = 350;
/** The same after a word that leaves the sex open ("the surgeon"), which is rarer taken up by a pronoun. */
const OPEN_REACH = 200;
/** Words of no one in particular reach only to the end of their sentence. */
const NO_ONE = gated(/^(?:someone|somebody|anyone|everyone|person|couple)$/);
/** Of a patient who is a child these words may mean the patient. */
const CHILD = gated(/^(?:child|infant|newborn|baby|kid|twin)$/);
const ADULT = 18;

/** Follows a trace sentence by sentence to tell whose pronouns can be the patient's. */
export interface PronounReader {
  /** The pronouns of the next sentence, which begins at `offset`, that contradict the patient's sex; spans in the sentence. */
  read(sentence: string, offset: number): readonly SexWord[];
}

/** Begins to follow a trace about a patient of that sex. */
export function createPronounReader(sex: Sex, { age, others }: Profile): PronounReader {
  const wrong: Sex = sex === 'female' ? 'male' : 'female';
  const paediatric = age !== undefined && age.low < ADULT;
  const inCase = others.some((other) => other.sex === wrong);
  /** Up to where a pronoun of the other sex may stand for somebody already brought in. */
  let reach = -1;
  let met = false;

  function meet({ word, sex: known, span }: OtherPerson, offset: number, end: number): void {
    if (known === sex || (paediatric && CHILD.test(word))) return;
    reach = Math.max(
      reach,
      NO_ONE.test(word) ? end : offset + span.end + (known === undefined ? OPEN_REACH : REACH),
    );
    met ||= known === wrong;
  }

  return {
    read(sentence, offset) {
      const end = offset + sentence.length;
      const persons = [...otherPersons(sentence)];
      const found: SexWord[] = [];
      for (const pronoun of sexedPronouns(sentence)) {
        // Only who stands before a pronoun is its antecedent: in "brought by her mother" it is the patient.
        while ((persons[0]?.span.start ?? end) < pronoun.span.start) {
          const person = persons.shift();
          if (person !== undefined) meet(person, offset, end);
        }
        if (pronoun.sex === sex) continue;
        if (offset + pronoun.span.start < reach) {
          reach = Math.max(reach, offset + pronoun.span.end + REACH);
        } else if (!(met && inCase)) {
          found.push(pronoun);
        }
      }
      for (const person of persons) meet(person, offset, end);
      return found;
    },
  };
}
