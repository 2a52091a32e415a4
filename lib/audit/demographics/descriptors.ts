import type { Span } from '@/lib/text/span';

/** Groups of words that name one origin; the broad ones of case vignettes, which do not mix them. */
const ORIGINS: readonly (readonly [string, RegExp])[] = [
  ['African American', /\b(?:african[\s-]american|black|african|afro[\s-]caribbean)\b/iu],
  ['Caucasian', /\b(?:caucasian|white|european)\b/iu],
  [
    'Asian',
    /\b(?:asian|chinese|japanese|korean|indian|pakistani|vietnamese|filipino|thai|bangladeshi)\b/iu,
  ],
  ['Hispanic', /\b(?:hispanic|latino|latina|mexican|puerto rican)\b/iu],
  ['Middle Eastern', /\b(?:middle[\s-]eastern|arab|iranian|turkish|egyptian)\b/iu],
  ['Native American', /\b(?:native american|american indian|inuit)\b/iu],
  ['Ashkenazi Jewish', /\b(?:ashkenazi|jewish)\b/iu],
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
const DESCRIBED = new RegExp(
  `${DESCRIBING}((?:[\\w-]+\\s){0,3}?)(${OCCUPATION_WORDS})\\b(?!['’-]|\\s(?:cell|elbow|knee))`,
  'giu',
);
const ORIGIN_DESCRIBED = new RegExp(
  `${DESCRIBING}(?:[\\w-]+\\s){0,2}?(${ORIGINS.map(([, { source }]) => source.replaceAll('\\b', '')).join('|')})(?=\\s(?:[\\w-]+\\s)?(?:man|woman|male|female|boy|girl|lady|gentleman|guy|patient|child|infant|person)\\b|[.,;]|\\s(?:and|with|who)\\b)`,
  'giu',
);
const ANY_OCCUPATION = new RegExp(`\\b(?:${OCCUPATION_WORDS})\\b`, 'giu');

/** What describes a person besides age and sex. */
export interface Descriptor {
  readonly kind: 'origin' | 'occupation';
  readonly value: string;
  readonly span: Span;
}

function originOf(word: string): string {
  return ORIGINS.find(([, pattern]) => pattern.test(word))?.[0] ?? word;
}

function workOf(word: string): string {
  const lower = word.toLowerCase();
  return SAME_WORK.find((words) => words.includes(lower))?.[0] ?? lower;
}

/** Origins and occupations by which `text` describes the patient: "a 31-year-old stockbroker". */
export function describedBy(text: string): readonly Descriptor[] {
  const occupations = [...text.matchAll(DESCRIBED)].map((match): Descriptor => {
    const word = match[2] ?? '';
    const end = match.index + match[0].length;
    return { kind: 'occupation', value: workOf(word), span: { start: end - word.length, end } };
  });
  const origins = [...text.matchAll(ORIGIN_DESCRIBED)].map((match): Descriptor => {
    const word = match[1] ?? '';
    const end = match.index + match[0].length;
    return { kind: 'origin', value: originOf(word), span: { start: end - word.length, end } };
  });
  return [...origins, ...occupations];
}

/** Every origin and occupation that `text` names, of whomever. */
export function namedDescriptors(text: string): readonly Descriptor[] {
  const occupations = [...text.matchAll(ANY_OCCUPATION)].map(
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
  return [...origins, ...occupations];
}
