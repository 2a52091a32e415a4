/** How a token is underlined: the less probable it was, the heavier the line. Weight and form, so not colour alone. */
export interface Shade {
  readonly from: number;
  readonly label: string;
  readonly classes: string;
}

/** From certain to improbable; a token has the first shade whose `from` its probability reaches. */
export const SHADES: readonly Shade[] = [
  { from: 0.9, label: '90 % and more', classes: '' },
  { from: 0.7, label: '70–90 %', classes: 'border-b border-dotted border-ink-3' },
  { from: 0.5, label: '50–70 %', classes: 'border-b border-solid border-ink-3' },
  { from: 0.25, label: '25–50 %', classes: 'border-b-2 border-solid border-ink-2 bg-sunken' },
  { from: 0, label: 'under 25 %', classes: 'border-b-[3px] border-double border-ink bg-line' },
];

/** The shade of a token of this natural-log probability; none where it is not known. */
export function shadeOf(logprob: number | undefined): Shade | undefined {
  if (logprob === undefined) return undefined;
  const probability = Math.exp(logprob);
  return SHADES.find((shade) => probability >= shade.from);
}
