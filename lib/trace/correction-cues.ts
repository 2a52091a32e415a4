import { gated } from '@/lib/text/gated-pattern';

/** Says outright that something said was wrong. All patterns read lower-case text with straight apostrophes. */
const OUTRIGHT = gated(
  /\b(?:scratch that|strike that|on second thoughts?|i misread|i misspoke|i miscalculated|i misremembered|i was (?:wrong|mistaken)|i made an? (?:mistake|error|slip)|my mistake|my bad|i take that back|i take it back|let me correct (?:that|this|it|myself)|let me fix that|correct myself|i (?:should|need to|must) correct|i had (?:it|that) (?:wrong|backwards)|i got (?:it|that) (?:wrong|backwards)|i mixed (?:up|that up|them up)|(?:have|been|was) misread|(?:that's|that is|that was|this is) (?:not right|not correct|wrong|incorrect|a mistake|backwards)|that isn't (?:right|correct)|that (?:can't|cannot|can not) be (?:right|correct))\b/,
);
/** "Wait, no", "No, wait", "Actually, no", and "No, it is …" where a sentence begins. */
const REFUSES = gated(
  /^(?:(?:oh|ah|hmm+|hm|but|and|okay|ok|well|uh),? ){0,2}(?:(?:wait|actually|hold on|hang on)[,.!—-]{0,2} ?no\b|no,? (?:wait|actually|hold on|scratch)|no, (?:it|that|this|he|she|they|the|his|her)\b|correction:)/,
);
/** Opens a sentence that may take something back, if an earlier one is contradicted by it. */
const RECONSIDERS = gated(
  /^(?:(?:oh|ah|hmm+|hm|but|and|okay|ok|well|uh|so|no),? ){0,2}(?:wait|actually|hold on|hang on|sorry|i mean|rather|or rather|looking again|re-?reading|rechecking|checking again|double-checking)\b/,
);
/** Takes back what the model says that it thought or said. */
const RECALLS = gated(
  /\bi (?:thought|said|assumed|wrote|stated|noted|mentioned|claimed|read|took)\b.{0,120}\b(?:but|actually|however|yet)\b/,
);
/** Leaves open what holds, so that it contradicts nothing. */
const OPEN =
  /\b(?:could|might|may|maybe|perhaps|possibly|would|wouldn't|should|if|whether|usually|typically|often|normally|sometimes|generally|let me|let's|consider|what about|i wonder)\b|\?/;
const NEGATION = gated(
  /\b(?:no|not|none|never|without|isn't|aren't|wasn't|weren't|doesn't|don't|didn't|hasn't|haven't|denies|denied|absent)\b/,
);
/** Words of which one gives up the other. */
const OPPOSITES: readonly (readonly [string, string])[] = [
  ['left', 'right'],
  ['male', 'female'],
  ['man', 'woman'],
  ['boy', 'girl'],
  ['high', 'low'],
  ['high', 'normal'],
  ['low', 'normal'],
  ['elevated', 'normal'],
  ['elevated', 'reduced'],
  ['elevated', 'low'],
  ['raised', 'low'],
  ['raised', 'normal'],
  ['increased', 'decreased'],
  ['positive', 'negative'],
  ['abnormal', 'normal'],
  ['upper', 'lower'],
  ['acute', 'chronic'],
  ['present', 'absent'],
  ['systolic', 'diastolic'],
  ['medial', 'lateral'],
  ['anterior', 'posterior'],
  ['hours', 'days'],
  ['days', 'weeks'],
  ['weeks', 'months'],
  ['months', 'years'],
];

const OPPOSITE_WORDS: ReadonlySet<string> = new Set(OPPOSITES.flat());

/** How plainly a sentence takes something back. */
export type TakingBack = 'outright' | 'recalled' | 'if-contradicted' | 'not';

/** Reads from its words alone how plainly a sentence takes something back. */
export function readTakingBack(plain: string): TakingBack {
  if (OUTRIGHT.test(plain) || REFUSES.test(plain)) {
    return 'outright';
  }
  if (RECALLS.test(plain)) {
    return 'recalled';
  }
  return RECONSIDERS.test(plain) && !OPEN.test(plain) ? 'if-contradicted' : 'not';
}

/** Whether a sentence claims something, so that it can be contradicted. */
export function isClaim(plain: string): boolean {
  return !OPEN.test(plain);
}

function opposes(one: ReadonlySet<string>, other: ReadonlySet<string>): boolean {
  return OPPOSITES.some(
    ([a, b]) =>
      (one.has(a) && !one.has(b) && other.has(b) && !other.has(a)) ||
      (one.has(b) && !one.has(a) && other.has(a) && !other.has(b)),
  );
}

const WORD = /[a-z]+/g;
const NUMBER = /\d{1,7}(?:\.\d{1,4})?/g;
/** Words that say nothing of the subject. */
const COMMON: ReadonlySet<string> = new Set(
  `the and but for are was were has had have been being with from into about than then them they their there here this that
  these those what when where which who why how his her him she its it's our you your not none never without also just like
  really quite pretty very much more most some any all both each such only still even too can could would should might may
  must will shall does did done say says said mean means see seen look looks looking let lets make makes made think thought
  thinking know known seem seems now okay well wait hmm actually hold hang sorry rather again second thoughts scratch strike
  correct right wrong mistake backwards incorrect patient case one two because since while after before over under out off yes yeah oh ah
  low high normal elevated raised reduced level levels count counts rate value values
  misread first checking reading bit also per minute day hour mg dl ml meq mmol mmhg percent isn doesn don didn wasn weren hasn haven`.split(
    /\s+/,
  ),
);
const STEM = 7;

/** Two sentences are on one subject when the later shares one in this many of its words. */
const SHARE_OF_ONE_SUBJECT = 2;

/** What a sentence is about, as far as words tell. */
export interface Subject {
  /** Stems of its words of content. */
  readonly stems: ReadonlySet<string>;
  readonly words: ReadonlySet<string>;
  readonly numbers: ReadonlySet<string>;
  readonly negated: boolean;
}

export function subjectOf(plain: string): Subject {
  const words = new Set(plain.match(WORD));
  const content = [...words].filter(
    (word) => word.length > 2 && !COMMON.has(word) && !OPPOSITE_WORDS.has(word),
  );
  return {
    stems: new Set(content.map((word) => word.replace(/s$/, '').slice(0, STEM))),
    words,
    numbers: new Set(plain.match(NUMBER)),
    negated: NEGATION.test(plain),
  };
}

/** How many words of content two sentences share. */
export function shared(one: Subject, other: Subject): number {
  let count = 0;
  for (const stem of one.stems) {
    count += other.stems.has(stem) ? 1 : 0;
  }
  return count;
}

/** Whether two sentences on one subject give different numbers, opposite words, or one denies what the other says. */
export function contradicts(later: Subject, earlier: Subject): boolean {
  const common = shared(later, earlier);
  if (common === 0 || common * SHARE_OF_ONE_SUBJECT < later.stems.size) {
    return false;
  }
  const numbers = [...later.numbers];
  const replaces =
    numbers.length > 0 &&
    earlier.numbers.size > 0 &&
    numbers.some((number) => !earlier.numbers.has(number)) &&
    [...earlier.numbers].some((number) => !later.numbers.has(number));
  return replaces || later.negated !== earlier.negated || opposes(later.words, earlier.words);
}
