/** A probability as a person reads it: `84 %`; below one tenth with one decimal. */
export function percent(probability: number): string {
  const hundredfold = probability * 100;
  return `${hundredfold < 10 ? Number(hundredfold.toFixed(1)) : Math.round(hundredfold)} %`;
}

/** A number with its UCUM unit, at most six significant digits. */
export function quantity(value: number, unit?: string): string {
  const number = `${Number(value.toPrecision(6))}`;
  return unit === undefined || unit === '1' ? number : `${number} ${unit}`;
}

/** A section under a heading of the second level. */
export function section(title: string, body: string): string {
  return `## ${title}\n\n${body}`;
}
