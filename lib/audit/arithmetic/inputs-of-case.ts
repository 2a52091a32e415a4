import {
  type KnownValue,
  massesOf,
  pressuresOf,
  type ValueSource,
  valuesNamed,
} from '@/lib/audit/arithmetic/known-values';
import type { WorkingInput } from '@/lib/audit/verdict';
import type { CaseReading } from '@/lib/case/case';
import { inUnitOf } from '@/lib/knowledge/calculators/calculate';
import type {
  Calculator,
  CalculatorInput,
  NumberInput,
  Value,
  Values,
} from '@/lib/knowledge/calculators/calculator';

/** A value that an input of a calculator may have, and where it was read. */
export interface Candidate {
  readonly value: Value;
  readonly input?: WorkingInput;
}

/** What is taken where a text says nothing, with the words in a case that forbid it. */
const ASSUMED: Readonly<Record<string, { readonly value: number; readonly unless: RegExp }>> = {
  'FiO₂': {
    value: 0.21,
    unless:
      /\b(?:supplemental|nasal cannula|face ?mask|ventilat\w*|intubat\w*|high-flow|oxygen (?:therapy|at|via)|liters? of oxygen|L of O2|FiO2)\b/i,
  },
  'barometric pressure': { value: 760, unless: /\b(?:altitude|diving|hyperbaric|mountain)\b/i },
};

/** A printed number in the unit that the formula wants; without a unit, the first of the input's units that it fits. */
function inWantedUnit(input: NumberInput, { value, unit }: KnownValue): number | undefined {
  if (unit !== undefined) {
    return inUnitOf(input, { value, unit });
  }
  for (const assumed of [input.unit, ...(input.otherUnits ?? [])]) {
    const converted = inUnitOf(input, { value, unit: assumed });
    if (converted !== undefined) {
      return converted;
    }
  }
  return undefined;
}

function named(input: NumberInput, values: readonly KnownValue[]): readonly Candidate[] {
  const byValue = new Map<number, Candidate>();
  for (const known of values) {
    const value = inWantedUnit(input, known);
    if (value !== undefined && !byValue.has(value)) {
      byValue.set(value, {
        value,
        input: { name: input.label, value, unit: input.unit, from: known.from },
      });
    }
  }
  return [...byValue.values()];
}

/** The values that case and trace give for the inputs of calculators. */
export class InputFinder {
  readonly #reading: CaseReading;
  readonly #case: ValueSource;
  readonly #found = new Map<NumberInput, readonly KnownValue[]>();

  constructor(reading: CaseReading) {
    this.#reading = reading;
    this.#case = { text: reading.case.text, start: 0, kind: 'case' };
  }

  /** Whether the case itself gives a value under one of these names. */
  isGiven(names: readonly string[]): boolean {
    return valuesNamed(this.#case, names).length > 0;
  }

  /** What each input may be; an empty list where nothing is known. */
  candidates(
    calculator: Calculator,
    passage: ValueSource,
  ): ReadonlyMap<string, readonly Candidate[]> {
    return new Map(
      Object.entries(calculator.inputs).map(([id, input]) => [id, this.#ofInput(input, passage)]),
    );
  }

  #ofInput(input: CalculatorInput, passage: ValueSource): readonly Candidate[] {
    if (input.kind === 'number') {
      return this.#ofNumber(input, passage);
    }
    if (input.kind === 'yes-no') {
      return [];
    }
    const { sex } = this.#reading.demographics;
    if (input.label === 'Sex' && sex !== undefined) {
      return [{ value: sex.value }];
    }
    return [];
  }

  #ofNumber(input: NumberInput, passage: ValueSource): readonly Candidate[] {
    const { age } = this.#reading.demographics;
    if (input.label === 'Age') {
      return age === undefined
        ? []
        : named(input, [{ value: age.years, unit: 'a', from: { ...age.span, text: 'case' } }]);
    }
    const found = named(input, [...this.#inCase(input), ...readInput(passage, input)]);
    const assumed = ASSUMED[input.symbol];
    const isOpen = assumed !== undefined && !assumed.unless.test(this.#case.text);
    return found.length > 0 || assumed === undefined || !isOpen
      ? found
      : [
          {
            value: assumed.value,
            input: { name: `${input.label}, assumed`, value: assumed.value },
          },
        ];
  }

  #inCase(input: NumberInput): readonly KnownValue[] {
    const known = this.#found.get(input) ?? readInput(this.#case, input);
    this.#found.set(input, known);
    return known;
  }
}

function readInput(source: ValueSource, input: NumberInput): readonly KnownValue[] {
  const direct = valuesNamed(source, input.written ?? []);
  if (input.symbol === 'SBP') {
    return [...direct, ...pressuresOf(source).map(({ systolic }) => systolic)];
  }
  if (input.symbol === 'DBP') {
    return [...direct, ...pressuresOf(source).map(({ diastolic }) => diastolic)];
  }
  return input.label === 'Body mass' && direct.length === 0 ? massesOf(source) : direct;
}

/** Every way in which the inputs may be filled, at most `most` of them; choices that nobody stated take each of their values. */
export function fillings(
  { inputs }: Calculator,
  candidates: ReadonlyMap<string, readonly Candidate[]>,
  most: number,
): readonly { readonly values: Values; readonly inputs: readonly WorkingInput[] }[] {
  let filled: { values: Record<string, Value>; inputs: readonly WorkingInput[] }[] = [
    { values: {}, inputs: [] },
  ];
  for (const [id, input] of Object.entries(inputs)) {
    const known = candidates.get(id) ?? [];
    const options = known.length > 0 ? known : unstated(input);
    filled = filled
      .flatMap((so) =>
        options.map((option) => ({
          values: { ...so.values, [id]: option.value },
          inputs: option.input === undefined ? so.inputs : [...so.inputs, option.input],
        })),
      )
      .slice(0, most);
  }
  return filled;
}

function unstated(input: CalculatorInput): readonly Candidate[] {
  switch (input.kind) {
    case 'number':
      return [];
    case 'choice':
      return input.choices.map(({ value }) => ({ value }));
    case 'yes-no':
      return [{ value: false }, { value: true }];
  }
}
