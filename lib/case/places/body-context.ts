import type { Concept } from '@/lib/knowledge/concept';
import { stemOf } from '@/lib/text/words';

/** What a sentence can speak of that makes a body site or a quality a finding. */
export type Topic = NonNullable<Concept['within']>;

function keysOf(topic: Topic, keys: string, words: string): [string, Topic][] {
  return [...keys.split(' '), ...words.split(' ').map(stemOf)].map((key) => [key, topic]);
}

const TOPICS: ReadonlyMap<string, Topic> = new Map([
  ...keysOf(
    'pain',
    '~pain ~cramp ~burn ~stab ~throb ~excruciating',
    'headache angina tender earache toothache backache stomachache neuralgia arthralgia migraine',
  ),
  ...keysOf('radiation', '~radiate', ''),
  ...keysOf(
    'rash',
    '~rash ~peel',
    `hives urticaria urticarial petechiae petechial purpura purpuric vesicle vesicular blister blistering plaque pustule papule
    papular macule macular maculopapular wheal welt eczema dermatitis psoriasis`.replace(
      /\s+/gu,
      ' ',
    ),
  ),
  ...keysOf('swelling', '~swell', 'lump angioedema'),
]);

/** Whether the key names a topic and nothing more; "burn" brings up pain, but is a kind of it as well. */
export function isTopicKey(key: string): boolean {
  return /^~(?:pain|radiate|rash|swell)$/u.test(key);
}

/** The topic that a term of this key brings up wherever it stands, if any. */
export function topicOfKey(key: string): Topic | undefined {
  return TOPICS.get(key);
}
