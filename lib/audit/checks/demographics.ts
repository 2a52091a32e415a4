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
} from '@/lib/audit/demographic-statements';
import { createPronounReader, type PronounReader } from '@/lib/audit/demographics/pronouns';
import { type StatedSentence, sentencesOf } from '@/lib/audit/stated-sentences';
import type { Verdict } from '@/lib/audit/verdict';

const ID = 'demographics';
/** Before a person these make it another one, or none: "unlike a 30-year-old", "common in a 65-year-old woman". */
const NOT_THIS_ONE =
  /\b(?:unlike|than|versus|vs|compared (?:to|with)|if (?:this|it|he|she|they) (?:were|was)|(?:common|typical|seen|cause|causes|likely|expected|expect) (?:\w+ ){0,3}(?:in|for)|someone|anyone) (?:an? )?(?:(?!this |our |the )[\w-]{1,20} ){0,2}$/i;

function isOfThisPatient(verdict: DemographicVerdict, sentence: StatedSentence): boolean {
  const statement = sentence.at(verdict.span.start);
  if (statement === undefined || NOT_THIS_ONE.test(sentence.text.slice(0, verdict.span.start)))
    return false;
  return statement.mood !== 'hypothetical';
}

function stated(sentence: StatedSentence, context: CheckContext): readonly Verdict[] {
  return demographicVerdicts(sentence.text, context.reading)
    .filter((verdict) => isOfThisPatient(verdict, sentence))
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
