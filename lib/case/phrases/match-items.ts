import type { PhraseMatch } from '@/lib/case/phrases/match-phrases';
import { NEGATION_KEY, type Term } from '@/lib/case/terms/terms';
import { stemOf } from '@/lib/text/words';

/** How a term follows the one before it: in one item of a list, in an item that goes on about the same thing, or in the next. */
export type ItemJoin = 'same' | 'goes-on' | 'next';

/** Words with which an item after a comma goes on about the item before ("chest pain, worse on breathing in"). */
const GOES_ON =
  /^(?:worse|worst|better|relieved|eased|helped|aggravated|when|while|on|with|without|after|during|in|to|from|into|that|which|made|brought|mostly|mainly|especially|usually|always|often|like|and|or|not|but|going|coming|lasting|starting|spreading|radiating|shooting|moving)$/u;

/** Qualities that are said of the words beside them and of nothing beyond a comma ("troponin 8, angiogram normal"). */
const QUALITIES = new Set([
  NEGATION_KEY,
  '~normal',
  '~impaired',
  '~swell',
  ...'clear raised elevated high low increased positive negative abnormal deranged reactive detected'
    .split(' ')
    .map(stemOf),
]);

/** The share of a phrase that must be found where it reaches over a comma: less of it, strewn over two items, is chance. */
const SURE_ACROSS_ITEMS = 0.7;

/** How each term of a sentence follows the one before it. */
export function itemJoins(text: string, terms: readonly Term[]): ItemJoin[] {
  return terms.map((term, position) => {
    const previous = terms[position - 1];
    if (previous === undefined || !/[,)\]]/u.test(text.slice(previous.end, term.start)))
      return 'same';
    return GOES_ON.test(text.slice(term.start, term.end).toLowerCase()) ? 'goes-on' : 'next';
  });
}

/**
 * Whether the words of a match belong together: within one item of a list, across a comma where the next item goes on about the
 * first, or where the comma parts two neighbouring words of the match ("tall, slim").
 */
export function isOneItem(
  match: PhraseMatch,
  joins: readonly ItemJoin[],
  terms: readonly Term[],
): boolean {
  for (const [order, position] of match.positions.entries()) {
    const previous = match.positions[order - 1];
    if (previous === undefined) continue;
    const between = joins.slice(previous + 1, position + 1);
    if (between.every((join) => join === 'same')) continue;
    if (match.coverage < SURE_ACROSS_ITEMS) return false;
    const quality = [previous, position].some((at) => QUALITIES.has(terms[at]?.key ?? ''));
    if (quality) return false;
    if (between.includes('next') && position !== previous + 1) return false;
  }
  return true;
}
