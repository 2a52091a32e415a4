import {
  type Check,
  type CheckContext,
  type InspectedStep,
  verdictOnSpans,
} from '@/lib/audit/check';
import { caseValuesOf } from '@/lib/audit/measured-values/case-values';
import { judgeReading, type Person } from '@/lib/audit/measured-values/judge-reading';
import { judgeValue } from '@/lib/audit/measured-values/judge-value';
import { type NamedValue, namedValuesIn } from '@/lib/audit/measured-values/named-values';
import { qualitativeReadingsIn } from '@/lib/audit/measured-values/qualitative-readings';
import { isStatedOfPatient, stretchAround } from '@/lib/audit/measured-values/stated-of-patient';
import { type Statement, statementsOf } from '@/lib/audit/statements';
import type { Verdict } from '@/lib/audit/verdict';
import type { Span } from '@/lib/text/span';

const ID = 'measured-values';
const POSSESSED =
  /\b(?:his|her|their|he|she|patient|patient['’]s|with|has|had|shows?|showed|presents?|this (?:man|woman|guy|girl|boy|child|lady))\b/i;
const TREATMENT_UNIT = /^(?:\[IU\]|U|m?g|ug|kg|m?L|meq|mmol)(?:\/|$)/;

function shifted(span: Span, offset: number): Span {
  return { start: span.start + offset, end: span.end + offset };
}

function verdictOn(
  value: NamedValue,
  clause: Statement,
  { step, text }: InspectedStep,
  context: CheckContext,
): Verdict | undefined {
  const sentence = text.slice(clause.sentence.start - step.start, clause.sentence.end - step.start);
  const { comparator, magnitude, unit } = value.written;
  const isPossessed =
    POSSESSED.test(clause.text) || (clause.about === 'patient' && comparator === undefined);
  const own = shifted(clause.span, -step.start);
  const isStated = isStatedOfPatient({
    text: clause.text,
    sentence,
    mood: clause.mood,
    stretch: stretchAround(text, own, value.written.span),
    before: text.slice(own.start, value.written.span.start),
    isTreatmentUnit: TREATMENT_UNIT.test(unit?.ucum ?? ''),
    isBound: comparator !== undefined || magnitude.form === 'range',
    isPossessed,
  });
  const caseText = context.reading.case.text;
  const judged = judgeValue(
    { value, text, isStated, isPossessed },
    caseValuesOf(context),
    caseText,
  );
  return judged === undefined
    ? undefined
    : verdictOnSpans(
        ID,
        judged.outcome,
        shifted(judged.span, step.start),
        judged.case,
        judged.detail,
      );
}

const PREGNANCY = /\b(?:pregnan|gravid|gestation|primigravid|multigravid|postpartum|trimester)/i;
/** From this age on adult reference intervals are used (NEWS2 applies from 16 years). */
const ADULT_YEARS = 16;

function personOf({ reading }: CheckContext): Person {
  const { age, sex } = reading.demographics;
  return {
    ...(sex === undefined ? {} : { sex: sex.value }),
    hasAdultIntervals:
      (age?.years ?? ADULT_YEARS) >= ADULT_YEARS && !PREGNANCY.test(reading.case.text),
  };
}

/** The verdicts on what one clause calls low, normal or high. */
function inspectReadings(
  clause: Statement,
  { step, text }: InspectedStep,
  context: CheckContext,
): readonly Verdict[] {
  const own = shifted(clause.span, -step.start);
  const readings = clause.about === 'patient' ? qualitativeReadingsIn(text, own) : [];
  return readings.flatMap((reading) => {
    const isStated = isStatedOfPatient({
      text: clause.text,
      sentence: text.slice(clause.sentence.start - step.start, clause.sentence.end - step.start),
      mood: clause.mood,
      stretch: stretchAround(text, own, reading.span),
      before: '',
      isTreatmentUnit: true,
      isBound: false,
      isPossessed: true,
    });
    const judged = isStated
      ? judgeReading(reading, caseValuesOf(context), personOf(context), context.reading.case.text)
      : undefined;
    return judged === undefined
      ? []
      : [
          verdictOnSpans(
            ID,
            judged.outcome,
            shifted(judged.span, step.start),
            judged.case,
            judged.detail,
          ),
        ];
  });
}

/** The verdicts on one sentence, which `clauses` are all parts of. */
function inspectSentence(
  clauses: readonly [Statement, ...Statement[]],
  inspected: InspectedStep,
  context: CheckContext,
): readonly Verdict[] {
  const { start } = inspected.step;
  const verdicts: Verdict[] = [];
  let index = 0;
  for (const value of namedValuesIn(inspected.text, shifted(clauses[0].sentence, -start))) {
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

/**
 * Whether the numbers that a step puts down as this patient's are those of the case: the value, its unit and its rounding.
 * Numbers that belong to medicine in general, that were reckoned, or that are doses to be given are left alone.
 */
export const MEASURED_VALUES: Check = {
  id: ID,
  title: 'Measured values',
  inspect: (inspected, context) =>
    bySentence(statementsOf(inspected)).flatMap((clauses) => [
      ...inspectSentence(clauses, inspected, context),
      ...clauses.flatMap((clause) => inspectReadings(clause, inspected, context)),
    ]),
  conclude: () => [],
};
