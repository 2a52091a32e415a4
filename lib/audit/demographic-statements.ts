import type { VerdictOutcome } from '@/lib/audit/verdict';
import type { CaseReading, Demographics } from '@/lib/case/case';
import { readDemographics } from '@/lib/case/demographics';
import type { Span } from '@/lib/text/span';

/** What a piece of text says of the patient's age or sex, held against the case. Its span is an offset into the piece. */
export interface DemographicVerdict {
  readonly outcome: VerdictOutcome;
  readonly span: Span;
  readonly case: readonly Span[];
  readonly detail: string;
}

const AGED_PERSON =
  /\b\d{1,3}[\s-]*(?:year|yr|month|week|day)s?[\s-]*old\b|\b(?:he|she|patient|who) is \d{1,3}\b/i;
/** A noun for the patient's sex counts only where the text points at this patient. */
const SEXED_PERSON =
  /\b(?:(?:\d{1,3}[\s-]*(?:year|yr|month|week|day)s?[\s-]*old|this|our|the)\s+(?:\w+\s)?)(woman|man|female|male|girl|boy|lady|gentleman)\b/i;
const FEMALE = /^(?:woman|female|girl|lady)$/i;
const OF_ANOTHER =
  /\b(?:mother|father|mom|dad|brother|sister|son|daughter|wife|husband|partner|parent|uncle|aunt|cousin|relative)s?\b/i;
/** Ages are compared in whole years, or to a tenth below two. */
const YEARS_APART = 1;
const INFANT_APART = 0.1;

function years(value: number): string {
  return value < 2 ? `${Math.round(value * 12)} months` : `${Math.floor(value)} years`;
}

/** What the narrative states, else what the question states: some cases are a single question. */
function knownDemographics({ case: given, demographics }: CaseReading): Demographics {
  const whole = { start: 0, end: given.text.length };
  return { ...readDemographics(given.text, whole), ...demographics };
}

/** Whether the words before a statement bring in somebody else: "her husband is 57 years old". */
function isOfAnother(text: string, at: number): boolean {
  return OF_ANOTHER.test(text.slice(0, at));
}

function ageVerdict(text: string, reading: CaseReading): DemographicVerdict | undefined {
  if (!AGED_PERSON.test(text)) {
    return undefined;
  }
  const said = readDemographics(text, { start: 0, end: text.length }).age;
  if (said === undefined || isOfAnother(text, said.span.start)) {
    return undefined;
  }
  const known = knownDemographics(reading).age;
  if (known === undefined) {
    const digits = /\d+/.exec(text.slice(said.span.start, said.span.end))?.[0] ?? '';
    const written = new RegExp(`\\b${digits}\\b`).test(reading.case.text);
    return {
      outcome: written ? 'cannot-tell' : 'not-in-case',
      span: said.span,
      case: [],
      detail: written
        ? `Age: the case has the number ${digits}, but it was not read as an age.`
        : 'Age: the case states none.',
    };
  }
  const apart = Math.abs(known.years - said.years);
  const same = apart < (Math.min(known.years, said.years) < 2 ? INFANT_APART : YEARS_APART);
  return {
    outcome: same ? 'supported' : 'contradicted',
    span: said.span,
    case: [known.span],
    detail: same
      ? `Age: the case says ${years(known.years)}.`
      : `Age: ${years(said.years)} here, ${years(known.years)} in the case.`,
  };
}

function sexVerdict(text: string, reading: CaseReading): DemographicVerdict | undefined {
  const said = SEXED_PERSON.exec(text);
  const noun = said?.[1];
  const known = knownDemographics(reading).sex;
  if (said === null || noun === undefined || known === undefined) {
    return undefined;
  }
  if (isOfAnother(text, said.index)) {
    return undefined;
  }
  const sex = FEMALE.test(noun) ? 'female' : 'male';
  const same = sex === known.value;
  const start = said.index + said[0].length - noun.length;
  return {
    outcome: same ? 'supported' : 'contradicted',
    span: { start, end: start + noun.length },
    case: [known.span],
    detail: same
      ? `Sex: the case says ${known.value}.`
      : `Sex: ${sex} here, ${known.value} in the case.`,
  };
}

/** Verdicts on the patient's age and sex where `text` states them; none where it speaks of somebody else. */
export function demographicVerdicts(
  text: string,
  reading: CaseReading,
): readonly DemographicVerdict[] {
  return [ageVerdict(text, reading), sexVerdict(text, reading)].filter(
    (verdict) => verdict !== undefined,
  );
}
