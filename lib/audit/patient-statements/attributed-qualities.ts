import { type Denial, denialFromStart } from '@/lib/audit/statements/negation';
import {
  COMPOUNDS_BY_WORD,
  type GeneralQuality,
  QUALITIES_BY_WORD,
} from '@/lib/knowledge/general-qualities';
import type { Span } from '@/lib/text/span';
import { type Word, wordsOf } from '@/lib/text/words';

/** A quality that a text gives to what one noun names: a heart size that is normal. */
export interface AttributedQuality {
  readonly quality: GeneralQuality;
  /** The stem of the noun; undefined where the quality says of itself what it is said of. */
  readonly head?: string;
  /** The stems that stand before the noun: "axillary" hair. */
  readonly narrowed: readonly string[];
  readonly side?: 'left' | 'right';
  readonly span: Span;
  readonly denial: Denial;
}

/** Nouns that only say how something is measured or where it is seen. */
const EMPTY_NOUNS = new Set(
  'level levels count counts value values result results reading readings size sized area areas region amount number numbers finding findings serum plasma range ranges limits part parts side body'.split(
    ' ',
  ),
);
/** One stem for what means the same. */
const SAME_HEAD = new Map(
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
const STOP = new Set(
  'a an the of in on at to from for with without by and or but as that which who whom this these those his her their its my our your is are was were be been being has have had do does did not no than then so if when while also just really very quite pretty too all some any there here it we i you see shows show showed reveals revealed found noted seen feels feel looks look seems seem comes came back remains remained gets got after before because since during about around up down out over under again ever never both either each every into through per more less most least much could would might may can must should will felt heard palpated observed picked mentioned described given when where who mean means suggest suggests suggesting point points pointing fit fits make makes making explain explains lead leads leading cause causes causing indicate indicates like due don doesn didn isn wasn aren here today now then still definitely really probably likely possibly maybe perhaps together along given considering plus'.split(
    ' ',
  ),
);
const COPULA = new Set(
  'is are was were be been being looks look looked seems seem seemed appears appear appeared remains remained feels feel stays stayed came comes has have had'.split(
    ' ',
  ),
);
const ADVERBS = new Set(
  'not really very quite pretty also all just a bit little actually so too back clearly markedly slightly mildly severely still both definitely apparently completely totally fairly rather basically been'.split(
    ' ',
  ),
);
/** Between a verb and a quality: "are of normal size", "is within normal limits". */
const WITHIN = new Set('of within in'.split(' '));
/** What a phrase behind these only places: "the pulse in his arm". */
const PLACING = new Set('in on of at from to over'.split(' '));
/** Between a comparative and its noun: "lower than expected output". */
const COMPARED = new Set('than expected usual normally anticipated average'.split(' '));
const POSSESSIVES = new Set('his her their its the'.split(' '));
const SUBJECTS = new Set('she he they'.split(' '));
/** Words that a noun phrase has at most before and with its noun. */
const LONGEST_PHRASE = 4;
const MOST_ADVERBS = 4;

type Token = Word & { readonly low: string };

function tokensOf(text: string): readonly Token[] {
  const words = wordsOf(text);
  const tokens: Token[] = [];
  for (const word of words) {
    const low = word.surface.toLowerCase();
    const last = tokens.at(-1);
    const contraction = /^(she|he|they|it|that|there|guy|patient)'(?:s|re)$/.exec(low);
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

/** Whether nothing but spaces, a hyphen or, between adjectives, a comma parts two words. */
function joins(text: string, before: Token, after: Token): boolean {
  const gap = text.slice(before.end, Math.max(before.end, after.start));
  return /^[\s-]*$/.test(gap) || (gap.trim() === ',' && QUALITIES_BY_WORD.has(after.low));
}

/** The noun phrase that follows a quality: "decreased light touch sensation", "paucity of speech". */
function phraseAfter(text: string, tokens: readonly Token[], at: number): readonly Token[] {
  const phrase: Token[] = [];
  for (let index = at + 1; index < tokens.length && phrase.length < LONGEST_PHRASE; index += 1) {
    const token = tokens[index];
    const before = tokens[index - 1];
    if (token === undefined || before === undefined || !joins(text, before, token)) break;
    if (QUALITIES_BY_WORD.has(token.low)) {
      if (phrase.length > 0 && before.low !== 'and') break;
      continue;
    }
    const links =
      (phrase.length === 0 && COMPARED.has(token.low)) ||
      (phrase.length === 0 && (token.low === 'of' || POSSESSIVES.has(token.low))) ||
      (token.low === 'and' && QUALITIES_BY_WORD.has(tokens[index + 1]?.low ?? ''));
    if (links) continue;
    if (STOP.has(token.low) || COPULA.has(token.low)) break;
    phrase.push(token);
  }
  return phrase;
}

/** The noun phrase that ends at `at`, read backwards. */
function phraseEndingAt(text: string, tokens: readonly Token[], at: number): readonly Token[] {
  const phrase: Token[] = [];
  for (let index = at; index >= 0 && phrase.length < LONGEST_PHRASE; index -= 1) {
    const token = tokens[index];
    const next = tokens[index + 1];
    if (token === undefined) break;
    if (index < at && next !== undefined && !joins(text, token, next)) break;
    if (SUBJECTS.has(token.low)) {
      phrase.unshift(token);
      break;
    }
    if (STOP.has(token.low) || (index < at && QUALITIES_BY_WORD.has(token.low))) break;
    phrase.unshift(token);
  }
  return phrase;
}

/** Of "the pulse in his arm" the pulse; any other phrase as it is. */
function placedPhrase(
  text: string,
  tokens: readonly Token[],
  last: number,
  phrase: readonly Token[],
): readonly Token[] {
  let index = last - phrase.length;
  if (POSSESSIVES.has(tokens[index]?.low ?? '')) index -= 1;
  const placed = phrase.length > 0 && PLACING.has(tokens[index]?.low ?? '');
  const whole = placed ? phraseEndingAt(text, tokens, index - 1) : [];
  return whole.length > 0 ? whole : phrase;
}

/** The noun phrase that a quality after a verb speaks of: "the heart size is really enlarged", "with his spleen palpable". */
function phraseBefore(text: string, tokens: readonly Token[], at: number): readonly Token[] {
  let index = at - 1;
  for (let skipped = 0; skipped < MOST_ADVERBS; skipped += 1) {
    const token = tokens[index];
    if (token === undefined) break;
    const coordinates = token.low === 'and' && QUALITIES_BY_WORD.has(tokens[index - 1]?.low ?? '');
    if (!(coordinates || ADVERBS.has(token.low) || WITHIN.has(token.low))) break;
    index -= coordinates ? 2 : 1;
  }
  const link = tokens[index];
  const isLinked = link !== undefined && COPULA.has(link.low);
  const after = tokens[index + 1];
  if (link === undefined || after === undefined || !joins(text, link, after)) return [];
  const phrase = phraseEndingAt(text, tokens, isLinked ? index - 1 : index);
  if (isLinked) return placedPhrase(text, tokens, index - 1, phrase);
  const owner = tokens[index - phrase.length];
  return index === at - 1 && owner !== undefined && POSSESSIVES.has(owner.low) ? phrase : [];
}

function headOf(phrase: readonly Token[]): Pick<AttributedQuality, 'head' | 'narrowed'> {
  const full = phrase.filter(
    ({ low }) => !EMPTY_NOUNS.has(low) && low !== 'left' && low !== 'right',
  );
  const last = full.at(-1);
  const narrowed = full.slice(0, -1).map(({ stem }) => stem);
  return last === undefined
    ? { narrowed: [] }
    : { head: SAME_HEAD.get(last.stem) ?? SAME_HEAD.get(last.low) ?? last.stem, narrowed };
}

/** A side is looked for so far behind the words. UTF-16 code units. */
const SIDE_REACH = 50;

function sideNear(text: string, { start, end }: Span): Pick<AttributedQuality, 'side'> {
  const around = text.slice(Math.max(0, start - 15), end + SIDE_REACH);
  const left = /\bleft\b/i.test(around);
  const right = /\bright\b/i.test(around);
  return left === right ? {} : { side: left ? 'left' : 'right' };
}

/** The part before the hyphen of "hormone-dependent" or "HER2-negative" says what the quality is said of. */
function hyphenatedTo(text: string, tokens: readonly Token[], at: number): readonly Token[] {
  const before = tokens[at - 1];
  const token = tokens[at];
  const joined =
    before !== undefined &&
    token !== undefined &&
    text.slice(before.end, token.start) === '-' &&
    !STOP.has(before.low) &&
    !QUALITIES_BY_WORD.has(before.low);
  return joined ? [before] : [];
}

/** What a quality is given to: what it is joined to, follows it, or stands before the verb that gives it. */
function phraseOf(text: string, tokens: readonly Token[], at: number): readonly Token[] {
  const joined = hyphenatedTo(text, tokens, at);
  if (joined.length > 0) return joined;
  const following = phraseAfter(text, tokens, at);
  return headOf(following).head === undefined ? phraseBefore(text, tokens, at) : following;
}

function compoundsAt(text: string, token: Token): readonly AttributedQuality[] {
  const own: Span = { start: token.start, end: token.end };
  return (COMPOUNDS_BY_WORD.get(token.low) ?? []).flatMap(({ quality, noun }) => {
    const stem = wordsOf(noun)[0]?.stem ?? noun;
    return (QUALITIES_BY_WORD.get(quality) ?? []).map((one) => ({
      quality: one,
      head: SAME_HEAD.get(stem) ?? stem,
      narrowed: [],
      ...sideNear(text, own),
      span: own,
      denial: denialFromStart(text, own),
    }));
  });
}

function qualitiesAt(
  text: string,
  tokens: readonly Token[],
  at: number,
): readonly AttributedQuality[] {
  const token = tokens[at];
  const qualities = QUALITIES_BY_WORD.get(token?.low ?? '');
  if (token === undefined || qualities === undefined) return [];
  const phrase = phraseOf(text, tokens, at);
  const { head, narrowed } = headOf(phrase);
  const own: Span = { start: token.start, end: token.end };
  const span = {
    start: Math.min(token.start, phrase[0]?.start ?? token.start),
    end: Math.max(token.end, phrase.at(-1)?.end ?? token.end),
  };
  const denial = denialFromStart(text, own);
  const side = sideNear(text, span);
  return qualities.flatMap((quality): readonly AttributedQuality[] => {
    if (quality.standsAlone) return [{ quality, narrowed: [], ...side, span: own, denial }];
    return head === undefined ? [] : [{ quality, head, narrowed, ...side, span, denial }];
  });
}

/** The qualities that one sentence or clause gives, with the noun that each is given to. Linear in the text. */
export function attributedQualities(text: string): readonly AttributedQuality[] {
  const tokens = tokensOf(text);
  return tokens.flatMap((token, at) => [
    ...qualitiesAt(text, tokens, at),
    ...compoundsAt(text, token),
  ]);
}
