import type { Topic } from '@/lib/case/places/body-context';
import {
  gapBefore,
  isBare,
  type SentenceTerms,
  type TopicMention,
} from '@/lib/case/places/body-topics';

/** So many terms after a site its topic may come where other words stand between: "the ankle was found swollen". */
const LARGEST_REACH = 4;

/** A topic as a body site gets it. */
export interface TopicOfSite {
  readonly topic: Topic | undefined;
  /** Position of the topic where site and topic are one name, as "jaw pain" is, which may be that of a finding of its own. */
  readonly name?: number;
  /** Position of the topic where it stands before the site and leads to it. */
  readonly leading?: number;
}

/**
 * The topic of a body site that stands from position `first` to `last`: the one that follows at once ("ankle swelling"), else one
 * that leads to it through nothing but other places ("pain in the chest, the neck and the jaw"), else one that it leads to in that
 * way ("the shin, the calf and the ankle are swollen"), else the nearest before, the nearest after, or `carried`, what the sentence
 * before spoke of.
 */
export function topicAt(
  sentence: SentenceTerms,
  first: number,
  last: number,
  mentions: readonly TopicMention[],
  carried: Topic | undefined,
): TopicOfSite {
  const before = mentions.findLast(({ position }) => position < first);
  const after = mentions.find(({ position }) => position > last);
  const following = after?.topic === 'radiation' ? undefined : after;
  const leading =
    before !== undefined && isLinked(sentence, before.position, first) ? before : undefined;
  if (following?.position === last + 1) {
    const gap = gapBefore(sentence, following.position);
    if (gap.trim() === '') return { topic: following.topic, name: following.position };
    if (leading === undefined && !gap.includes(';')) return { topic: following.topic };
  }
  if (leading !== undefined) return nameOrPlace(leading, first);
  if (following !== undefined && isLinked(sentence, last, following.position))
    return { topic: following.topic };
  const near = after !== undefined && after.position - last <= LARGEST_REACH ? after : undefined;
  return { topic: before?.topic ?? near?.topic ?? carried };
}

function nameOrPlace({ topic, position }: TopicMention, first: number): TopicOfSite {
  return {
    topic,
    leading: Math.ceil(position),
    ...(position === first - 1 ? { name: position } : {}),
  };
}

/** Whether nothing but places and words of grammar stand between two positions, and no mark that ends what was said. */
function isLinked(sentence: SentenceTerms, left: number, right: number): boolean {
  if (!isBare(sentence, left, right)) return false;
  for (let at = Math.floor(left) + 1; at <= Math.ceil(right); at += 1)
    if (gapBefore(sentence, at).includes(';')) return false;
  return true;
}
