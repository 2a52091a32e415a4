import { QUANTITIES, type Quantity } from '@/lib/knowledge/reference-intervals';
import { rememberingTexts } from '@/lib/text/remembered';
import type { Span } from '@/lib/text/span';

/** Blood pressure is two quantities that are written as one. */
export const BLOOD_PRESSURE = 'blood-pressure';

/** A place where a text names something that is measured. */
export interface QuantityName extends Span {
  /** The id of a quantity, or `BLOOD_PRESSURE`. */
  readonly id: string;
}

const PRESSURE_NAMES = ['blood pressure', 'blood pressures', 'BP', 'BPs'];
const ids: ReadonlyMap<string, string> = new Map([
  ...QUANTITIES.flatMap(({ id, names }) => names.map((name) => [nameKey(name), id] as const)),
  ...PRESSURE_NAMES.map((name) => [nameKey(name), BLOOD_PRESSURE] as const),
]);
const quantities: ReadonlyMap<string, Quantity> = new Map(
  QUANTITIES.map((quantity) => [quantity.id, quantity]),
);

/** Short names are told apart by case ("K", "Cr", "Na"); the others are not. */
function nameKey(name: string): string {
  return name.length <= 3 ? name : name.toLowerCase();
}

/** The quantity that is written like this. */
export function quantityOfName(name: string): Quantity | undefined {
  return quantities.get(ids.get(nameKey(name)) ?? '');
}

/** The quantity with this id. */
export function quantityById(id: string): Quantity | undefined {
  return quantities.get(id);
}

/** Names by their first word, the longest first, so that "blood urea nitrogen" is not read as "urea". */
const BY_FIRST_WORD: ReadonlyMap<string, readonly string[]> = namesByFirstWord();

function namesByFirstWord(): ReadonlyMap<string, readonly string[]> {
  const names = new Map<string, string[]>();
  for (const name of [...ids.keys()].sort((a, b) => b.length - a.length)) {
    const first = /^[\p{L}\p{N}]+/u.exec(name)?.[0].toLowerCase() ?? '';
    const group = names.get(first) ?? [];
    group.push(name);
    names.set(first, group);
  }
  return names;
}

const WORD = /(?<![\p{L}\p{N}])\p{L}[\p{L}\p{N}]{0,30}/gu;
const LETTER_OR_DIGIT = /[\p{L}\p{N}]/u;

function nameAt(text: string, start: number, names: readonly string[]): string | undefined {
  return names.find((name) => {
    const written = text.slice(start, start + name.length);
    return nameKey(written) === name && !LETTER_OR_DIGIT.test(text[start + name.length] ?? '');
  });
}

/** What is measured in these is not what the intervals are for: "sweat chloride", "urine sodium", "fetal heart rate". */
const OTHER_SPECIMEN =
  /\b(?:sweat|urine|urinary|pleural|ascitic|peritoneal|stool|fa?ecal|saliva|salivary|semen|seminal|synovial|amniotic|cord|csf|cerebrospinal|dietary|oral|intravenous|iv|fetal|foetal|vitamin|tap|total body|target|goal)\s(?:fluid\s)?$/i;
const LONGEST_SPECIMEN = 24;

/** Whether the words before a name say that it is measured in something else than blood, or in somebody else. */
export function isOfOtherSpecimen(text: string, start: number): boolean {
  return OTHER_SPECIMEN.test(text.slice(Math.max(0, start - LONGEST_SPECIMEN), start));
}

/** The names of quantities in `text`, in order and without overlap. Linear in the text. */
export const readQuantityNames: (text: string) => readonly QuantityName[] =
  rememberingTexts(namesInText);

function namesInText(text: string): readonly QuantityName[] {
  const found: QuantityName[] = [];
  let end = 0;
  for (const { 0: word, index } of text.matchAll(WORD)) {
    const names = index < end ? undefined : BY_FIRST_WORD.get(word.toLowerCase());
    const name = names === undefined ? undefined : nameAt(text, index, names);
    const id = name === undefined ? undefined : ids.get(name);
    if (name !== undefined && id !== undefined) {
      end = index + name.length;
      if (!isOfOtherSpecimen(text, index)) {
        found.push({ id, start: index, end });
      }
    }
  }
  return found;
}
