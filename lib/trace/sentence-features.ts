import { SENTENCE_CUES } from '@/lib/trace/sentence-cues';
import { POINTING, SUBJECT_CUES, speaksInGeneral } from '@/lib/trace/subject-cues';

/** Cues of which one is enough to take a sentence as speaking of this patient. */
const OF_THE_PATIENT: readonly string[] = [
  'he or she',
  'his or her',
  'this patient',
  'they have',
  'age of a person',
  'opens with the person',
  'opens with his or her',
  'value with a unit',
];
/** Cues that place a sentence with the case though no person is named. */
const OF_THE_CASE: readonly string[] = ['here', 'these findings'];
/** Cues that say something else of this patient than of medicine at large. */
const DEPEND_ON_WHOM: readonly string[] = [
  'fits',
  'explains',
  'supports',
  'test',
  'judges a value',
  'hedge',
  'names a condition',
  'usually',
  'can cause',
  'causes',
  'risk or danger',
  'risk of',
  'should',
  'reads as normal or not',
  'suggests',
  'it suggests',
  'symptom word',
  'drug or procedure',
  'negation',
  'less likely',
  'if inside',
  'mechanism',
  'may be',
  'points to',
  'it is a',
  'wise to',
  'test to do',
];
/** Pairs of cues that mean more together than apart. */
const PAIRS: readonly (readonly [string, string])[] = [
  ['test', 'judges a value'],
  ['test', 'should do'],
  ['test', 'wise to'],
  ['test', 'a plan'],
  ['names a condition', 'hedge'],
  ['names a condition', 'most likely'],
  ['names a condition', 'fits'],
  ['names a condition', 'is a'],
  ['names a condition', 'may be'],
  ['less likely', 'symptom word'],
  ['one would expect', 'but usually'],
  ['opens with so', 'most likely'],
  ['but wait', 'they have'],
  ['but wait', 'names a condition'],
  ['number', 'reads as normal or not'],
  ['question', 'names a condition'],
  ['risk or danger', 'if inside'],
  ['opens with so', 'fits'],
  ['I am confident', 'most likely'],
];
/** Cues that speak for a conclusion once the reasoning has gone on for some paragraphs. */
const LATE: readonly string[] = ['sums up', 'most likely', 'fits'];
const LATE_FROM_PARAGRAPH = 4;
const WORD = /[a-z']+/g;
/** The name of each cue where it is of the sentence before; made once, since every sentence looks them up. */
const AFTER: ReadonlyMap<string, string> = new Map(
  SENTENCE_CUES.map(({ name }) => [name, `after ${name}`]),
);

const SUBJECT_FEATURES = Object.entries(SUBJECT_CUES).map(([name, pattern]) => ({
  name: `subject: ${name}`,
  pattern,
}));

/** Where a sentence stands: counted from nought, and from one for paragraphs. */
export interface SentencePlace {
  readonly sentence: number;
  readonly paragraph: number;
  readonly opensParagraph: boolean;
}

/** A citation says where something stands, and its number is no value. */
const CITATION = /\s?\[\d[\d,;\s–-]{0,40}\]/g;

/** Lower case, straight apostrophes, no citations, no white space around it: the form in which cues are read. */
export function plainSentence(text: string): string {
  return text.replace(CITATION, '').trim().toLowerCase().replaceAll('’', "'");
}

/** The names of the cues in one sentence. */
export function cuesIn(plain: string): ReadonlySet<string> {
  const names = new Set<string>();
  for (const { name, pattern } of SENTENCE_CUES) {
    if (pattern.test(plain)) {
      names.add(name);
    }
  }
  return names;
}

/** The words of a sentence as features, each once. */
export function wordFeatures(plain: string): readonly string[] {
  return [...new Set(plain.match(WORD))].map((word) => `word ${word}`);
}

function whomOf(cues: ReadonlySet<string>): string {
  if (OF_THE_PATIENT.some((name) => cues.has(name))) {
    return 'patient';
  }
  return OF_THE_CASE.some((name) => cues.has(name)) ? 'case' : 'medicine';
}

function subjectFeatures(plain: string): readonly string[] {
  return [
    ...SUBJECT_FEATURES.filter(({ pattern }) => pattern.test(plain)).map(({ name }) => name),
    ...(speaksInGeneral(plain) ? ['subject: nobody, in general'] : []),
    ...(POINTING.test(plain) ? [] : ['subject: nothing pointed at']),
  ];
}

function placeFeatures(place: SentencePlace): readonly string[] {
  const { sentence, paragraph, opensParagraph } = place;
  return [
    ...(opensParagraph ? ['opens a paragraph'] : []),
    ...(sentence < 3 ? [`sentence ${sentence + 1}`] : []),
    ...(sentence < 2 ? ['among the first two sentences'] : []),
    ...[3, 5, 7].filter((from) => paragraph >= from).map((from) => `from paragraph ${from}`),
    ...(opensParagraph && paragraph >= 5 ? ['opens a later paragraph'] : []),
  ];
}

/**
 * Everything that is seen of one sentence, by name: its cues, of whom it speaks, its place, its words, and the cues of the
 * sentence before. Each name is one readable rule.
 */
export function featuresOfSentence(
  plain: string,
  cues: ReadonlySet<string>,
  before: ReadonlySet<string>,
  place: SentencePlace,
): readonly string[] {
  const whom = whomOf(cues);
  const features = [
    ...cues,
    `speaks of the ${whom}`,
    ...subjectFeatures(plain),
    ...placeFeatures(place),
  ];
  for (const name of DEPEND_ON_WHOM) {
    if (cues.has(name)) {
      features.push(`${name}, of the ${whom}`);
    }
  }
  for (const [first, second] of PAIRS) {
    if (cues.has(first) && cues.has(second)) {
      features.push(`${first} with ${second}`);
    }
  }
  for (const name of LATE) {
    if (cues.has(name) && place.paragraph >= LATE_FROM_PARAGRAPH) {
      features.push(`${name}, late`);
    }
  }
  for (const name of before) {
    features.push(AFTER.get(name) ?? name);
  }
  features.push(...wordFeatures(plain));
  return features;
}
