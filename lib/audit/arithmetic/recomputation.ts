import {
  APPROXIMATE_TOLERANCE,
  agrees,
  allowance,
  PLAIN_TOLERANCE,
  type StatedResult,
} from '@/lib/audit/arithmetic/stated-result';
import type { Verdict, WorkingInput } from '@/lib/audit/verdict';
import { shownUnit } from '@/lib/knowledge/shown-units';
import type { Span } from '@/lib/text/span';

/** A stated number and what it should be. */
export interface Recomputation {
  readonly title: string;
  /** With the numbers filled in, without the result. */
  readonly expression: string;
  readonly inputs: readonly WorkingInput[];
  /** What the number may be: the first in the words' own unit, then other readings, as a fraction for a percentage. */
  readonly results: readonly number[];
  readonly stated: StatedResult;
  /** What the verdict is on, in the trace. */
  readonly span: Span;
  /** UCUM unit of the result, where it is known. */
  readonly unit?: string;
  /** Relative; a calculator's own. */
  readonly tolerance?: number;
  readonly source?: string;
}

const NUMBER_FORMAT = new Intl.NumberFormat('en-US', { maximumFractionDigits: 6 });

/** A number with as many digits as a person would write. */
export function shownNumber(value: number): string {
  const digits = Math.abs(value) >= 1000 ? Math.round(value) : Number(value.toPrecision(4));
  return NUMBER_FORMAT.format(digits);
}

function withUnit(value: number, unit: string | undefined): string {
  const shown = unit === undefined ? '' : shownUnit(unit);
  return `${shownNumber(value)}${shown === '' ? '' : shown === '%' ? '%' : ` ${shown}`}`;
}

function toleranceInWords({ stated, tolerance }: Recomputation, result: number): string {
  if (tolerance === 0) {
    return 'exact';
  }
  const far = allowance(stated, result, tolerance);
  const share = tolerance ?? (stated.approximate ? APPROXIMATE_TOLERANCE : PLAIN_TOLERANCE);
  return share * Math.abs(result) >= stated.halfDigit
    ? `${Math.round(share * 1000) / 10} %`
    : `±${shownNumber(far)}, for rounding`;
}

/** The reading of the result that is nearest to what is stated, by ratio. */
function nearest({ results, stated }: Recomputation): number {
  const distance = (value: number) =>
    Math.abs(Math.log(Math.max(Math.abs(value), 1e-12) / Math.max(Math.abs(stated.value), 1e-12)));
  return [...results].sort((a, b) => distance(a) - distance(b))[0] ?? Number.NaN;
}

/** Supported where one reading of the result agrees with what is stated, else miscalculated; with the working. */
export function verdictOf(check: string, recomputation: Recomputation): Verdict {
  const { title, expression, inputs, results, stated, span, tolerance, source } = recomputation;
  const agreeing = results.find((result) => agrees(stated, result, tolerance));
  const result = agreeing ?? nearest(recomputation);
  const unit = recomputation.unit ?? stated.unit;
  const words = toleranceInWords(recomputation, result);
  const correct = `${title}: ${expression} = ${withUnit(result, unit)}`;
  return {
    check,
    outcome: agreeing === undefined ? 'miscalculated' : 'supported',
    trace: { start: span.start, end: span.end },
    case: inputs.flatMap(({ from }) =>
      from?.text === 'case' ? [{ start: from.start, end: from.end }] : [],
    ),
    detail:
      agreeing === undefined
        ? `${correct}, not ${withUnit(stated.value, stated.unit)} (tolerance ${words}).`
        : `${correct}, as stated.`,
    findings: [],
    working: {
      title,
      expression: `${expression} = ${withUnit(result, unit)}`,
      inputs,
      result,
      stated: stated.value,
      ...(unit === undefined ? {} : { unit }),
      tolerance: words,
      ...(source === undefined ? {} : { source }),
    },
  };
}
