import { UcumLhcUtils } from '@lhncbc/ucum-lhc';

/** What a conversion between mass, amount and charge needs to know of the substance. */
export interface Substance {
  /** Grams per mole. */
  readonly molarMass?: number;
  /** Of the ion, without its sign; for equivalents. */
  readonly charge?: number;
}

/** The library looks its tables through each time that it is asked for them. */
let tables: ReturnType<typeof UcumLhcUtils.getInstance> | undefined;

/**
 * `value` in another UCUM unit, or undefined where one of the codes is no unit, where the two do not measure the same, or
 * where mass and amount are mixed and the molar mass is not given. The unit tables are built at the first conversion.
 */
export function convert(
  value: number,
  fromUcum: string,
  toUcum: string,
  substance: Substance = {},
): number | undefined {
  if (fromUcum === toUcum) {
    return value;
  }
  const { molarMass, charge } = substance;
  tables ??= UcumLhcUtils.getInstance();
  const { status, toVal } = tables.convertUnitTo(fromUcum, value, toUcum, {
    ...(molarMass === undefined ? {} : { molecularWeight: molarMass }),
    ...(charge === undefined ? {} : { charge }),
  });
  return status === 'succeeded' && toVal !== null && Number.isFinite(toVal) ? toVal : undefined;
}
