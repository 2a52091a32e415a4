import { irregularBase } from '@/lib/text/irregular-forms';

/** Letter groups in which British and American spelling differ, for words in lower case. */
const SPELLINGS: readonly (readonly [RegExp, string])[] = [
  [/oe(?=[adms])/u, 'e'],
  [/haem/u, 'hem'],
  [/aem(?=i)/u, 'em'],
  [/aesth/u, 'esth'],
  [/melaen/u, 'melen'],
  [/gynaec/u, 'gynec'],
  [/paed/u, 'ped'],
  [/ae(?=[cs])/u, 'e'],
  [/(col|lab|od|tum|hum|vap|fav|behavi|neighb|flav)our/u, '$1or'],
  [/is(?=(?:e|ed|es|ing|ation|ations|er|ers)$)/u, 'iz'],
  [/ys(?=(?:ed|es|ing)$)/u, 'yz'],
  [/(cent|lit|fib|goit|met|tit)re(s?)$/u, '$1er$2'],
  [/sulph/u, 'sulf'],
  [/^grey/u, 'gray'],
  [/^leuc/u, 'leuk'],
];

/** What is left of a word in lower case once spelling, inflection and derivation are taken off it; it need not be a word. */
export function stemByRules(word: string): string {
  const irregular = irregularBase(word) ?? irregularBase(withoutPlural(word));
  if (irregular !== undefined) return irregular;
  if (word.length <= 2 || /\d/u.test(word)) return word;
  let spelt = word;
  for (const [pattern, replacement] of SPELLINGS) spelt = spelt.replace(pattern, replacement);
  const inflected = irregularBase(spelt) ?? irregularBase(withoutPlural(spelt));
  return inflected ?? withoutDerivation(withoutVerbEnding(withoutPlural(spelt)));
}

function withoutPlural(word: string): string {
  if (word.length <= 3 || !word.endsWith('s') || /(?:ss|us|is)$/u.test(word)) return word;
  if (word.endsWith('ies') && word.length > 4) return `${word.slice(0, -3)}y`;
  // "Aches" are several of an "ache".
  if (/(?:(?<!a)ch|sh|ss|x|z)es$/u.test(word)) return word.slice(0, -2);
  return word.slice(0, -1);
}

function withoutVerbEnding(word: string): string {
  for (const ending of ['ing', 'ed']) {
    if (!word.endsWith(ending)) continue;
    const rest = word.slice(0, -ending.length);
    if (rest.length < 3 || !/[aeiouy]/u.test(rest)) continue;
    const single = /([bdgmnprt])\1$/u.test(rest) ? rest.slice(0, -1) : rest;
    return irregularBase(single) ?? irregularBase(`${single}e`) ?? single;
  }
  return word;
}

/** Endings that make one word class of another, and how many letters must remain for them to be that. */
const DERIVATIONS: readonly (readonly [string, number])[] = [
  ['fulness', 4],
  ['ness', 3],
  ['ously', 4],
  ['ally', 5],
  ['ly', 4],
  ['fully', 4],
  ['ful', 4],
  ['ish', 4],
  ['osis', 4],
  ['otic', 4],
  ['ation', 5],
  ['ition', 5],
  ['ion', 5],
  ['ive', 5],
  ['ity', 4],
  ['ary', 5],
  ['ism', 5],
  ['ous', 4],
  ['ement', 5],
  ['ment', 5],
  ['able', 4],
  ['abil', 4],
  ['ence', 5],
  ['ance', 4],
  ['ency', 5],
  ['ancy', 4],
  ['ent', 5],
  ['ant', 4],
  ['ate', 5],
  ['at', 5],
  ['ia', 4],
  ['ic', 4],
  ['al', 4],
  ['iz', 5],
  ['ize', 5],
  ['y', 4],
  ['i', 4],
  ['e', 4],
];

function withoutDerivation(word: string): string {
  let root = word;
  for (let round = 0; round < 3; round += 1) {
    const known = irregularBase(root);
    if (known !== undefined) return known;
    const ending = DERIVATIONS.find(
      ([suffix, rest]) => root.endsWith(suffix) && root.length - suffix.length >= rest,
    );
    if (ending === undefined) return root;
    root = root.slice(0, -ending[0].length);
  }
  return root;
}
