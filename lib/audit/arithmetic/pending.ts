import type { Expression } from '@/lib/audit/arithmetic/expression';
import { resultAt, type StatedResult } from '@/lib/audit/arithmetic/stated-result';
import { gated } from '@/lib/text/gated-pattern';
import { nextNumberStart } from '@/lib/text/quantities-numbers';

/** A sum whose result has not been stated yet. */
export interface Pending {
  readonly expression: Expression;
  /** Offset of the text that the expression's spans count from, in the trace. */
  readonly offset: number;
  /** Characters since its end. */
  readonly since: number;
}

/** Further away, a number is no longer taken for the result. */
const FARTHEST = 300;
const RESULT_CUE = gated(
  /\b(?:that|this|it|which|and|we|i)\s(?:then\s)?(?:turns out to be|comes (?:out )?to|came (?:out )?to|works out (?:to be|to|at|as)|gives(?: me| us| you)?|gave(?: me| us)?|equals|amounts to|makes|leaves(?: me| us)?|gets? me|gets? us|get|got|results in)\s(?:a (?:total|value|result) of\s)?(?:about |around |roughly |approximately |exactly |nearly )?$/i,
);
/** Words that carry the sum on, so that what follows is the result of a longer one. */
const GOES_ON = gated(
  /\b(?:then|multipl\w*|divid\w*|subtract\w*|add(?:ing|ed)?|times|minus|plus|convert\w*|round\w*|per)\b/i,
);

export type Awaited =
  | { readonly kind: 'found'; readonly stated: StatedResult }
  | { readonly kind: 'open'; readonly since: number }
  | { readonly kind: 'lost' };

/** Looks for the result of a pending sum in `text` from `from` on: the next number, where words say that it is the result. */
export function awaited(pending: Pick<Pending, 'since'>, text: string, from: number): Awaited {
  const at = nextNumberStart(text, from);
  const reach = from + FARTHEST - pending.since;
  if (at === undefined || at > reach) {
    const since = pending.since + text.length - from;
    const carried = GOES_ON.test(text.slice(from, Math.min(text.length, reach)));
    return at === undefined && since <= FARTHEST && !carried
      ? { kind: 'open', since }
      : { kind: 'lost' };
  }
  const words = text.slice(from, at);
  const stated =
    RESULT_CUE.test(words.slice(-80)) && !GOES_ON.test(words) ? resultAt(text, at) : undefined;
  return stated === undefined ? { kind: 'lost' } : { kind: 'found', stated };
}
