import {
  type Check,
  type CheckContext,
  type InspectedStep,
  verdictOnSpans,
} from '@/lib/audit/check';
import { type SideVerdict, sideVerdicts } from '@/lib/audit/laterality/compare-sides';
import { type StatedSentence, sentencesOf } from '@/lib/audit/statements/stated-sentences';
import type { Verdict } from '@/lib/audit/verdict';
import { gated } from '@/lib/text/gated-pattern';

const ID = 'laterality';
/** After these a side is reasoned out by anatomy or physiology: "controls the left side". */
const REASONED = gated(
  /\b(?:controls?|controlling|contralateral|ipsilateral|opposite|crosse[sd]|crossing|supplies|supplying|innervates|drains|suggests?|means?|points? to|problem in|lesion in|issue in|damage (?:to|in)|stroke in|typically|usually|classic\w*|can|often)\b/i,
);
/** Marks a sentence on how things usually are. */
const GENERAL = gated(
  /\b(?:typical|typically|usual|usually|classic\w*|commonly|common|often|generally|causes?|presents? with|characteri[sz]ed|associated with|seen in|in (?:patients|people|cases)|would|can|could|might|may)\b/i,
);
/** So many words shared with the case's sentence show that a sentence retells it. */
const RETOLD = 2;
const POSSESSIVE = gated(/\b(?:her|his|their|the patient['’]s)\b/i);
/** "The weakness on the right side": a finding that is spoken of as known. */
const KNOWN_FINDING = gated(
  /\b(?:the|her|his|this|that|their)\s(?:[\w-]{1,24}\s){1,4}(?:on|in|of|to)\s(?:the|her|his|their)\s$/i,
);

/** "Since the left testicle": the subject of the clause, with an article that takes it for known. */
const KNOWN_SUBJECT = gated(
  /^\W*(?:(?:now|so|since|because|given|and|but|as|okay|alright|that|then|also|oh)\W+){0,3}(?:the|this|that)\s$/i,
);

/** "That fits with the leftward deviation": what is explained is taken for known, though the explanation is supposed. */
const TAKEN_FOR_GRANTED = gated(
  /\b(?:with|explains?|account(?:s|ing)? for|given|despite) (?:the|this|that|her|his)\s$/i,
);
/** "Less stress on his left knee": the part is the patient's, whatever is planned for it. */
const OWN_PART = gated(/\b(?:his|her|their|the patient['’]s)\s(?:own\s)?$/i);
/** "His symptoms in both feet": the patient has them there. */
const OWN_FINDING = gated(
  /\b(?:his|her|their|the patient['’]s)\s(?:[\w-]{1,24}\s){1,4}(?:in|on|of|to)\s$/i,
);
/** A side that is looked at beside the affected one, or that may come to be affected. */
const OTHER_SIDE = gated(
  /\b(?:compar\w*|opposite|contralateral|healthy|unaffected|uninvolved|spared|spread\w*|travel\w*|eventually)\b/i,
);
const SUPPOSING = gated(/\b(?:if|unless|suppose|were|patients?|people)\b/i);

/**
 * Whether the sentence gives the side to this patient as a fact. A supposition counts only where it takes the finding itself
 * for granted ("it could explain the weakness on the right side of her body").
 */
function isStated(verdict: SideVerdict, sentence: StatedSentence): boolean {
  const { said, shared } = verdict;
  const statement = sentence.at(said.span.start);
  if (statement === undefined || statement.mood === 'question') return false;
  const offset = statement.span.start - sentence.span.start;
  const before = statement.text.slice(0, Math.max(0, said.span.start - offset));
  if (verdict.isOnlySide) {
    const taken = OWN_PART.test(before) ? said.side !== 'both' : OWN_FINDING.test(before);
    if (OTHER_SIDE.test(statement.text)) return false;
    if (taken && !SUPPOSING.test(before)) return true;
    if (said.side === 'both') return false;
  }
  const own = POSSESSIVE.test(sentence.text.slice(Math.max(0, said.span.start - 30), said.end + 4));
  if (
    KNOWN_SUBJECT.test(before) &&
    said.regions.length > 0 &&
    !/\b(?:if|would|could|might|may)\b/i.test(statement.text)
  )
    return true;
  if (statement.mood === 'hypothetical') {
    return (
      (own && KNOWN_FINDING.test(before)) ||
      (TAKEN_FOR_GRANTED.test(before) && !SUPPOSING.test(before))
    );
  }
  if (REASONED.test(before)) return false;
  const retold = shared >= RETOLD && !GENERAL.test(sentence.text);
  return own || retold || statement.about !== 'medicine' || KNOWN_FINDING.test(before);
}

/** A side that the case does not give is an alarm only where the clause is plainly about the patient. */
function isReported(verdict: SideVerdict, sentence: StatedSentence): boolean {
  const patient = sentence.at(verdict.said.span.start)?.about === 'patient';
  return verdict.outcome !== 'not-in-case' || patient;
}

function inspect(step: InspectedStep, { reading }: CheckContext): readonly Verdict[] {
  return sentencesOf(step).flatMap((sentence) =>
    sideVerdicts(sentence.text, reading)
      .filter((verdict) => isStated(verdict, sentence) && isReported(verdict, sentence))
      .map(({ outcome, said, case: spans, detail }) =>
        verdictOnSpans(ID, outcome, sentence.inTrace(said.span), spans, detail),
      ),
  );
}

/** Whether left and right are those of the case, linked by the region of the body or by the finding that has the side. */
export const LATERALITY: Check = {
  id: ID,
  title: 'Sides of the body',
  inspect,
  conclude: () => [],
};
