import { gated, type TextPattern } from '@/lib/text/gated-pattern';
import { SUBJECT_CUES } from '@/lib/trace/subject-cues';
import type { Role } from '@/lib/trace/trace';

/**
 * How far each cue of whom a sentence speaks counts: above zero for this patient, below for medicine in general or for the
 * reasoning itself. Set by hand from annotated chains of thought; a sentence speaks of the patient where the sum is above zero.
 */
const WEIGHTS: Readonly<Record<keyof typeof SUBJECT_CUES, number>> = {
  'names the patient': 2.2,
  'speaks in general': -0.4,
  'says what something does': -0.9,
  'tells what happened': 1.2,
  'fits or points': 1,
  'this case': 0.6,
  'these symptoms': 0.6,
  'what was given': 1.3,
  'judges a result': 0.7,
  'settles on something': 1.2,
  'sets out to think': -1.8,
  'the findings': 0.5,
  'measured value': 0.9,
  digit: 0.4,
  'there is': 0.6,
  'on examination': 1.5,
  theirs: 0.4,
  'goes on': 0.7,
  'right here': 0.3,
  'something known': 0.6,
  'takes all together': 0.4,
  'you or one': -0.7,
  advises: -0.7,
  supposes: -0.3,
  'on a condition': -0.8,
  asks: -0.8,
  'remarks on something': -2,
  'opens the talk': -0.6,
};

export interface StandingCue {
  readonly pattern: TextPattern;
  readonly weight: number;
}

const WEIGHT_BY_NAME: ReadonlyMap<string, number> = new Map(Object.entries(WEIGHTS));

/** Cues that count wherever they stand. */
export const STANDING_CUES: readonly StandingCue[] = Object.entries(SUBJECT_CUES).map(
  ([name, pattern]) => ({ pattern, weight: WEIGHT_BY_NAME.get(name) ?? 0 }),
);

/** What a sentence without any cue is taken for: it speaks of medicine rather than of the patient. */
export const STANDING_BIAS = -1.1;
/** Added for a symptom, sign, exposure or test finding that is named, and once more where there are two. */
export const FINDING_NAMED = 0.7;
/** Added where a sentence speaks in general terms and names nobody. */
export const GENERAL_OF_NOBODY = -1;

/** Added where nothing is pointed at. */
export const POINTING_AT_NOTHING = -0.8;
/** Added for a short list of findings that stands for a sentence: "Facial swelling and dark urine?". */
export const LIST_OF_FINDINGS = 1.2;

/** What the role of its step adds to a sentence. */
export const ROLE_WEIGHTS: Readonly<Record<Role, number>> = {
  'problem representation': 1,
  finding: 1.2,
  hypothesis: 0.2,
  'evidence for': 0.8,
  'evidence against': 0.8,
  'test interpretation': 1.1,
  knowledge: -1.1,
  plan: -0.8,
  'safety check': -0.5,
  'self-correction': -0.9,
  conclusion: 0.7,
};

/** Supposes, expects or advises, rather than says that something is so. */
export const HYPOTHETICAL = gated(
  /\b(?:if|unless|whether|would|wouldn't|could|couldn't|might|may|should|shouldn't|maybe|perhaps|possibly|probably|suppose|assum(?:e|ing)|imagine|expect(?:ed|ing)?|rul(?:e|ing) out|in case|i'd|we'd|you'd|wondering|suspect\w*|possib\w+|potential(?:ly)?|can|can't)\b/i,
);
/** Speaks of how the reasoning goes. */
export const OF_REASONING = gated(
  /^(?:okay|alright|hmm|wait|so|now|well|oh|yes|yeah|right|anyway|but|first|next|then|and)?[,.]?\s?(?:let's|let me|i |i'm|i'd|we need to think|what|why|that's|this is|it's|now|wait|hold on|hang on|putting|thinking|moving|looking)/i,
);
