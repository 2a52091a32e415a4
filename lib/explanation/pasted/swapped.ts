/** Wordings of a chain of thought. Each counts once, however often it stands there. */
const REASONING_SIGNS: readonly RegExp[] = [
  /<\/?think(?:ing)?>/iu,
  /<\|channel\|>/u,
  /^#{1,4} ?(?:thinking|reasoning|final (?:response|answer))\b/im,
  /\bstep \d{1,2} ?[:.]/i,
  /\b(?:wait|hmm|okay|alright|hold on),/i,
  /\b(?:let me|let's|let us) (?:think|see|look|consider|start|break|check|recall|work|figure)\b/i,
  /\b(?:i think|i'm thinking|i need to|i should|i would|i recall|i remember|we need to|we should|i'm leaning)\b/i,
  /\b(?:the (?:best |correct |final )?answer (?:is|must be|should be)|final answer|primary diagnosis|\\boxed)/i,
  /\b(?:this (?:suggests|points|rules out|makes me)|points? (?:to|towards?)|consistent with|less likely|more likely|rules? out|argues? (?:for|against))\b/i,
  /\b(?:therefore|thus|so it (?:is|must be)|in conclusion|putting (?:it|this|everything) together)\b/i,
];

/** Wordings of a report of a patient. */
const CASE_SIGNS: readonly RegExp[] = [
  /^[^.!?\n]{0,40}\b\d{1,3}[- ](?:year|month|week|day)s?[- ]old\b/i,
  /\b(?:present(?:s|ed|ing)?|complain(?:s|ed|ing)?|comes?|came|is brought|was brought) (?:to|of|with|for|because|in)\b/i,
  /\bhistory of\b/i,
  /\b(?:denies|reports|states that|diagnosed with)\b/i,
  /\b(?:on (?:physical )?examination|physical examination|vital signs|temperature is|temperature of|blood pressure is|pulse is|heart rate is)\b/i,
  /\b(?:laboratory (?:studies|results|tests)|lab results|shows?:)/i,
  /\b(?:which|what|how|why)\b[^?\n]{0,200}\?\s*$/i,
  /^ ?\(?[A-E][).:] ?\S/mu,
];

/** Enough of each text to tell which it is. */
const SAMPLE = 6_000;

/** A single sign may stand in either text. */
const FEWEST_SIGNS = 2;

function signs(text: string, of: readonly RegExp[]): number {
  const sample = text.slice(0, SAMPLE);
  return of.filter((sign) => sign.test(sample)).length;
}

/**
 * Whether what was given as the case reads like a chain of thought and what was given as the trace like a case. Both must
 * do so plainly: a trace often begins by telling the case again, and then it has signs of reasoning too.
 */
export function looksSwapped(caseText: string, traceText: string): boolean {
  const reasoningInCase = signs(caseText, REASONING_SIGNS);
  const reasoningInTrace = signs(traceText, REASONING_SIGNS);
  return (
    reasoningInCase >= FEWEST_SIGNS &&
    reasoningInCase >= reasoningInTrace + FEWEST_SIGNS &&
    reasoningInTrace < FEWEST_SIGNS &&
    signs(traceText, CASE_SIGNS) >= FEWEST_SIGNS
  );
}
