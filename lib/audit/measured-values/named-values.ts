import { isCommensurable } from '@/lib/audit/measured-values/units-of-values';
import {
  joins,
  labelOf,
  type ValueLabel,
  type Window,
} from '@/lib/audit/measured-values/value-labels';
import {
  BLOOD_PRESSURE,
  type QuantityName,
  quantityById,
  readQuantityNames,
} from '@/lib/case/measurements/measurement-names';
import { gated } from '@/lib/text/gated-pattern';
import { readQuantities, type WrittenQuantity } from '@/lib/text/quantities';
import type { Span } from '@/lib/text/span';

/** A number of a text with what it is a number of. Offsets into that text. */
export interface NamedValue extends ValueLabel {
  readonly written: WrittenQuantity;
  /** The id of the quantity that is named for it, `BLOOD_PRESSURE` included. */
  readonly quantity?: string;
  /** The reference interval printed after it, in its unit. */
  readonly printed?: { readonly low: number; readonly high: number };
}

/** Of the text beside a number no more is read, so that every number costs the same. UTF-16 code units. */
const LONGEST_WINDOW = 120;
const CONNECTORS_ONLY = /^[\s,;]*(?:(?:and|or|to|then|vs|versus|respectively)[\s,]*)*$/iu;
const LIST = gated(/^\s*(?:,|,?\s*(?:and|or|to))\s*$/iu);
const TIMES = new Set(['a', 'mo', 'wk', 'd', 'h', 'min']);

/** Whether a unit is one of time in which a history is told. */
export function isTime(ucum: string | undefined): boolean {
  return ucum !== undefined && TIMES.has(ucum);
}

/** Whether form and unit alone allow a number to be of a quantity, though other words stand between the two. */
export function isOfKind(id: string, { unit, magnitude }: WrittenQuantity): boolean {
  if (id === BLOOD_PRESSURE) {
    return (
      magnitude.form === 'pressure' || (unit !== undefined && isCommensurable(unit.ucum, 'mm[Hg]'))
    );
  }
  if (magnitude.form === 'pressure' || magnitude.form === 'grade') {
    return false;
  }
  const units = unit === undefined ? [] : (quantityById(id)?.units ?? []);
  return units.some(({ ucum }) => isCommensurable(unit?.ucum ?? '', ucum));
}

/** A pressure pair is no number of any other quantity, and a time or a grade is none of those measured. */
function allowsForm(id: string, { magnitude, unit }: WrittenQuantity): boolean {
  return magnitude.form === 'pressure'
    ? id === BLOOD_PRESSURE
    : magnitude.form !== 'grade' && !isTime(unit?.ucum);
}

/** "1 for urea": a line of a score. */
const POINTS_FOR = gated(/^\s(?:points?\s)?for\s/iu);

/** The name that a number belongs to: the nearest before it, else one right after it. */
function nameOf(
  { text, before, after }: Window,
  written: WrittenQuantity,
  names: readonly QuantityName[],
): string | undefined {
  const isPoints =
    written.unit === undefined && POINTS_FOR.test(text.slice(after.start, after.end));
  const previous = names.findLast(({ end }) => end <= before.end);
  if (previous !== undefined && !isPoints) {
    const isJoined = joins(text.slice(previous.end, before.end));
    if (isJoined ? allowsForm(previous.id, written) : isOfKind(previous.id, written)) {
      return previous.id;
    }
  }
  const next = names.find(({ start }) => start >= after.start);
  return next !== undefined &&
    !isPoints &&
    joins(text.slice(after.start, next.start)) &&
    isOfKind(next.id, written)
    ? next.id
    : undefined;
}

function named(
  written: WrittenQuantity,
  window: Window,
  names: readonly QuantityName[],
): NamedValue {
  const quantity =
    nameOf(window, written, names) ??
    (written.magnitude.form === 'pressure' ? BLOOD_PRESSURE : undefined);
  return { written, ...(quantity === undefined ? {} : { quantity }), ...labelOf(window) };
}

const BRACKET = gated(/^\s?\(\s?$/u);

/** "36.7 °C (98.1 °F)": the same once more in another unit. */
function isRestated(previous: NamedValue, own: NamedValue, lead: string): boolean {
  const [unit, other] = [previous.written.unit?.ucum, own.written.unit?.ucum];
  return (
    BRACKET.test(lead) &&
    unit !== undefined &&
    other !== undefined &&
    unit !== other &&
    isCommensurable(unit, other)
  );
}

/** "35 and 51 mEq/L": the second number is one of the same thing, unless a name of its own follows. */
function inherited(previous: NamedValue, own: NamedValue): NamedValue {
  if (own.quantity !== undefined || previous.after.length > 0 || own.after.length > 0) {
    return own;
  }
  return {
    ...own,
    ...(previous.quantity === undefined ? {} : { quantity: previous.quantity }),
    ...(previous.head === undefined ? {} : { head: previous.head }),
    words: new Set([...previous.words, ...own.words]),
  };
}

/** "35 and 51 mEq/L": the unit is that of both. */
function withSharedUnits(text: string, quantities: readonly WrittenQuantity[]): WrittenQuantity[] {
  const shared: WrittenQuantity[] = [];
  for (const quantity of [...quantities].reverse()) {
    const next = shared.at(-1);
    const isListed =
      next !== undefined && LIST.test(text.slice(quantity.span.end, next.span.start).slice(0, 8));
    shared.push(
      isListed && quantity.unit === undefined && next.unit !== undefined
        ? { ...quantity, unit: next.unit }
        : quantity,
    );
  }
  return shared.reverse();
}

/** The names inside a window; `names` is in order, and `from` the first that may be. */
function namesWithin(
  names: readonly QuantityName[],
  from: number,
  { before, after }: Window,
): readonly QuantityName[] {
  const found: QuantityName[] = [];
  for (let index = from; index < names.length; index += 1) {
    const name = names[index];
    if (name === undefined || name.end > after.end) {
      break;
    }
    if (name.start >= before.start) {
      found.push(name);
    }
  }
  return found;
}

/** The numbers of one sentence, each with what it is a number of. Linear in the text. */
export function namedValuesIn(text: string, span: Span): NamedValue[] {
  const quantities = withSharedUnits(text, readQuantities(text, span));
  if (quantities.length === 0) {
    return [];
  }
  const names = readQuantityNames(text.slice(span.start, span.end)).map(({ id, start, end }) => ({
    id,
    start: start + span.start,
    end: end + span.start,
  }));
  const found: NamedValue[] = [];
  let firstName = 0;
  for (const [index, written] of quantities.entries()) {
    const window = windowOf(text, span, quantities, index);
    while ((names[firstName]?.start ?? Number.POSITIVE_INFINITY) < window.before.start) {
      firstName += 1;
    }
    const own = named(written, window, namesWithin(names, firstName, window));
    const previous = found.at(-1);
    const lead = text.slice(window.before.start, window.before.end);
    const isSame =
      previous !== undefined && (CONNECTORS_ONLY.test(lead) || isRestated(previous, own, lead));
    found.push(isSame ? inherited(previous, own) : own);
  }
  return found;
}

function windowOf(
  text: string,
  span: Span,
  quantities: readonly WrittenQuantity[],
  index: number,
): Window {
  const own = quantities[index]?.span ?? span;
  const last = quantities[index - 1]?.span.end ?? span.start;
  const next = quantities[index + 1]?.span.start ?? span.end;
  return {
    text,
    before: { start: Math.max(last, own.start - LONGEST_WINDOW), end: own.start },
    after: { start: own.end, end: Math.min(next, own.end + LONGEST_WINDOW) },
    isFirst: index === 0,
  };
}
