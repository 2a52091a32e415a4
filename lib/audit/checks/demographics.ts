import {
  type Check,
  type CheckContext,
  type CheckRun,
  type InspectedStep,
  verdictOnSpans,
} from '@/lib/audit/check';
import {
  type DemographicVerdict,
  demographicVerdicts,
  knownProfile,
} from '@/lib/audit/demographics/demographic-statements';
import { textBefore } from '@/lib/audit/demographics/persons';
import { createPronounReader, type PronounReader } from '@/lib/audit/demographics/pronouns';
import { type StatedSentence, sentencesOf } from '@/lib/audit/statements/stated-sentences';
import type { Verdict } from '@/lib/audit/verdict';
import { gated } from '@/lib/text/gated-pattern';

const ID = 'demographics';
/** How far back the words that settle whom a statement is about are looked for. UTF-16 code units. */
const REACH = 100;
/** Before a person these make it another one, or none: "unlike a 30-year-old", "common in a 65-year-old woman". */
const NOT_THIS_ONE = gated(
  /\b(?:unlike|than|versus|vs|compared (?:to|with)|if (?:this|it|he|she|they) (?:were|was)|(?:common|typical|seen|cause|causes|likely|expected|expect) (?:\w+ ){0,3}(?:in|for)|someone|anyone) (?:an? )?(?:(?!this |our |the )[\w-]{1,20} ){0,2}$/i,
);

/** "This man" is the patient even where the rest is supposed. */
const THIS_ONE = gated(/\b(?:this|our)\s(?:[\w-]{1,20}\s)?$/i);
/** "Although the patient is 57 years old, it could be …": the rest is supposed, the age is not. */
const PATIENT_IS = gated(
  /\b(?:the patient|he|she)(?:['’]s|\sis)\s(?:(?:only|just|now|already|barely|hardly|still|clearly|basically|practically)\s)?(?:an?\s)?$/i,
);
/** "Amplifying the girl's symptoms": who owns something with a definite article is taken for known. */
const THE_ONE = gated(/\bthe\s(?:(?:young|little|old|older|elderly|poor|middle-aged)\s)?$/i);
/** "Explained by her tender age", "in a man her age": both take what they say of her for known. */
const HAD = gated(/\b(?:his|her|their|the patient['’]s)\s(?:(?:very|rather)\s)?$/i);
const LIKE_THE_PATIENT = gated(
  /^\s(?:like (?:him|her)\b|(?:of |at )?(?:his|her|this patient['’]s) (?:own )?age\b)/i,
);
const OWNS = gated(/^['’]s\s(?!(?:a|an|been|got|not|the|in|having)\b)/i);
const SUPPOSING = gated(/\b(?:if|suppose|supposing|imagine|assuming|unless|whether|were)\b/i);
/** A noun follows its age so closely: "65-year-old obese woman". UTF-16 code units. */
const BESIDE = 25;

/** Whether a statement stands right behind the patient's own age, which says whom it is about. */
function followsOwnAge(verdict: DemographicVerdict, all: readonly DemographicVerdict[]): boolean {
  const { start } = verdict.span;
  return all.some(
    ({ outcome, span }) =>
      outcome === 'supported' && span.end <= start && start - span.end <= BESIDE,
  );
}

function isOfThisPatient(
  verdict: DemographicVerdict,
  sentence: StatedSentence,
  all: readonly DemographicVerdict[],
): boolean {
  const statement = sentence.at(verdict.span.start);
  const before = textBefore(sentence.text, verdict.span.start, REACH);
  if (statement === undefined) return false;
  if (followsOwnAge(verdict, all)) return true;
  const after = sentence.text.slice(verdict.span.end);
  if (!SUPPOSING.test(before) && (HAD.test(before) || LIKE_THE_PATIENT.test(after))) return true;
  if (NOT_THIS_ONE.test(before)) return false;
  const owns = THE_ONE.test(before) && OWNS.test(after);
  const isPointedAt = THIS_ONE.test(before) || PATIENT_IS.test(before) || owns;
  return statement.mood !== 'hypothetical' || (isPointedAt && !SUPPOSING.test(before));
}

function stated(sentence: StatedSentence, context: CheckContext): readonly Verdict[] {
  const all = demographicVerdicts(sentence.text, context.reading);
  return all
    .filter((verdict) => isOfThisPatient(verdict, sentence, all))
    .map((verdict) =>
      verdictOnSpans(
        ID,
        verdict.outcome,
        sentence.inTrace(verdict.span),
        verdict.case,
        verdict.detail,
      ),
    );
}

function pronouns(
  sentence: StatedSentence,
  reader: PronounReader,
  context: CheckContext,
): readonly Verdict[] {
  const { sex } = knownProfile(context.reading);
  const found = reader.read(sentence.text, sentence.span.start)[0];
  if (found === undefined || sex === undefined) return [];
  const word = sentence.text.slice(found.span.start, found.span.end);
  const detail = `Sex: “${word}” here, and nobody but the patient is spoken of, who is ${sex.value} in the case.`;
  return [verdictOnSpans(ID, 'contradicted', sentence.inTrace(found.span), [sex.span], detail)];
}

function begin(context: CheckContext): CheckRun {
  const profile = knownProfile(context.reading);
  const reader =
    profile.sex === undefined ? undefined : createPronounReader(profile.sex.value, profile);
  return {
    inspect: (step: InspectedStep) =>
      sentencesOf(step).flatMap((sentence) => [
        ...stated(sentence, context),
        ...(reader === undefined ? [] : pronouns(sentence, reader, context)),
      ]),
    conclude: () => [],
  };
}

/** Whether age, sex, origin and work are the patient's wherever the trace states them, pronouns among them. */
export const DEMOGRAPHICS: Check = { id: ID, title: 'Age, sex, origin and occupation', begin };
