import type { Demographics } from '@/lib/case/case';
import { sliceSpan } from '@/lib/text/span';

/** What only one sex has, has had or is asked about. Rather too wide: a case in which it stands is left out. */
export const BOUND_WORD =
  /\b(?:pregnan\w*|gestation\w*|trimester|ante-?natal|post-?partum|periods?|menstr\w*|menses|menopaus\w*|lmp|g\dp\d|gravida|obstetric\w*|gynae\w*|caesarean|births?|deliver\w*|breast\w*|mastectom\w*|vagin\w*|vulv\w*|uter\w*|womb|ovar\w*|smears?|hysterectom\w*|contracept\w*|the pill|hrt|miscarr\w*|prostat\w*|turp|testic\w*|testes|scrot\w*|penis|penile|erect\w*|foreskin|vasectom\w*|msm|gay|lesbian|homosexual|sex)\b/iu;

const COMMON: readonly (readonly [female: string, male: string])[] = [
  ['woman', 'man'],
  ['lady', 'gentleman'],
  ['girl', 'boy'],
  ['female', 'male'],
  ['she', 'he'],
  ['herself', 'himself'],
  ['mrs', 'mr'],
];

/** By whom a patient is named for whom somebody speaks; of two words for one, the later stands for it. */
const RELATIONS: readonly (readonly [female: string, male: string])[] = [
  ['wife', 'husband'],
  ['mom', 'dad'],
  ['mum', 'dad'],
  ['mother', 'father'],
  ['sister', 'brother'],
  ['daughter', 'son'],
  ['girlfriend', 'boyfriend'],
  ['nan', 'grandad'],
  ['gran', 'grandad'],
  ['grandmother', 'grandfather'],
  ['grandma', 'grandpa'],
  ['aunt', 'uncle'],
  ['niece', 'nephew'],
];

const MALE_OF = new Map<string, string>([
  ...COMMON,
  ['gentlewoman', 'gentleman'],
  ['miss', 'mr'],
  ['ms', 'mr'],
  ['hers', 'his'],
]);
const FEMALE_OF = new Map<string, string>([
  ...COMMON.map(([female, male]) => [male, female] as const),
  ['chap', 'lady'],
  ['lad', 'girl'],
  ['his', 'her'],
  ['him', 'her'],
]);

/** Words before which "her" is an object ("brought her to", "gave her the") and not a possessive. */
const AFTER_OBJECT =
  /^\s+(?:a|an|the|to|in|on|at|for|from|with|without|by|of|and|or|but|as|up|out|off|over|into|about|again|home|today|yesterday|now|when|while|because|since|after|before|if|that|who|very|more|so|too|all|this|last)\b/iu;

/**
 * `text` with the words that say the patient's sex changed to those of the other: nouns, pronouns, titles, the letter in
 * "34F", and, where the patient is somebody's relative, the words for relatives.
 */
export function withWordsOfOtherSex(text: string, sex: NonNullable<Demographics['sex']>): string {
  const { value, span } = sex;
  const stated = sliceSpan(text, span);
  if (/^[MF]$/u.test(stated[0] ?? '') && !/^[MF]\p{L}/u.test(stated)) {
    const letter = value === 'female' ? 'M' : 'F';
    const before = text.slice(0, span.start);
    const after = text.slice(span.start + 1);
    return `${swapped(before, value, [])}${letter}${swapped(after, value, [])}`;
  }
  return swapped(text, value, /^my /iu.test(stated) ? RELATIONS : []);
}

function swapped(
  text: string,
  from: 'female' | 'male',
  relations: readonly (readonly [string, string])[],
): string {
  const others = new Map([
    ...(from === 'female' ? MALE_OF : FEMALE_OF),
    ...relations.map(([female, male]) => [male, female] as const),
    ...relations.map(([female, male]) => [female, male] as const),
  ]);
  return text.replace(/\p{L}+/gu, (word, at: number) => {
    const key = word.toLowerCase();
    const other =
      from === 'female' && key === 'her' ? herAsHis(text.slice(at + word.length)) : others.get(key);
    return other === undefined ? word : inCaseOf(word, other);
  });
}

function herAsHis(after: string): 'his' | 'him' {
  return /^\s+\p{L}/u.test(after) && !AFTER_OBJECT.test(after) ? 'his' : 'him';
}

function inCaseOf(word: string, other: string): string {
  if (word.length > 1 && word === word.toUpperCase()) return other.toUpperCase();
  return /^\p{Lu}/u.test(word) ? `${other.charAt(0).toUpperCase()}${other.slice(1)}` : other;
}
