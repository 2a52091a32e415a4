import { gated } from '@/lib/text/gated-pattern';
import type { Span } from '@/lib/text/span';

/** A word for a relative: what the person is to the patient, and of which sex. */
export interface Kin {
  readonly span: Span;
  readonly word: string;
  readonly role: string;
  readonly sex: 'female' | 'male';
}

const ROLES: readonly (readonly [string, string, string])[] = [
  ['parent', 'mother|mom|mum|mommy|mama', 'father|dad|daddy|papa'],
  ['sibling', 'sister', 'brother'],
  ['child', 'daughter', 'son'],
  ['spouse', 'wife', 'husband'],
  ['grandparent', 'grandmother|grandma', 'grandfather|grandpa'],
  ['parent’s sibling', 'aunt', 'uncle'],
  ['sibling’s child', 'niece', 'nephew'],
];

const BY_WORD: ReadonlyMap<string, Pick<Kin, 'role' | 'sex'>> = new Map(
  ROLES.flatMap(([role, female, male]) => [
    ...entries(female, role, 'female'),
    ...entries(male, role, 'male'),
  ]),
);

function entries(
  words: string,
  role: string,
  sex: Kin['sex'],
): readonly (readonly [string, Pick<Kin, 'role' | 'sex'>])[] {
  return words.split('|').map((word) => [word, { role, sex }]);
}

const WORDS = [...BY_WORD.keys()].sort((a, b) => b.length - a.length).join('|');
const KIN = gated(new RegExp(`\\b(?:${WORDS})\\b(?!-|\\sboard|\\sand\\sbaby)`, 'gi'));

/** The relatives that `text` names, in order. */
export function kinIn(text: string): readonly Kin[] {
  return KIN.matchesIn(text).flatMap((match) => {
    const kin = BY_WORD.get(match[0].toLowerCase());
    const span = { start: match.index, end: match.index + match[0].length };
    return kin === undefined ? [] : [{ ...kin, span, word: match[0] }];
  });
}

const RELATIVE = `(?:${WORDS}|parents?|siblings?|cousins?|relatives?|grandparents?|family)s?(?!(?:-|\\s)and(?:-|\\s)baby)`;
/** "Her father has …", "the mother, who was diagnosed with …": all up to here is said of the relative. */
const HAS_BEFORE = gated(
  new RegExp(
    `\\b${RELATIVE}\\b,?\\s((?:[\\w,]{1,14}\\s){0,3}?(?:has|had|have|died (?:of|from)|suffer(?:s|ed) from|(?:was |were )?diagnosed with|with a history of|also has|with)\\s[^.;]{0,90})$`,
    'i',
  ),
);
const FAMILY_HISTORY_BEFORE = gated(
  /\bfamily history\s(?:\w+\s){0,3}?(?:of|for|includes?|reveals?|shows?)\s([^.;]{0,90})$/i,
);
/** "FHx: father MI", "mother - T2DM": a heading or a dash stands for the verb. */
const LISTED_BEFORE = gated(
  new RegExp(
    `(?:\\b(?:fhx?|family history|family hx)\\b\\s?[:–-]?|\\b${RELATIVE}\\s?(?:[:–(]|\\s-))\\s?([^.;]{0,90})$`,
    'i',
  ),
);
const IN_RELATIVE_AFTER = gated(
  new RegExp(
    `^[\\s,]{0,2}(?:\\([^)]{0,20}\\)\\s)?in (?:his|her|their|the|a|an|both)\\s(?:\\w+\\s){0,2}${RELATIVE}\\b`,
    'i',
  ),
);
/** Between the relative and the finding these give it back to the patient. */
const PATIENT_AGAIN = gated(
  /\b(?:he|she|patient|him|his own|her own|himself|herself|but|found|noticed|reports?|brought|personal)\b/i,
);
/** "Brought by his mother with drooling": the relative only accompanies. */
const ACCOMPANIES = gated(
  new RegExp(
    `\\b(?:by|to|from|and|lives with|together with)\\s(?:his|her|the|their)\\s(?:\\w+\\s)?${RELATIVE}\\s(?:[\\w,]{1,14}\\s){0,3}?with\\s[^.;]{0,90}$`,
    'i',
  ),
);

/** Whether what stands at `at` in `text` is said of a relative, the family history included. */
export function isSaidOfRelative(text: string, at: Span): boolean {
  if (!namesRelative(text)) return false;
  const before = text.slice(0, at.start);
  if (IN_RELATIVE_AFTER.test(text.slice(at.end, at.end + 80))) return true;
  const between = [HAS_BEFORE, FAMILY_HISTORY_BEFORE, LISTED_BEFORE]
    .map((pattern) => pattern.exec(before)?.[1])
    .find((words) => words !== undefined);
  return between !== undefined && !PATIENT_AGAIN.test(between) && !ACCOMPANIES.test(before);
}

const ANY_RELATIVE = gated(
  new RegExp(
    `\\b(?:${RELATIVE}|fhx?|familial|hereditary|inherited|runs in|running in|genetic)\\b`,
    'i',
  ),
);

/** Whether `text` speaks of relatives at all. */
export function namesRelative(text: string): boolean {
  return ANY_RELATIVE.test(text);
}
