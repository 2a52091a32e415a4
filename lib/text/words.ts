import { rememberingTexts } from '@/lib/text/remembered';
import type { Span } from '@/lib/text/span';

/** One word of a text: where it stands, and the form under which inflections and spellings of it meet. */
export interface Word extends Span {
  /** As written, with typographic apostrophes made plain and a possessive 's taken off. */
  readonly surface: string;
  /** Lower case, American spelling, inflection removed. */
  readonly stem: string;
}

/** Letters and digits; inside a word an apostrophe, inside a number a point or comma; and "+ve", "-ve". */
const WORD_PATTERN =
  /\d+(?:[.,]\d+)*(?:st|nd|rd|th)?(?![\p{L}\p{N}])|[\p{L}\p{N}]+(?:['’][\p{L}]+)*|(?<![\p{L}\p{N}])[+-]ve(?![\p{L}\p{N}])/gu;
/** The same for texts of `ENGLISH`, which most are: classes of all letters that there are take several times as long. */
const ENGLISH_WORD_PATTERN =
  /\d+(?:[.,]\d+)*(?:st|nd|rd|th)?(?![A-Za-z0-9])|[A-Za-z0-9]+(?:['’][A-Za-z]+)*|(?<![A-Za-z0-9])[+-]ve(?![A-Za-z0-9])/g;
/** Nothing but the letters and digits of English, and marks that are neither. */
const ENGLISH = /^[\0-\x7f\u2010-\u2027°±×÷→≤≥−]*$/;

/**
 * The words of `text` inside `span` (the whole text when it is left out), in order, with offsets into `text`.
 * Hyphens separate words, so "pain-free" is two of them.
 */
export function wordsOf(text: string, span?: Span): readonly Word[] {
  if (span === undefined) return wordsOfText(text);
  return readWords(text.slice(span.start, span.end), span.start);
}

/** Several checks ask for the words of the same sentence. */
const wordsOfText = rememberingTexts((text) => readWords(text, 0));

/** The words of `text` as `Word.surface` gives them, for those who need no more. */
export function surfacesOf(text: string): readonly string[] {
  const surfaces: string[] = [];
  eachWord(text, (raw) => surfaces.push(surfaceOf(raw)));
  return surfaces;
}

function readWords(part: string, offset: number): Word[] {
  const words: Word[] = [];
  eachWord(part, (raw, at) => {
    const surface = surfaceOf(raw);
    const start = offset + at;
    words.push({ start, end: start + raw.length, surface, stem: stemOf(surface) });
  });
  return words;
}

function eachWord(text: string, visit: (raw: string, at: number) => void): void {
  const pattern = ENGLISH.test(text) ? ENGLISH_WORD_PATTERN : WORD_PATTERN;
  // Not matchAll, which makes a new pattern at every call: most texts are a few words long.
  pattern.lastIndex = 0;
  for (let match = pattern.exec(text); match !== null; match = pattern.exec(text)) {
    visit(match[0], match.index);
  }
}

function surfaceOf(raw: string): string {
  const plain = raw.includes('’') ? raw.replaceAll('’', "'") : raw;
  return plain.includes("'") ? plain.replace(/'s$/iu, '') : plain;
}

/**
 * Words whose relation no rule of inflection reaches: irregular verbs and plurals, and derived words that change their stem.
 * The first of each line is the form that the others are read as.
 */
const IRREGULAR_FORMS = `
  be is are was were been being am
  have has had having
  do does did done
  eat ate eaten
  begin began begun
  bite bit bitten biting
  bleed bled
  blow blew blown
  birth born
  break broke broken
  breath breathe breathed breathes breathing
  bring brought
  bruise bruising bruised
  come came coming
  catch caught
  child children
  cough coughing
  diagnosis diagnoses diagnose diagnosed diagnosing
  die died dies dying death
  drink drank drunk drinker
  drive drove driven
  ease easing eased
  farm farmer
  feed fed
  fall fell fallen
  feel felt
  find found
  foot feet
  give gave given giving
  go gone went goes going
  get got gotten getting
  grow grew grown
  hold held
  hurt hurting
  keep kept
  know knew known
  lie lay lain laid lying lies
  live lives lived living
  lose lost losing loss losses
  make made making
  man men
  meet met
  mine miner mining
  move moved moving movement
  run ran
  rise rose risen rising
  say said
  sit sat
  see saw seen
  send sent
  shake shook shaken shaky
  sleep slept asleep
  smoke smoker
  speak spoke spoken speech
  spit spat
  stand stood
  strike struck
  stick stuck
  swell swollen swelled swelling
  sweep swept
  take took taken taking
  tooth teeth
  think thought
  throw threw thrown
  tell told
  tire tired tiring tiredness
  use using used user
  wake woke woken awoke waking
  weak weaker weaken
  weigh weight
  wear wore worn
  wipe wiping wiped
  woman women
  worse worst worsen worsening worsened
  write wrote written
  work worker
  build builder built
  ache aching
  admit admission
  abdomen abdominal abdo
  anxious anxiety anxiousness
  asthma asthmatic
  breast breasted
  distend distension distention
  bloat bloated bloating
  itch itchy itching itchiness
  metastasis metastases metastatic mets
  nausea nauseous nauseated nauseating
  obese obesity
  pain painful
  pale pallor paler
  paralysis paralyzed paralyse
  pruritus pruritic
  red redness reddened reddening
  sex sexual
  smell smelling
  surgery surgical
  swallow swallowing
  testis testes
  travel travelled travelling traveled traveling
  vertebra vertebrae
  positive +ve
  negative -ve
  intensity
  palpable palpated palpate
  compliance compliant
  complication complicated
  imaging
  lactate
  secondary secondaries
  family familial
  face facial
  nose nasal nostril
  fever febrile feverish feverishness
  headache
  allergy allergic allergen
  constipation constipated
  hospital hospitalize hospitalise hospitalized hospitalised hospitalization hospitalisation
  inhale inhalation
  exhale exhalation
  thorax thoracic
  vagina vaginal
  rectum rectal
  anus anal perianal
  scrotum scrotal
  pelvis pelvic
  tonsil tonsillar
  muscle muscular musculature
  mouth oral buccal
  eye ocular orbital periorbital eyeball
  tongue lingual
  neck cervical nuchal
  heart cardiac
  kidney renal
  liver hepatic
  lung pulmonary
  skin cutaneous dermal
  mother maternal mum mom mummy
  father paternal dad
  night nocturnal overnight nighttime nightly
  menses menstrual menstruation menstruating menstruate
  bone bony
  spine spinal
  vomit vomitus vomiting
  protein proteinuria
  strong strength
  deep deepen depth
  long length
  strain straining
  severe severely severity
  several
  scare scares scared scaring scary
  scar scars scarred scarring
  nerve nerves
  nervous nervously nervousness
  extremity extremities
  saturation saturations sats
  bearable
  clubbing clubbed
  worrying worryingly
  tolerable tolerably
`;

const IRREGULAR = new Map<string, string>();
for (const line of IRREGULAR_FORMS.trim().split('\n')) {
  const [base = '', ...forms] = line.trim().split(' ');
  for (const form of [base, ...forms]) IRREGULAR.set(form, base);
}

/** Letter groups in which British and American spelling differ, for words in lower case. */
const SPELLINGS: readonly (readonly [RegExp, string])[] = [
  [/oe(?=[adms])/u, 'e'],
  [/haem/u, 'hem'],
  [/aem(?=i)/u, 'em'],
  [/aesth/u, 'esth'],
  [/melaen/u, 'melen'],
  [/gynaec/u, 'gynec'],
  [/paed/u, 'ped'],
  [/ae(?=[cs])/u, 'e'],
  [/(col|lab|od|tum|hum|vap|fav|behavi|neighb|flav)our/u, '$1or'],
  [/is(?=(?:e|ed|es|ing|ation|ations|er|ers)$)/u, 'iz'],
  [/ys(?=(?:ed|es|ing)$)/u, 'yz'],
  [/(cent|lit|fib|goit|met|tit)re(s?)$/u, '$1er$2'],
  [/sulph/u, 'sulf'],
  [/^grey/u, 'gray'],
  [/^leuc/u, 'leuk'],
];

const stems = new Map<string, string>();
/** Ordinary English stays far below this; a text of random letters must not grow the memory without end. */
const STEM_MEMORY = 50_000;

/** The stem of one word; inflections, spellings and close derivations of a word share it. It need not be a word. */
export function stemOf(word: string): string {
  const known = stems.get(word);
  if (known !== undefined) return known;
  const stem = computeStem(word.toLowerCase());
  if (stems.size >= STEM_MEMORY) stems.clear();
  stems.set(word, stem);
  return stem;
}

function computeStem(word: string): string {
  const irregular = IRREGULAR.get(word) ?? IRREGULAR.get(withoutPlural(word));
  if (irregular !== undefined) return irregular;
  if (word.length <= 2 || /\d/u.test(word)) return word;
  let spelt = word;
  for (const [pattern, replacement] of SPELLINGS) spelt = spelt.replace(pattern, replacement);
  const inflected = IRREGULAR.get(spelt) ?? IRREGULAR.get(withoutPlural(spelt));
  return inflected ?? withoutDerivation(withoutVerbEnding(withoutPlural(spelt)));
}

function withoutPlural(word: string): string {
  if (word.length <= 3 || !word.endsWith('s') || /(?:ss|us|is)$/u.test(word)) return word;
  if (word.endsWith('ies') && word.length > 4) return `${word.slice(0, -3)}y`;
  if (/(?:ch|sh|ss|x|z)es$/u.test(word)) return word.slice(0, -2);
  return word.slice(0, -1);
}

function withoutVerbEnding(word: string): string {
  for (const ending of ['ing', 'ed']) {
    if (!word.endsWith(ending)) continue;
    const rest = word.slice(0, -ending.length);
    if (rest.length < 3 || !/[aeiouy]/u.test(rest)) continue;
    const single = /([bdgmnprt])\1$/u.test(rest) ? rest.slice(0, -1) : rest;
    return IRREGULAR.get(single) ?? IRREGULAR.get(`${single}e`) ?? single;
  }
  return word;
}

/** Endings that make one word class of another, and how many letters must remain for them to be that. */
const DERIVATIONS: readonly (readonly [string, number])[] = [
  ['fulness', 4],
  ['ness', 3],
  ['ously', 4],
  ['ally', 5],
  ['ly', 4],
  ['fully', 4],
  ['ful', 4],
  ['ish', 4],
  ['osis', 4],
  ['otic', 4],
  ['ation', 5],
  ['ition', 5],
  ['ion', 5],
  ['ive', 5],
  ['ity', 4],
  ['ary', 5],
  ['ism', 5],
  ['ous', 4],
  ['ement', 5],
  ['ment', 5],
  ['able', 4],
  ['abil', 4],
  ['ence', 5],
  ['ance', 4],
  ['ency', 5],
  ['ancy', 4],
  ['ent', 5],
  ['ant', 4],
  ['ate', 5],
  ['at', 5],
  ['ia', 4],
  ['ic', 4],
  ['al', 4],
  ['iz', 5],
  ['ize', 5],
  ['y', 4],
  ['i', 4],
  ['e', 4],
];

function withoutDerivation(word: string): string {
  let root = word;
  for (let round = 0; round < 3; round += 1) {
    const known = IRREGULAR.get(root);
    if (known !== undefined) return known;
    const ending = DERIVATIONS.find(
      ([suffix, rest]) => root.endsWith(suffix) && root.length - suffix.length >= rest,
    );
    if (ending === undefined) return root;
    root = root.slice(0, -ending[0].length);
  }
  return root;
}
