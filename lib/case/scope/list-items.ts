import { type ClauseToken, LONGEST_SCOPE, TURNS } from '@/lib/case/scope/clause-tokens';

/** Words that say how the patient is, and not what there is: after "no" and a comma they begin a statement of their own. */
const PREDICATE =
  /^(?:(?:very|quite|rather|more|increasingly|still|now|slightly|mildly|looks?|looking) )?(?:short of breath|sob|breathless|wheezy|tachycardic|tachypnoeic|bradycardic|hypoxic|hypotensive|hypertensive|febrile|pyrexial|unwell|confused|drowsy|lethargic|pale|clammy|sweaty|jaundiced|cyanosed|dehydrated|icteric|tender)\b/u;
/** What is said of a finding that is there. */
const OF_PRESENT = /\b(?:throughout|productive of)\b/u;
/** A side, a degree or a state that an item brings along. */
const OWN_MODIFIER =
  /^(?:left|right|bilateral|bilaterally|bibasal|bibasilar|biapical|both|raised|swollen|elevated|increased|enlarged|reduced|decreased|diminished|depressed|displaced)\b/u;
/** When or how often something was: nothing that is denied has a number of times. */
const OWN_TIME =
  /\b(?:twice|once|today|yesterday|overnight|tonight|since|x ?\d+|(?:this|last) (?:morning|night|evening|week)|for (?:the (?:last|past) )?(?:\d+|an?|one|two|three|four|five|six|seven|eight|nine|ten|several|few)|(?:\d+|two|three|four|five|six) times)\b/u;
/** Leads of an electrocardiogram: nothing is nowhere in particular. */
const OWN_LEADS = /\b(?:in|across) v\d\b/u;
const JOINS_LIST = /^(?:or|nor|and)$/u;

/**
 * Whether the item after the comma before `from`, in a list that the negator at `negator` opens, says something of its own
 * ("no wheeze, bibasal crackles"). A list that goes on to "or" is denied as a whole, and so is one whose earlier items are bare.
 */
export function beginsNewStatement(
  tokens: readonly ClauseToken[],
  negator: number,
  from: number,
): boolean {
  const rest = tokens.slice(from, from + LONGEST_SCOPE);
  const turn = rest.findIndex(({ text }, order) => order > 0 && TURNS.test(text));
  const list = turn === -1 ? rest : rest.slice(0, turn);
  if (list.some(({ text }) => JOINS_LIST.test(text))) return false;
  const next = list.findIndex(({ before }, order) => order > 0 && /[,;]/u.test(before));
  const item = (next === -1 ? list : list.slice(0, next)).map(({ text }) => text).join(' ');
  if (PREDICATE.test(item) || OF_PRESENT.test(item)) return true;
  const isSecond = !tokens.slice(negator + 2, from).some(({ before }) => before.includes(','));
  return isSecond && [OWN_MODIFIER, OWN_TIME, OWN_LEADS].some((own) => own.test(item));
}
