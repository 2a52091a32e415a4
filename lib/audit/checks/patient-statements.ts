import { type AssertedTerm, assertedTerms, isAssertedAt } from '@/lib/audit/asserted-terms';
import { type CaseQualities, createCaseQualities } from '@/lib/audit/case-qualities';
import { type CaseTerms, createCaseTerms, type TermStanding } from '@/lib/audit/case-terms';
import {
  type CheckContext,
  type InspectedStep,
  type StatefulCheck,
  verdictOnFindings,
  verdictOnSpans,
} from '@/lib/audit/check';
import { type NamedFinding, namedFindings } from '@/lib/audit/named-findings';
import { statedQualities } from '@/lib/audit/stated-qualities';
import { type Statement, statementsOf } from '@/lib/audit/statements';
import type { Verdict } from '@/lib/audit/verdict';
import { overlaps, type Span } from '@/lib/text/span';

const ID = 'patient-statements';

function atOffset(span: Span, offset: number): Span {
  return { start: span.start + offset, end: span.end + offset };
}

/** A finding of the vocabulary in a clause that asserts something of the patient. */
function judgeFinding(
  named: NamedFinding,
  trace: Span,
  context: CheckContext,
): Verdict | undefined {
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
  if (opposite !== undefined) {
    const detail = `The case says the opposite in sentence ${opposite.sentence}: ${opposite.label}.`;
    return verdictOnFindings(ID, 'contradicted', trace, found, detail);
  }
  if (named.polarity === 'absent') {
    const detail = `The case neither states nor denies it (${named.label}).`;
    return verdictOnSpans(ID, 'cannot-tell', trace, [], detail);
  }
  return undefined;
}

const STRENGTH: readonly TermStanding['kind'][] = ['stated', 'unsure', 'denied', 'near', 'nowhere'];

/** Of several meanings of a wording the one that the case knows best. */
function bestStanding(asserted: AssertedTerm, caseTerms: CaseTerms): TermStanding {
  const standings = asserted.terms.map((term) => caseTerms.standingOf(term));
  const best = STRENGTH.map((kind) => standings.find((one) => one.kind === kind));
  return best.find((one) => one !== undefined) ?? { kind: 'nowhere' };
}

function judgeTerm(asserted: AssertedTerm, caseTerms: CaseTerms): Verdict | undefined {
  const standing = bestStanding(asserted, caseTerms);
  const { span, words, denial } = asserted;
  const say = (outcome: Verdict['outcome'], spans: readonly Span[], detail: string): Verdict =>
    verdictOnSpans(ID, outcome, span, spans, detail);
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
  if (statement.about !== 'patient') {
    return [];
  }
  return statedQualities(statement.text).flatMap((stated) => {
    const compared =
      stated.close && isAssertedAt(statement, stated.span) ? known.compare(stated) : undefined;
    if (compared === undefined) {
      return [];
    }
    const words = statement.text.slice(stated.span.start, stated.span.end);
    const detail =
      compared.outcome === 'supported'
        ? `The case says it: ${words}.`
        : `“${words}” is said here; the case says the opposite of the same finding.`;
    const trace = atOffset(stated.span, statement.span.start);
    return [verdictOnSpans(ID, compared.outcome, trace, compared.spans, detail)];
  });
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

interface PreparedCase {
  readonly terms: CaseTerms;
  readonly qualities: CaseQualities;
}

function inspectStatement(
  statement: Statement,
  context: CheckContext,
  { terms: caseTerms, qualities }: PreparedCase,
): readonly Verdict[] {
  const { span, text } = statement;
  const named = statement.mood === 'asserted' ? namedFindings(text) : [];
  const onFindings = named
    .filter(({ exact }) => exact)
    .flatMap((one) => judgeFinding(one, atOffset(one.span, span.start), context) ?? []);
  const onTerms = assertedTerms(statement).flatMap(
    (asserted) => judgeTerm(asserted, caseTerms) ?? [],
  );
  const onQualities = judgeQualities(statement, qualities);
  // A cough that the case has is not borne out where its quality is turned round.
  const others = withoutRivals([...onFindings, ...onTerms]).filter(
    ({ trace }) => !onQualities.some((one) => overlaps(one.trace, trace)),
  );
  return [...withoutRivals(onQualities), ...others].sort((a, b) => a.trace.start - b.trace.start);
}

function inspectStep(
  inspected: InspectedStep,
  context: CheckContext,
  prepared: PreparedCase,
): readonly Verdict[] {
  return statementsOf(inspected)
    .filter(({ about }) => about === 'patient')
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
    const prepared = {
      terms: createCaseTerms(context.reading),
      qualities: createCaseQualities(context.reading),
    };
    return {
      inspect: (step) => inspectStep(step, context, prepared),
      conclude: () => [],
    };
  },
};
