import { type ClauseToken, LONGEST_SCOPE, TURNS } from '@/lib/case/scope/clause-tokens';

const RELATIVE_WORDS =
  'mother father mum mom dad daddy mummy brother sister sibling siblings parent parents aunt auntie uncle cousin cousins grandmother grandfather grandparent grandparents grandad granddad grandma grandpa gran granny nan nana grandson granddaughter niece nephew son daughter child baby boy girl wife husband spouse partner boyfriend girlfriend fiance fiancee';
const FAMILY_WORDS = 'relative relatives family fhx fh';
const RELATIVES = new RegExp(
  `^(?:${RELATIVE_WORDS.replace(/ (?:child|baby|boy|girl)(?= )/gu, '').replaceAll(' ', '|')}|${FAMILY_WORDS.replaceAll(' ', '|')})(?: |$)|relative$`,
  'u',
);
const WHOLE_FAMILY = /^(?:family|fhx|fh|relatives?)(?: |$)|relative$/u;
/** Others whose illness is not the patient's, either. */
const OTHERS =
  /^(?:friend|friends|flatmate|flatmates|housemate|roommate|colleague|colleagues|coworker|coworkers|neighbour|neighbor|classmate|classmates)$/u;

const NOT_SUBJECT_BEFORE = /^(?:with|by|per|to|from|for|lives|and|of|like|about|on)$/u;
/** What relatives do in a note without being its patient: they speak, watch and help. */
const ACTS =
  /^(?:say|says|said|reports|reported|states|stated|notice|noticed|notices|noted|brought|brings|thinks|thought|describes|described|denies|worried|concerned|accompanied|rings|rang|ringing|phones|phoned|calls|called|calling|saw|sees|seen|heard|hears|found|finds|gave|gives|given|took|takes|confirms|confirmed|tells|told|asks|asked|watched|counted|wonders|wants|wanted|interprets|interpreting|present|anxious|drove|checked|tried|adds|added|feels|reckons|insists|mentions|mentioned|declined|unsure|keen)$/u;
const AUXILIARIES = /^(?:has|had|have|also|is|was|then|never|first|just|very|who|and)$/u;
/** The account goes back to the patient. */
const PATIENT_AGAIN = /^(?:he|she|her|him|i|i'm|i've|my|me|we|patient|himself|herself|that)$/u;

/** Positions of the words for a relative of whom each term is said; `patient` is the relative whom the note is about. */
export function relativeTerms(
  tokens: readonly ClauseToken[],
  patient: string | undefined,
): number[][] {
  const saidOf: number[][] = tokens.map(() => []);
  for (const [position, token] of tokens.entries()) {
    const wholeFamily = WHOLE_FAMILY.test(token.text);
    if (!RELATIVES.test(token.text) && !OTHERS.test(token.text)) continue;
    if (token.text === patient || isBystander(tokens, position, wholeFamily)) continue;
    flagSaid(tokens, position, wholeFamily, saidOf);
  }
  return saidOf;
}

function isBystander(
  tokens: readonly ClauseToken[],
  position: number,
  wholeFamily: boolean,
): boolean {
  const token = tokens[position];
  const next = tokens[position + 1]?.text ?? '';
  if (token?.text === 'family') return !/^(?:history|hx|member|members)$/u.test(next);
  if (wholeFamily) return false;
  const previous = tokens[position - 1]?.text ?? '';
  const owner = /^(?:my|our|his|her|their|the)$/u.test(previous);
  const before = owner ? (tokens[position - 2]?.text ?? '') : previous;
  if (NOT_SUBJECT_BEFORE.test(before) || token?.after.startsWith("'s") === true) return true;
  const verb = AUXILIARIES.test(next) ? (tokens[position + 2]?.text ?? '') : next;
  return ACTS.test(next) || ACTS.test(verb) || tokens[position + 1]?.before.includes(':') === true;
}

function flagSaid(
  tokens: readonly ClauseToken[],
  from: number,
  wholeFamily: boolean,
  saidOf: number[][],
): void {
  const limit = Math.min(tokens.length, from + LONGEST_SCOPE);
  for (let covered = from + 1; covered < limit; covered += 1) {
    const word = tokens[covered];
    if (word === undefined || /[;.)]/u.test(word.before)) return;
    if (!wholeFamily && word.before.includes(',')) return;
    if (PATIENT_AGAIN.test(word.text) || TURNS.test(word.text)) return;
    saidOf[covered]?.push(from);
  }
}

const OWNED_RELATIVE = new RegExp(
  `\\b(?:[Mm]y|[Oo]ur) (?:(?:little|older|younger|elder|baby|dear|old|poor|\\d+[- ]?(?:year|month|week)s?[- ]old|\\d+ ?(?:yo|yr)) ){0,2}(${RELATIVE_WORDS.replaceAll(' ', '|')})\\b|(?:^|[.!?\\n] ?|about )(Mum|Mom|Dad|Nan|Gran|Grandad|Granddad|Grandma|dad|mum)\\b`,
  'u',
);
/** So far into a note its patient is named. UTF-16 code units. */
const OPENING = 250;

/**
 * The word for the relative whom a relative's account is about ("my son has been coughing"), or `undefined` where the patient
 * speaks or a clinician writes: such an account names the relative at its beginning and goes on about "he" or "she" more than
 * about "I".
 */
export function patientOfAccount(text: string): string | undefined {
  const named = OWNED_RELATIVE.exec(text.slice(0, OPENING));
  const word = named?.[1] ?? named?.[2];
  if (word === undefined) return undefined;
  const others = text.match(/\b(?:he|she|his|her|him|he's|she's)\b/gi)?.length ?? 0;
  const own = text.match(/\b(?:I|I'm|I've|my|me)\b/gu)?.length ?? 0;
  return others > 0 && others + 1 >= own ? word.toLowerCase() : undefined;
}
