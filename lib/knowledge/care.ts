/**
 * What is done for each of the known conditions, how soon, and how it goes on, for teaching: the usual order of measures in
 * an otherwise healthy patient, without doses. Written without the documents named with each at hand, by which it can be
 * checked, and not reviewed by a clinician; it must not be used to decide about anyone's care.
 */
import { indexPhrases, meaningsIn, type Named } from './care-phrases';
import type { Condition, ConditionId } from './concept';
import { CONDITIONS } from './conditions';
import airway from './data/care/airway.json';
import chest from './data/care/chest.json';
import other from './data/care/other.json';
import testData from './data/care/tests.json';
import treatmentData from './data/care/treatments.json';

export type { Named } from './care-phrases';

/**
 * How soon something is to be done: within minutes to an hour or two, before the day is over, within days to two weeks,
 * or when it suits.
 */
export type Urgency = 'immediate' | 'same-day' | 'within-days' | 'routine';

export interface Care {
  readonly condition: ConditionId;
  /** What is given or done, the first-line measure first; then other recognised parts of the initial management. */
  readonly treatments: readonly Named[];
  /** What is ordered, the next test first. */
  readonly tests: readonly Named[];
  readonly urgency: Urgency;
  /** One sentence: the usual course, and the danger where it is not treated. */
  readonly course: string;
  /** The documents from which the above can be checked. */
  readonly sources: readonly string[];
}

/** One condition's care as the data files state it: with the names of treatments and tests alone. */
export interface StatedCare {
  readonly condition: string;
  readonly treatments: readonly string[];
  readonly tests: readonly string[];
  readonly urgency: string;
  readonly course: string;
  readonly sources: readonly string[];
}

/** Every treatment that is told apart, whether or not it is one for a known condition. */
export const TREATMENTS: readonly Named[] = treatmentData;
/** Every test that is told apart. */
export const TESTS: readonly Named[] = testData;

const URGENCIES: readonly Urgency[] = ['immediate', 'same-day', 'within-days', 'routine'];

function refuse(problem: string): never {
  throw new Error(`lib/knowledge/data/care: ${problem}`);
}

function namedIn(list: readonly Named[], names: readonly string[]): readonly Named[] {
  if (names.length === 0) refuse('a condition has no treatment or no test');
  return names.map(
    (name) => list.find((named) => named.name === name) ?? refuse(`"${name}" is not listed`),
  );
}

/**
 * The care of each condition, in the order of `conditions`. Throws unless each has exactly one entry and nothing else has,
 * every treatment and test is listed, and every urgency is one.
 */
export function readCare(
  stated: readonly StatedCare[],
  conditions: readonly Condition[],
): readonly Care[] {
  for (const { condition } of stated) {
    if (!conditions.some(({ id }) => id === condition)) refuse(`"${condition}" is no condition`);
  }
  return conditions.map(({ id }) => {
    const [entry, second] = stated.filter(({ condition }) => condition === id);
    if (entry === undefined) return refuse(`"${id}" has no entry`);
    if (second !== undefined) return refuse(`"${id}" has two entries`);
    return {
      ...entry,
      condition: id,
      treatments: namedIn(TREATMENTS, entry.treatments),
      tests: namedIn(TESTS, entry.tests),
      urgency:
        URGENCIES.find((urgency) => urgency === entry.urgency) ??
        refuse(`"${entry.urgency}" of "${id}" is no urgency`),
    };
  });
}

/** Every condition's care, in the order of `CONDITIONS`. */
export const CARE: readonly Care[] = readCare([...airway, ...chest, ...other], CONDITIONS);

const careByCondition = new Map(CARE.map((care) => [care.condition, care]));

/** What is done for a condition of `CONDITIONS`. Throws for any other. */
export function careOf(condition: Condition): Care {
  return careByCondition.get(condition.id) ?? refuse(`"${condition.id}" has no entry`);
}

/** Treatments and tests in one, so that the oxygen of "oxygen saturation" is no treatment. */
const phrases = indexPhrases(
  [...TREATMENTS, ...TESTS].map((named) => ({ named, meaning: named.name })),
);

/**
 * Whether `text` names this treatment or test. Names and aliases count as whole words, whatever their case, spelling and dose;
 * of two that overlap whole, the longer. That a text advises against a treatment is not seen.
 */
export function isNamedIn(named: Named, text: string): boolean {
  return meaningsIn(text, phrases).includes(named.name);
}
