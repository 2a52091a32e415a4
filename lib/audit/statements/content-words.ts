import type { Span } from '@/lib/text/span';
import { wordsOf } from '@/lib/text/words';

/** Words that link nothing: small words, words of time and of telling, and what every case has. */
const EMPTY = new Set(
  `a an the and or of in on with to at by for from as into over under about around after before since during within until
  is are was were be been being has have had having do does did done get got gets getting can could would should might may
  must will shall not no nor never it its he him his she her hers they them their this that these those there here who
  which what when where while how why we our us you your i me my so but also just only even then than now well very really
  quite pretty kind sort bit lot still yet already though although because if okay alright hmm wait ah oh yeah yes
  patient patients person woman man girl boy guy lady male female child year years month months week weeks day days hour
  hours minute minutes night nights ago later earlier past last previous next first history present presents presenting
  presented presentation come comes coming case symptom symptoms sign signs thing things something some any one two three
  four five six seven eight nine ten eleven twelve few several many couple single half old due given need make made take
  say says said mention mentions mentioned show shows showing suddenly sudden onset duration long time experience
  experiences experiencing develop developed develops left right side sided bilateral unilateral both`
    .split(/\s+/)
    .filter((word) => word !== ''),
);

/** Names that differ without a shared stem; the first of each stands for all. Common synonyms of history taking. */
const SAME: readonly (readonly string[])[] = [
  ['amenorrhea', 'amenorrhoea', 'period', 'periods', 'menses', 'menstruation'],
  ['dyspnea', 'dyspnoea', 'breath', 'breathlessness', 'breathless', 'breathing'],
  ['edema', 'oedema', 'swelling', 'swollen', 'puffiness'],
  [
    'pain',
    'painful',
    'ache',
    'aching',
    'sore',
    'soreness',
    'tenderness',
    'tender',
    'hurts',
    'hurting',
    'discomfort',
  ],
  ['fever', 'febrile', 'temperature', 'pyrexia'],
  ['weakness', 'weak', 'weaker', 'paresis', 'plegia', 'hemiparesis', 'paralysis'],
  ['numbness', 'numb', 'sensation', 'sensory', 'paresthesia', 'tingling'],
  ['diarrhea', 'diarrhoea', 'stools'],
  ['vomiting', 'vomit', 'emesis', 'vomited'],
  ['operation', 'surgery', 'surgical', 'procedure'],
  ['fatigue', 'tired', 'tiredness', 'exhausted'],
  ['lump', 'mass', 'nodule', 'nodules', 'masses', 'lumps', 'swelling'],
  ['vision', 'sight', 'visual', 'blindness'],
  ['radiotherapy', 'radiation', 'irradiation'],
  ['dysphagia', 'swallowing', 'swallow'],
  ['medication', 'drug', 'drugs', 'medicine', 'tablet', 'tablets'],
  ['seizure', 'seizures', 'convulsion', 'convulsions', 'fits'],
];

const KEYS = new Map<string, string>();
for (const group of SAME) {
  const [first = ''] = group;
  for (const word of group) {
    const stem = stemOfWord(word);
    if (!KEYS.has(stem)) KEYS.set(stem, stemOfWord(first));
  }
}

function stemOfWord(word: string): string {
  return wordsOf(word)[0]?.stem ?? word;
}

/** The words of `text` (of `span` in it) that can link two mentions of one fact, as stems under which synonyms meet. */
export function contentStems(text: string, span?: Span): ReadonlySet<string> {
  const stems = new Set<string>();
  for (const { surface, stem } of wordsOf(text, span)) {
    if (surface.length < 3 || /^\d/u.test(surface) || EMPTY.has(surface.toLowerCase())) continue;
    stems.add(KEYS.get(stem) ?? stem);
  }
  return stems;
}

/** How many stems two sets share. */
export function sharedStems(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  let shared = 0;
  for (const stem of a) if (b.has(stem)) shared += 1;
  return shared;
}
