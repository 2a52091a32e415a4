import { append } from '@/lib/audit/append';
import type { NamedValue } from '@/lib/audit/measured-values/named-values';
import { isSameMeasure } from '@/lib/audit/measured-values/units-of-values';

/** The numbers of a case as stated ones are looked up in them. What a lookup gives is in the order of the text. */
export interface ValueIndex {
  readonly all: readonly NamedValue[];
  readonly designated: readonly NamedValue[];
  ofQuantity(id: string): readonly NamedValue[];
  /** Single numbers with a unit, by the number. */
  withNumber(value: number): readonly NamedValue[];
  /** In a unit of what `ucum` measures. */
  inUnitOf(ucum: string): readonly NamedValue[];
  /** Numbers that neither a quantity nor a designation names, with how many of `words` stand beside them; none without any. */
  besideWords(words: ReadonlySet<string>): ReadonlyMap<NamedValue, number>;
}

/** Everything of a value but where it stands. */
function contentOf({ written, words, ...label }: NamedValue): string {
  const { span: _, number: __, magnitude, unit, ...manner } = written;
  const given = magnitude.form === 'pressure' ? { ...magnitude, parts: undefined } : magnitude;
  return JSON.stringify([given, unit?.ucum, manner, [...words].sort(), label]);
}

/** The first of those that are the same but for their place. */
function distinct(values: readonly NamedValue[]): readonly NamedValue[] {
  const byContent = new Map<string, NamedValue>();
  for (const value of values) {
    const content = contentOf(value);
    if (!byContent.has(content)) byContent.set(content, value);
  }
  return [...byContent.values()];
}

function grouped<Key>(
  values: readonly NamedValue[],
  keysOf: (value: NamedValue) => Iterable<Key>,
): ReadonlyMap<Key, readonly NamedValue[]> {
  const groups = new Map<Key, NamedValue[]>();
  for (const value of values) {
    for (const key of keysOf(value)) append(groups, key, value);
  }
  return groups;
}

/**
 * Makes the numbers of a case ready to be looked up. One that is given several times in the same words is kept once: a case
 * that repeats itself would cost its square, and says no more.
 */
export function createValueIndex(values: readonly NamedValue[]): ValueIndex {
  const all = distinct(values);
  const byQuantity = grouped(all, ({ quantity }) => (quantity === undefined ? [] : [quantity]));
  const byNumber = grouped(all, ({ written: { magnitude, unit } }) =>
    magnitude.form === 'number' && unit !== undefined ? [magnitude.value] : [],
  );
  const byUnit = grouped(all, ({ written }) =>
    written.unit === undefined ? [] : [written.unit.ucum],
  );
  const unnamed = all.filter(
    ({ quantity, designation }) => quantity === undefined && designation === undefined,
  );
  const byWord = grouped(unnamed, ({ words }) => words);
  return {
    all,
    designated: all.filter(({ designation }) => designation !== undefined),
    ofQuantity: (id) => byQuantity.get(id) ?? [],
    withNumber: (value) => byNumber.get(value) ?? [],
    inUnitOf(ucum) {
      const units = new Set([...byUnit.keys()].filter((unit) => isSameMeasure(unit, ucum)));
      return all.filter(
        ({ written }) => written.unit !== undefined && units.has(written.unit.ucum),
      );
    },
    besideWords(words) {
      const counts = new Map<NamedValue, number>();
      for (const word of words) {
        for (const value of byWord.get(word) ?? []) {
          counts.set(value, (counts.get(value) ?? 0) + 1);
        }
      }
      return counts;
    },
  };
}
