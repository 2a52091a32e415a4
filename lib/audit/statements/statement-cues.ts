import { gated, type TextPattern } from '@/lib/text/gated-pattern';
import type { Role } from '@/lib/trace/trace';

/**
 * Words by which a sentence of a chain of thought shows whom it speaks of, each with its weight: above zero they speak for
 * this patient, below for medicine in general or for the reasoning itself. Our own list and weights, set by hand from
 * annotated chains of thought; a sentence speaks of the patient where the sum is above zero. The patterns are for lower case.
 */
export interface StandingCue {
  readonly pattern: TextPattern;
  readonly weight: number;
}

const PERSON =
  '(?:patient|guy|man|woman|girl|boy|lady|gentleman|child|kid|infant|baby|newborn|neonate|toddler|teenager|person|individual|fellow|mother|student|male|female)';

/** Names this patient: a pronoun in the singular, or a person pointed at. */
export const PATIENT_NAMED = gated(
  new RegExp(
    `\\b(?:she|he|her|his|him|hers|himself|herself)\\b|\\b(?:the|this|our|that) (?:\\w+ )?${PERSON}\\b|\\b(?:year|month|week|day)s?[- ]old\\b|\\b(?:a|an) (?:\\w+ )?${PERSON} (?:who|with|presenting|in (?:her|his))\\b|\\bin someone (?:with|like|her|his)\\b`,
  ),
);
/** Says what holds of people or of diseases in general. */
export const GENERAL = gated(
  /\b(?:usual|usually|typically|often|commonly|generally|normally|sometimes|tends? to|rarely|known (?:for|to|as)|people|patients (?:with|who)|individuals|in general|classic|classically|always|frequently|cases of|common|typical|refers to|characteri[sz]ed by|associated with)\b/,
);
/** Says what something does or is by its nature. */
const NATURE = gated(
  /\b(?:can|causes?|leads? to|results? in|helps?|affects?|attacks?|works?|supplies|measures?|means|is called|tells us|increases? the risk|is (?:a|an|the) (?:\w+ ){0,2}(?:condition|disease|disorder|type|kind|form|drug|medication|test|sign|complication|treatment))\b/,
);

/** Cues that count wherever they stand. */
export const STANDING_CUES: readonly StandingCue[] = [
  { pattern: PATIENT_NAMED, weight: 2.2 },
  { pattern: GENERAL, weight: -0.4 },
  { pattern: NATURE, weight: -0.9 },
  {
    pattern: gated(
      /\b(?:was|were|had|showed|revealed|came back|did|didn't|started|noticed|found|reported|presented|came|got|developed|been)\b/,
    ),
    weight: 1.2,
  },
  {
    pattern: gated(
      /\b(?:most likely|seems? (?:most |more |pretty )?(?:like|to)|sounds? (?:like|a lot)|looks? like|feels? like|best|fits?|match(?:es)?(?: up)?|aligns?|lin(?:e|ing) up|points?|pointing|suggests?|suggesting|makes? (?:the most |more |a lot of |perfect |a case |a strong case )?(?:sense|case)|diagnosis|confirms?|leaning|indicat\w+|explains?|accounts? for|culprit|explain)\b/,
    ),
    weight: 1,
  },
  {
    pattern: gated(
      /\b(?:this|our) (?:\w+ )?case\b|\bin (?:this|the) (?:situation|scenario|setting|context|instance|case)\b|\b(?:this|the|whole) (?:situation|scenario|presentation|clinical picture|picture|profile|context)\b/,
    ),
    weight: 0.6,
  },
  {
    pattern: gated(
      /\b(?:these|those|all these|all those) (?:\w+ ){0,2}(?:symptoms|signs|findings|results|clues|features|details|labs|numbers)\b/,
    ),
    weight: 0.6,
  },
  {
    pattern: gated(
      /\b(?:we don't have|not given|given here|mentioned|we're (?:missing|seeing|not seeing|given|told|looking at|dealing with)|don't see|haven't (?:seen|mentioned|got|confirmed)|not told|what we (?:have|know|see|'ve got)|what we've got|kind of missing)\b/,
    ),
    weight: 1.3,
  },
  {
    pattern: gated(
      /\b(?:normal range|on the edge|borderline|within (?:the )?normal|(?:is|are|'s|seems?|looks?) (?:\w+ )?(?:fine|okay|ok|solid|normal|low|high|elevated|up|down|off|sharp|good|in good shape)|no alarms|in the clear|too (?:high|low)|(?:quite|pretty|really|so|very) (?:low|high|normal)|volume's fine)\b/,
    ),
    weight: 0.7,
  },
  {
    pattern: gated(
      /\b(?:going with|go with|favou?red|let's conclude|reasonable conclusion|most straightforward|feeling pretty (?:good|confident)|pretty (?:confident|sure))\b/,
    ),
    weight: 1.2,
  },
  {
    pattern: gated(
      /\blet's (?:start|see|look|dig|break|figure|try|move|switch|go|think|ponder)\b|\bmoving on\b|\bto figure out\b|^(?:yes|yeah),? (?:that|this)\b/,
    ),
    weight: -1.8,
  },
  {
    pattern: gated(
      /\b(?:these|those|the|all|such|their|this|that) (?:\w+ ){0,2}(?:symptoms?|signs?|findings?|results?|clues?|features?|details?|presentation|history|exam|examination|evidence|vitals|problems?|issues?)\b/,
    ),
    weight: 0.5,
  },
  {
    pattern: gated(
      /\d+(?:\.\d+)?\s?(?:%|mg|g\/|mm|bpm|meq|ml|per|million|°|cm|mmol|iu|kg)|\d+\/\d+|\b(?:of|at|is|only|was) \d/,
    ),
    weight: 0.9,
  },
  { pattern: gated(/\d/), weight: 0.4 },
  {
    pattern: gated(/\bthere(?:'s| is| are| was| were)\b(?! a (?:risk|chance|possibility))/),
    weight: 0.6,
  },
  {
    pattern: gated(
      /\bon (?:the |physical )?(?:exam|examination|auscultation|palpation|percussion|imaging)\b/,
    ),
    weight: 1.5,
  },
  { pattern: gated(/\b(?:their|they've|they're) /), weight: 0.4 },
  {
    pattern: gated(/^(?:(?:and|oh|okay|but wait|but|so|hmm),? )?(?:plus|also|on top of that)\b/),
    weight: 0.7,
  },
  { pattern: gated(/\b(?:here|right now|in front of us)\b/), weight: 0.3 },
  { pattern: gated(/\b(?:the|that|those|these|this) /), weight: 0.3 },
  {
    pattern: gated(
      /\b(?:in conclusion|to sum|in summary|overall|all (?:this|these|things) (?:together|considered)|given|considering|everything)\b/,
    ),
    weight: 0.4,
  },
  { pattern: gated(/\b(?:you|your|you'd|we'd|one would|expect(?:ed)?)\b/), weight: -0.7 },
  {
    pattern: gated(
      /\b(?:should|needs? to|want to|would|wouldn't|let's|gonna|go-to|have to|must|monitor\w*|checking|running|ordering)\b/,
    ),
    weight: -0.7,
  },
  {
    pattern: gated(/\b(?:could|maybe|might|may|perhaps|possib\w+|wonder\w*|consider)\b/),
    weight: -0.3,
  },
  { pattern: gated(/\b(?:if|unless|whether|when)\b/), weight: -0.8 },
  { pattern: gated(/\?["')\]]*$/), weight: -0.8 },
  {
    pattern: gated(
      /^(?:hmm|well|and|but|okay|wow|oh)?,? ?(?:that's|this is|that is) (?:\w+ ){0,2}(?:tough|impressive|interesting|odd|weird|strange|great|good|tricky|unusual|worrisome|concerning|a lot|a mixed bag|our \w+ concern)\b[^,;]{0,20}$/,
    ),
    weight: -2,
  },
  { pattern: gated(/^(?:let's|let me|okay|alright)\b.{0,60}$/), weight: -0.6 },
];

/** What a sentence without any cue is taken for: it speaks of medicine rather than of the patient. */
export const STANDING_BIAS = -1.1;
/** Added for a symptom, sign, exposure or test finding that is named, and once more where there are two. */
export const FINDING_NAMED = 0.7;
/** Added where a sentence speaks in general terms and names nobody. */
export const GENERAL_OF_NOBODY = -1;

/** Points at something of this case; a sentence without any such word speaks in general more often than not. */
export const POINTING = gated(
  /\b(?:the|this|that|these|those|his|her|their|there|there's|that's|she|he|they|they've|we have|we've|here|it|it's|i|i'm|i'd|patient)\b/,
);
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
