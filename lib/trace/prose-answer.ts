import { gated, matchesOf } from '@/lib/text/gated-pattern';

/** A phrase that may be a name: letters, digits, hyphens and brackets, without a mark that ends a clause. */
const NAME = "[A-Za-z][\\w'’/()-]*(?: [\\w'’/()-]+){0,7}?";
const SUBJECT_START =
  '(?:^|[,:;—] ?|\\b(?:that|say|think|conclude|believe|so|therefore|thus|overall|then|now) )';
const IS =
  '(?:is|seems|feels|looks|appears|remains|sounds|would be|must be|has to be|could be)(?: to be)?(?: still| definitely| indeed| really| clearly| certainly| by far)?(?: like)?';
/** `X is the most likely diagnosis`. */
const NAME_IS_ANSWER = new RegExp(
  `${SUBJECT_START}(?:an? |the )?(${NAME}) ${IS} (?:the |an? |our |my )?(?:(?:[a-z-]+ ){0,3}(?:most|best|likely|likeliest|reasonable|straightforward|logical|strongest|probable|real|plausible|fitting|right|leading|top)(?: [a-z-]+){0,2} (?:diagnosis|explanation|answer|conclusion|culprit|call|fit|cause|choice|bet|suspect|candidate)|(?:diagnosis|answer|culprit))\\b`,
  'g',
);
/** `it's most likely X`, `the answer is likely an X`, `this is very likely X`. */
const LIKELY_NAME = new RegExp(
  `\\b(?:it(?:'s|’s| is)|this is|they(?:'re|’re| are) having|(?:we(?:'re|’re| are) )?(?:dealing with|looking at)|(?:answer|culprit|cause|conclusion|condition|diagnosis)(?: here)? (?:is|would be|has to be|must be))(?: most| very| quite| almost| pretty)? (?:likely|probably|certainly|definitely|clearly)(?: to be| due to| a case of)? (?:an? |the )?(${NAME})(?=[.,;:!?—]|$| (?:because|given|with|due|which|that|since|rather|in|as|based|here|considering|and|but|for|from)\\b)`,
  'g',
);
/** What is no name: it points to something said before, or says that the name is still open. */
const NO_NAME =
  /^(?:and|but|or|if|it|this|that|these|those|which|what|there|here|he|she|they|we|you|i|one|another|other|something|everything|nothing|all|both|either|his|her|their|our|my|your|so|not|more|most|the|related|due|caused|a|an|if|when|because|to)\b/i;
const NAMES_AN_ACTION =
  /\b(?:is|are|was|were|be|been|being|has|have|had|do|does|would|could|should|might|may|can|will|we|you|they|she|he|it|i)\b/i;

/** Says how it is with something, and names nothing: "likely occluded". */
const NO_NOUN =
  /^\S+(?:ed|ing|ible|able|ful|ly|ary|ent)$|\b(?:really|actually|already|factor|factors)$/i;
/** The opposite is said. */
const DENIED = gated(/\b(?:least|not|isn['’]t|unlikely|less)\b/i);
/** `X fits best`, `X fits like a glove`. */
const NAME_FITS = new RegExp(
  `${SUBJECT_START}(?:an? |the )?(${NAME}) (?:really |definitely |just )?(?:seems to |does seem to )?fits? (?:best|like a glove|the bill|perfectly|the picture)\\b(?! with an?\\b)`,
  'g',
);
/** `the diagnosis that explains everything is X`. */
const DIAGNOSIS_THAT_IS = new RegExp(
  `\\b(?:diagnosis|explanation|answer) that [a-z ]{3,60} is (?:an? |the )?(${NAME})(?=[.,;:!?—]|$)`,
  'g',
);

export interface NamedInProse {
  readonly name: string;
  /** Where the name begins in the sentence. */
  readonly index: number;
}

/** The last diagnosis that a sentence of conversational prose settles on; undefined when it settles on none. */
export function namedInProse(sentence: string): NamedInProse | undefined {
  const matches = [NAME_IS_ANSWER, LIKELY_NAME, NAME_FITS, DIAGNOSIS_THAT_IS].flatMap((pattern) => [
    ...matchesOf(pattern, sentence),
  ]);
  const found = matches.flatMap((match) => {
    const name = match[1];
    if (
      name === undefined ||
      DENIED.test(match[0]) ||
      [NO_NAME, NO_NOUN, NAMES_AN_ACTION].some((pattern) => pattern.test(name))
    ) {
      return [];
    }
    return [{ name, index: match.index + match[0].indexOf(name) }];
  });
  return found.sort((a, b) => a.index - b.index).at(-1);
}
