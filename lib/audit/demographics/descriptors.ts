import { textBefore } from '@/lib/audit/demographics/persons';
import { type GatedPattern, gated } from '@/lib/text/gated-pattern';
import { rememberingTexts } from '@/lib/text/remembered';
import type { Span } from '@/lib/text/span';

/** Groups of words that name one origin; the broad ones of case vignettes, which do not mix them. */
const ORIGINS: readonly (readonly [string, GatedPattern])[] = [
  ['African American', gated(/\b(?:african[\s-]american|black|african|afro[\s-]caribbean)\b/i)],
  ['Caucasian', gated(/\b(?:caucasian|white|european)\b/i)],
  [
    'Asian',
    gated(
      /\b(?:asian|chinese|japanese|korean|indian|pakistani|vietnamese|filipino|thai|bangladeshi)\b/i,
    ),
  ],
  ['Hispanic', gated(/\b(?:hispanic|latino|latina|mexican|puerto rican)\b/i)],
  ['Middle Eastern', gated(/\b(?:middle[\s-]eastern|arab|iranian|turkish|egyptian)\b/i)],
  ['Native American', gated(/\b(?:native american|american indian|inuit)\b/i)],
  ['Ashkenazi Jewish', gated(/\b(?:ashkenazi|jewish)\b/i)],
];

const OCCUPATION_WORDS =
  'accountant|actor|actress|architect|artist|athlete|baker|banker|barber|bartender|butcher|carpenter|cashier|chef|cleaner|clerk|coach|construction worker|cook|dancer|dentist|driver|electrician|engineer|factory worker|farmer|farm worker|firefighter|fireman|fisherman|gardener|hairdresser|housewife|homemaker|janitor|journalist|judge|labou?rer|lawyer|librarian|lifeguard|mechanic|miner|musician|nanny|nurse|office worker|painter|photographer|pilot|plumber|policeman|police officer|postman|professor|programmer|salesman|saleswoman|schoolteacher|teacher|scientist|secretary|security guard|shepherd|soldier|stockbroker|student|tailor|trader|truck driver|veterinarian|waiter|waitress|welder|writer|attorney|physician|surgeon|singer|runner|swimmer|wrestler|retiree';
/** Words for one and the same work. */
const SAME_WORK: readonly (readonly string[])[] = [
  ['lawyer', 'attorney'],
  ['housewife', 'homemaker'],
  ['teacher', 'schoolteacher', 'professor'],
  ['driver', 'truck driver'],
  ['farmer', 'farm worker', 'shepherd'],
  ['stockbroker', 'trader', 'banker'],
  ['firefighter', 'fireman'],
  ['policeman', 'police officer'],
  ['chef', 'cook'],
  ['physician', 'surgeon'],
  ['athlete', 'runner', 'swimmer', 'wrestler', 'dancer'],
  ['laborer', 'labourer', 'construction worker', 'factory worker'],
  ['cleaner', 'janitor'],
];
/** An age, a pointing word or a verb by which what follows describes the patient. */
const DESCRIBING =
  "(?:[\\s-]old\\s|\\b\\d{1,3}\\s?yo\\s|\\b(?:this|our)\\s|\\b(?:he|she|patient|who)(?:['’]s|\\sis|\\swas)\\s(?:an?\\s)?|\\bworks as\\s(?:an?\\s)?|\\bworking as\\s(?:an?\\s)?)";
const DESCRIBED = gated(new RegExp(`${DESCRIBING}(?:[\\w-]{1,20}\\s){0,3}$`, 'i'));
/** What describes stands within so many UTF-16 code units before the word. */
const REACH = 80;
const NOT_AN_OCCUPATION = gated(/^(?:['’-]|\s(?:cell|elbow|knee))/);
const OF_A_PERSON =
  /^(?:\s(?:[\w-]{1,20}\s)?(?:man|woman|male|female|boy|girl|lady|gentleman|guy|patient|child|infant|person)\b|[.,;]|\s(?:and|with|who)\b)/i;
const ANY_OCCUPATION = gated(new RegExp(`\\b(?:${OCCUPATION_WORDS})\\b`, 'gi'));

/** What describes a person besides age and sex. */
export interface Descriptor {
  readonly kind: 'origin' | 'occupation' | 'marital status';
  readonly value: string;
  readonly span: Span;
}

function workOf(word: string): string {
  const lower = word.toLowerCase();
  return SAME_WORK.find((words) => words.includes(lower))?.[0] ?? lower;
}

/** Not "single", which is said of much else, unless a person follows. */
const MARITAL: readonly (readonly [string, GatedPattern])[] = [
  [
    'unmarried',
    gated(
      /\b(?:unmarried|never[\s-]married|single(?=\s(?:man|woman|male|female|mother|father|lady|guy|person)\b))/i,
    ),
  ],
  ['married', gated(/\bmarried\b/i)],
  ['divorced', gated(/\b(?:divorced|divorcee)\b/i)],
  ['widowed', gated(/\b(?:widowed|widow|widower)\b/i)],
];

function maritalStatus(text: string): readonly Descriptor[] {
  if (!/married|divorc|widow|single/i.test(text)) return [];
  return MARITAL.flatMap(([value, pattern]): readonly Descriptor[] => {
    const match = pattern.exec(text);
    const isNegated =
      match !== null && /\b(?:not|never|un)[\s-]?$/i.test(text.slice(0, match.index));
    return match === null || isNegated
      ? []
      : [
          {
            kind: 'marital status',
            value,
            span: { start: match.index, end: match.index + match[0].length },
          },
        ];
  });
}

/** What stands where an age is followed by work: "a 31-year-old mountain guide who". Group 1 is the work. */
const WORK_AFTER_AGE = gated(
  /(?:[\s-]old|\b\d{1,3}\s?yo)\s(?:(?:caucasian|white|black|african[\s-]american|asian|hispanic|healthy|previously healthy|obese|male|female|retired|former|pregnant)\s){0,2}((?:[a-z]{3,14}\s)?(?:[a-z]{3,12}(?:broker|driver|keeper|maker|worker|smith|ologist|grapher|fighter)|guide|ranger|monk|nun|priest|sailor|hunter|hiker|climber|diver|golfer|instructor|trainer|manager|executive|consultant|analyst|contractor|roofer|bricklayer|mason|cobbler|potter|sculptor|florist|butler|maid|steward|stewardess|flight attendant|conductor|inspector|investigator|officer|agent|broker|dealer|vendor|operator|technician|assistant|lecturer|tutor|researcher|biologist|chemist|economist|pharmacist|midwife|paramedic|dietitian|therapist|beautician|hairstylist|model|comedian|drummer|guitarist|pianist|violinist|cyclist|boxer|footballer|gymnast|skier|jockey|rancher|logger|lumberjack|forester|beekeeper|winemaker|brewer|fisher|trucker|courier|mover|welder|machinist|metalworker|woodworker|astronaut|diplomat|politician|minister|pastor|rabbi|imam))(?=[\s,.])(?!\s(?:man|woman|male|female|boy|girl)\b)/gi,
);

function workAfterAge(text: string): readonly Descriptor[] {
  return WORK_AFTER_AGE.matchesIn(text).flatMap((match): readonly Descriptor[] => {
    const word = match[1] ?? '';
    const start = match.index + match[0].length - word.length;
    return [{ kind: 'occupation', value: workOf(word), span: { start, end: start + word.length } }];
  });
}

/** Every origin, occupation and marital status that `text` names, of whomever. */
export const namedDescriptors: (text: string) => readonly Descriptor[] =
  rememberingTexts(readDescriptors);

function readDescriptors(text: string): readonly Descriptor[] {
  const occupations = ANY_OCCUPATION.matchesIn(text).map(
    (match): Descriptor => ({
      kind: 'occupation',
      value: workOf(match[0]),
      span: { start: match.index, end: match.index + match[0].length },
    }),
  );
  const origins = ORIGINS.flatMap(([value, pattern]): readonly Descriptor[] => {
    const match = pattern.exec(text);
    return match === null
      ? []
      : [
          {
            kind: 'origin',
            value,
            span: { start: match.index, end: match.index + match[0].length },
          },
        ];
  });
  const more = workAfterAge(text).filter(
    ({ span }) =>
      !occupations.some((one) => one.span.start < span.end && span.start < one.span.end),
  );
  return [...origins, ...occupations, ...more, ...maritalStatus(text)];
}

/** Origins and occupations by which `text` describes the patient: "a 31-year-old stockbroker". */
export function describedBy(text: string): readonly Descriptor[] {
  return namedDescriptors(text).filter(({ kind, span }) => {
    const after = text.slice(span.end, span.end + REACH);
    const fits = kind === 'occupation' ? !NOT_AN_OCCUPATION.test(after) : OF_A_PERSON.test(after);
    return fits && DESCRIBED.test(textBefore(text, span.start, REACH));
  });
}
