import { fillings, InputFinder } from '@/lib/audit/arithmetic/inputs-of-case';
import type { ValueSource } from '@/lib/audit/arithmetic/known-values';
import { type NamedResult, readNamedResults } from '@/lib/audit/arithmetic/named-results';
import { createPassage } from '@/lib/audit/arithmetic/passage';
import { type Recomputation, verdictOf } from '@/lib/audit/arithmetic/recomputation';
import { agrees, type StatedResult } from '@/lib/audit/arithmetic/stated-result';
import { type StatefulCheck, verdictOnSpans } from '@/lib/audit/check';
import type { Verdict } from '@/lib/audit/verdict';
import { possibleResults } from '@/lib/knowledge/calculators/calculate';
import type { Calculator } from '@/lib/knowledge/calculators/calculator';
import { convert } from '@/lib/knowledge/units';

const ID = 'calculations';
/** How far back numbers of the trace may be taken for inputs. UTF-16 code units. */
const PASSAGE = 800;
/** Ways to fill a formula, where a text gives several values of one input. */
const MOST_FILLINGS = 32;

/** A stated result in the calculator's unit. */
function inCalculatorUnit(stated: StatedResult, { unit }: Calculator): StatedResult | undefined {
  if (stated.unit === undefined || stated.unit === unit) {
    const isFraction = unit === '%' && stated.unit === undefined && stated.value <= 1;
    return isFraction
      ? { ...stated, value: 100 * stated.value, halfDigit: 100 * stated.halfDigit, unit }
      : stated;
  }
  const value = convert(stated.value, stated.unit, unit, { charge: 1 });
  const half = convert(stated.halfDigit, stated.unit, unit, { charge: 1 });
  return value === undefined || half === undefined
    ? undefined
    : { ...stated, value, halfDigit: half, unit };
}

/** All recomputations of one named result by one formula; empty where an input is missing. */
function byFormula(
  calculator: Calculator,
  { stated, span }: NamedResult,
  finder: InputFinder,
  passage: ValueSource,
  offset: number,
): readonly Recomputation[] {
  const own = inCalculatorUnit(stated, calculator);
  if (own === undefined) {
    return [];
  }
  return fillings(calculator, finder.candidates(calculator, passage), MOST_FILLINGS).flatMap(
    ({ values, inputs }) => {
      const result = calculator.compute(values);
      return result === undefined
        ? []
        : [
            {
              title: calculator.title,
              expression: calculator.fillIn(values),
              inputs,
              results: [result],
              stated: own,
              span: { start: span.start + offset, end: span.end + offset },
              unit: calculator.unit,
              tolerance: calculator.tolerance,
              source: `${calculator.version}. ${calculator.source}`,
            },
          ];
    },
  );
}

/** A score outside what the known inputs allow, whatever the others are. */
function beyondBounds(
  calculator: Calculator,
  { stated, span }: NamedResult,
  finder: InputFinder,
  passage: ValueSource,
  offset: number,
): Verdict | undefined {
  const candidates = finder.candidates(calculator, passage);
  const known = [...candidates].filter(([, list]) => list.length === 1);
  const values = Object.fromEntries(known.flatMap(([id, [one]]) => (one ? [[id, one.value]] : [])));
  const bounds = possibleResults(calculator, values);
  if (bounds === undefined || (stated.value >= bounds.least && stated.value <= bounds.most)) {
    return undefined;
  }
  const inputs = known.flatMap(([, [one]]) => one?.input ?? []);
  const names = inputs.map(({ name, value }) => `${name} ${value}`).join(', ');
  const at = { start: span.start + offset, end: span.end + offset };
  const sources = inputs.flatMap(({ from }) => (from?.text === 'case' ? [from] : []));
  return verdictOnSpans(
    ID,
    'miscalculated',
    at,
    sources,
    `${calculator.title} can be ${bounds.least} to ${bounds.most} here (${names}), not ${stated.value}.`,
  );
}

function cannotTell(
  named: NamedResult,
  calculator: Calculator,
  finder: InputFinder,
  passage: ValueSource,
  offset: number,
): Verdict {
  const missing = [...finder.candidates(calculator, passage)]
    .filter(([, list]) => list.length === 0)
    .flatMap(([id]) => calculator.inputs[id]?.label ?? []);
  const at = { start: named.span.start + offset, end: named.span.end + offset };
  return verdictOnSpans(
    ID,
    'cannot-tell',
    at,
    [],
    `${calculator.title} cannot be recomputed: ${missing.join(', ')} not found in the case or the passage.`,
  );
}

/** A score whose every line is decided by known inputs, or that lies outside what they allow. */
function judgeScore(
  score: Calculator,
  named: NamedResult,
  finder: InputFinder,
  passage: ValueSource,
  offset: number,
): readonly Verdict[] {
  const candidates = finder.candidates(score, passage);
  const isComplete = [...candidates.values()].every((list) => list.length > 0);
  if (isComplete) {
    return judgeEquations([score], named, finder, passage, offset);
  }
  const beyond = beyondBounds(score, named, finder, passage, offset);
  return beyond === undefined ? [] : [beyond];
}

/** The first formula of the name that agrees, else the usual one; none where inputs are missing. */
function judgeEquations(
  calculators: readonly Calculator[],
  named: NamedResult,
  finder: InputFinder,
  passage: ValueSource,
  offset: number,
): readonly Verdict[] {
  const tried = calculators.flatMap((calculator) =>
    byFormula(calculator, named, finder, passage, offset),
  );
  const agreeing = tried.find(({ stated, results, tolerance }) =>
    results.some((result) => agrees(stated, result, tolerance)),
  );
  const chosen = agreeing ?? tried[0];
  return chosen === undefined ? [] : [verdictOf(ID, chosen)];
}

function inspect(
  named: NamedResult,
  finder: InputFinder,
  passage: ValueSource,
  offset: number,
): readonly Verdict[] {
  const [usual] = named.calculators;
  if (usual === undefined || finder.isGiven([named.name])) {
    return [];
  }
  if (usual.items.length > 0) {
    return judgeScore(usual, named, finder, passage, offset);
  }
  const judged = judgeEquations(named.calculators, named, finder, passage, offset);
  return judged.length === 0 && named.isComputed
    ? [cannotTell(named, usual, finder, passage, offset)]
    : judged;
}

/** Recomputes the results of known formulas and scores from the values of the case and of the passage. */
export const CALCULATIONS: StatefulCheck = {
  id: ID,
  title: 'Formulas and scores',
  begin: ({ reading }) => {
    const finder = new InputFinder(reading);
    const passageBefore = createPassage(PASSAGE);
    return {
      inspect: ({ step, text }) => {
        const lead = passageBefore.before(step, text);
        return readNamedResults(text).flatMap((named) => {
          const upTo = text.slice(Math.max(0, named.span.start - PASSAGE), named.stated.span.start);
          const passage = `${lead}${upTo}`.slice(-PASSAGE);
          const end = step.start + named.stated.span.start;
          const source: ValueSource = { text: passage, start: end - passage.length, kind: 'trace' };
          return inspect(named, finder, source, step.start);
        });
      },
      conclude: () => [],
    };
  },
};
