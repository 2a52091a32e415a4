import { gated } from '@/lib/text/gated-pattern';
import { type Word, wordsOf } from '@/lib/text/words';

/** Nouns that only say how something is measured or where it is seen. */
export const EMPTY_NOUNS = new Set(
  'level levels count counts value values result results reading readings size sized area areas region amount number numbers finding findings serum plasma range ranges limits part parts side body'.split(
    ' ',
  ),
);
/** One stem for what means the same. */
export const SAME_HEAD = new Map(
  [
    'patient she he they man woman girl boy child guy lady gentleman stature build person',
    'spot lesion rash purpura macule',
    'platelet thrombocyte',
    'leukocyte wbc leucocyte',
    'disc disk',
    'node gland adenopathy',
    'output excretion',
    'vision sight eyesight acuity',
    'loss decline deterioration drop',
    'response reaction',
    'consciousness sensorium',
    'conjunctiva conjunctivae',
    'phlegm sputum',
    'pulse heart heartbeat',
    'breathing respiration',
    'hemoglobin haemoglobin',
    'urate uric',
    'radiograph film',
    'tumor tumour mass lump growth',
    'therapy treatment medication medicine drug',
    'speech speak talk',
    'limb extremity',
    'sensation sensory',
    'strength power',
    'tummy belly abdomen',
    'echo echocardiogram echocardiography',
  ].flatMap((line) => {
    const words = line.split(' ').map((word) => wordsOf(word)[0]?.stem ?? word);
    return words.map((word) => [word, words[0] ?? word] as const);
  }),
);
/** Words at which a noun phrase ends. */
export const STOP = new Set(
  'a an the of in on at to from for with without by and or but as that which who whom this these those his her their its my our your is are was were be been being has have had do does did not no than then so if when while also just really very quite pretty too all some any there here it we i you see shows show showed reveals revealed found noted seen feels feel looks look seems seem comes came back remains remained gets got after before because since during about around up down out over under again ever never both either each every into through per more less most least much could would might may can must should will felt heard palpated observed picked mentioned described given when where who mean means suggest suggests suggesting point points pointing fit fits make makes making explain explains lead leads leading cause causes causing indicate indicates like due don doesn didn isn wasn aren here today now then still definitely really probably likely possibly maybe perhaps together along given considering plus'.split(
    ' ',
  ),
);
/** Verbs that give a quality to their subject. */
export const COPULA = new Set(
  'is are was were be been being looks look looked seems seem seemed appears appear appeared remains remained feels feel stays stayed came comes has have had'.split(
    ' ',
  ),
);
/** What may stand between such a verb and the quality. */
export const ADVERBS = new Set(
  'not really very quite pretty also all just a bit little actually so too back clearly markedly slightly mildly severely still both definitely apparently completely totally fairly rather basically been'.split(
    ' ',
  ),
);
/** Between a verb and a quality: "are of normal size", "is within normal limits". */
export const WITHIN = new Set('of within in'.split(' '));
/** What a phrase behind these only places: "the pulse in his arm". */
export const PLACING = new Set('in on of at from to over'.split(' '));
/** Between a comparative and its noun: "lower than expected output". */
export const COMPARED = new Set('than expected usual normally anticipated average'.split(' '));
/** Whose the noun is. */
export const POSSESSIVES = new Set('his her their its the'.split(' '));
/** Pronouns for the patient. */
export const SUBJECTS = new Set('she he they'.split(' '));

/** A word with its lower case; of "she's" two of them. */
export type Token = Word & { readonly low: string };

const CONTRACTION = gated(/^(she|he|they|it|that|there|guy|patient)'(?:s|re)$/);

/** The words of a text, with contractions parted and "non" joined to what it denies. */
export function tokensOf(text: string): readonly Token[] {
  const words = wordsOf(text);
  const tokens: Token[] = [];
  for (const word of words) {
    const low = word.surface.toLowerCase();
    const last = tokens.at(-1);
    const contraction = low.includes("'") ? CONTRACTION.exec(low) : null;
    if (last?.low === 'non') {
      tokens[tokens.length - 1] = { ...word, start: last.start, low: `${last.low}${low}` };
    } else if (contraction !== null) {
      tokens.push({ ...word, low: contraction[1] ?? low }, { ...word, start: word.end, low: 'is' });
    } else {
      tokens.push({ ...word, low });
      // "She's" loses its ending when words are read.
      if (SUBJECTS.has(low) && /['’]s$/.test(text.slice(word.start, word.end))) {
        tokens.push({ ...word, start: word.end, low: 'is' });
      }
    }
  }
  return tokens;
}
