import { type Topic, topicOfKey } from '@/lib/case/places/body-context';
import type { Term } from '@/lib/case/terms/terms';
import { type Span, sliceSpan } from '@/lib/text/span';
import { stemOf } from '@/lib/text/words';

export interface TopicMention {
  /** Of the term that brings the topic up; half-way between two terms for an arrow, which is none. */
  readonly position: number;
  readonly topic: Topic;
}

/** Words of a rash that say many things besides: only with a place that they are on ("spots on the chin", not "spots before the eyes"). */
const RASH_WITH_PLACE = new Set([
  '~red',
  ...'spot bump patch ulcer mark crust scab erythema sore'.split(' ').map(stemOf),
]);
const ON = /^(?:on|over|across|around|round|behind|along)$/u;
/** What makes of the skin of a place a rash there: "the skin is affected at the wrists". */
const SKIN_CHANGED = new Set([
  '~red',
  '~itch',
  ...'affect involve change dry crack abnormal thicken inflame'.split(' ').map(stemOf),
]);
/** Where an effusion is a swelling that can be seen, rather than fluid in the chest. */
const JOINTS = new Set([
  '~knee',
  '~elbow',
  ...'joint ankle wrist hip shoulder'.split(' ').map(stemOf),
]);

/** So many terms may stand between the two words that bring a topic up together. */
const PAIR_REACH = 4;

/** A sentence as the readers of topics need it. */
export interface SentenceTerms {
  readonly text: string;
  readonly terms: readonly Term[];
  /** Keys that body sites are named by. */
  readonly siteKeys: ReadonlySet<string>;
}

/**
 * Where a sentence speaks of pain, radiation, rash or swelling, in order. `carried` is what the text before it goes on about:
 * "it moves into the jaw" is a radiation only of a pain, and a rash that spreads is a rash where it has spread to.
 */
export function topicsOf(sentence: SentenceTerms, carried: Topic | undefined): TopicMention[] {
  const stated = sentence.terms.flatMap((_, position) => {
    const topic = topicAtTerm(sentence, position);
    return topic === undefined ? [] : [{ position, topic }];
  });
  const mentions = [...stated, ...composedRadiations(sentence, stated, carried)].sort(
    (a, b) => a.position - b.position,
  );
  let current = carried;
  return mentions.map(({ position, topic }) => {
    const isSpread = topic === 'radiation' && (current === 'rash' || current === 'swelling');
    current = isSpread ? current : topic;
    return { position, topic: current ?? topic };
  });
}

function topicAtTerm(sentence: SentenceTerms, position: number): Topic | undefined {
  const { terms } = sentence;
  const key = terms[position]?.key ?? '';
  const own = topicOfKey(key);
  if (own !== undefined) return own;
  const before = terms.slice(Math.max(0, position - PAIR_REACH), position);
  const after = terms.slice(position + 1, position + 1 + PAIR_REACH);
  if (RASH_WITH_PLACE.has(key) && after.some((term) => ON.test(surfaceOf(sentence, term))))
    return 'rash';
  if (SKIN_CHANGED.has(key) && [...before, ...after].some((term) => term.key === 'skin'))
    return 'rash';
  if (key === stemOf('effusion') && before.some((term) => JOINTS.has(term.key))) return 'swelling';
  if (key === stemOf('enlarged') && after[0]?.key !== '~gland') return 'swelling';
  if (
    key === 'fluid' &&
    after.some((term) => /^(?:on|in|around)$/u.test(surfaceOf(sentence, term)))
  )
    return 'swelling';
  return undefined;
}

/** The word as it is written, in lower case. */
export function surfaceOf({ text }: Pick<SentenceTerms, 'text'>, term: Span): string {
  return sliceSpan(text, term).toLowerCase();
}

const MOTION =
  /^(?:go(?:es|ing)?|went|gone|com(?:es?|ing)|came|mov(?:e|es|ed|ing)|travels?|travell?(?:ed|ing)|spread(?:s|ing)?|shoot(?:s|ing)?|shot|wander(?:s|ed|ing)?|pass(?:es|ed|ing)?|runs?|ran|running|climb(?:s|ed|ing)?|creep(?:s|ing)?|crept|track(?:s|ed|ing)?|reach(?:es|ed|ing)?|bor(?:es|ing)|dart(?:s|ed|ing)?|migrat(?:es?|ed|ing)|pull(?:s|ed|ing)?|stretch(?:es|ed|ing)?|leads?|carr(?:y|ies)|ris(?:es|ing))$/u;
const DIRECTION = /^(?:to|into|towards?|through|across|down|up|along|round|over)$/u;
/** Directions that need no verb beside them: "chest pain, into the jaw". */
const PLAIN_DIRECTION = /^(?:into|towards?)$/u;
const FELT = /^(?:felt|feels?|feeling)$/u;
const AS_WELL = /^(?:also|too|well|same)$/u;
const ARROW = /->|=>|→/u;

/** Radiations that no single word says: a way ("from the loin to the groin"), a movement, an arrow, a place where a pain is felt too. */
function composedRadiations(
  sentence: SentenceTerms,
  stated: readonly TopicMention[],
  carried: Topic | undefined,
): TopicMention[] {
  return sentence.terms.flatMap((term, position) => {
    const before = stated.findLast((mention) => mention.position < position);
    if ((before?.topic ?? carried) === undefined) return [];
    const arrow = ARROW.test(gapBefore(sentence, position));
    if (arrow) return [{ position: position - 0.5, topic: 'radiation' as const }];
    const surface = surfaceOf(sentence, term);
    const led =
      DIRECTION.test(surface) &&
      (isAfter(sentence, position, MOTION) ||
        (surface !== 'over' && isAfter(sentence, position, /^from$/u)) ||
        (PLAIN_DIRECTION.test(surface) &&
          before !== undefined &&
          isBare(sentence, before.position, position)));
    return led || isFeltThere(sentence, position)
      ? [{ position, topic: 'radiation' as const }]
      : [];
  });
}

/** What stands between a term and the one before it. */
export function gapBefore({ text, terms }: SentenceTerms, position: number): string {
  const previous = terms[position - 1];
  const term = terms[position];
  return previous === undefined || term === undefined ? '' : text.slice(previous.end, term.start);
}

/** Whether a term as `pattern` wants it stands before, with nothing but places and words of grammar between. */
function isAfter(sentence: SentenceTerms, position: number, pattern: RegExp): boolean {
  for (let at = position - 1; at >= 0; at -= 1) {
    const term = sentence.terms[at];
    if (term === undefined) return false;
    if (pattern.test(surfaceOf(sentence, term))) return true;
    if (!isBareTerm(sentence, term)) return false;
  }
  return false;
}

/** Whether only places, sides and words of grammar stand between two positions. */
export function isBare(sentence: SentenceTerms, left: number, right: number): boolean {
  return sentence.terms
    .slice(Math.floor(left) + 1, Math.ceil(right))
    .every((term) => isBareTerm(sentence, term));
}

const BARE =
  /^(?:left|right|l|r|lt|rt|both|bilateral|bilaterally|side|sides|sided|part|aspect|area|region|joints?|bones?|inner|outer|medial|mainly|mostly|especially|also|all|found|seen|again|even|then|there|somewhat|slightly|very|quite|markedly|visibly|affected|involved|covered|noted|look|looks|looked|appear|appears|appeared|become|became|seems?|seemed)$/u;

function isBareTerm(sentence: SentenceTerms, term: Term): boolean {
  if (sentence.siteKeys.has(term.key)) return true;
  if (topicOfKey(term.key) !== undefined || term.key.startsWith('~not')) return false;
  return !term.content || BARE.test(surfaceOf(sentence, term));
}

/** "Which she feels in the shoulder too", "the same pain is felt in the arm". */
function isFeltThere(sentence: SentenceTerms, position: number): boolean {
  const term = sentence.terms[position];
  if (term === undefined || !FELT.test(surfaceOf(sentence, term))) return false;
  return sentence.terms.some(
    (other, at) =>
      Math.abs(at - position) <= 2 * PAIR_REACH && AS_WELL.test(surfaceOf(sentence, other)),
  );
}
