import {
  type ClauseToken,
  LONGEST_SCOPE,
  STATING_VERBS,
  SUBJECTS,
  TURNS,
} from '@/lib/case/scope/clause-tokens';
import { beginsNewStatement } from '@/lib/case/scope/list-items';

const NEGATORS =
  /^(?:no|not|never|without|(?:do|does|did|is|was|are|were|has|have|had|wo)n'?t|nor|neither|none|nil|non|deny|denies|denied|denying|negative|neg|free|absent|absence|lack|lacks|lacking|-ve)$/u;
/** Negators whose scope runs on over a list ("no fever, chills, cough"). */
const LIST_NEGATORS =
  /^(?:no|nor|neither|deny|denies|denied|denying|negative|neg|absence|nil|non)$/u;
/** Negators that writers set before each item; where they do, none of them reaches the next item. */
const ITEM_NEGATORS = /^(?:no|not|nil|non|denies|without)$/u;
/** Negators of a note's own words; what a patient "denies" is a list to its end. */
const BARE_NEGATORS = /^(?:no|nil)$/u;
/** Negators that may stand between a subject and its verb, so that the verb does not end their scope. */
const VERB_NEGATORS = /^(?:not|never|.*n'?t)$/u;
/** A "no" or "not" before these denies them alone: "no change in the cough" is a cough. */
const PSEUDO_NEGATED =
  /^(?:change|changes|only|longer|stop|stopped|stopping|doubt|relief|improvement|response|increase|worse|better|certain|sure|able|just|further|help|helping|helped|benefit|effect|good|success|use|ending|big|different|quite)$/u;
const POST_NEGATORS = /^(?:absent|denied|negative|neg|-ve|nil|none|no)$/u;
/** What may stand after a negator that closes an item: "HIV test negative on arrival". */
const ADJUNCTS = /^(?:on|in|at|to|today|so|this|from|twice|after|before|and|but|x\d*)$/u;
const UNTIL = /^(?:until|till)$/u;
const ARTICLES = /^(?:a|an|the|some|with|his|her|my|it|it's)$/u;

/** Positions of the negating terms whose scope covers a term, for each term of a sentence. */
export function negatorsOf(tokens: readonly ClauseToken[]): number[][] {
  const negatedBy: number[][] = tokens.map(() => []);
  for (const [position, token] of tokens.entries()) {
    if (!NEGATORS.test(token.text)) continue;
    for (const covered of negationScope(tokens, position)) negatedBy[covered]?.push(position);
  }
  return negatedBy;
}

function negationScope(tokens: readonly ClauseToken[], negator: number): readonly number[] {
  const token = tokens[negator];
  if (token === undefined) return [];
  const next = tokens[negator + 1]?.text ?? '';
  if (POST_NEGATORS.test(token.text) && closesItem(tokens, negator))
    return backwardScope(tokens, negator);
  if (token.text === 'free') return scopeOfFree(tokens, negator, next);
  if (/^(?:negative|neg|-ve)$/u.test(token.text) && next !== 'for') return [];
  if (token.text === 'absence' && next !== 'of') return [];
  if (token.text === 'non') return [negator + 1];
  if (PSEUDO_NEGATED.test(next) && /^(?:no|not|never|without|.*n'?t)$/u.test(token.text))
    return [negator + 1];
  return forwardScope(tokens, negator);
}

/** "Pain-free" and "cancer free" deny the word before, "free of pain" what follows; "free fluid" denies nothing. */
function scopeOfFree(
  tokens: readonly ClauseToken[],
  free: number,
  next: string,
): readonly number[] {
  if (/^(?:of|from)$/u.test(next)) return forwardScope(tokens, free);
  const hyphenated = tokens[free]?.before === '-';
  const last = next === '' || /[,;.:)]/u.test(tokens[free + 1]?.before ?? '');
  return (hyphenated || last) && free > 0 ? [free - 1] : [];
}

function closesItem(tokens: readonly ClauseToken[], position: number): boolean {
  const token = tokens[position];
  const previous = tokens[position - 1];
  const next = tokens[position + 1];
  if (token === undefined || previous === undefined || /[,;.]/u.test(token.before)) return false;
  const closes = next === undefined || /[,;.:)]/u.test(next.before);
  if (token.text === 'no') return closes && /[:=(–-]/u.test(token.before);
  return closes || (!/^(?:nil|none)$/u.test(token.text) && ADJUNCTS.test(next.text));
}

function backwardScope(tokens: readonly ClauseToken[], from: number): number[] {
  const covered: number[] = [];
  for (let position = from - 1; position >= Math.max(0, from - LONGEST_SCOPE); position -= 1) {
    covered.push(position);
    if (/[,;.]/u.test(tokens[position]?.before ?? '')) break;
  }
  return covered;
}

function forwardScope(tokens: readonly ClauseToken[], negator: number): number[] {
  const covered: number[] = [];
  const limit = Math.min(tokens.length, negator + LONGEST_SCOPE);
  for (let position = negator + 1; position < limit; position += 1) {
    if (endsScope(tokens, negator, position)) {
      // "No chest pain until this morning" has chest pain now.
      return UNTIL.test(tokens[position]?.text ?? '') ? [] : covered;
    }
    covered.push(position);
  }
  return covered;
}

/** Whether the scope of a negating term ends before `position`. */
function endsScope(tokens: readonly ClauseToken[], negator: number, position: number): boolean {
  const token = tokens[position];
  const previous = tokens[position - 1];
  if (token === undefined || previous === undefined) return true;
  if (/[;:)\]]/u.test(token.before) || TURNS.test(token.text)) return true;
  if (position === negator + 1) return /,/u.test(token.before);
  if (NEGATORS.test(token.text) && !/^(?:free|absent|negative|neg|-ve)$/u.test(token.text))
    return true;
  const near = position === negator + 2;
  const verbal = near && VERB_NEGATORS.test(tokens[negator]?.text ?? '');
  if (STATING_VERBS.test(token.text) && !verbal && !SUBJECTS.test(previous.text)) return true;
  if (SUBJECTS.test(token.text) && !near) return true;
  if (/^(?:and|but)$/u.test(previous.text) && /^(?:a|an|with|some)$/u.test(token.text)) return true;
  return token.before.includes(',') && !listGoesOn(tokens, negator, position);
}

/** Whether a comma inside a negated stretch separates list items that are all negated. */
function listGoesOn(tokens: readonly ClauseToken[], negator: number, from: number): boolean {
  const first = tokens[from]?.text ?? '';
  if (ARTICLES.test(first) || SUBJECTS.test(first)) return false;
  if (BARE_NEGATORS.test(tokens[negator]?.text ?? '') && beginsNewStatement(tokens, negator, from))
    return false;
  const limit = Math.min(tokens.length, from + LONGEST_SCOPE);
  const overLists = LIST_NEGATORS.test(tokens[negator]?.text ?? '');
  for (let position = from; position < limit; position += 1) {
    const token = tokens[position];
    if (token === undefined || TURNS.test(token.text)) return overLists;
    if (/^(?:or|nor)$/u.test(token.text)) return true;
    // Where the next item is denied by itself, so is each of them, and an item without a negator stands.
    if (ITEM_NEGATORS.test(token.text) && token.before.includes(',')) return false;
    if (STATING_VERBS.test(token.text)) return overLists;
  }
  return overLists;
}
