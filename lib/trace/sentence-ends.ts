import { gated } from '@/lib/text/gated-pattern';

/** Words after which a full stop does not end a sentence. */
const ABBREVIATIONS: ReadonlySet<string> = new Set(
  'dr mr mrs ms prof st vs e.g i.e cf approx ca fig figs no nos pt pts'.split(' '),
);
const LAST_WORD = gated(/(\S{1,12})\.\s$/);
const CLOSED = gated(/\.["'”’)\]*_]{1,4}\s$/);
/** The number of a list item that stands alone: "2." */
const ONLY_A_NUMBER = gated(/^\d{1,3}\.\s$/);

/** Whether a text that has a sentence mark before its last white space ends a sentence there. */
export function endsSentence(text: string): boolean {
  const tail = text.slice(-16);
  if (tail.endsWith('..', tail.length - 1) || ONLY_A_NUMBER.test(text.slice(0, 6))) {
    return false;
  }
  const word = CLOSED.test(tail) ? undefined : LAST_WORD.exec(tail)?.[1];
  if (word === undefined) {
    return true;
  }
  const plain = word.replace(/^[("'“‘[]{1,3}/, '');
  // A single capital is an initial or a genus: "S. pneumoniae", but not the pronoun.
  return !ABBREVIATIONS.has(plain.toLowerCase()) && !/^[A-HJ-Z]$/.test(plain);
}
