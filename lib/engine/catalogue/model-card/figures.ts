import * as z from 'zod/mini';
import recorded from './figures.json';

const share = z.number().check(z.minimum(0), z.maximum(1));
const words = z.string().check(z.minLength(1));
const positive = z.number().check(z.positive());

/** One measured figure with its 95 % interval, on `n` items of a data set. */
const figure = z.strictObject({
  name: words,
  value: share,
  low: share,
  high: share,
  n: z.int().check(z.positive()),
  dataset: words,
  date: z.iso.date(),
});

/** What training leaves behind of itself: the only part of the card that changes with the weights. */
const record = z.strictObject({
  model: z.strictObject({
    /** Of the shipped files, as their manifest has it. */
    revision: words,
    released: z.iso.date(),
    form: words,
    parametersMillions: positive,
    /** Of all shipped files, 10^6 bytes. */
    downloadMegabytes: positive,
    contextTokens: z.int().check(z.positive()),
  }),
  training: z.strictObject({
    machine: words,
    minutes: positive,
    tokens: z.int().check(z.positive()),
    stages: z.array(words).check(z.minLength(1)),
    data: z.array(words).check(z.minLength(1)),
  }),
  figures: z.array(figure).check(z.minLength(1)),
});

export type CardRecord = z.infer<typeof record>;
export type CardFigure = z.infer<typeof figure>;

/** The record of the weights that ship. Throws where figures.json has another shape. */
export const CARD_RECORD: CardRecord = record.parse(recorded);

/** The figures by data set, in the order of the record. */
export function figuresByDataset(
  figures: readonly CardFigure[],
): ReadonlyMap<string, readonly CardFigure[]> {
  const groups = new Map<string, CardFigure[]>();
  for (const each of figures) {
    const group = groups.get(each.dataset);
    if (group === undefined) groups.set(each.dataset, [each]);
    else group.push(each);
  }
  return groups;
}

/** A figure with its interval: "0.921 (0.887 to 0.946)". */
export function figureWords({
  value,
  low,
  high,
}: Pick<CardFigure, 'value' | 'low' | 'high'>): string {
  return `${value.toFixed(3)} (${low.toFixed(3)} to ${high.toFixed(3)})`;
}
