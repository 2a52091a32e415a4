import { textBefore } from '@/lib/audit/demographics/persons';
import type { Span } from '@/lib/text/span';

/** Groups of words that name one origin; the broad ones of case vignettes, which do not mix them. */
const ORIGINS: readonly (readonly [string, RegExp])[] = [
  ['African American', /\b(?:african[\s-]american|black|african|afro[\s-]caribbean)\b/i],
  ['Caucasian', /\b(?:caucasian|white|european)\b/i],
  [
    'Asian',
    /\b(?:asian|chinese|japanese|korean|indian|pakistani|vietnamese|filipino|thai|bangladeshi)\b/i,
  ],
  ['Hispanic', /\b(?:hispanic|latino|latina|mexican|puerto rican)\b/i],
  ['Middle Eastern', /\b(?:middle[\s-]eastern|arab|iranian|turkish|egyptian)\b/i],
  ['Native American', /\b(?:native american|american indian|inuit)\b/i],
  ['Ashkenazi Jewish', /\b(?:ashkenazi|jewish)\b/i],
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
const DESCRIBED = new RegExp(`${DESCRIBING}(?:[\\w-]{1,20}\\s){0,3}$`, 'i');
/** What describes stands within so many UTF-16 code units before the word. */
const REACH = 80;
const NOT_AN_OCCUPATION = /^(?:['’-]|\s(?:cell|elbow|knee))/;
const OF_A_PERSON =
  /^(?:\s(?:[\w-]{1,20}\s)?(?:man|woman|male|female|boy|girl|lady|gentleman|guy|patient|child|infant|person)\b|[.,;]|\s(?:and|with|who)\b)/i;
const ANY_OCCUPATION = new RegExp(`\\b(?:${OCCUPATION_WORDS})\\b`, 'gi');

/** What describes a person besides age and sex. */
export interface Descriptor {
  readonly kind: 'origin' | 'occupation';
  readonly value: string;
  readonly span: Span;
}

function workOf(word: string): string {
  const lower = word.toLowerCase();
  return SAME_WORK.find((words) => words.includes(lower))?.[0] ?? lower;
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

/** Origins and occupations by which `text` describes the patient: "a 31-year-old stockbroker". */
export function describedBy(text: string): readonly Descriptor[] {
  return namedDescriptors(text).filter(({ kind, span }) => {
    const after = text.slice(span.end, span.end + REACH);
    const fits = kind === 'origin' ? OF_A_PERSON.test(after) : !NOT_AN_OCCUPATION.test(after);
    return fits && DESCRIBED.test(textBefore(text, span.start, REACH));
  });
}
