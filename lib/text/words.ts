import type { Span } from '@/lib/text/span';

/** One word of a text: where it stands, and the form under which inflections and spellings of it meet. */
export interface Word extends Span {
  /** As written, with typographic apostrophes made plain and a possessive 's taken off. */
  readonly surface: string;
  /** Lower case, American spelling, inflection removed. */
  readonly stem: string;
}

/** Letters and digits; inside a word an apostrophe, inside a number a point or comma. */
const WORD_PATTERN =
  /\d+(?:[.,]\d+)*(?:st|nd|rd|th)?(?![\p{L}\p{N}])|[\p{L}\p{N}]+(?:['’][\p{L}]+)*/gu;

/**
 * The words of `text` inside `span` (the whole text when it is left out), in order, with offsets into `text`.
 * Hyphens separate words, so "pain-free" is two of them.
 */
export function wordsOf(text: string, span?: Span): Word[] {
  const start = span?.start ?? 0;
  const part = span === undefined ? text : text.slice(span.start, span.end);
  const words: Word[] = [];
  for (const match of part.matchAll(WORD_PATTERN)) {
    const raw = match[0];
    const surface = raw.includes('’') ? raw.replaceAll('’', "'") : raw;
    const bare = surface.replace(/'s$/iu, '');
    words.push({
      start: start + match.index,
      end: start + match.index + raw.length,
      surface: bare,
      stem: stemOf(bare),
    });
  }
  return words;
}

/** Forms that no rule of inflection reaches. */
const IRREGULAR: ReadonlyMap<string, string> = new Map(
  Object.entries({
    ate: 'eat',
    eaten: 'eat',
    began: 'begin',
    begun: 'begin',
    bled: 'bleed',
    blew: 'blow',
    blown: 'blow',
    born: 'birth',
    broke: 'break',
    broken: 'break',
    brought: 'bring',
    came: 'come',
    caught: 'catch',
    children: 'child',
    did: 'do',
    does: 'do',
    done: 'do',
    drank: 'drink',
    drunk: 'drink',
    drove: 'drive',
    dying: 'die',
    died: 'die',
    dies: 'die',
    fed: 'feed',
    feet: 'foot',
    fell: 'fall',
    fallen: 'fall',
    felt: 'feel',
    found: 'find',
    gave: 'give',
    given: 'give',
    gone: 'go',
    got: 'get',
    gotten: 'get',
    grew: 'grow',
    grown: 'grow',
    had: 'have',
    has: 'have',
    having: 'have',
    held: 'hold',
    kept: 'keep',
    knew: 'know',
    known: 'know',
    lain: 'lie',
    lying: 'lie',
    lay: 'lie',
    laid: 'lie',
    left: 'left',
    lost: 'lose',
    losing: 'lose',
    loss: 'lose',
    losses: 'lose',
    made: 'make',
    men: 'man',
    met: 'meet',
    mice: 'mouse',
    ran: 'run',
    rose: 'rise',
    risen: 'rise',
    said: 'say',
    sat: 'sit',
    saw: 'see',
    seen: 'see',
    sent: 'send',
    shook: 'shake',
    shaken: 'shake',
    slept: 'sleep',
    slid: 'slide',
    sought: 'seek',
    spat: 'spit',
    spoke: 'speak',
    spoken: 'speak',
    spent: 'spend',
    spread: 'spread',
    stood: 'stand',
    struck: 'strike',
    stuck: 'stick',
    stung: 'sting',
    swelled: 'swell',
    swollen: 'swell',
    swam: 'swim',
    swept: 'sweep',
    swore: 'swear',
    taken: 'take',
    took: 'take',
    teeth: 'tooth',
    thought: 'think',
    threw: 'throw',
    thrown: 'throw',
    told: 'tell',
    tore: 'tear',
    torn: 'tear',
    went: 'go',
    were: 'be',
    was: 'be',
    is: 'be',
    are: 'be',
    been: 'be',
    being: 'be',
    woke: 'wake',
    woken: 'wake',
    awoke: 'wake',
    waking: 'wake',
    women: 'woman',
    wore: 'wear',
    worn: 'wear',
    worst: 'worse',
    worsen: 'worse',
    worsened: 'worse',
    worsening: 'worse',
    worsens: 'worse',
    wrote: 'write',
    diagnoses: 'diagnosis',
    diagnosed: 'diagnosis',
    diagnosing: 'diagnosis',
    diagnose: 'diagnosis',
    metastases: 'metastasis',
    testes: 'testis',
    vertebrae: 'vertebra',
    breathing: 'breath',
    breathe: 'breath',
    breathes: 'breath',
    breathed: 'breath',
    breaths: 'breath',
    swelling: 'swell',
    swellings: 'swell',
    tiredness: 'tired',
    tire: 'tired',
    tiring: 'tired',
    news: 'news',
    always: 'always',
    sinuses: 'sinus',
    diabetes: 'diabetes',
    diabetic: 'diabetes',
    diabetics: 'diabetes',
    asthmatic: 'asthma',
    asthmatics: 'asthma',
    anemic: 'anemia',
    febrile: 'fever',
    feverish: 'fever',
    feverishness: 'fever',
    itchy: 'itch',
    itchiness: 'itch',
    itching: 'itch',
    smoker: 'smoke',
    smokers: 'smoke',
    smoking: 'smoke',
    drinker: 'drink',
    vomitus: 'vomit',
    nauseous: 'nausea',
    nauseated: 'nausea',
    constipated: 'constipation',
    dizzy: 'dizzy',
    dizziness: 'dizzy',
    anxious: 'anxiety',
    anxiousness: 'anxiety',
    irritable: 'irritability',
    weaker: 'weak',
    weakness: 'weak',
    weakened: 'weak',
    weaken: 'weak',
    numbness: 'numb',
    paler: 'pale',
    pallor: 'pale',
    paleness: 'pale',
    painful: 'pain',
    painless: 'painless',
    photophobic: 'photophobia',
    obese: 'obesity',
    hypertensive: 'hypertension',
    pregnant: 'pregnancy',
    cirrhotic: 'cirrhosis',
    depressed: 'depression',
    depressive: 'depression',
    confused: 'confusion',
    swallowing: 'swallow',
    wheezy: 'wheeze',
    bloody: 'blood',
    bruises: 'bruise',
    vaccination: 'vaccine',
    vaccinations: 'vaccine',
    vaccinated: 'vaccine',
    vaccines: 'vaccine',
    immunization: 'immunize',
    immunizations: 'immunize',
    immunisation: 'immunize',
    immunisations: 'immunize',
    metastatic: 'metastasis',
    migrainous: 'migraine',
    allergic: 'allergy',
    allergies: 'allergy',
    relatives: 'relative',
    distended: 'distension',
    distention: 'distension',
    bloated: 'bloat',
    bloating: 'bloat',
    hoarseness: 'hoarse',
    redness: 'red',
    reddened: 'red',
    reddening: 'red',
    stiffness: 'stiff',
    soreness: 'sore',
    tenderness: 'tender',
    sickness: 'sick',
    heaviness: 'heavy',
    tightness: 'tight',
    seizures: 'seizure',
    emphysematous: 'emphysema',
    exertional: 'exertion',
    intoxicated: 'intoxication',
    congested: 'congestion',
    choking: 'choke',
    suffocating: 'suffocate',
    suffocation: 'suffocate',
    injected: 'inject',
    injection: 'inject',
    hospitalization: 'hospitalize',
    hospitalisation: 'hospitalize',
    admission: 'admit',
    admitted: 'admit',
    admissions: 'admit',
    treatment: 'treat',
    treated: 'treat',
    therapy: 'therapy',
    infected: 'infection',
    infective: 'infection',
    exposed: 'exposure',
    contacts: 'contact',
    farming: 'farm',
    farmer: 'farm',
    miner: 'mine',
    mining: 'mine',
    operated: 'operation',
    surgical: 'surgery',
    traveled: 'travel',
    travelled: 'travel',
    traveling: 'travel',
    travelling: 'travel',
    paralyzed: 'paralysis',
    paralysed: 'paralysis',
    deviated: 'deviate',
    deviation: 'deviate',
    polyposis: 'polyp',
    involuntarily: 'involuntary',
    uncontrollable: 'uncontrolled',
    uncontrollably: 'uncontrolled',
    sexually: 'sexual',
    sex: 'sexual',
    familial: 'family',
    hereditary: 'family',
    nasal: 'nose',
    nostril: 'nose',
    nostrils: 'nose',
    oral: 'mouth',
    ocular: 'eye',
    abdominal: 'abdomen',
    abdo: 'abdomen',
    vaginal: 'vagina',
    rectal: 'rectum',
    anal: 'anus',
    cervical: 'neck',
    facial: 'face',
    muscular: 'muscle',
    thoracic: 'thorax',
    hepatic: 'liver',
    cardiac: 'heart',
    renal: 'kidney',
    pulmonary: 'lung',
    gastric: 'stomach',
    cutaneous: 'skin',
    menstrual: 'menses',
    menstruation: 'menses',
    menstruating: 'menses',
    pharyngeal: 'throat',
    pharynx: 'throat',
    palatal: 'palate',
    lingual: 'tongue',
    maternal: 'mother',
    paternal: 'father',
    nocturnal: 'night',
    overnight: 'night',
    nighttime: 'night',
    nightly: 'night',
  }),
);

/** Letter groups in which British and American spelling differ, for words that were lower-cased. */
const SPELLINGS: readonly (readonly [RegExp, string])[] = [
  [/(?<=dyspn|apn|rrh|orthopn|^)oe(?=[adst])/u, 'e'],
  [/^(gastro)oe/u, '$1e'],
  [/oea/u, 'ea'],
  [/^haem|(?<=[a-z])haem/u, 'hem'],
  [/aem(?=i)/u, 'em'],
  [/aesth/u, 'esth'],
  [/^melaen/u, 'melen'],
  [/^(gyn|p|orthop)aed?(?=[dc])/u, '$1e'],
  [/^anaes/u, 'anes'],
  [/^(col|lab|od|tum|hum|vap|fav|behavi|neighb|flav)our/u, '$1or'],
  [/discolour/u, 'discolor'],
  [/is(?=(?:e|ed|es|ing|ation|ations|er|ers)$)/u, 'iz'],
  [/ys(?=(?:ed|es|ing)$)/u, 'yz'],
  [/^(cent|lit|fib|goit|met|milli|tit)re(s?)$/u, '$1er$2'],
  [/sulph/u, 'sulf'],
  [/^grey/u, 'gray'],
  [/^leuk?ocor/u, 'leukor'],
  [/^oes/u, 'es'],
];

function americanSpelling(word: string): string {
  let spelt = word;
  for (const [pattern, replacement] of SPELLINGS) spelt = spelt.replace(pattern, replacement);
  return spelt;
}

const stems = new Map<string, string>();
/** Ordinary English stays far below this; a text of random letters must not grow the memory without end. */
const STEM_MEMORY = 50_000;

/** The stem of one word; two inflections or spellings of a word have the same stem. */
export function stemOf(word: string): string {
  const known = stems.get(word);
  if (known !== undefined) return known;
  const stem = computeStem(word.toLowerCase());
  if (stems.size >= STEM_MEMORY) stems.clear();
  stems.set(word, stem);
  return stem;
}

function computeStem(word: string): string {
  if (word.length <= 2 || /\d/u.test(word)) return word;
  const spelt = americanSpelling(word);
  const irregular = IRREGULAR.get(spelt);
  if (irregular !== undefined) return withoutDerivation(irregular);
  const singular = withoutPlural(spelt);
  const base = withoutVerbEnding(singular);
  const root = withoutDerivation(base);
  return withoutDerivation(IRREGULAR.get(root) ?? root);
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
    return withoutDoubledConsonant(rest);
  }
  return word;
}

function withoutDoubledConsonant(word: string): string {
  return /([bdgmnprt])\1$/u.test(word) ? word.slice(0, -1) : word;
}

const DERIVATIONS: readonly (readonly [RegExp, string])[] = [
  [/fulness$/u, ''],
  [/ness$/u, ''],
  [/(?<=.{4})ally$/u, 'al'],
  [/(?<=.{3})ly$/u, ''],
  [/(?<=.{4})ful$/u, ''],
  [/(?<=.{4})ations?$/u, ''],
  [/(?<=.{3}[a-z])e$/u, ''],
  [/(?<=.{3})i$/u, 'y'],
];

function withoutDerivation(word: string): string {
  let root = word;
  for (const [pattern, replacement] of DERIVATIONS) root = root.replace(pattern, replacement);
  return root;
}
