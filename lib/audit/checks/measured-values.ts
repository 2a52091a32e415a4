import {
  type Check,
  type CheckContext,
  type CheckRun,
  type InspectedStep,
  verdictOnSpans,
} from '@/lib/audit/check';
import { caseValuesOf } from '@/lib/audit/measured-values/case-values';
import { judgeReading, type Person } from '@/lib/audit/measured-values/judge-reading';
import { judgeValue, type ValueVerdict } from '@/lib/audit/measured-values/judge-value';
import { isOfKind, type NamedValue, namedValuesIn } from '@/lib/audit/measured-values/named-values';
import { judgeOrdinal, readOrdinals } from '@/lib/audit/measured-values/ordinals';
import { judgeParity, readParity } from '@/lib/audit/measured-values/parity';
import { qualitativeReadingsIn } from '@/lib/audit/measured-values/qualitative-readings';
import { isPossessed, isStatedOfPatient } from '@/lib/audit/measured-values/stated-of-patient';
import { joins } from '@/lib/audit/measured-values/value-labels';
import { type Statement, statementsOf } from '@/lib/audit/statements/statements';
import type { Verdict } from '@/lib/audit/verdict';
import { readQuantityNames } from '@/lib/case/measurements/measurement-names';
import { gated } from '@/lib/text/gated-pattern';
import { overlaps, type Span } from '@/lib/text/span';

const ID = 'measured-values';
const TREATMENT_UNIT = /^(?:\[IU\]|U|m?g|ug|kg|m?L|meq|mmol)(?:\/|$)/;

function shifted(span: Span, offset: number): Span {
  return { start: span.start + offset, end: span.end + offset };
}

function verdictAt(offset: number, { outcome, span, case: given, detail }: ValueVerdict): Verdict {
  return verdictOnSpans(ID, outcome, shifted(span, offset), given, detail);
}

function verdictOn(
  value: NamedValue,
  clause: Statement,
  { step, text }: InspectedStep,
  context: CheckContext,
): Verdict | undefined {
  const { comparator, magnitude, unit, span } = value.written;
  const claim = {
    clause,
    text,
    offset: step.start,
    own: span,
    isTreatmentUnit: TREATMENT_UNIT.test(unit?.ucum ?? ''),
    isBound: comparator !== undefined || magnitude.form === 'range',
  };
  const stated = {
    value,
    text,
    isStated: () => isStatedOfPatient(claim),
    isPossessed: () => isPossessed(claim),
  };
  const judged = judgeValue(stated, caseValuesOf(context), context.reading.case.text);
  return judged === undefined ? undefined : verdictAt(step.start, judged);
}

const PREGNANCY = gated(
  /\b(?:pregnan|gravid|gestation|primigravid|multigravid|postpartum|trimester)/i,
);
/** From this age on adult reference intervals are used (NEWS2 applies from 16 years). */
const ADULT_YEARS = 16;

const persons = new WeakMap<CheckContext, Person>();

/** Whose reference intervals hold; worked out once for a case. */
function personOf(context: CheckContext): Person {
  const known = persons.get(context);
  if (known !== undefined) return known;
  const { age, sex } = context.reading.demographics;
  const person = {
    ...(sex === undefined ? {} : { sex: sex.value }),
    hasAdultIntervals:
      (age?.years ?? ADULT_YEARS) >= ADULT_YEARS && !PREGNANCY.test(context.reading.case.text),
  };
  persons.set(context, person);
  return person;
}

/** Whether words without a unit are put down as being so of this patient. */
function isStated(own: Span, clause: Statement, text: string, offset: number): boolean {
  return isStatedOfPatient({ clause, text, offset, own, isTreatmentUnit: true, isBound: false });
}

/** The verdicts on what one clause calls low, normal or high, and on how often she has given birth. */
function inspectClause(
  clause: Statement,
  { step, text }: InspectedStep,
  context: CheckContext,
): readonly Verdict[] {
  if (clause.about !== 'patient') {
    return [];
  }
  const offset = step.start;
  const caseText = context.reading.case.text;
  const values = caseValuesOf(context);
  const readings = qualitativeReadingsIn(text, shifted(clause.span, -offset)).flatMap((reading) => {
    // Whose reading it is takes longer to tell than whether the case has such a value, which most have not.
    const judged = judgeReading(reading, values, personOf(context), caseText);
    return judged !== undefined && isStated(reading.span, clause, text, offset) ? judged : [];
  });
  const [known] = values.parity;
  const parities = known === undefined ? [] : readParity(clause.text);
  const births = parities.flatMap((parity) => {
    const own = shifted(parity.span, clause.span.start - offset);
    const judged =
      known && isStated(own, clause, text, offset)
        ? judgeParity({ ...parity, span: own }, known, caseText)
        : undefined;
    return judged ?? [];
  });
  const ordinals = values.ordinals.length === 0 ? [] : readOrdinals(clause.text);
  const counted = ordinals.flatMap((ordinal) => {
    const own = shifted(ordinal.span, clause.span.start - offset);
    const isSaid = isStated(own, clause, text, offset);
    return isSaid ? (judgeOrdinal({ ...ordinal, span: own }, values.ordinals) ?? []) : [];
  });
  return [...readings, ...births, ...counted].map((verdict) => verdictAt(offset, verdict));
}

/** "It's sitting at 60 mmHg", "At 60, it": nothing but a pronoun stands for what was measured. */
const POINTS_BACK = gated(
  /^\W*(?:(?:and|but|so|now|well|okay|yeah|hmm)\W+){0,2}(?:it|this|that|at)\b/i,
);
const IS = /['’]s\b/gi;

/** The value with the quantity that the sentence before named last, where its own sentence names it by a pronoun alone. */
function withTopic(value: NamedValue, lead: string, topic: string | undefined): NamedValue {
  const opening = POINTS_BACK.exec(lead);
  const isBare = opening !== null && joins(lead.slice(opening[0].length).replace(IS, ' is'));
  return topic !== undefined &&
    value.quantity === undefined &&
    isBare &&
    isOfKind(topic, value.written)
    ? { ...value, quantity: topic }
    : value;
}

/** "Influenza (22%)": how likely a diagnosis is held to be. */
const PROBABILITY = gated(/^\(\d{1,3}(?:\.\d{1,2})?\s?%\)$/);

/** Whether a number of a step's text is none of the patient's: of a sentence that is cited, or how likely something is. */
function isOfReasoning({ written }: NamedValue, { step, text }: InspectedStep): boolean {
  const { start, end } = written.span;
  const at = shifted(written.span, step.start);
  return (
    step.citations.some((citation) => overlaps(citation, at)) ||
    PROBABILITY.test(text.slice(Math.max(0, start - 1), end + 1))
  );
}

/** The verdicts on one sentence, which `clauses` are all parts of. */
function inspectSentence(
  clauses: readonly [Statement, ...Statement[]],
  inspected: InspectedStep,
  context: CheckContext,
  topic: string | undefined,
): readonly Verdict[] {
  const { start } = inspected.step;
  const verdicts: Verdict[] = [];
  let index = 0;
  const sentence = shifted(clauses[0].sentence, -start);
  for (const own of namedValuesIn(inspected.text, sentence)) {
    if (isOfReasoning(own, inspected)) continue;
    const lead = inspected.text.slice(sentence.start, own.written.number.start).slice(0, 80);
    const value = withTopic(own, lead, topic);
    const at = value.written.span.start + start;
    while (index + 1 < clauses.length && (clauses[index]?.span.end ?? 0) <= at) {
      index += 1;
    }
    const verdict = verdictOn(value, clauses[index] ?? clauses[0], inspected, context);
    if (verdict !== undefined) {
      verdicts.push(verdict);
    }
  }
  return verdicts;
}

/** The clauses of a step, sentence by sentence. */
function bySentence(statements: readonly Statement[]): readonly [Statement, ...Statement[]][] {
  const sentences: [Statement, ...Statement[]][] = [];
  for (const statement of statements) {
    const last = sentences.at(-1);
    if (last !== undefined && last[0].sentence.start === statement.sentence.start) {
      last.push(statement);
    } else {
      sentences.push([statement]);
    }
  }
  return sentences;
}

/** The quantity that a sentence names last; unchanged from `before` where it names none and only points back. */
function topicAfter(words: string, before: string | undefined): string | undefined {
  return readQuantityNames(words).at(-1)?.id ?? (POINTS_BACK.test(words) ? before : undefined);
}

function begin(context: CheckContext): CheckRun {
  let topic: string | undefined;
  const inspect = (inspected: InspectedStep): readonly Verdict[] =>
    bySentence(statementsOf(inspected)).flatMap((clauses) => {
      const verdicts = inspectSentence(clauses, inspected, context, topic);
      const { start, end } = shifted(clauses[0].sentence, -inspected.step.start);
      topic = topicAfter(inspected.text.slice(start, end), topic);
      return [
        ...verdicts,
        ...clauses.flatMap((clause) => inspectClause(clause, inspected, context)),
      ];
    });
  return { inspect, conclude: () => [] };
}

/**
 * Whether the numbers that a step puts down as this patient's are those of the case: the value, its unit and its rounding.
 * Numbers that belong to medicine in general, that were reckoned, or that are doses to be given are left alone.
 */
export const MEASURED_VALUES: Check = {
  id: ID,
  title: 'Measured values',
  begin,
};
