import { gated, type TextPattern } from '@/lib/text/gated-pattern';

/**
 * Words by which a sentence of a chain of thought shows whom it speaks of: this patient, medicine in general or the reasoning
 * itself. What each speaks for is weighed where roles and statements are read. Our own list, from annotated chains of thought;
 * the patterns are for lower case with straight apostrophes.
 */
const PERSON =
  '(?:patient|guy|man|woman|girl|boy|lady|gentleman|child|kid|infant|baby|newborn|neonate|toddler|teenager|person|individual|fellow|mother|student|male|female)';

/** Names this patient: a pronoun in the singular, or a person pointed at. */
const PATIENT_NAMED = gated(
  new RegExp(
    `\\b(?:she|he|her|his|him|hers|himself|herself)\\b|\\b(?:the|this|our|that) (?:\\w+ )?${PERSON}\\b|\\b(?:year|month|week|day)s?[- ]old\\b|\\b(?:a|an) (?:\\w+ )?${PERSON} (?:who|with|presenting|in (?:her|his))\\b|\\bin someone (?:with|like|her|his)\\b`,
  ),
);
/** Says what holds of people or of diseases in general. */
export const GENERAL = gated(
  /\b(?:usual|usually|typically|often|commonly|generally|normally|sometimes|tends? to|rarely|known (?:for|to|as)|people|patients (?:with|who)|individuals|in general|classic|classically|always|frequently|cases of|common|typical|refers to|characteri[sz]ed by|associated with)\b/,
);
/** Whether a sentence speaks in general terms and names nobody. */
export function speaksInGeneral(plain: string): boolean {
  return GENERAL.test(plain) && !PATIENT_NAMED.test(plain);
}

/** Says what something does or is by its nature. */
const NATURE = gated(
  /\b(?:can|causes?|leads? to|results? in|helps?|affects?|attacks?|works?|supplies|measures?|means|is called|tells us|increases? the risk|is (?:a|an|the) (?:\w+ ){0,2}(?:condition|disease|disorder|type|kind|form|drug|medication|test|sign|complication|treatment))\b/,
);

/** Points at something of this case; a sentence without any such word speaks in general more often than not. */
export const POINTING = gated(
  /\b(?:the|this|that|these|those|his|her|their|there|there's|that's|she|he|they|they've|we have|we've|here|it|it's|i|i'm|i'd|patient)\b/,
);
/** The cues by name; one counts wherever it stands. */
export const SUBJECT_CUES = {
  'names the patient': PATIENT_NAMED,
  'speaks in general': GENERAL,
  'says what something does': NATURE,
  'tells what happened': gated(
    /\b(?:was|were|had|showed|revealed|came back|did|didn't|started|noticed|found|reported|presented|came|got|developed|been)\b/,
  ),
  'fits or points': gated(
    /\b(?:most likely|seems? (?:most |more |pretty )?(?:like|to)|sounds? (?:like|a lot)|looks? like|feels? like|best|fits?|match(?:es)?(?: up)?|aligns?|lin(?:e|ing) up|points?|pointing|suggests?|suggesting|makes? (?:the most |more |a lot of |perfect |a case |a strong case )?(?:sense|case)|diagnosis|confirms?|leaning|indicat\w+|explains?|accounts? for|culprit|explain)\b/,
  ),
  'this case': gated(
    /\b(?:this|our) (?:\w+ )?case\b|\bin (?:this|the) (?:situation|scenario|setting|context|instance|case)\b|\b(?:this|the|whole) (?:situation|scenario|presentation|clinical picture|picture|profile|context)\b/,
  ),
  'these symptoms': gated(
    /\b(?:these|those|all these|all those) (?:\w+ ){0,2}(?:symptoms|signs|findings|results|clues|features|details|labs|numbers)\b/,
  ),
  'what was given': gated(
    /\b(?:we don't have|not given|given here|mentioned|we're (?:missing|seeing|not seeing|given|told|looking at|dealing with)|don't see|haven't (?:seen|mentioned|got|confirmed)|not told|what we (?:have|know|see|'ve got)|what we've got|kind of missing)\b/,
  ),
  'judges a result': gated(
    /\b(?:normal range|on the edge|borderline|within (?:the )?normal|(?:is|are|'s|seems?|looks?) (?:\w+ )?(?:fine|okay|ok|solid|normal|low|high|elevated|up|down|off|sharp|good|in good shape)|no alarms|in the clear|too (?:high|low)|(?:quite|pretty|really|so|very) (?:low|high|normal)|volume's fine)\b/,
  ),
  'settles on something': gated(
    /\b(?:going with|go with|favou?red|let's conclude|reasonable conclusion|most straightforward|feeling pretty (?:good|confident)|pretty (?:confident|sure))\b/,
  ),
  'sets out to think': gated(
    /\blet's (?:start|see|look|dig|break|figure|try|move|switch|go|think|ponder)\b|\bmoving on\b|\bto figure out\b|^(?:yes|yeah),? (?:that|this)\b/,
  ),
  'the findings': gated(
    /\b(?:these|those|the|all|such|their|this|that) (?:\w+ ){0,2}(?:symptoms?|signs?|findings?|results?|clues?|features?|details?|presentation|history|exam|examination|evidence|vitals|problems?|issues?)\b/,
  ),
  'measured value': gated(
    /\d+(?:\.\d+)?\s?(?:%|mg|g\/|mm|bpm|meq|ml|per|million|°|cm|mmol|iu|kg)|\d+\/\d+|\b(?:of|at|is|only|was) \d/,
  ),
  digit: gated(/\d/),
  'there is': gated(/\bthere(?:'s| is| are| was| were)\b(?! a (?:risk|chance|possibility))/),
  'on examination': gated(
    /\bon (?:the |physical )?(?:exam|examination|auscultation|palpation|percussion|imaging)\b/,
  ),
  theirs: gated(/\b(?:their|they've|they're) /),
  'goes on': gated(/^(?:(?:and|oh|okay|but wait|but|so|hmm),? )?(?:plus|also|on top of that)\b/),
  'right here': gated(/\b(?:here|right now|in front of us)\b/),
  'something known': gated(/\b(?:the|that|those|these|this) /),
  'takes all together': gated(
    /\b(?:in conclusion|to sum|in summary|overall|all (?:this|these|things) (?:together|considered)|given|considering|everything)\b/,
  ),
  'you or one': gated(/\b(?:you|your|you'd|we'd|one would|expect(?:ed)?)\b/),
  advises: gated(
    /\b(?:should|needs? to|want to|would|wouldn't|let's|gonna|go-to|have to|must|monitor\w*|checking|running|ordering)\b/,
  ),
  supposes: gated(/\b(?:could|maybe|might|may|perhaps|possib\w+|wonder\w*|consider)\b/),
  'on a condition': gated(/\b(?:if|unless|whether|when)\b/),
  asks: gated(/\?["')\]]*$/),
  'remarks on something': gated(
    /^(?:hmm|well|and|but|okay|wow|oh)?,? ?(?:that's|this is|that is) (?:\w+ ){0,2}(?:tough|impressive|interesting|odd|weird|strange|great|good|tricky|unusual|worrisome|concerning|a lot|a mixed bag|our \w+ concern)\b[^,;]{0,20}$/,
  ),
  'opens the talk': gated(/^(?:let's|let me|okay|alright)\b.{0,60}$/),
} as const satisfies Readonly<Record<string, TextPattern>>;
