import {
  type Check,
  type CheckContext,
  type InspectedStep,
  verdictOnSpans,
} from '@/lib/audit/check';
import { assertedTerms } from '@/lib/audit/patient-statements/asserted-terms';
import { clinicalMentions } from '@/lib/audit/patient-statements/clinical-mentions';
import {
  hasFindingsOfRelatives,
  kinVerdicts,
  patientsOwn,
  relativesOwn,
} from '@/lib/audit/relatives/compare-relatives';
import { isSaidOfRelative, namesRelative } from '@/lib/audit/relatives/kin';
import { denialOf } from '@/lib/audit/statements/negation';
import { type StatedSentence, sentencesOf } from '@/lib/audit/statements/stated-sentences';
import type { Statement } from '@/lib/audit/statements/statements';
import type { Verdict } from '@/lib/audit/verdict';
import { gated } from '@/lib/text/gated-pattern';

const ID = 'relatives';
/** One person stands for many: "a diabetic mother", "mothers", "any father". */
const ANYONE = gated(/\b(?:an?|any|every|some|if the|whose)\s(?:[\w-]{1,24}\s){0,2}$/i);

function whoIsMeant(sentence: StatedSentence, { reading }: CheckContext): readonly Verdict[] {
  return kinVerdicts(sentence.text, reading)
    .filter(({ span }) => sentence.at(span.start)?.mood === 'asserted')
    .filter(({ span }) => !ANYONE.test(sentence.text.slice(0, span.start)))
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

/** Findings that the trace gives to the patient and the case to a relative alone. */
function takenFromRelative(
  sentence: StatedSentence,
  { reading }: CheckContext,
): readonly Verdict[] {
  if (!hasFindingsOfRelatives(reading) || namesRelative(sentence.text)) return [];
  const own = sentence.statements.filter(({ span }) => span.start >= sentence.span.start);
  // Whether a clause asserts its terms takes longer to tell than whose they are.
  const mayBeTaken = ({ text }: Statement) =>
    clinicalMentions(text.replaceAll('’', "'")).some(
      ({ terms }) => patientsOwn(terms, reading).length > 0,
    );
  return own.filter(mayBeTaken).flatMap((statement) =>
    assertedTerms(statement)
      .filter(({ claimed, denial }) => claimed && denial === 'no')
      .flatMap(({ terms, span, words }) => {
        const spans = patientsOwn(terms, reading);
        const detail = `Relative: the patient has ${words} here; the case says it of a relative.`;
        return spans.length === 0 ? [] : [verdictOnSpans(ID, 'contradicted', span, spans, detail)];
      }),
  );
}

/** Findings that the trace gives to a relative and the case to the patient alone. */
function givenToRelative(sentence: StatedSentence, { reading }: CheckContext): readonly Verdict[] {
  if (!namesRelative(sentence.text)) return [];
  return clinicalMentions(sentence.text).flatMap(({ terms, span }) => {
    const statement = sentence.at(span.start);
    if (
      statement?.mood !== 'asserted' ||
      statement.about !== 'patient' ||
      !isSaidOfRelative(sentence.text, span) ||
      denialOf(sentence.text, span) !== 'no'
    )
      return [];
    const spans = relativesOwn(terms, reading);
    const words = sentence.text.slice(span.start, span.end);
    const detail = `Relative: a relative has ${words} here; the case says it of the patient only.`;
    return spans.length === 0
      ? []
      : [verdictOnSpans(ID, 'contradicted', sentence.inTrace(span), spans, detail)];
  });
}

function inspect(step: InspectedStep, context: CheckContext): readonly Verdict[] {
  return sentencesOf(step).flatMap((sentence) => [
    ...whoIsMeant(sentence, context),
    ...takenFromRelative(sentence, context),
    ...givenToRelative(sentence, context),
  ]);
}

/** Whether relatives are those of the case, and what is said of them and of the patient is not exchanged. */
export const RELATIVES: Check = { id: ID, title: 'Relatives', inspect, conclude: () => [] };
