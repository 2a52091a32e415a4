import type { Substance } from '@/lib/knowledge/units';

/** A measured number. */
export interface NumberInput extends Substance {
  readonly kind: 'number';
  readonly label: string;
  /** As it stands in a formula: "Na". */
  readonly symbol: string;
  /** UCUM unit that the formula wants. */
  readonly unit: string;
  /** UCUM units that it is also given in. */
  readonly otherUnits?: readonly string[];
  /** Values outside are refused. In `unit`. */
  readonly range: readonly [number, number];
  /** How notes write the quantity. */
  readonly written?: readonly string[];
}

export interface ChoiceInput<Value extends string = string> {
  readonly kind: 'choice';
  readonly label: string;
  readonly choices: readonly { readonly value: Value; readonly label: string }[];
}

export interface YesNoInput {
  readonly kind: 'yes-no';
  readonly label: string;
}

export type CalculatorInput = NumberInput | ChoiceInput | YesNoInput;
export type Inputs = Readonly<Record<string, CalculatorInput>>;
export type Value = number | string | boolean;
export type Values = Readonly<Record<string, Value>>;

type ValueOf<Input> = Input extends { readonly kind: 'number' }
  ? number
  : Input extends ChoiceInput<infer Choice>
    ? Choice
    : boolean;
export type ValuesOf<Of extends Inputs> = { readonly [Id in keyof Of]: ValueOf<Of[Id]> };

/** A reading of the result: from `from` (included) up to the next band. */
export interface Band {
  readonly from: number;
  readonly label: string;
}

/** A case with a known result. */
export interface Vector {
  readonly given: Values;
  readonly result: number;
  /** Where the result was published; absent where it was worked from the published formula apart from this code. */
  readonly source?: string;
}

interface Description {
  /** Stable. */
  readonly id: string;
  readonly title: string;
  /** Which of several formulas of this name it is: "CKD-EPI 2021", "Bazett". */
  readonly version: string;
  readonly source: string;
  /** How a text names the result: "anion gap". */
  readonly written: readonly string[];
  /** UCUM unit of the result; "1" for a pure number. */
  readonly unit: string;
  readonly vectors: readonly Vector[];
  /** Inputs that the result can only rise or only fall with. */
  readonly monotone?: Readonly<Record<string, 'rising' | 'falling'>>;
  readonly bands?: readonly Band[];
  readonly bandSource?: string;
  /** What to mind when using it. */
  readonly note?: string;
}

/** One line of a score. */
export interface ScoreItem {
  readonly label: string;
  /** The inputs that decide it. */
  readonly uses: readonly string[];
  readonly least: number;
  readonly most: number;
  points(values: Values): number;
}

/** A formula or score as data. */
export interface Calculator extends Description {
  readonly inputs: Inputs;
  /** Relative for equations; scores are exact. */
  readonly tolerance: number;
  /** In symbols: "Na − (Cl + HCO₃)". For a score, its lines. */
  readonly formula: string;
  /** The lines of a score; empty for an equation. */
  readonly items: readonly ScoreItem[];
  /** The result from values in the inputs' own units; undefined where one is missing, out of range or not applicable. */
  compute(values: Values): number | undefined;
  /** The formula with the numbers filled in. */
  fillIn(values: Values): string;
}

/** Of equations, as in MedCalc-Bench (Khandekar et al., NeurIPS 2024). */
const EQUATION_TOLERANCE = 0.05;

/** Whether a value is of the input's kind and in its range. */
export function accepts(input: CalculatorInput, value: Value | undefined): boolean {
  switch (input.kind) {
    case 'number':
      return typeof value === 'number' && value >= input.range[0] && value <= input.range[1];
    case 'choice':
      return input.choices.some((choice) => choice.value === value);
    case 'yes-no':
      return typeof value === 'boolean';
  }
}

function isComplete<Of extends Inputs>(inputs: Of, values: unknown): values is ValuesOf<Of> {
  if (typeof values !== 'object' || values === null) {
    return false;
  }
  const given = new Map<string, Value>(Object.entries(values));
  return Object.entries(inputs).every(([id, input]) => accepts(input, given.get(id)));
}

const NAMED = /\{([a-zA-Z0-9]{1,30})\}/g;

function shownNumber(value: number): string {
  return String(Number(value.toPrecision(6)));
}

/** The symbol of an input, or its label where it has none. */
function symbolOf(input: CalculatorInput | undefined): string {
  return input?.kind === 'number' ? input.symbol : (input?.label ?? '');
}

function labelOfValue(input: CalculatorInput | undefined, value: Value | undefined): string {
  if (typeof value === 'number') {
    return shownNumber(value);
  }
  if (typeof value === 'boolean') {
    return value ? 'yes' : 'no';
  }
  const choices = input?.kind === 'choice' ? input.choices : [];
  return choices.find((choice) => choice.value === value)?.label ?? '?';
}

interface Equation<Of extends Inputs> extends Description {
  readonly inputs: Of;
  /** The formula with inputs in braces: "{sodium} − ({chloride} + {bicarbonate})". */
  readonly expression: string;
  /** Relative; where the usual one would be too wide. */
  readonly tolerance?: number;
  readonly compute: (values: ValuesOf<Of>) => number | undefined;
}

/** A calculator whose result is a measured number. */
export function equation<const Of extends Inputs>(definition: Equation<Of>): Calculator {
  const { inputs, expression, tolerance, compute, ...description } = definition;
  return {
    ...description,
    inputs,
    tolerance: tolerance ?? EQUATION_TOLERANCE,
    items: [],
    formula: expression.replace(NAMED, (_, id: string) => symbolOf(inputs[id])),
    compute: (values) => (isComplete(inputs, values) ? compute(values) : undefined),
    fillIn: (values) =>
      expression.replace(NAMED, (_, id: string) => labelOfValue(inputs[id], values[id])),
  };
}

interface ScoreLine<Of extends Inputs> {
  readonly label: string;
  readonly uses: readonly (keyof Of & string)[];
  readonly least?: number;
  readonly most: number;
  readonly points: (values: ValuesOf<Of>) => number;
}

interface Score<Of extends Inputs> extends Omit<Description, 'unit'> {
  readonly inputs: Of;
  readonly items: readonly ScoreLine<Of>[];
}

/** A value that an input accepts, for the inputs that a line of a score does not use. */
function anyValue(input: CalculatorInput): Value {
  switch (input.kind) {
    case 'number':
      return input.range[0];
    case 'choice':
      return input.choices[0]?.value ?? '';
    case 'yes-no':
      return false;
  }
}

function pointsOf<Of extends Inputs>(inputs: Of, line: ScoreLine<Of>, values: Values): number {
  const unused = Object.entries(inputs).filter(([id]) => !line.uses.includes(id));
  const filled = {
    ...values,
    ...Object.fromEntries(unused.map(([id, input]) => [id, anyValue(input)])),
  };
  return isComplete(inputs, filled) ? line.points(filled) : Number.NaN;
}

/** A calculator that adds points; its result is exact. */
export function score<const Of extends Inputs>(definition: Score<Of>): Calculator {
  const { inputs, items, ...description } = definition;
  const lines = items.map((line) => ({
    label: line.label,
    uses: line.uses,
    least: line.least ?? 0,
    most: line.most,
    points: (values: Values) => pointsOf(inputs, line, values),
  }));
  const total = (values: Values) => lines.reduce((sum, line) => sum + line.points(values), 0);
  return {
    ...description,
    unit: '1',
    inputs,
    tolerance: 0,
    items: lines,
    formula: lines
      .map(({ label, least, most }) => `${label} (${least === 0 ? '' : `${least} to `}${most})`)
      .join(' + '),
    compute: (values) => (isComplete(inputs, values) ? total(values) : undefined),
    fillIn: (values) => lines.map((line) => `${line.label} ${line.points(values)}`).join(' + '),
  };
}
