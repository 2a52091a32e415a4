import {
  type Computed,
  type FormNumbers,
  formPattern,
  type SentenceForm,
} from '@/lib/audit/arithmetic/forms/sentence-form';
import { inUnitOfStated, isPercent } from '@/lib/audit/arithmetic/forms/units-of-forms';
import { gated } from '@/lib/text/gated-pattern';

/** Before the value from which a sum goes on: it has itself been worked out, and is no value beside others. */
const OUTCOME =
  "(?:,? or|,? so|[=≈]|,? (?:that|which) (?:is|gives|makes|leaves)|,? that's|gives|giving|equals|comes? (?:out )?(?:to|at)|makes|making|leaves|leaving|works? out (?:at|to)|totals)";
/** "87.5 mmHg, and": how a sum goes on in the same sentence or the next. */
const THEN = '[,.;)]{0,2} ?(?:and |then |so |but |now |after that,? |from there,? ){0,3}';
const IT = '(?:that|it|this|the (?:result|sum|total|rest|product|difference))';
const GIVES =
  "(?:leaves|leaving|gives|giving|makes|making|yields|we get|you get|i get|gets (?:us|me|you)(?: to)?|comes (?:out )?(?:to|at)|works out (?:to|at)|brings (?:it|us|that) to|takes (?:it|us) to|to get|for|that's|which is|equals|=|is)";
/** What is left is named in a few words: "a gradient of". */
const NAMED = '(?: [a-z-]{1,14}){0,4}? ~';

type Operation = (running: number, operand: number) => number;

/** The value of a running sum after one more step. */
function stepOf(sign: string, operation: Operation) {
  return ({ a, b, r }: FormNumbers): Computed | undefined => {
    if (a === undefined || b === undefined || r === undefined) return undefined;
    if (a.factor !== undefined || b.factor !== undefined || r.factor !== undefined)
      return undefined;
    if (isPercent(b) !== isPercent(a) || isPercent(r) !== isPercent(a)) return undefined;
    const value = inUnitOfStated(operation(a.value, b.value), a.unit ?? b.unit, r);
    return value === undefined
      ? undefined
      : { results: [value], expression: `${a.words} ${sign} ${b.words}` };
  };
}

function goesOn(step: string): RegExp {
  return formPattern(`${OUTCOME} ~{a}(?: [a-z]{1,14}){0,2}${THEN}${step}${NAMED}{r}`);
}

const TITLE = 'Running sum';

/** "… or 87.5, and taking the 71 away leaves 16.5": each step is worked out from the number before it. */
const TAKEN_AWAY: SentenceForm = {
  title: TITLE,
  cue: gated(/\b(?:taking|take|subtract(?:ing)?|deduct(?:ing)?|remov(?:e|ing)|minus|less)\b/u),
  patterns: [
    goesOn(
      `(?:if (?:we|you|i) )?(?:taking|take|subtract(?:ing)?|deduct(?:ing)?|remov(?:e|ing)|minus|less)(?: away| off)? (?:the |his |her |another |those )?{b}(?: (?!from\\b)[a-z]{1,12}){0,3}?(?: (?:away|off|out|from (?:that|it|this)))?,? ${GIVES}`,
    ),
  ],
  compute: stepOf('−', (running, operand) => running - operand),
};

const ADDED: SentenceForm = {
  title: TITLE,
  cue: gated(/\b(?:add(?:ing)?|plus)\b/u),
  patterns: [
    goesOn(
      `(?:if (?:we|you|i) )?(?:add(?:ing)?|plus)(?: on| back)? (?:the |his |her |another |those )?{b}(?: (?!to\\b)[a-z]{1,12}){0,2}?(?: (?:on|back|to (?:that|it|this)))?,? ${GIVES}`,
    ),
  ],
  compute: stepOf('+', (running, operand) => running + operand),
};

const TIMES: SentenceForm = {
  title: TITLE,
  cue: gated(/\b(?:times|multipl(?:y|ying|ied))\b/u),
  patterns: [
    goesOn(`(?:times|(?:multiply|multiplying|multiplied)(?: ${IT})? by) (?:the )?{b},? ${GIVES}`),
  ],
  compute: stepOf('×', (running, operand) => running * operand),
};

const OVER: SentenceForm = {
  title: TITLE,
  cue: gated(/\bdivid(?:e|ing|ed)\b/u),
  patterns: [goesOn(`(?:divide|dividing|divided)(?: ${IT})? by (?:the )?{b},? ${GIVES}`)],
  compute: stepOf('÷', (running, operand) => running / operand),
};

const MAKES =
  "(?:makes?|making|gives?|giving|comes? to|adds? up to|totals?|totalling|so|means|which is|that's|is|=)";

/** "15 million in each of the two milliliters makes 30 million", "three bags of 500 mL each come to 1.5 L". */
const OF_EACH: SentenceForm = {
  title: 'Amount in each',
  cue: gated(/\b(?:each|every)\b/u),
  patterns: [
    formPattern(
      `{a}(?: [a-z]{1,14}){0,2}? (?:in|for|per|from|on|to) (?:each|every one|every) (?:one )?of (?:the |his |her |their |these |those )?{b}…\\b${MAKES}${NAMED}{r}`,
    ),
    formPattern(
      `{b}(?: [a-z]{1,14}){1,2}? (?:of|with|at|containing|holding) ~{a}(?: [a-z]{1,14}){0,2} (?:each|apiece),?…\\b${MAKES}${NAMED}{r}`,
    ),
  ],
  compute: ({ a, b, r }) => {
    if (a === undefined || b === undefined || r === undefined) return undefined;
    if (isPercent(a) || isPercent(b) || isPercent(r)) return undefined;
    if (a.unit?.includes('/') === true || r.unit?.includes('/') === true) return undefined;
    const value = inUnitOfStated(a.value * b.value, a.unit, r);
    const isAlike = (a.unit === undefined) === (r.unit === undefined);
    return value === undefined || !isAlike
      ? undefined
      : { results: [value], expression: `${a.words} × ${b.words}` };
  },
};

/** Sums that go on from a number already worked out, and amounts given for each of several. */
export const CHAINS: readonly SentenceForm[] = [TAKEN_AWAY, ADDED, TIMES, OVER, OF_EACH];
