import { verdictOnSpans } from '@/lib/audit/check';
import type { PatientClaim } from '@/lib/audit/consistency/claims';
import {
  ageFacts,
  type Fact,
  findingFacts,
  type StatedFact,
  sideFacts,
  valueFacts,
} from '@/lib/audit/consistency/facts';
import { correctionOf } from '@/lib/audit/taken-back';
import type { Verdict } from '@/lib/audit/verdict';
import type { CaseReading } from '@/lib/case/case';
import type { Span } from '@/lib/text/span';
import { wordsOf } from '@/lib/text/words';
import type { Correction } from '@/lib/trace/trace';

export const CONSISTENCY_ID = 'consistency';

const NEGATED = /\b(?:no|not|without|denies|denied|absent|negative|never|lacks?)\b|n['’]t\b/i;

function statedBy(claim: PatientClaim, read: (text: string) => readonly Fact[]): StatedFact[] {
  return read(claim.statement.text).map((fact) => ({ ...fact, claim }));
}

/**
 * The findings of the claims, as far as their polarities can differ: recognition is dear, so affirmative claims are read
 * only where they share a word with what another claim denies.
 */
function polarityFacts(claims: readonly PatientClaim[]): readonly StatedFact[] {
  const negated = claims.filter(({ statement }) => NEGATED.test(statement.text));
  const denied = negated.flatMap((claim) => statedBy(claim, findingFacts));
  const stems = new Set(
    denied.flatMap(({ claim, span }) =>
      wordsOf(claim.statement.text, span)
        .filter(({ surface }) => surface.length > 3)
        .map(({ stem }) => stem),
    ),
  );
  if (stems.size === 0) {
    return [];
  }
  const affirmed = claims
    .filter((claim) => !negated.includes(claim))
    .filter(({ statement }) => wordsOf(statement.text).some(({ stem }) => stems.has(stem)))
    .flatMap((claim) => statedBy(claim, findingFacts));
  return [...denied, ...affirmed];
}

function factsOf(claims: readonly PatientClaim[]): readonly StatedFact[] {
  const direct = claims.flatMap((claim) => [
    ...statedBy(claim, ageFacts),
    ...statedBy(claim, sideFacts),
    ...(/\d/.test(claim.statement.text) ? statedBy(claim, valueFacts) : []),
  ]);
  return [...direct, ...polarityFacts(claims)];
}

function spanInTrace({ claim, span }: StatedFact): Span {
  const { start } = claim.statement.span;
  return { start: start + span.start, end: start + span.end };
}

/** The values that the case has for each subject of contradiction. */
function caseValues({ case: { text }, findings }: CaseReading): ReadonlyMap<string, Set<string>> {
  const values = new Map<string, Set<string>>();
  const facts = [
    ...ageFacts(text),
    ...sideFacts(text),
    ...valueFacts(text),
    ...findings.map(({ concept, polarity }) => ({
      subject: `finding ${concept}`,
      value: polarity,
    })),
  ];
  for (const { subject, value } of facts) {
    values.set(subject, (values.get(subject) ?? new Set()).add(value));
  }
  return values;
}

/** Of two facts that differ the one that the case does not bear out; the later where the case does not say. */
function atFault(earlier: StatedFact, later: StatedFact, inCase: ReadonlySet<string>): StatedFact {
  return inCase.has(later.value) && !inCase.has(earlier.value) ? earlier : later;
}

function verdictOn(earlier: StatedFact, later: StatedFact, fault: StatedFact): Verdict {
  const rest = fault === later ? 'The reasoning said' : 'The reasoning later says';
  const other = fault === later ? earlier : later;
  return verdictOnSpans(
    CONSISTENCY_ID,
    'contradicted',
    spanInTrace(fault),
    [],
    `Against itself: here “${fault.shown}”. ${rest} “${other.shown}” and takes neither back.`,
  );
}

function contradicts(
  earlier: StatedFact,
  later: StatedFact,
  corrections: readonly Correction[],
): boolean {
  const withdrawn = (fact: StatedFact) =>
    correctionOf(corrections, spanInTrace(fact)) !== undefined;
  return (
    earlier.value !== later.value &&
    earlier.claim.statement.sentence.start !== later.claim.statement.sentence.start &&
    !later.claim.corrects &&
    !withdrawn(earlier) &&
    !withdrawn(later)
  );
}

/**
 * Claims of one trace that cannot both hold: another polarity of a finding, another age, value or side. Nothing where the
 * case itself has both. At most one verdict for each subject.
 */
export function contradictionsAmong(
  claims: readonly PatientClaim[],
  corrections: readonly Correction[],
  reading: CaseReading,
): readonly Verdict[] {
  const bySubject = new Map<string, StatedFact[]>();
  for (const fact of factsOf(claims)) {
    bySubject.set(fact.subject, [...(bySubject.get(fact.subject) ?? []), fact]);
  }
  const inCase = caseValues(reading);
  return [...bySubject].flatMap(([subject, facts]) => {
    const values = inCase.get(subject) ?? new Set<string>();
    const ordered = facts.toSorted((a, b) => spanInTrace(a).start - spanInTrace(b).start);
    const later = ordered.find(({ value }) => value !== ordered[0]?.value);
    const earlier = ordered[0];
    if (values.size > 1 || earlier === undefined || later === undefined) {
      return [];
    }
    return contradicts(earlier, later, corrections)
      ? [verdictOn(earlier, later, atFault(earlier, later, values))]
      : [];
  });
}
