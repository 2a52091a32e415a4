/** Upper bounds of the age bands in years: infancy, toddlers, childhood, then adult bands of fifteen years. */
const UPPER_BOUNDS: readonly number[] = [1, 4, 14, 29, 44, 59, 74];

export const AGE_BAND_COUNT = UPPER_BOUNDS.length + 1;

/** Index of the age band that an age in years falls into, 0 to `AGE_BAND_COUNT` - 1. */
export function ageBand(years: number): number {
  const band = UPPER_BOUNDS.findIndex((upper) => years <= upper);
  return band === -1 ? UPPER_BOUNDS.length : band;
}
