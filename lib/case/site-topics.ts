import type { Topic } from '@/lib/case/body-context';
import { gapBefore, isBare, type SentenceTerms, type TopicMention } from '@/lib/case/body-topics';

/** So many terms after a site its topic may come where other words stand between: "the ankle was found swollen". */
const LARGEST_REACH = 4;

/** A topic as a body site gets it. */
export interface TopicOfSite {
  readonly topic: Topic | undefined;
  /** Whether site and topic are one name, as "jaw pain" is, which may be that of a finding of its own. */
  readonly compound: boolean;
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
  const led =
    before !== undefined &&
    isBare(sentence, before.position, first) &&
    !isBroken(sentence, before.position, first);
  const adjacent = following?.position === last + 1 && gapBefore(sentence, last + 1).trim() === '';
  if (adjacent || (following !== undefined && !led && isNext(sentence, following, last)))
    return { topic: following?.topic, compound: following?.position === last + 1 };
  if (led) return { topic: before.topic, compound: before.position === first - 1 };
  const leads =
    following !== undefined &&
    isBare(sentence, last, following.position) &&
    !isBroken(sentence, last, following.position);
  if (leads) return { topic: following.topic, compound: false };
  const near = after !== undefined && after.position - last <= LARGEST_REACH ? after : undefined;
  return { topic: before?.topic ?? near?.topic ?? carried, compound: false };
}

/** "Left knee, swollen", where nothing that came before claims the place. */
function isNext(sentence: SentenceTerms, following: TopicMention, last: number): boolean {
  return following.position === last + 1 && !isBroken(sentence, last, following.position);
}

/** Whether a mark between two positions ends what was said. */
function isBroken(sentence: SentenceTerms, left: number, right: number): boolean {
  for (let at = Math.floor(left) + 1; at <= Math.ceil(right); at += 1)
    if (/;/u.test(gapBefore(sentence, at))) return true;
  return false;
}
