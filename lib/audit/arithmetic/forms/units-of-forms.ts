import type { MaskedNumber } from '@/lib/audit/arithmetic/forms/masked-numbers';
import { convert } from '@/lib/knowledge/units';

/** `value` of the unit `from` in the unit of `stated`; as it is where either has none, undefined where they do not fit. */
export function inUnitOfStated(
  value: number,
  from: string | undefined,
  { unit }: MaskedNumber,
): number | undefined {
  return unit === undefined || from === undefined || unit === from
    ? value
    : convert(value, from, unit);
}

/** The unit that two numbers share: of either where only one has one; `null` where they differ. */
export function sharedUnit(a: MaskedNumber, b: MaskedNumber): string | undefined | null {
  if (a.unit !== undefined && b.unit !== undefined && a.unit !== b.unit) return null;
  return a.unit ?? b.unit;
}

/** Whether a number is a percentage. */
export function isPercent({ unit }: MaskedNumber): boolean {
  return unit === '%';
}

/** A probability as a fraction: 0.2 of "20%" and of "0.2"; undefined where it can be none. */
export function fractionOf(number: MaskedNumber): number | undefined {
  const value = isPercent(number) ? number.value / 100 : number.value;
  const isBare = number.unit === undefined || isPercent(number);
  return isBare && value >= 0 && value <= 1 ? value : undefined;
}
