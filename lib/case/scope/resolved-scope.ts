import { type ClauseToken, TURNS } from '@/lib/case/scope/clause-tokens';

/** What has done this is over. */
const ENDED =
  /^(?:gone|resolved|settled|cleared|disappeared|ceased|subsided|abated|vanished|stopped)$/u;
const ENDED_BEFORE = /^(?:has|have|now|is|are|'s|since)$/u;
const FULLY = /^(?:now|completely|fully|entirely|totally|since|all|also|just|already|away)$/u;
/** After these the ending is over, too: "settled with morphine" tells what helps, and "gone to the back" where a pain goes. */
const CLOSING = /^(?:now|completely|fully|today|and|but|again|altogether|entirely|away)$/u;
/** Whose end is told by a sentence of its own, or by one that has begun anew. */
const CLAUSE_START = /^(?:which|that|who|and|or|with)$/u;

/** Words that part what is over from what was said before; "now" belongs to what is over. */
const TURNS_BACK = /^(?:but|however|although|though|yet|whereas|while|because|then|until|till)$/u;

/** "No longer coughing", "no further pain", "stopped taking warfarin". */
const FORWARD_ALONE = /^no longer$/u;
const STOPPED = /^stopped$/u;
const STOPPABLE = /^(?:taking|using|having|getting|coughing|vomiting|bleeding|wheezing)$/u;
/** So many terms before or after them are over. */
const LONGEST_REACH = 5;

/** Positions of the terms that say of each term that it is over: it is neither found now nor denied for the whole illness. */
export function resolvedTerms(tokens: readonly ClauseToken[]): number[][] {
  const overBy: number[][] = tokens.map(() => []);
  for (const position of tokens.keys()) {
    if (endsWhatWasSaid(tokens, position)) markBackward(tokens, position, overBy);
    const reach = endsWhatFollows(tokens, position);
    if (reach !== undefined) markForward(tokens, position, reach, overBy);
  }
  return overBy;
}

function endsWhatWasSaid(tokens: readonly ClauseToken[], position: number): boolean {
  if (!ENDED.test(tokens[position]?.text ?? '')) return false;
  const next = tokens[position + 1];
  const closes = next === undefined || /[,;.)]/u.test(next.before) || CLOSING.test(next.text);
  let before = position - 1;
  while (before > 0 && FULLY.test(tokens[before]?.text ?? '') && !isNow(tokens, before))
    before -= 1;
  return closes && ENDED_BEFORE.test(tokens[before]?.text ?? '');
}

/** "Chest pain now settled" has no other verb; in "has now settled" there is one. */
function isNow(tokens: readonly ClauseToken[], position: number): boolean {
  return tokens[position]?.text === 'now' && !ENDED_BEFORE.test(tokens[position - 1]?.text ?? '');
}

/** The first position of what is said to be over by the term at `position` and those beside it. */
function endsWhatFollows(tokens: readonly ClauseToken[], position: number): number | undefined {
  const text = tokens[position]?.text ?? '';
  const next = tokens[position + 1]?.text ?? '';
  if (FORWARD_ALONE.test(text) || (text === 'no' && /^(?:further|longer)$/u.test(next)))
    return isAbility(tokens, position) ? undefined : position + 1;
  const denied = /^(?:not|never|.*n't)$/u.test(tokens[position - 1]?.text ?? '');
  return STOPPED.test(text) && STOPPABLE.test(next) && !denied ? position + 1 : undefined;
}

/** What somebody can no longer do is a finding that has come. */
function isAbility(tokens: readonly ClauseToken[], position: number): boolean {
  const after = tokens.slice(position + 1, position + 3).map(({ text }) => text);
  return (
    /^(?:can|could|will|would)$/u.test(tokens[position - 1]?.text ?? '') ||
    after.some((text) =>
      /^(?:able|manages?|managing|fits?|wants?|recognises?|enjoys?)$/u.test(text),
    )
  );
}

function markForward(
  tokens: readonly ClauseToken[],
  by: number,
  from: number,
  overBy: number[][],
): void {
  for (let covered = from; covered < Math.min(tokens.length, from + LONGEST_REACH); covered += 1) {
    const token = tokens[covered];
    if (token === undefined) return;
    if (covered > from && (/[,;:)]/u.test(token.before) || TURNS.test(token.text))) return;
    if (/^(?:due|with|after|from)$/u.test(token.text)) return;
    overBy[covered]?.push(by);
  }
}

function markBackward(tokens: readonly ClauseToken[], from: number, overBy: number[][]): void {
  for (let covered = from - 1; covered >= Math.max(0, from - LONGEST_REACH); covered -= 1) {
    const token = tokens[covered];
    if (token === undefined || CLAUSE_START.test(token.text) || TURNS_BACK.test(token.text)) return;
    overBy[covered]?.push(from);
    if (/[,;:.(]/u.test(token.before)) return;
  }
}
