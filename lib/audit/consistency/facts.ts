import type { PatientClaim } from '@/lib/audit/consistency/claims';
import { assertedTerms } from '@/lib/audit/patient-statements/asserted-terms';
import { clinicalMentions } from '@/lib/audit/patient-statements/clinical-mentions';
import { statedQualities } from '@/lib/audit/patient-statements/stated-qualities';
import { type Denial, denialOf } from '@/lib/audit/statements/negation';
import type { Statement } from '@/lib/audit/statements/statements';
import { readMeasurements } from '@/lib/case/measurements/measurements';
import { QUALITY_AXES } from '@/lib/knowledge/opposite-qualities';
import { gated } from '@/lib/text/gated-pattern';
import type { Span } from '@/lib/text/span';

/** One thing that a claim says of the patient, in a form in which two claims can be compared. */
export interface Fact {
  /** What it is about; only facts of one subject can contradict each other. */
  readonly subject: string;
  readonly value: string;
  /** For a person: "a fever", "heart rate 118 /min", "the left knee". */
  readonly shown: string;
  /** In the text that was read. */
  readonly span: Span;
}

export interface StatedFact extends Fact {
  readonly claim: PatientClaim;
}

const AGE = gated(/\b(\d{1,3})[- ]years?[- ]old\b/gi);
/** Parts of the body that come in pairs, and their names for the same thing. Terminologia Anatomica (FIPAT 2019). */
const PAIRED_PARTS =
  'arm|upper extremity|upper limb|forearm|elbow|wrist|hand|shoulder|leg|lower extremity|lower limb|thigh|knee|calf|shin|ankle|foot|hip|groin|flank|eye|ear|cheek|breast|lung|kidney|ovary|testis|testicle|femur|tibia|humerus|iliac fossa|lower quadrant|upper quadrant';
const SIDED = gated(
  new RegExp(`\\b(left|right)(?:-sided)?\\s+(?:side of the )?(${PAIRED_PARTS})\\b`, 'gi'),
);

/** Names of one part under which sides are compared. */
const SAME_PART: Readonly<Record<string, string>> = {
  'upper extremity': 'arm',
  'upper limb': 'arm',
  'lower extremity': 'leg',
  'lower limb': 'leg',
  testis: 'testicle',
};

/** The ages in a text. */
export function ageFacts(text: string): readonly Fact[] {
  return AGE.matchesIn(text).map((match) => ({
    subject: 'age',
    value: match[1] ?? '',
    shown: `${match[1]} years old`,
    span: { start: match.index, end: match.index + match[0].length },
  }));
}

/** The sides of paired parts of the body in a text. */
export function sideFacts(text: string): readonly Fact[] {
  return SIDED.matchesIn(text).map((match) => {
    const part = (match[2] ?? '').toLowerCase();
    const side = (match[1] ?? '').toLowerCase();
    return {
      subject: `side of the ${SAME_PART[part] ?? part}`,
      value: side,
      shown: `the ${side} ${part}`,
      span: { start: match.index, end: match.index + match[0].length },
    };
  });
}

/** The measured values in a text. */
export function valueFacts(text: string): readonly Fact[] {
  return readMeasurements(text, { start: 0, end: text.length }).flatMap(
    ({ concept, value, unit, label, span }) =>
      value === undefined
        ? []
        : [{ subject: concept, value: `${value} ${unit ?? ''}`, shown: label, span }],
  );
}

/** What denies a term for sure or not at all; of the rest nothing can be told. */
const POLARITY: Readonly<Record<Denial, string | undefined>> = {
  no: 'present',
  surely: 'absent',
  perhaps: undefined,
};

/** The symptoms and signs that a clause claims or denies of the patient. */
export function termFacts(statement: Statement): readonly Fact[] {
  return assertedTerms(statement).flatMap(({ terms, span, words, denial, claimed }) => {
    const [term] = terms;
    const value = POLARITY[denial];
    const told = denial === 'surely' || claimed;
    if (term === undefined || terms.length > 1 || value === undefined || !told) {
      return [];
    }
    const { start } = statement.span;
    return [
      {
        subject: `term ${term.name}`,
        value,
        shown: value === 'absent' ? `no ${words}` : words,
        span: { start: span.start - start, end: span.end - start },
      },
    ];
  });
}

/** The qualities that a text gives to findings, where one excludes the other: pupils that are dilated or pinpoint. */
export function qualityFacts(text: string): readonly Fact[] {
  return statedQualities(text)
    .filter(({ axis, close, denial }) => close && denial === 'no' && !axis.compatible)
    .map(({ axis, quality, span }) => ({
      subject: `quality ${QUALITY_AXES.indexOf(axis)}`,
      value: String(quality),
      shown: text.slice(span.start, span.end),
      span,
    }));
}

/** The terms that a text names, whoever it speaks of. */
export function namedTermFacts(text: string): readonly Fact[] {
  return clinicalMentions(text).flatMap(({ terms, span }) =>
    terms.map((term) => ({
      subject: `term ${term.name}`,
      value: POLARITY[denialOf(text, span)] ?? 'either',
      shown: text.slice(span.start, span.end),
      span,
    })),
  );
}
