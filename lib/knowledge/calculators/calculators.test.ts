import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CALCULATORS } from '@/lib/knowledge/calculators';
import { calculate, type Measured, possibleResults } from '@/lib/knowledge/calculators/calculate';
import type {
  Calculator,
  CalculatorInput,
  NumberInput,
  Value,
  Values,
} from '@/lib/knowledge/calculators/calculator';
import { convert } from '@/lib/knowledge/units';

const BY_ID = CALCULATORS.map((calculator) => [calculator.id, calculator] as const);

function anyValueOf(input: CalculatorInput): fc.Arbitrary<Value> {
  switch (input.kind) {
    case 'number':
      return fc.double({ min: input.range[0], max: input.range[1], noNaN: true });
    case 'choice':
      return fc.constantFrom(...input.choices.map(({ value }) => value));
    case 'yes-no':
      return fc.boolean();
  }
}

function anyValues({ inputs }: Calculator): fc.Arbitrary<Values> {
  return fc.record(
    Object.fromEntries(Object.entries(inputs).map(([id, input]) => [id, anyValueOf(input)])),
  );
}

function numbersOf({ inputs }: Calculator): (readonly [string, NumberInput])[] {
  return Object.entries(inputs).flatMap(([id, input]) =>
    input.kind === 'number' ? [[id, input] as const] : [],
  );
}

function given(calculator: Calculator, values: Values, id: string, unit: string) {
  return Object.fromEntries(
    Object.entries(values).map(([name, value]): [string, Measured | string | boolean] => {
      const input = calculator.inputs[name];
      if (typeof value !== 'number' || input?.kind !== 'number') {
        return [name, typeof value === 'number' ? String(value) : value];
      }
      const written = name === id ? unit : input.unit;
      return [name, { value: convert(value, input.unit, written, input) ?? value, unit: written }];
    }),
  );
}

it('has each calculator once, each with vectors and a source', () => {
  expect(new Set(CALCULATORS.map(({ id }) => id)).size).toBe(CALCULATORS.length);
  for (const { vectors, source } of CALCULATORS) {
    expect(vectors.length).toBeGreaterThan(0);
    expect(source).not.toBe('');
  }
});

describe.each(BY_ID)('%s', (_, calculator) => {
  it('gives the published results', () => {
    for (const { given: values, result } of calculator.vectors) {
      const computed = calculator.compute(values) ?? Number.NaN;
      expect(Math.abs(computed - result)).toBeLessThanOrEqual(
        calculator.tolerance === 0 ? 1e-9 : 5e-4 * Math.max(1, Math.abs(result)),
      );
    }
  });

  it('names only inputs that it has', () => {
    const ids = Object.keys(calculator.inputs);
    for (const id of Object.keys(calculator.monotone ?? {})) {
      expect(ids).toContain(id);
    }
    for (const item of calculator.items) {
      expect(ids).toEqual(expect.arrayContaining([...item.uses]));
    }
    const first = calculator.vectors[0]?.given ?? {};
    expect(calculator.fillIn(first)).not.toMatch(/[{}?]|undefined|NaN/);
    expect(calculator.formula).not.toMatch(/[{}]/);
  });

  it('gives the same result whatever the unit of an input', () => {
    for (const [id, input] of numbersOf(calculator)) {
      for (const unit of input.otherUnits ?? []) {
        for (const vector of calculator.vectors) {
          const there = convert(Number(vector.given[id]), input.unit, unit, input);
          expect(there, `${input.unit} to ${unit}`).toBeDefined();
          const result = calculate(calculator, given(calculator, vector.given, id, unit));
          expect(result).toBeCloseTo(calculator.compute(vector.given) ?? Number.NaN, 6);
        }
        if (calculator.items.length === 0) {
          fc.assert(
            fc.property(anyValues(calculator), (values) => {
              const result = calculate(calculator, given(calculator, values, id, unit));
              const own = calculator.compute(values);
              // At the very limits of the range the conversion may leave it.
              if (result !== undefined && own !== undefined) {
                const slack = calculator.tolerance === 0 ? 1 : 1e-6 * Math.max(1, Math.abs(own));
                expect(Math.abs(result - own)).toBeLessThanOrEqual(slack);
              }
            }),
            { numRuns: 30 },
          );
        }
      }
    }
  });

  it('rises or falls as declared', () => {
    for (const [id, direction] of Object.entries(calculator.monotone ?? {})) {
      const input = calculator.inputs[id];
      if (input?.kind !== 'number') {
        throw new Error(`${id} is no number`);
      }
      fc.assert(
        fc.property(anyValues(calculator), anyValueOf(input), (values, other) => {
          const here = calculator.compute(values);
          const there = calculator.compute({ ...values, [id]: other });
          if (here === undefined || there === undefined) {
            return;
          }
          const rise = Number(other) >= Number(values[id]) ? there - here : here - there;
          const slack = 1e-9 * Math.max(1, Math.abs(here), Math.abs(there));
          expect(direction === 'rising' ? rise : -rise).toBeGreaterThanOrEqual(-slack);
        }),
        { numRuns: 60 },
      );
    }
  });

  it('keeps each line of a score within its points, and decides it by its own inputs', () => {
    fc.assert(
      fc.property(anyValues(calculator), anyValues(calculator), (values, others) => {
        for (const item of calculator.items) {
          const own = Object.fromEntries(
            Object.entries(values).filter(([id]) => item.uses.includes(id)),
          );
          const points = item.points({ ...others, ...own });
          expect(points).toBe(item.points(values));
          expect(points).toBeGreaterThanOrEqual(item.least);
          expect(points).toBeLessThanOrEqual(item.most);
        }
      }),
      { numRuns: 40 },
    );
  });

  it('refuses what is missing or out of range', () => {
    const values = calculator.vectors[0]?.given ?? {};
    for (const id of Object.keys(calculator.inputs)) {
      const { [id]: _left, ...rest } = values;
      expect(calculator.compute(rest)).toBeUndefined();
    }
    for (const [id, input] of numbersOf(calculator)) {
      expect(calculator.compute({ ...values, [id]: input.range[1] + 1 })).toBeUndefined();
    }
  });
});

describe('possibleResults', () => {
  it('bounds a score of which only some inputs are known, and meets it once all are', () => {
    for (const calculator of CALCULATORS.filter(({ items }) => items.length > 0)) {
      fc.assert(
        fc.property(
          anyValues(calculator).chain((values) =>
            fc.tuple(fc.constant(values), fc.subarray(Object.keys(values))),
          ),
          ([values, known]) => {
            const result = calculator.compute(values) ?? Number.NaN;
            const some = Object.fromEntries(
              Object.entries(values).filter(([id]) => known.includes(id)),
            );
            const bounds = possibleResults(calculator, some);
            expect(bounds?.least).toBeLessThanOrEqual(result);
            expect(bounds?.most).toBeGreaterThanOrEqual(result);
            expect(possibleResults(calculator, values)).toEqual({ least: result, most: result });
          },
        ),
        { numRuns: 30 },
      );
    }
  });
});
