import type { StatedAge } from '@/lib/audit/demographics/ages';
import { textBefore } from '@/lib/audit/demographics/persons';
import { gated } from '@/lib/text/gated-pattern';

/**
 * Ages, in years, at which these words are used. Wider than any definition (WHO counts adolescence from 10 to 19 and old age
 * from 60; the neonatal period is 28 days), since an alarm is to be raised only where no usage would allow the word.
 */
const STAGES: readonly (readonly [RegExp, number, number])[] = [
  [/^(?:newborn|neonate)/i, 0, 0.25],
  [/^(?:infant|baby)/i, 0, 2.5],
  [/^toddler/i, 0.7, 5],
  [/^preschooler/i, 2, 7],
  [/^(?:child|kid|youngster)$/i, 0, 19],
  [/^(?:boy|girl)$/i, 0, 30],
  [/^(?:teen|adolescent)/i, 9, 21],
  [/^(?:young age|young$|youth$)/i, 0, 60],
  [/^tender age/i, 0, 21],
  [/^young /i, 13, 50],
  [/^(?:man|woman|lady|gentleman)$/i, 12, 123],
  [/^middle-aged/i, 34, 70],
  [/^(?:elderly|octogenarian|senior|older|old|advanced) ?/i, 50, 123],
];

/**
 * The age groups of MeSH (National Library of Medicine, "Age Groups" [M01.060]: adult 19 to 44, middle aged 45 to 64, aged from
 * 65), for a word that is held against another word alone, where neither comes with a number.
 */
const AGAINST_A_WORD: readonly (readonly [RegExp, number, number])[] = [
  [/^young (?:man|woman|lady|adult|guy|gentleman|male|female|person|patient)/i, 13, 45],
  [/^middle-aged/i, 45, 65],
  [/^(?:elderly|senior|older|old) /i, 65, 123],
];

const GROWN = '(?:man|woman|lady|guy|gentleman|adult|patient|person|male|female)';
const WORDS = `(?:newborn|neonate|infant|baby|toddler|preschooler|child|kid|youngster|boy|girl|teen(?:ager|aged|age)?|adolescent|(?:young|middle-aged|elderly|senior|older|old) ${GROWN}|man|woman|lady|gentleman)`;
/** What says that the person is this one and not anyone. */
const POINTING =
  "(?:this|our|(?:we(?:['’]ve| have)?(?: got)?|have|there(?:['’]s| is)|here(?:['’]s| is)|it(?:['’]s| is)|dealing with|got|she(?:['’]s| is| was)|he(?:['’]s| is| was)|patient is|being) (?:(?:barely|hardly|only|just|still|clearly|already|really|basically|practically|now) )?an?)";
const STAGE = gated(new RegExp(`\\b(${WORDS})\\b`, 'gi'));
/** "This woman's symptoms": whose they are is as plain as "this woman"; after "an" it may be anyone's. */
const POSSESSIVE = gated(/^['’]s\b/);
const THIS_ONE = gated(/\b(?:this|our)\s(?:(?!\d)\w{1,20}\s)?$/i);
/** "For a toddler like him", "in a woman her age": whoever it is, the word is said of the patient. */
const LIKE_THE_PATIENT = gated(
  /^\s(?:like (?:him|her|this|ours)\b|(?:of |at )?(?:his|her|this patient['’]s) (?:own )?age\b)/i,
);
/** "His advanced age", "she's elderly": a stage of life that is no noun for a person. Group: the words for it. */
const OF_A_PERSON = [
  /\b(?:his|her|their|the patient['’]s|this (?:man|woman|girl|boy)['’]s) (?:very |rather |relatively )?((?:young|tender|advanced|old) age|youth)\b/gi,
  /\b(?:he|she|the patient)(?:['’]s| is) (?:quite |rather |very |pretty |so |still |already |relatively |clearly ){0,2}(elderly|middle-aged|young)(?=[,.;:)]|$|\s(?:and|so|with|but|which)\b)/gi,
].map(gated);
const POINTED_AT = gated(new RegExp(`\\b${POINTING}\\s(?:(?!\\d)\\w{1,20}\\s)?$`, 'i'));
const POINTING_REACH = 60;
const FIRST = gated(new RegExp(`\\b(?:an?|the|this)\\s(?:(?!\\d)\\w+\\s)?(${WORDS})\\b`, 'i'));
/** A case names the patient near its beginning. UTF-16 code units. */
const BEGINNING = 300;

function stageOf(word: string, start: number): StatedAge | undefined {
  const stage = STAGES.find(([pattern]) => pattern.test(word));
  return stage === undefined
    ? undefined
    : {
        span: { start, end: start + word.length },
        low: stage[1],
        high: stage[2],
        words: word.toLowerCase(),
      };
}

/** The words for a stage of life by which `text` points at one person: "this toddler", "we have an elderly man". */
export function readLifeStages(text: string): readonly StatedAge[] {
  const nouns = STAGE.matchesIn(text)
    .filter(({ index, 0: word }) => {
      const before = textBefore(text, index, POINTING_REACH);
      if (LIKE_THE_PATIENT.test(text.slice(index + word.length))) return true;
      return POSSESSIVE.test(text.slice(index + word.length))
        ? THIS_ONE.test(before)
        : POINTED_AT.test(before);
    })
    .flatMap(({ index, 0: word }) => stageOf(word, index) ?? []);
  const others = OF_A_PERSON.flatMap((pattern) =>
    pattern.matchesIn(text).flatMap((match) => {
      const words = match[1] ?? '';
      return stageOf(words, match.index + match[0].length - words.length) ?? [];
    }),
  );
  return [...nouns, ...others].sort((a, b) => a.span.start - b.span.start);
}

/** Whether two words for stages of life exclude each other, though the widest use of both overlaps: "young" and "middle-aged". */
export function excludedStages(a: StatedAge, b: StatedAge): boolean {
  const [one, other] = [a, b].map(({ words }) =>
    AGAINST_A_WORD.find(([pattern]) => pattern.test(words)),
  );
  return one !== undefined && other !== undefined && (one[1] >= other[2] || other[1] >= one[2]);
}

/** The stage of life by which a case first names a person ("A neonate presents …"), for cases that give no age. */
export function firstLifeStage(text: string): StatedAge | undefined {
  const match = FIRST.exec(text.slice(0, BEGINNING));
  const word = match?.[1];
  return match === null || word === undefined
    ? undefined
    : stageOf(word, match.index + match[0].length - word.length);
}
