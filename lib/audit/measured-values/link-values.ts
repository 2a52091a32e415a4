import type { CaseValues } from '@/lib/audit/measured-values/case-values';
import type { NamedValue } from '@/lib/audit/measured-values/named-values';
import { isSameMeasure } from '@/lib/audit/measured-values/units-of-values';
import { BLOOD_PRESSURE } from '@/lib/case/measurements/measurement-names';

/** The parts of a pressure pair. */
const PRESSURES = ['systolic-pressure', 'diastolic-pressure'] as const;

/** By what a stated number was taken to be one of the case. */
export type Link = 'name' | 'words' | 'unit';

export interface Linked {
  readonly link: Link;
  readonly values: readonly NamedValue[];
}

/** Units that are measured of one thing or few, so that a single number with one of them can be no other. */
const TELLING_UNITS = new Set([
  'meq/L',
  'mmol/L',
  'mm[Hg]',
  '/mm3',
  '/uL',
  '10*9/L',
  '10*3/uL',
  'g/dL',
  'Cel',
  '[degF]',
  'kg/m2',
  'U/L',
]);

const isPair = ({ written }: NamedValue) => written.magnitude.form === 'pressure';

function ofQuantity(stated: NamedValue, { values }: CaseValues): readonly NamedValue[] {
  if (stated.quantity === undefined) return [];
  const named = values.ofQuantity(stated.quantity);
  if (stated.quantity !== BLOOD_PRESSURE || isPair(stated)) return named;
  const single = named.filter(({ written }) => written.magnitude.form === 'number');
  const parts = PRESSURES.flatMap((id) => values.ofQuantity(id));
  return [...parts, ...single].sort((a, b) => a.written.span.start - b.written.span.start);
}

/** Whether two numbers may be of the same thing by form and unit: both graded, both with units that convert, or both bare. */
function isAlike(stated: NamedValue, known: NamedValue): boolean {
  const [a, b] = [stated.written, known.written];
  if (a.unit !== undefined && b.unit !== undefined) {
    return isSameMeasure(a.unit.ucum, b.unit.ucum);
  }
  const isGraded = ({ form }: { readonly form: string }) => form === 'grade' || form === 'fraction';
  if (isGraded(a.magnitude) || isGraded(b.magnitude)) {
    return isGraded(a.magnitude) && isGraded(b.magnitude);
  }
  const isOneBare = (a.unit === undefined) !== (b.unit === undefined);
  return !isOneBare || (stated.head !== undefined && stated.head === known.head);
}

/** "15 maternal deaths": numbers without unit are of the same thing only where the same words name them. */
function countsTheSame(stated: NamedValue, known: NamedValue): boolean {
  const first = stated.after[0];
  const last = stated.after.at(-1);
  const isSameHead = stated.head !== undefined && stated.head === known.head;
  return (
    stated.isRate === known.isRate &&
    (first === undefined || last === undefined || known.after.length === 0
      ? isSameHead
      : known.after.includes(first) && known.after.includes(last))
  );
}

/** "diabetes type 2" and "type 2 diabetes": the same classification of what the same other words name. */
function byDesignation(stated: NamedValue, { values }: CaseValues): readonly NamedValue[] {
  const { designation } = stated;
  return values.designated.filter(
    (known) =>
      known.designation === designation &&
      [...stated.words].some((word) => word !== designation && known.words.has(word)),
  );
}

function byWords(stated: NamedValue, { values }: CaseValues): readonly NamedValue[] {
  const isBare = stated.written.unit === undefined && stated.written.magnitude.form === 'number';
  const scored = [...values.besideWords(stated.words)].filter(
    ([known]) => isAlike(stated, known) && (!isBare || countsTheSame(stated, known)),
  );
  const best = scored.reduce((most, [, shared]) => Math.max(most, shared), 0);
  return scored
    .flatMap(([known, shared]) => (shared === best ? [known] : []))
    .sort((a, b) => a.written.span.start - b.written.span.start);
}

function byUnit(stated: NamedValue, { values }: CaseValues): readonly NamedValue[] {
  const ucum = stated.written.unit?.ucum;
  if (ucum === undefined || !TELLING_UNITS.has(ucum)) {
    return [];
  }
  const alike = values.inUnitOf(ucum);
  return alike.length === 1 ? alike : [];
}

/**
 * The numbers of the case that a stated one can be: of the quantity that is named for it, else with the same words beside
 * them, else the only one with its unit. Undefined when there is none.
 */
export function linkValue(stated: NamedValue, values: CaseValues): Linked | undefined {
  if (stated.designation !== undefined) {
    const classified = byDesignation(stated, values);
    return classified.length === 1 ? { link: 'name', values: classified } : undefined;
  }
  const named = ofQuantity(stated, values);
  if (named.length > 0) {
    return { link: 'name', values: named };
  }
  if (stated.quantity !== undefined) {
    return undefined;
  }
  const alike = byWords(stated, values);
  if (alike.length > 0) {
    return { link: 'words', values: alike };
  }
  const sole = byUnit(stated, values);
  return sole.length > 0 ? { link: 'unit', values: sole } : undefined;
}
