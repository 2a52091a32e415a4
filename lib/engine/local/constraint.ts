import type { ChoiceRule, DecodingConstraint } from '../engine';
import { byteString, spellingOf, type TextPart, type TokenText } from './spelling';
import type { TextTokenizer } from './tokenizer';

/** A constraint in terms of one tokenizer. */
export interface CompiledConstraint {
  readonly banned: ReadonlySet<number>;
  readonly rules: readonly CompiledRule[];
}

interface CompiledRule {
  readonly rule: ChoiceRule;
  /** Canonical tokens of each text in `oneOf`. */
  readonly choices: readonly (readonly number[])[];
  /** `followedBy` as a string of bytes, and the tokens that can be part of it. */
  readonly followedBy: string;
  readonly parts: readonly TextPart[];
  /** The tokens that can complete a text of `after`. */
  readonly openers: readonly TokenText[];
}

/**
 * A constraint ready for decoding. The texts of a choice are tokenised as the model was taught to write them, spaces in
 * front included; `followedBy` may be tokenised in any way that spells it, because how it is cut depends on what follows it.
 * A banned text bars every token that spells exactly it, added or learned; a text that no token spells has no effect.
 */
export function compileConstraint(
  constraint: DecodingConstraint,
  tokenizer: TextTokenizer,
): CompiledConstraint {
  const spelling = spellingOf(tokenizer);
  const encoder = new TextEncoder();
  return {
    banned: new Set(constraint.bannedTokens.flatMap((text) => spelling.tokensFor(text))),
    rules: constraint.choices.map((rule) => ({
      rule,
      choices: rule.oneOf.map((text) => spelling.encode(text)),
      followedBy: byteString(encoder.encode(rule.followedBy)),
      parts: spelling.partsOf(rule.followedBy),
      openers: [...new Set(rule.after.map((text) => text.slice(-1)))].flatMap((character) =>
        spelling.tokensEndingWith(character),
      ),
    })),
  };
}

/** Follows one generation and says at each token what may come. */
export interface ConstraintFollower {
  /** The tokens among which the next one has to be, or undefined where any may come. */
  allowed(): ReadonlySet<number> | undefined;
  /** The tokens that the next one may not be, whatever `allowed` says. */
  banned(): ReadonlySet<number>;
  /** Takes note of the token that was generated and of the text that it completed. */
  accept(id: number, text: string): void;
}

/** Which choice may be meant by what has been written so far, and how far it is written. */
interface Branch {
  readonly choice: number;
  readonly written: number;
}

/** A rule at work. One text may begin another, so that several branches can be alive at once. */
interface ActiveRule {
  readonly compiled: CompiledRule;
  /** Choices of which `written` tokens are there. */
  readonly open: readonly Branch[];
  /** Choices that are there in full, with `written` bytes of `followedBy`. */
  readonly closing: readonly Branch[];
}

/**
 * A follower for one generation. `prefill` is text that already belongs to what was generated. A rule whose every text has
 * been used up (`distinct`) may not be begun.
 */
export function followConstraint(
  { banned, rules }: CompiledConstraint,
  prefill: string,
): ConstraintFollower {
  const reach = Math.max(0, ...rules.flatMap(({ rule }) => rule.after.map((text) => text.length)));
  const used: UsedTexts = { inText: new Map(), onLine: new Set() };
  let tail = '';
  let line = '';
  let active: ActiveRule | undefined;
  // Follows from `used`; kept because it is asked for at every token and changes only with a choice or a new line.
  let exhausted: readonly CompiledRule[] | undefined;

  const read = (text: string) => {
    if (text === '' || reach === 0) return;
    if (text.includes('\n')) {
      used.onLine.clear();
      exhausted = undefined;
    }
    tail = (tail + text).slice(-reach);
    line = (line + text).slice((line + text).lastIndexOf('\n') + 1);
    if (active === undefined) active = ruleBegunBy({ tail, line }, rules, used);
  };
  read(prefill);

  return {
    allowed: () => (active === undefined ? undefined : nextTokens(active)),
    banned: () => {
      if (active !== undefined) return banned;
      exhausted ??= rules.filter((compiled) => openChoices(compiled, used).length === 0);
      const beginning = tokensThatBegin(exhausted, { tail, line }, rules, used);
      return beginning.length === 0 ? banned : new Set([...banned, ...beginning]);
    },
    accept: (id, text) => {
      if (active !== undefined) {
        const after = advance(active, id);
        if (typeof after === 'number') {
          noteUse(used, active.compiled, after);
          exhausted = undefined;
        }
        active = typeof after === 'object' ? after : undefined;
      }
      read(text);
    },
  };
}

/** What was chosen: by each rule or family since the beginning, and by any rule since the last line break. */
interface UsedTexts {
  readonly inText: Map<CompiledRule | string, Set<string>>;
  readonly onLine: Set<string>;
}

/** The end of what was generated, as long as the longest text of `after`, and its last line. */
interface Place {
  readonly tail: string;
  readonly line: string;
}

function noteUse(used: UsedTexts, compiled: CompiledRule, choice: number): void {
  const text = compiled.rule.oneOf[choice];
  if (text === undefined) return;
  const family = compiled.rule.family ?? compiled;
  const inText = used.inText.get(family) ?? new Set();
  used.inText.set(family, inText.add(text));
  used.onLine.add(text);
}

function takenTexts(used: UsedTexts, compiled: CompiledRule): ReadonlySet<string> {
  switch (compiled.rule.distinct) {
    case 'nowhere':
      return new Set();
    case 'on-line':
      return used.onLine;
    case 'in-text':
      return used.inText.get(compiled.rule.family ?? compiled) ?? new Set();
  }
}

function holds(
  { after, line: asked, chosen }: ChoiceRule,
  { tail, line }: Place,
  { inText }: UsedTexts,
): boolean {
  return (
    (chosen === undefined || inText.get(chosen.family)?.has(chosen.text) === true) &&
    after.some((text) => tail.endsWith(text)) &&
    (asked === undefined ||
      (asked.has.every((text) => line.includes(text)) &&
        !asked.lacks.some((text) => line.includes(text))))
  );
}

function openChoices(compiled: CompiledRule, used: UsedTexts): readonly Branch[] {
  const taken = takenTexts(used, compiled);
  return compiled.rule.oneOf.flatMap((text, choice) =>
    taken.has(text) ? [] : [{ choice, written: 0 }],
  );
}

function ruleBegunBy(
  place: Place,
  rules: readonly CompiledRule[],
  used: UsedTexts,
): ActiveRule | undefined {
  const compiled = rules.find(({ rule }) => holds(rule, place, used));
  const open = compiled === undefined ? [] : openChoices(compiled, used);
  return compiled === undefined || open.length === 0 ? undefined : { compiled, open, closing: [] };
}

/** The tokens after which one of `wanted` would be the rule that holds. */
function tokensThatBegin(
  wanted: readonly CompiledRule[],
  { tail, line }: Place,
  rules: readonly CompiledRule[],
  used: UsedTexts,
): readonly number[] {
  return wanted.flatMap((compiled) =>
    compiled.openers.flatMap(({ id, text }) => {
      const place = { tail: tail + text, line: text.includes('\n') ? text : line + text };
      const begins =
        holds(compiled.rule, place, used) &&
        rules.find(({ rule }) => holds(rule, place, used)) === compiled;
      return begins ? [id] : [];
    }),
  );
}

function nextTokens({ compiled, open, closing }: ActiveRule): ReadonlySet<number> {
  const ids = new Set<number>();
  for (const { choice, written } of open) {
    const id = compiled.choices[choice]?.[written];
    if (id !== undefined) ids.add(id);
  }
  for (const { written } of closing) {
    for (const { id, bytes } of compiled.parts) {
      if (compiled.followedBy.startsWith(bytes, written)) ids.add(id);
    }
  }
  return ids;
}

/** The rule one token further; the number of the choice when that is complete; undefined when the token led out of it. */
function advance(active: ActiveRule, id: number): ActiveRule | number | undefined {
  const { compiled } = active;
  const { choices, followedBy, parts } = compiled;
  const open = active.open
    .filter(({ choice, written }) => choices[choice]?.[written] === id)
    .map(({ choice, written }) => ({ choice, written: written + 1 }));
  const part = parts.find((candidate) => candidate.id === id)?.bytes;
  const closing = active.closing
    .filter(({ written }) => part !== undefined && followedBy.startsWith(part, written))
    .map(({ choice, written }) => ({ choice, written: written + (part?.length ?? 0) }));
  const isWritten = ({ choice, written }: Branch) => written === choices[choice]?.length;
  const begun = open.filter(isWritten).map(({ choice }) => ({ choice, written: 0 }));

  const complete = [...closing, ...begun].find(({ written }) => written === followedBy.length);
  if (complete !== undefined) return complete.choice;
  const next = {
    compiled,
    open: open.filter((candidate) => !isWritten(candidate)),
    closing: [...closing, ...begun],
  };
  return next.open.length + next.closing.length === 0 ? undefined : next;
}
