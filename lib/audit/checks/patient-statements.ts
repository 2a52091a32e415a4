import {
  type Check,
  type CheckContext,
  type InspectedStep,
  verdictOnFindings,
  verdictOnSpans,
} from '@/lib/audit/check';
import { partsOf } from '@/lib/audit/clauses';
import { type NamedFinding, namedFindings } from '@/lib/audit/named-findings';
import { standingOf } from '@/lib/audit/standing';
import type { Verdict } from '@/lib/audit/verdict';
import { overlaps, type Span } from '@/lib/text/span';
import { wordsOf } from '@/lib/text/words';
import type { Role } from '@/lib/trace/trace';

const ID = 'patient-statements';
/** Roles of titled steps that list findings of the patient without saying whose they are. */
const LISTING: ReadonlySet<Role> = new Set([
  'problem representation',
  'finding',
  'evidence for',
  'evidence against',
]);

function atOffset(span: Span, offset: number): Span {
  return { start: span.start + offset, end: span.end + offset };
}

/** Whether the case has all the words of a phrase somewhere, so that a finding may be there unrecognised. */
function hasWords(context: CheckContext, phrase: string): boolean {
  const stems = new Set(wordsOf(context.reading.case.text).map(({ stem }) => stem));
  return wordsOf(phrase).some(({ stem, surface }) => surface.length > 3 && stems.has(stem));
}

function judge(
  named: NamedFinding,
  phrase: string,
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
  return hasWords(context, phrase)
    ? verdictOnSpans(
        ID,
        'cannot-tell',
        trace,
        [],
        `The case uses a word of “${phrase}”, but no such finding was recognised there.`,
      )
    : verdictOnSpans(ID, 'not-in-case', trace, [], `The case does not have it: ${named.label}.`);
}

/** Of several readings of the same words, the one that the case bears out; else one alone. */
function withoutRivals(verdicts: readonly Verdict[]): readonly Verdict[] {
  const supported = verdicts.filter(({ outcome }) => outcome === 'supported');
  const kept: Verdict[] = [];
  for (const verdict of verdicts) {
    const rivals = [...supported, ...kept].filter((other) => other !== verdict);
    if (
      verdict.outcome === 'supported' ||
      !rivals.some((other) => overlaps(other.trace, verdict.trace))
    ) {
      kept.push(verdict);
    }
  }
  return kept;
}

function inspectSentence(text: string, offset: number, context: CheckContext): readonly Verdict[] {
  const onFindings = namedFindings(text)
    .filter(({ exact }) => exact)
    .flatMap((named) => {
      const phrase = text.slice(named.span.start, named.span.end);
      return judge(named, phrase, atOffset(named.span, offset), context) ?? [];
    });
  return withoutRivals(onFindings);
}

/** Text that a citation stands in is for the check of citations. */
function inspectStep(inspected: InspectedStep, context: CheckContext): readonly Verdict[] {
  const { step, text } = inspected;
  const structured = step.title !== undefined && step.roles.some((role) => LISTING.has(role));
  return partsOf(inspected).uncited.flatMap((span) => {
    const sentence = text.slice(span.start - step.start, span.end - step.start);
    return standingOf(sentence, structured) === 'other'
      ? []
      : inspectSentence(sentence, span.start, context);
  });
}

/**
 * Whether what a step says of this patient is in the case: findings named in the vocabulary's own words. Only
 * sentences that assert something of this patient are looked at.
 */
export const PATIENT_STATEMENTS: Check = {
  id: ID,
  title: 'Statements about the patient',
  inspect: inspectStep,
  conclude: () => [],
};
