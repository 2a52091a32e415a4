import type { RecognisedFinding } from '@/lib/case/recognise-findings';
import type { Concept } from '@/lib/knowledge/concept';
import { type Span, sliceSpan } from '@/lib/text/span';

/** The ids of the vocabulary's intensities of pain. */
export const INTENSITIES = ['mild', 'moderate', 'severe', 'very-severe'] as const;
type Intensity = (typeof INTENSITIES)[number];

/** Of a throat, a gland or a rash it is said as a part of its name, not of how strong the pain is. */
const SORE =
  '(?:painful|sore|tender|achy)(?! (?:throat|glands?|lymph|nodes?|rash|spots?|ulcers?|skin|patch|patches|lumps?|swellings?|blisters?))';
const BAD = '(?:bad|strong|severe|intense|painful|sore|terrible)';
const PAIN = '(?:pains?|(?:head)?aches?|discomfort|soreness|tenderness)';
const HURT = '(?:hurts?|hurting|aches?|aching)';
const PERSON = '(?:he|she|i|they|one|the patient)';

/**
 * Degrees of pain that are said in words without meaning of their own ("very", "a bit", "not too"), which phrases are read
 * without. Each stands for the range of DDXPlus's scale of 0 to 10 that the vocabulary gives its intensity.
 */
const DEGREES: readonly (readonly [Intensity, RegExp])[] = [
  [
    'mild',
    pattern(
      `(?:a (?:little|(?:tiny )?bit)(?: of an?)?|slightly|mildly|somewhat|only just|barely|hardly) (?:${SORE}|${PAIN})`,
    ),
  ],
  ['mild', pattern(`${HURT} (?:only |just )*(?:a (?:little|(?:tiny )?bit)|slightly|mildly)`)],
  [
    'mild',
    pattern(
      `(?:not|isn['’]t|wasn['’]t|isnt|never) (?:too|very|so|that|all that|really|particularly|especially|overly|at all) ${BAD}`,
    ),
  ],
  ['mild', pattern(`(?:is|was|are|were) not (?:strong|intense|bad)`)],
  ['mild', pattern('niggles?|niggling')],
  [
    'mild',
    pattern(
      `weak ${PAIN}|low[- ]intensity|(?:of|in) low intensity|intensity (?:of the pain )?(?:is|was) low|(?:easy to|easily|can(?: be)?|could(?: be)?) ignored?|(?:does not|doesn['’]t|hardly|barely) bothers?`,
    ),
  ],
  [
    'mild',
    pattern(
      '(?:barely|hardly|scarcely|only just) (?:noticeable|there|noticed|perceptible|worth mentioning)|nothing much|easily put up with',
    ),
  ],
  [
    'moderate',
    pattern(`uncomfortable ${PAIN}|(?<=${PAIN} (?:is|was) (?:just |only )?)uncomfortable`),
  ],
  ['moderate', pattern('so[- ]so|(?:in|around|about) the middle of the (?:pain )?scale')],
  ['moderate', pattern(`(?:fairly|moderately|reasonably|rather) ${SORE}`)],
  ['moderate', pattern(`${HURT} (?:moderately|a fair (?:bit|amount)|quite a bit|somewhat)`)],
  ['severe', pattern(`(?:very|really|so|terribly|awfully|incredibly|dreadfully|badly) ${SORE}`)],
  ['severe', pattern(`(?:a lot|lots|loads|a great deal|a good deal|so much) (?:of )?${PAIN}`)],
  [
    'severe',
    pattern(
      `${HURT} (?:so|very|really|awfully|terribly|too)? ?(?:badly|much|a lot|a great deal|like hell|like anything)`,
    ),
  ],
  [
    'severe',
    pattern(`(?<=${PAIN} [^.,;:]{0,30})(?:so|that|too|very|really) (?:bad|strong|intense)`),
  ],
  [
    'severe',
    pattern(`(?:barely|hardly|scarcely|only just) (?:bearable|tolerable|manageable|endurable)`),
  ],
  [
    'very-severe',
    pattern(
      "(?:as (?:bad|severe|intense) as (?:it gets|(?:it )?(?:can|could) (?:be|get)|possible)|(?:could not|couldn['’]t) be (?:any )?worse)",
    ),
  ],
  [
    'very-severe',
    pattern('(?:absolute |sheer |utter |in )*agony|maxim(?:al|um) (?:pain|intensity)'),
  ],
  [
    'very-severe',
    pattern(`(?:extremely|exquisitely|unbearably|excruciatingly|insanely) (?:${SORE}|bad|strong)`),
  ],
  [
    'very-severe',
    pattern(
      `(?:cannot|can['’]t|can not|couldn['’]t|could not|unable to) (?:bear|stand|tolerate|endure|take) (?:the pain|it|this)`,
    ),
  ],
  ['very-severe', pattern(`more than ${PERSON} (?:can|could) (?:bear|stand|take)`)],
  [
    'very-severe',
    pattern(
      `(?:makes? (?:him|her|me) (?:scream|cry|yell)|(?:worst|strongest|most (?:severe|intense|painful)) (?:${PAIN}|headache|thing)? ?(?:that |which )?(?:ever|(?:of|in) (?:\\w+ )?life|${PERSON} (?:has|have|had|['’]s|['’]ve)? ?(?:ever|known)))`,
    ),
  ],
  [
    'very-severe',
    pattern(
      `never (?:had|felt|known|experienced) (?:such (?:a |an |bad |severe )*${PAIN}|${PAIN} like)`,
    ),
  ],
];

function pattern(source: string): RegExp {
  return new RegExp(`(?<![\\p{L}\\p{N}])(?:${source})(?![\\p{L}\\p{N}])`, 'giu');
}

/** Before such a word, in the same clause, a degree is denied or only supposed; a denial inside the pattern is part of it. */
const NOT_STATED =
  /(?:\b(?:no|not|without|denies|denied|never|nor|if|should|unless|until|less)\b|n['’]t\b)[^.;,:]*$/iu;

/** The intensities of pain that `sentence`, which speaks of pain, tells by degrees, at their spans. */
export function readPainDegrees(
  text: string,
  sentence: Span,
  concepts: readonly Concept[],
): RecognisedFinding[] {
  const part = sliceSpan(text, sentence);
  return DEGREES.flatMap(([intensity, degree]) =>
    [...part.matchAll(degree)].flatMap((match) => {
      const concept = concepts.find(({ id }) => id === intensity);
      if (concept === undefined || NOT_STATED.test(part.slice(0, match.index))) return [];
      const start = sentence.start + match.index;
      const span = { start, end: start + match[0].length };
      return [{ concept: concept.id, label: concept.label, polarity: 'present' as const, span }];
    }),
  );
}
