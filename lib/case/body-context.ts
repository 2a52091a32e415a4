import type { Term } from '@/lib/case/terms';
import type { Concept } from '@/lib/knowledge/concept';
import { stemOf } from '@/lib/text/words';

/** What a sentence can speak of that makes a body site or a quality a finding. */
export type Topic = NonNullable<Concept['within']>;

const TOPICS: ReadonlyMap<string, Topic> = new Map([
  ['~pain', 'pain'],
  ...[
    '~cramp',
    '~burn',
    '~stab',
    '~throb',
    '~excruciating',
    stemOf('headache'),
    stemOf('angina'),
  ].map((key) => [key, 'pain'] as const),
  ['~radiate', 'radiation'],
  ['~rash', 'rash'],
  ['~peel', 'rash'],
  ['~swell', 'swelling'],
  [stemOf('lump'), 'swelling'],
]);

/** Whether the key names a topic and nothing more; "burn" brings up pain, but is a kind of it as well. */
export function isTopicKey(key: string): boolean {
  return /^~(?:pain|radiate|rash|swell)$/u.test(key);
}

/** The topic that a term of this key brings up, if any. */
export function topicOfKey(key: string): Topic | undefined {
  return TOPICS.get(key);
}

export interface TopicMention {
  readonly position: number;
  readonly topic: Topic;
}

/** Where the terms of a sentence speak of pain, radiation, rash or swelling. */
export function topicsOf(terms: readonly Term[]): TopicMention[] {
  return terms.flatMap((term, position) => {
    const topic = topicOfKey(term.key);
    return topic === undefined ? [] : [{ position, topic }];
  });
}

/** So many terms after a site its topic may come: "the ankle was found swollen". */
const LARGEST_REACH = 4;

/**
 * The topic that a body site at `position` belongs to: the one that follows at once ("ankle swelling"), else the nearest
 * before ("pain in the chest radiating to the jaw"), else the nearest after, else what the sentence before spoke of.
 */
export function topicAt(
  position: number,
  last: number,
  mentions: readonly TopicMention[],
  carried: Topic | undefined,
): Topic | undefined {
  const following = mentions.find((mention) => mention.position > last);
  if (
    following !== undefined &&
    following.position - last <= 1 &&
    following.topic !== 'radiation'
  ) {
    return following.topic;
  }
  const before = mentions.findLast((mention) => mention.position < position);
  const near =
    following !== undefined && following.position - last <= LARGEST_REACH ? following : undefined;
  return before?.topic ?? near?.topic ?? carried;
}
