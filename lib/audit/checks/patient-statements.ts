import {
  type CheckContext,
  type InspectedStep,
  type StatefulCheck,
  verdictOnFindings,
  verdictOnSpans,
} from '@/lib/audit/check';
import { caseValuesOf } from '@/lib/audit/measured-values/case-values';
import { qualitativeReadingsIn } from '@/lib/audit/measured-values/qualitative-readings';
import type { JudgedAllergy } from '@/lib/audit/patient-statements/allergies';
import {
  type AssertedTerm,
  assertedTerms,
  isAssertedAt,
  withPolarity,
} from '@/lib/audit/patient-statements/asserted-terms';
import type { CaseQualities } from '@/lib/audit/patient-statements/case-qualities';
import type { CaseTerms } from '@/lib/audit/patient-statements/case-terms';
import type { ExaminedThings } from '@/lib/audit/patient-statements/examined-things';
import { type NamedFinding, namedFindings } from '@/lib/audit/patient-statements/named-findings';
import {
  bestStanding,
  namesTerm,
  narrowerWords,
} from '@/lib/audit/patient-statements/narrower-words';
import { isKnownThing } from '@/lib/audit/patient-statements/opposed-qualities';
import type { PlacedComplaints } from '@/lib/audit/patient-statements/placed-complaints';
import { type PreparedCase, prepareCase } from '@/lib/audit/patient-statements/prepared-case';
import { statedQualities } from '@/lib/audit/patient-statements/stated-qualities';
import { type Statement, statementsOf } from '@/lib/audit/statements/statements';
import type { Verdict } from '@/lib/audit/verdict';
import { overlaps, type Span, sliceSpan } from '@/lib/text/span';

const ID = 'patient-statements';

function atOffset(span: Span, offset: number): Span {
  return { start: span.start + offset, end: span.end + offset };
}

/** A finding of the vocabulary in a clause that asserts something of the patient. */
function judgeFinding(
  named: NamedFinding,
  statement: Statement,
  context: CheckContext,
): Verdict | undefined {
  const { text, span } = statement;
  const trace = atOffset(named.span, span.start);
  const found = context.findingsOfConcept(named.concept);
  const same = found.filter(({ polarity }) => polarity === named.polarity);
  const first = same[0];
  if (first !== undefined) {
    const detail = `The case says it in sentence ${first.sentence}: ${first.label}.`;
    return verdictOnFindings(ID, 'supported', trace, same, detail);
  }
  // A site or quality of pain, and a name that may be a diagnosis, are too easily read into prose to raise an alarm.
  if (named.kind === 'attribute' || named.kind === 'history') {
    return undefined;
  }
  const opposite = found[0];
  if (opposite === undefined || !isAssertedAt(statement, named.span)) {
    return undefined;
  }
  const detail = `The case says the opposite in sentence ${opposite.sentence}: ${opposite.label}.`;
  const opposed = atOffset(withPolarity(text, named.span), span.start);
  return verdictOnFindings(ID, 'contradicted', opposed, found, detail);
}

function judgeTerm(asserted: AssertedTerm, caseTerms: CaseTerms): Verdict | undefined {
  const standing = bestStanding(asserted.terms, caseTerms);
  const { span, extent, words, denial } = asserted;
  const say = (outcome: Verdict['outcome'], spans: readonly Span[], detail: string): Verdict =>
    verdictOnSpans(ID, outcome, outcome === 'contradicted' ? extent : span, spans, detail);
  if (standing.kind === 'stated' || standing.kind === 'denied') {
    const same = (standing.kind === 'stated') === (denial === 'no');
    if (same) {
      return say('supported', standing.spans, `The case says it: ${words}.`);
    }
    const clear = denial === 'surely' || (denial === 'no' && asserted.claimed);
    return clear && standing.spans.length > 0
      ? say(
          'contradicted',
          standing.spans,
          `The case ${standing.kind === 'stated' ? 'states' : 'denies'} “${words}”, and the opposite is said here.`,
        )
      : undefined;
  }
  if (denial === 'surely' && standing.kind === 'nowhere') {
    return say('cannot-tell', [], `The case neither states nor denies “${words}”.`);
  }
  if (
    denial !== 'no' ||
    !asserted.claimed ||
    standing.kind === 'unsure' ||
    !caseTerms.describesPatient
  ) {
    return undefined;
  }
  return standing.kind === 'near'
    ? say('cannot-tell', [], `The case has “${standing.word}”, but not “${words}” itself.`)
    : say(
        'not-in-case',
        [],
        `“${words}” is said of this patient; neither it nor a synonym is in the case.`,
      );
}

/** Qualities of a finding, held against those that exclude them: pupils that are dilated here and pinpoint in the case. */
function judgeQualities(statement: Statement, known: CaseQualities): readonly Verdict[] {
  return statedQualities(statement.text).flatMap((stated) => {
    const asserted =
      stated.close &&
      ((statement.about === 'patient' && isAssertedAt(statement, stated.span)) ||
        isKnownThing(statement, stated));
    const opposites = asserted ? known.opposites(stated) : [];
    if (opposites.length === 0) {
      return [];
    }
    const words = statement.text.slice(stated.span.start, stated.span.end);
    const detail = `“${words}” is said here; the case says the opposite of the same finding.`;
    const said = stated.denial === 'no' ? stated.span : withPolarity(statement.text, stated.span);
    const trace = atOffset(said, statement.span.start);
    return [verdictOnSpans(ID, 'contradicted', trace, opposites, detail)];
  });
}

/** Qualities of what one noun names, held against the opposite of the same noun: a heart size that is normal in the case. */
function judgeOpposed(statement: Statement, prepared: PreparedCase): readonly Verdict[] {
  const { opposed, denied, eased } = prepared;
  const found = [
    ...opposed.in(statement),
    ...denied.opposedIn(statement),
    ...eased.opposedIn(statement),
  ];
  return found.map(({ span, opposites }) => {
    const words = statement.text.slice(span.start, span.end);
    const detail = `“${words}” is said here; the case says the opposite of the same thing.`;
    const trace = atOffset(span, statement.span.start);
    return verdictOnSpans(ID, 'contradicted', trace, opposites, detail);
  });
}

/** What the patient is said to be allergic to. */
function judgeAllergies(
  { span }: Statement,
  allergies: readonly JudgedAllergy[],
): readonly Verdict[] {
  return allergies.map(({ outcome, span: own, allergen, case: given }) => {
    const detail = {
      supported: `The case names “${allergen}”.`,
      contradicted: `An allergy to “${allergen}” is said here; the case says that there is none.`,
      'not-in-case': `An allergy to “${allergen}” is said of this patient; the case does not name it.`,
    }[outcome];
    return verdictOnSpans(ID, outcome, atOffset(own, span.start), given, detail);
  });
}

/** What was measured or is felt somewhere, where the case says nothing of the kind: "her calcium is raised", "knee pain". */
function judgeUnknown(
  statement: Statement,
  things: PlacedComplaints | ExaminedThings,
  { terms }: PreparedCase,
): readonly Verdict[] {
  const unknown = terms.describesPatient ? things.unknownIn(statement) : [];
  return unknown.map((span) => {
    const words = statement.text.slice(span.start, span.end);
    const detail = `“${words}” is said of this patient; the case says nothing of it.`;
    return verdictOnSpans(ID, 'not-in-case', atOffset(span, statement.span.start), [], detail);
  });
}

/** The same where the case has the finding in other words than those of the clause, and they are narrower. */
function judgeNarrower(
  supported: Verdict,
  statement: Statement,
  { terms }: PreparedCase,
  caseText: string,
): readonly Verdict[] {
  const [given] = supported.case;
  const known = given === undefined ? '' : sliceSpan(caseText, given);
  const own = atOffset(supported.trace, -statement.span.start);
  const narrower = narrowerWords(statement.text, own, known, terms);
  if (narrower === undefined) return [supported];
  if (narrower.isForTerm) return [];
  const detail = `The case has “${known}”, but not “${narrower.words}” itself.`;
  return [verdictOnSpans(ID, 'cannot-tell', supported.trace, supported.case, detail)];
}

/** Of several readings of the same words, the one that the case bears out; else the first alone. */
function withoutRivals(verdicts: readonly Verdict[]): readonly Verdict[] {
  const supported = verdicts.filter(({ outcome }) => outcome === 'supported');
  const kept: Verdict[] = [];
  for (const verdict of verdicts) {
    const rivals =
      verdict.outcome === 'supported'
        ? kept.filter(({ outcome }) => outcome === 'supported')
        : [...supported, ...kept];
    if (!rivals.some((other) => overlaps(other.trace, verdict.trace))) {
      kept.push(verdict);
    }
  }
  return kept;
}

/**
 * Words of a clause that read a value which the case gives in numbers, in the trace: somebody with hypertension may be
 * hypotensive, and the number tells.
 */
function measuredIn({ text, span }: Statement, context: CheckContext): readonly Span[] {
  const { values } = caseValuesOf(context);
  return qualitativeReadingsIn(text, { start: 0, end: text.length })
    .filter(({ quantity }) => values.ofQuantity(quantity).length > 0)
    .map((reading) => atOffset(reading.span, span.start));
}

function inspectStatement(
  statement: Statement,
  context: CheckContext,
  prepared: PreparedCase,
): readonly Verdict[] {
  const { terms: caseTerms, qualities, namesKnown } = prepared;
  const { text } = statement;
  const measured = measuredIn(statement, context);
  const isMeasured = ({ trace }: Verdict) => measured.some((span) => overlaps(span, trace));
  const stated = statement.about === 'patient' && statement.mood === 'asserted';
  const named = stated && namesKnown(text) ? namedFindings(text) : [];
  const onFindings = named
    .filter(({ exact }) => exact)
    .flatMap((one) => {
      const verdict = judgeFinding(one, statement, context);
      if (verdict === undefined) return [];
      if (verdict.outcome === 'contradicted') return namesTerm(text, one.span) ? [] : [verdict];
      const isOfTerms = one.polarity === 'present' && !isMeasured(verdict);
      return isOfTerms
        ? judgeNarrower(verdict, statement, prepared, context.reading.case.text)
        : [verdict];
    });
  const onTerms = assertedTerms(statement, caseTerms.stems).flatMap(
    (asserted) => judgeTerm(asserted, caseTerms) ?? [],
  );
  const onQualities = [
    ...[...judgeQualities(statement, qualities), ...judgeOpposed(statement, prepared)].filter(
      (verdict) => !isMeasured(verdict),
    ),
    ...judgeAllergies(statement, prepared.allergies.judge(statement)),
    // Nor is a pain borne out whose place the case does not know.
    ...judgeUnknown(statement, prepared.placed, prepared),
  ];
  // A cough that the case has is not borne out where its quality is turned round.
  const others = withoutRivals([
    ...onFindings,
    ...onTerms,
    ...judgeUnknown(statement, prepared.examined, prepared),
  ]).filter(({ trace }) => !onQualities.some((one) => overlaps(one.trace, trace)));
  return [...withoutRivals(onQualities), ...others].sort((a, b) => a.trace.start - b.trace.start);
}

function inspectStep(
  inspected: InspectedStep,
  context: CheckContext,
  prepared: PreparedCase,
): readonly Verdict[] {
  return statementsOf(inspected)
    .filter(({ span }) => !inspected.step.citations.some((citation) => overlaps(citation, span)))
    .flatMap((statement) => inspectStatement(statement, context, prepared));
}

/**
 * Whether what a step says of this patient is in the case: findings, drugs, exposures, procedures and known diseases. Only
 * clauses that assert something of this patient are looked at; what a citation stands behind is for the check of citations.
 */
export const PATIENT_STATEMENTS: StatefulCheck = {
  id: ID,
  title: 'Statements about the patient',
  begin(context) {
    const prepared = prepareCase(context.reading);
    return {
      inspect: (step) => inspectStep(step, context, prepared),
      conclude: () => [],
    };
  },
};
