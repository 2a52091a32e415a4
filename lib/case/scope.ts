import type { Term } from '@/lib/case/terms';

/** What a sentence says about the standing of each of its terms. */
export interface Scopes {
  /** Positions of the negating terms whose scope covers a term, by term position. */
  readonly negatedBy: readonly (readonly number[])[];
  /** Whether the term is spoken of as possible, to be excluded or conditional, and so is no fact. */
  readonly hypothetical: readonly boolean[];
  /** Positions of the words for a relative of whom the term is said. */
  readonly saidOf: readonly (readonly number[])[];
}

const NEGATORS =
  /^(?:no|not|never|without|don't|doesn't|didn't|isn't|wasn't|aren't|weren't|hasn't|haven't|hadn't|nor|neither|none|nil|non|deny|denies|denied|denying|negative|free|absent|absence|lack|lacks|lacking|-ve)$/u;
/** Negators whose scope runs on over a list ("no fever, chills, cough"). */
const LIST_NEGATORS =
  /^(?:no|nor|neither|without|deny|denies|denied|denying|negative|absence|nil|non)$/u;
/** A "no" or "not" before these denies them alone: "no change in the cough" is a cough. */
const PSEUDO_NEGATED =
  /^(?:change|changes|only|longer|doubt|relief|improvement|response|increase|worse|better|certain|sure|able|just|further)$/u;
const TERMINATORS =
  /^(?:but|however|although|though|except|yet|whereas|while|because|then|apart|besides|despite)$/u;
const POSITIVE_VERBS =
  /^(?:has|have|had|having|reports|reported|complains|complained|complaining|describes|described|notes|noted|admits|admitted|endorses|endorsed|presents|presented|developed|develops|is|was|are|were|feels|felt|gets|got|takes|took|states|stated|experiences|experienced|suffers|does|did|says|appears|looks|uses|drinks|smokes|lives|works)$/u;
const POST_NEGATORS = /^(?:absent|denied|negative|-ve|nil|no|none)$/u;
const RELATIVES =
  /^(?:mother|father|mum|mom|dad|brother|sister|sibling|siblings|parent|parents|aunt|uncle|cousin|cousins|grandmother|grandfather|grandparent|grandparents|relative|relatives|family|fhx|fh|son|daughter|wife|husband|spouse|partner)(?: |$)|relative$/u;

/** No scope is longer than this many terms; it also keeps an endless sentence from costing more than its length. */
const LONGEST_SCOPE = 60;

interface Token {
  readonly text: string;
  /** Marks between this word and the one before it. */
  readonly before: string;
}

/** Reads negation, hypothesis and family scopes of one sentence; `text` is what the terms' offsets point into. */
export function readScopes(text: string, terms: readonly Term[]): Scopes {
  const tokens = terms.map((term, position) => ({
    text: text.slice(term.start, term.end).toLowerCase().replaceAll('’', "'"),
    before: text.slice(terms[position - 1]?.end ?? term.start, term.start),
  }));
  const negatedBy: number[][] = terms.map(() => []);
  for (const [position, token] of tokens.entries()) {
    if (!NEGATORS.test(token.text)) continue;
    for (const covered of negationScope(tokens, position)) negatedBy[covered]?.push(position);
  }
  return { negatedBy, hypothetical: hypotheticalTerms(tokens), saidOf: relativeTerms(tokens) };
}

function negationScope(tokens: readonly Token[], negator: number): readonly number[] {
  const token = tokens[negator];
  if (token === undefined) return [];
  const next = tokens[negator + 1]?.text ?? '';
  if (POST_NEGATORS.test(token.text) && closesItem(tokens, negator))
    return backwardScope(tokens, negator);
  if (token.text === 'free') return scopeOfFree(tokens, negator, next);
  if (/^(?:negative|-ve)$/u.test(token.text) && next !== 'for') return [];
  if (token.text === 'absence' && next !== 'of') return [];
  if (token.text === 'non') return [negator + 1];
  if (PSEUDO_NEGATED.test(next) && /^(?:no|not|without)$/u.test(token.text)) return [negator + 1];
  return forwardScope(tokens, negator, LIST_NEGATORS.test(token.text));
}

/** "Pain-free" and "cancer free" deny the word before, "free of pain" what follows; "free fluid" denies nothing. */
function scopeOfFree(tokens: readonly Token[], free: number, next: string): readonly number[] {
  if (/^(?:of|from)$/u.test(next)) return forwardScope(tokens, free, true);
  const hyphenated = tokens[free]?.before === '-';
  const last = next === '' || /[,;.:)]/u.test(tokens[free + 1]?.before ?? '');
  return (hyphenated || last) && free > 0 ? [free - 1] : [];
}

function closesItem(tokens: readonly Token[], position: number): boolean {
  const token = tokens[position];
  const previous = tokens[position - 1];
  const next = tokens[position + 1];
  if (token === undefined || previous === undefined) return false;
  const closes = next === undefined || /[,;.:)]/u.test(next.before);
  return (
    closes &&
    (/[:=(–-]/u.test(token.before) || /^(?:absent|denied|negative|-ve)$/u.test(token.text))
  );
}

function backwardScope(tokens: readonly Token[], from: number): number[] {
  const covered: number[] = [];
  for (let position = from - 1; position >= Math.max(0, from - LONGEST_SCOPE); position -= 1) {
    covered.push(position);
    if (/[,;.]/u.test(tokens[position]?.before ?? '')) break;
  }
  return covered;
}

function forwardScope(tokens: readonly Token[], negator: number, overLists: boolean): number[] {
  const covered: number[] = [];
  const limit = Math.min(tokens.length, negator + LONGEST_SCOPE);
  for (let position = negator + 1; position < limit; position += 1) {
    const token = tokens[position];
    const previous = tokens[position - 1];
    if (token === undefined || previous === undefined) break;
    if (TERMINATORS.test(token.text) || token.text === 'nor' || /[;:]/u.test(token.before)) break;
    if (position > negator + 1) {
      if (POSITIVE_VERBS.test(token.text)) break;
      if (/^(?:and|but)$/u.test(previous.text) && /^(?:a|an|with|some)$/u.test(token.text)) break;
      if (token.before.includes(',') && !listGoesOn(tokens, position, overLists)) break;
    }
    covered.push(position);
  }
  return covered;
}

/** Whether a comma inside a negated stretch separates list items that are all negated. */
function listGoesOn(tokens: readonly Token[], from: number, overLists: boolean): boolean {
  const first = tokens[from]?.text ?? '';
  if (/^(?:a|an|the|some|with|he|she|they|there|patient)$/u.test(first)) return false;
  if (overLists) return true;
  const limit = Math.min(tokens.length, from + LONGEST_SCOPE);
  for (let position = from; position < limit; position += 1) {
    const token = tokens[position];
    if (token === undefined || TERMINATORS.test(token.text) || POSITIVE_VERBS.test(token.text))
      return false;
    if (/^(?:or|nor)$/u.test(token.text)) return true;
  }
  return false;
}

const HYPOTHETICAL_OPENERS: readonly (readonly string[])[] = [
  ['if'],
  ['unless'],
  ['risk', 'of'],
  ['rule', 'out'],
  ['in', 'case'],
  ['screen', 'for'],
  ['evaluate', 'for'],
  ['return', 'for'],
  ['watch', 'for'],
  ['look', 'out', 'for'],
  ['prophylaxis'],
  ['r', 'o'],
];

function hypotheticalTerms(tokens: readonly Token[]): boolean[] {
  const flags = tokens.map(() => false);
  for (const position of tokens.keys()) {
    const opens = HYPOTHETICAL_OPENERS.some((opener) =>
      opener.every((word, offset) => tokens[position + offset]?.text === word),
    );
    // "feels as if walking on cotton wool" is a comparison.
    if (!opens || tokens[position - 1]?.text === 'as') continue;
    for (
      let covered = position;
      covered < Math.min(tokens.length, position + LONGEST_SCOPE);
      covered += 1
    ) {
      if (covered > position && /[,;]/u.test(tokens[covered]?.before ?? '')) break;
      flags[covered] = true;
    }
  }
  return flags;
}

const NOT_SUBJECT_BEFORE = /^(?:with|by|per|to|from|for|lives|and)$/u;
const SPEAKS =
  /^(?:says|said|reports|reported|states|stated|noticed|notices|noted|brought|brings|thinks|thought|describes|described|denies|worried|concerned|accompanied)$/u;

function relativeTerms(tokens: readonly Token[]): number[][] {
  const saidOf: number[][] = tokens.map(() => []);
  for (const [position, token] of tokens.entries()) {
    if (!RELATIVES.test(token.text)) continue;
    const next = tokens[position + 1]?.text ?? '';
    const previous = tokens[position - 1]?.text ?? '';
    const wholeFamily = /^(?:family|fhx|fh|relatives?)(?: |$)|relative$/u.test(token.text);
    if (!wholeFamily && (SPEAKS.test(next) || NOT_SUBJECT_BEFORE.test(previous))) continue;
    if (token.text === 'family' && !/^(?:history|hx|member|members)$/u.test(next)) continue;
    for (
      let covered = position + 1;
      covered < Math.min(tokens.length, position + LONGEST_SCOPE);
      covered += 1
    ) {
      const word = tokens[covered];
      if (word === undefined || /[;.]/u.test(word.before)) break;
      if (/^(?:he|she|patient|but|however|himself|herself)$/u.test(word.text)) break;
      saidOf[covered]?.push(position);
    }
  }
  return saidOf;
}
