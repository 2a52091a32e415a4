/** A unit in which a quantity is written: `value * factor + offset` is the value in the quantity's own unit. */
export interface MeasurementUnit {
  /** UCUM code. */
  readonly ucum: string;
  /** How it is shown. */
  readonly shown: string;
  /** Other ways in which it is written. */
  readonly written: readonly string[];
  readonly factor: number;
  readonly offset?: number;
}

/** Limits in a quantity's own unit; a limit that is absent is not set. */
export interface Interval {
  readonly low?: number;
  readonly high?: number;
}

export interface Quantity extends Interval {
  /** The last part of its concept id, `measurement/<id>`. */
  readonly id: string;
  readonly label: string;
  /** How it is written in notes; matched without regard to case, except for names in capitals of up to three letters. */
  readonly names: readonly string[];
  /** The first is the quantity's own unit, in which `low`, `high` and the plausible range are given. */
  readonly units: readonly [MeasurementUnit, ...MeasurementUnit[]];
  /** Where the intervals of women and men differ; `low` and `high` are then the outer limits of both. */
  readonly bySex?: Readonly<Record<'female' | 'male', Interval>>;
  /** Values outside are a slip of the pen or another quantity, and are not read. */
  readonly plausible: readonly [number, number];
  /** Whether the quantity is also written without any unit ("HR 104", "pH 7.2"). */
  readonly bare: boolean;
  readonly source: string;
}

export const NBME =
  'USMLE/NBME laboratory values sheet (public copies), read with the ABIM Laboratory Test Reference Ranges (2024)';
export const NEWS2 =
  'Royal College of Physicians, National Early Warning Score 2 (2017), band of score 0';

/** The interval for a person of this sex, or for either where that is not known. */
export function intervalOf(quantity: Quantity, sex: 'female' | 'male' | undefined): Interval {
  return sex === undefined || quantity.bySex === undefined ? quantity : quantity.bySex[sex];
}
