import type { StatedAge } from '@/lib/audit/demographics/ages';
import { textBefore } from '@/lib/audit/demographics/persons';

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
  [/^young (?:man|woman|lady|adult|guy|gentleman)/i, 13, 50],
  [/^(?:man|woman|lady|gentleman)$/i, 12, 123],
  [/^middle-aged/i, 34, 70],
  [/^(?:elderly|octogenarian|senior|older|old) ?/i, 50, 123],
];

const WORDS =
  '(?:newborn|neonate|infant|baby|toddler|preschooler|child|kid|youngster|boy|girl|teen(?:ager|aged|age)?|adolescent|young (?:man|woman|lady|adult|guy|gentleman)|middle-aged (?:man|woman|lady|guy|gentleman|adult|patient|person|male|female)|(?:elderly|senior|older|old) (?:man|woman|lady|guy|gentleman|adult|patient|person|male|female)|man|woman|lady|gentleman)';
/** What says that the person is this one and not anyone. */
const POINTING =
  "(?:this|our|(?:we(?:['’]ve| have)?(?: got)?|have|there(?:['’]s| is)|here(?:['’]s| is)|it(?:['’]s| is)|dealing with|got|she(?:['’]s| is)|he(?:['’]s| is)|patient is) an?)";
const STAGE = new RegExp(`\\b(${WORDS})\\b`, 'gi');
/** "This woman's symptoms": whose they are is as plain as "this woman"; after "an" it may be anyone's. */
const POSSESSIVE = /^['’]s\b/;
const THIS_ONE = /\b(?:this|our)\s(?:(?!\d)\w{1,20}\s)?$/i;
const POINTED_AT = new RegExp(`\\b${POINTING}\\s(?:(?!\\d)\\w{1,20}\\s)?$`, 'i');
const POINTING_REACH = 60;
const FIRST = new RegExp(`\\b(?:an?|the|this)\\s(?:(?!\\d)\\w+\\s)?(${WORDS})\\b`, 'i');
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
  return [...text.matchAll(STAGE)]
    .filter(({ index, 0: word }) => {
      const before = textBefore(text, index, POINTING_REACH);
      return POSSESSIVE.test(text.slice(index + word.length))
        ? THIS_ONE.test(before)
        : POINTED_AT.test(before);
    })
    .flatMap(({ index, 0: word }) => stageOf(word, index) ?? []);
}

/** The stage of life by which a case first names a person ("A neonate presents …"), for cases that give no age. */
export function firstLifeStage(text: string): StatedAge | undefined {
  const match = FIRST.exec(text.slice(0, BEGINNING));
  const word = match?.[1];
  return match === null || word === undefined
    ? undefined
    : stageOf(word, match.index + match[0].length - word.length);
}
