import { verdictOnSpans } from '@/lib/audit/check';
import type { PatientClaim } from '@/lib/audit/consistency/claims';
import {
  ageFacts,
  namedTermFacts,
  qualityFacts,
  type StatedFact,
  sideFacts,
  termFacts,
  valueFacts,
} from '@/lib/audit/consistency/facts';
import { correctionOf } from '@/lib/audit/taken-back';
import type { Verdict } from '@/lib/audit/verdict';
import type { CaseReading } from '@/lib/case/case';
import { type Span, sliceSpan } from '@/lib/text/span';
import type { Correction } from '@/lib/trace/trace';

export const CONSISTENCY_ID = 'consistency';

function factsOf(claim: PatientClaim): readonly StatedFact[] {
  const { statement } = claim;
  const { text } = statement;
  return [
    ...ageFacts(text),
    ...sideFacts(text),
    ...(/\d/.test(text) ? valueFacts(text) : []),
    ...qualityFacts(text),
    ...termFacts(statement),
  ].map((fact) => ({ ...fact, claim }));
}

function spanInTrace({ claim, span }: StatedFact): Span {
  const { start } = claim.statement.span;
  return { start: start + span.start, end: start + span.end };
}

/** The values that the case has for each subject of contradiction. */
function caseValues({ case: { text }, sentences }: CaseReading): ReadonlyMap<string, Set<string>> {
  const values = new Map<string, Set<string>>();
  for (const { span } of sentences) {
    const sentence = sliceSpan(text, span);
    const facts = [
      ...ageFacts(sentence),
      ...sideFacts(sentence),
      ...valueFacts(sentence),
      ...qualityFacts(sentence),
      ...namedTermFacts(sentence),
    ];
    for (const { subject, value } of facts) {
      values.set(subject, (values.get(subject) ?? new Set()).add(value));
    }
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
  for (const fact of claims.flatMap(factsOf)) {
    const known = bySubject.get(fact.subject);
    if (known === undefined) {
      bySubject.set(fact.subject, [fact]);
    } else {
      known.push(fact);
    }
  }
  const disputed = [...bySubject].filter(
    ([, facts]) => new Set(facts.map(({ value }) => value)).size > 1,
  );
  const inCase = disputed.length === 0 ? new Map<string, Set<string>>() : caseValues(reading);
  return disputed.flatMap(([subject, facts]) => {
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
