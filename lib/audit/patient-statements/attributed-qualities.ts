import {
  ADVERBS,
  COMPARED,
  COPULA,
  EMPTY_NOUNS,
  PLACING,
  POSSESSIVES,
  SAME_HEAD,
  STOP,
  SUBJECTS,
  type Token,
  tokensOf,
  WITHIN,
} from '@/lib/audit/patient-statements/quality-tokens';
import { type Denial, denialFromStart } from '@/lib/audit/statements/negation';
import {
  COMPOUNDS_BY_WORD,
  type GeneralQuality,
  QUALITIES_BY_WORD,
} from '@/lib/knowledge/general-qualities';
import { rememberingTexts } from '@/lib/text/remembered';
import type { Span } from '@/lib/text/span';
import { wordsOf } from '@/lib/text/words';

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

/** Words that a noun phrase has at most before and with its noun. */
const LONGEST_PHRASE = 4;
const MOST_ADVERBS = 4;
/** No noun stands further behind its quality, so that a row of qualities costs no more than its length. Words. */
const PHRASE_REACH = 12;

/** Whether nothing but spaces, a hyphen or, between adjectives, a comma parts two words. */
function joins(text: string, before: Token, after: Token): boolean {
  const gap = text.slice(before.end, Math.max(before.end, after.start));
  return /^[\s-]*$/.test(gap) || (gap.trim() === ',' && QUALITIES_BY_WORD.has(after.low));
}

/** The noun phrase that follows a quality: "decreased light touch sensation", "paucity of speech". */
function phraseAfter(text: string, tokens: readonly Token[], at: number): readonly Token[] {
  const phrase: Token[] = [];
  const last = Math.min(tokens.length - 1, at + PHRASE_REACH);
  for (let index = at + 1; index <= last && phrase.length < LONGEST_PHRASE; index += 1) {
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

const NONE: readonly AttributedQuality[] = [];

function compoundsAt(text: string, token: Token): readonly AttributedQuality[] {
  const compounds = COMPOUNDS_BY_WORD.get(token.low);
  if (compounds === undefined) return NONE;
  const own: Span = { start: token.start, end: token.end };
  return compounds.flatMap(({ quality, noun }) => {
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
  if (token === undefined || qualities === undefined) return NONE;
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
export const attributedQualities: (text: string) => readonly AttributedQuality[] =
  rememberingTexts(readQualities);

function readQualities(text: string): readonly AttributedQuality[] {
  const tokens = tokensOf(text);
  const found: AttributedQuality[] = [];
  for (const [at, token] of tokens.entries()) {
    found.push(...qualitiesAt(text, tokens, at), ...compoundsAt(text, token));
  }
  return found;
}
