import { type ClauseToken, LONGEST_SCOPE, TURNS } from '@/lib/case/scope/clause-tokens';

/** What comes after these may be so, is to be looked for or is feared; it is not found. */
const OPENERS: readonly (readonly RegExp[])[] = [
  /if/,
  /unless/,
  /risk of/,
  /rul(?:e|ing) out/,
  /in case/,
  /screen(?:ing)? for/,
  /evaluate for/,
  /(?:come back|return) (?:for|with)/,
  /watch for/,
  /look out for/,
  /prophylaxis/,
  /r o/,
  /to exclude/,
  /query/,
  /consider(?:ing)?/,
  /(?:afraid|frightened|scared) (?:it's|it|of|that)/,
  /worr(?:y|ies|ied) (?:it's|it|about|that|re)/,
  /wonder(?:s|ing|ed)? (?:about|whether)/,
  /concerned (?:about|re|that)/,
  /(?:check|repeat|request|order|arrange|book)/,
  /please/,
  /advised?/,
  /explain(?:ed)?/,
  /safety net(?:ted)?/,
].map((opener) =>
  opener.source.split(/ (?![^(]*\))/u).map((word) => new RegExp(`^(?:${word})$`, 'u')),
);

/** Headings under which only what is to be done stands. */
const PLAN_HEADING = /^(?:plan|r|recommendation|imp|impression|todo|to do|ddx|differential)$/u;

/** What comes before these was asked for and has not come back. */
const PENDING =
  /^(?:pending|awaited|awaiting|outstanding|requested|ordered|booked|sent|planned|repeat|tomorrow)$/u;
const PENDING_PAIRS = /^(?:asked for|not back|to go|to follow|slip issued|not yet)$/u;

/** Whether each term is spoken of as possible, feared, planned, asked for or conditional, and so is no fact. */
export function hypotheticalTerms(tokens: readonly ClauseToken[]): boolean[] {
  const flags = tokens.map(() => false);
  for (const position of tokens.keys()) {
    if (opensPlan(tokens, position)) flags.fill(true, position);
    if (opensHypothesis(tokens, position)) flagForward(tokens, position, flags);
    if (isPending(tokens, position) || isAsked(tokens[position]))
      flagBackward(tokens, position, flags);
  }
  return flags;
}

function opensPlan(tokens: readonly ClauseToken[], position: number): boolean {
  const token = tokens[position];
  return position === 0 && token?.after.startsWith(':') === true && PLAN_HEADING.test(token.text);
}

function opensHypothesis(tokens: readonly ClauseToken[], position: number): boolean {
  if (/(?:^|[\s(,/"“])\?$/u.test(tokens[position]?.before ?? '')) return true;
  // "Feels as if walking on cotton wool" is a comparison.
  if (tokens[position - 1]?.text === 'as') return false;
  return OPENERS.some((opener) =>
    opener.every((word, offset) => word.test(tokens[position + offset]?.text ?? '')),
  );
}

function isPending(tokens: readonly ClauseToken[], position: number): boolean {
  const token = tokens[position];
  const next = tokens[position + 1];
  if (token === undefined) return false;
  if (PENDING_PAIRS.test(`${token.text} ${next?.text ?? ''}`)) return true;
  const closes =
    next === undefined || /[,;.)]/u.test(next.before) || /^(?:for|and|to|at)$/u.test(next.text);
  return PENDING.test(token.text) && closes && position > 0;
}

/** "Clubbing?" and "could it be a stroke?" ask. */
function isAsked(token: ClauseToken | undefined): boolean {
  return /^["')\]]*\?/u.test(token?.after ?? '') && !/\?\w/u.test(token?.after ?? '');
}

function flagForward(tokens: readonly ClauseToken[], from: number, flags: boolean[]): void {
  const limit = Math.min(tokens.length, from + LONGEST_SCOPE);
  for (let covered = from; covered < limit; covered += 1) {
    const token = tokens[covered];
    if (token === undefined) return;
    if (covered > from && (/[,;)]/u.test(token.before) || TURNS.test(token.text))) return;
    flags[covered] = true;
  }
}

function flagBackward(tokens: readonly ClauseToken[], from: number, flags: boolean[]): void {
  for (let covered = from; covered >= Math.max(0, from - LONGEST_SCOPE); covered -= 1) {
    flags[covered] = true;
    if (/[,;.(]/u.test(tokens[covered]?.before ?? '')) return;
  }
}
