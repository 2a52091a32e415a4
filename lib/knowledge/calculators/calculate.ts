import {
  accepts,
  type Calculator,
  type NumberInput,
  type Value,
  type Values,
} from '@/lib/knowledge/calculators/calculator';
import { convert } from '@/lib/knowledge/units';

/**
 * The least and the most that a score can be when only some of its inputs are known; the two are equal once all are. For an
 * equation with all its inputs both are its result; else undefined.
 */
export function possibleResults(
  calculator: Calculator,
  values: Values,
): { readonly least: number; readonly most: number } | undefined {
  const { inputs, items } = calculator;
  if (items.length === 0) {
    const result = calculator.compute(values);
    return result === undefined ? undefined : { least: result, most: result };
  }
  let least = 0;
  let most = 0;
  for (const item of items) {
    const known = item.uses.every((id) => {
      const input = inputs[id];
      return input !== undefined && accepts(input, values[id]);
    });
    least += known ? item.points(values) : item.least;
    most += known ? item.points(values) : item.most;
  }
  return { least, most };
}

/** A number with its UCUM unit. */
export interface Measured {
  readonly value: number;
  readonly unit: string;
}

/** The value of an input in the unit that the formula wants; undefined where the unit does not fit or it is out of range. */
export function inUnitOf(input: NumberInput, measured: Measured): number | undefined {
  const converted = convert(measured.value, measured.unit, input.unit, input);
  if (converted === undefined) {
    return undefined;
  }
  // A limit must not be passed by the last binary digit of a conversion.
  const value = Number(converted.toPrecision(12));
  return accepts(input, value) ? value : undefined;
}

/** The result from inputs in any unit; undefined where one is missing, does not fit, or is out of range. */
export function calculate(
  calculator: Calculator,
  given: Readonly<Record<string, Measured | string | boolean>>,
): number | undefined {
  const values: Record<string, Value> = {};
  for (const [id, input] of Object.entries(calculator.inputs)) {
    const value = given[id];
    if (value === undefined) {
      return undefined;
    }
    if (typeof value !== 'object') {
      values[id] = value;
    } else {
      const converted = input.kind === 'number' ? inUnitOf(input, value) : undefined;
      if (converted === undefined) {
        return undefined;
      }
      values[id] = converted;
    }
  }
  return calculator.compute(values);
}
