import { gated } from '@/lib/text/gated-pattern';

/** What may stand before the word that turns: "Oh, but wait". */
const LEAD = '(?:(?:oh|ah|but|and|so|hmm+|hm|no|okay|ok|well|yeah|uh),? ){0,3}';
const TURN = gated(
  new RegExp(
    `^${LEAD}(?:wait|hmm+|hm|hold on|hang on|on second thoughts?|actually|scratch that|strike that|let me (?:reconsider|correct|re-?check|re-?read)|no, that(?:'s| is| was))(?![a-z'-])`,
  ),
);
/** A sentence shorter than this ("Okay.", "Why?", "But wait.") says nothing without what follows. UTF-16 code units. */
const SHORTEST_SENTENCE = 18;

/** Whether a sentence turns the reasoning back on itself, which opens a new step anywhere. `plain` is in lower case. */
export function isTurn(plain: string): boolean {
  return TURN.test(plain);
}

/** Whether a sentence is too short to be a step of its own. */
export function isFragment(plain: string): boolean {
  return plain.length < SHORTEST_SENTENCE;
}
