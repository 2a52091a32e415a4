import { readAges, type StatedAge } from '@/lib/audit/demographics/ages';
import {
  type Descriptor,
  describedBy,
  namedDescriptors,
} from '@/lib/audit/demographics/descriptors';
import { excludedStages, readLifeStages } from '@/lib/audit/demographics/life-stages';
import { otherPersons, type SexWord, sexedNouns } from '@/lib/audit/demographics/persons';
import { type Profile, profileOf } from '@/lib/audit/demographics/profile';
import type { VerdictOutcome } from '@/lib/audit/verdict';
import type { CaseReading } from '@/lib/case/case';
import { gated } from '@/lib/text/gated-pattern';
import type { Span } from '@/lib/text/span';

/** What a piece of text says of the patient's age, sex, origin or work, held against the case. Its span is an offset into the piece. */
export interface DemographicVerdict {
  readonly outcome: VerdictOutcome;
  readonly span: Span;
  readonly case: readonly Span[];
  readonly detail: string;
}

/** Somebody else just before a statement: "her husband is 57", "her 3-year-old". UTF-16 code units. */
const NEAR = 40;
/** Relatives who are themselves the subject of some vignettes. */
const MAY_BE_MEANT = gated(/^(?:husband|wife|boyfriend|girlfriend|mother|son|daughter)/);
const CHILDREN = gated(/^(?:child|infant|newborn|baby|kid|person)/);

/** Whether the words around a statement give it to somebody else: "her husband is 57 years old", "a 54-year-old father". */
function isOfAnother(text: string, span: Span): boolean {
  return otherPersons(text).some(
    ({ span: other, word }) =>
      (other.end <= span.start && span.start - other.end <= NEAR && !CHILDREN.test(word)) ||
      (other.start >= span.end && other.start - span.end <= 2 && !CHILDREN.test(word)),
  );
}

function compatible(a: StatedAge, b: StatedAge): boolean {
  return a.low < b.high && b.low < a.high;
}

function unstatedAge(
  said: StatedAge,
  text: string,
  { case: given }: CaseReading,
): DemographicVerdict {
  const digits = /\d+/.exec(text.slice(said.span.start, said.span.end))?.[0];
  const written = digits !== undefined && new RegExp(`\\b${digits}\\b`, 'u').test(given.text);
  return {
    outcome: written ? 'cannot-tell' : 'not-in-case',
    span: said.span,
    case: [],
    detail: written
      ? `Age: the case has the number ${digits}, but it was not read as an age.`
      : `Age: ${said.words} here; the case states no age.`,
  };
}

function ageVerdict(
  said: StatedAge,
  text: string,
  reading: CaseReading,
  { ages, age }: Profile,
): DemographicVerdict {
  const same = ages.find((known) => compatible(known, said));
  if (same !== undefined || (age !== undefined && compatible(age, said))) {
    const known = same ?? age;
    const span = known === undefined ? [] : [known.span];
    const detail = `Age: the case says ${known?.words ?? ''}.`;
    const exact = ages.length > 0 || said.high - said.low >= 10;
    return { outcome: exact ? 'supported' : 'cannot-tell', span: said.span, case: span, detail };
  }
  if (age === undefined) return unstatedAge(said, text, reading);
  return {
    outcome: 'contradicted',
    span: said.span,
    case: [age.span],
    detail: `Age: ${said.words} here, ${age.words} in the case.`,
  };
}

function stageVerdict(said: StatedAge, { age }: Profile): DemographicVerdict | undefined {
  if (age === undefined) return undefined;
  const same = compatible(age, said) && !excludedStages(age, said);
  return {
    outcome: same ? 'supported' : 'contradicted',
    span: said.span,
    case: [age.span],
    detail: same
      ? `Age: “${said.words}” fits the case's ${age.words}.`
      : `Age: “${said.words}” here, ${age.words} in the case.`,
  };
}

function sexVerdict(said: SexWord, { sex, others }: Profile): DemographicVerdict | undefined {
  if (sex === undefined) return undefined;
  const same = said.sex === sex.value;
  if (!same && others.some((other) => other.sex === said.sex && MAY_BE_MEANT.test(other.word)))
    return undefined;
  return {
    outcome: same ? 'supported' : 'contradicted',
    span: said.span,
    case: [sex.span],
    detail: same
      ? `Sex: the case says ${sex.value}.`
      : `Sex: ${said.sex} here, ${sex.value} in the case.`,
  };
}

const TITLES = {
  origin: 'Origin',
  occupation: 'Occupation',
  'marital status': 'Marital status',
} as const;

function descriptorVerdict(said: Descriptor, reading: CaseReading): DemographicVerdict | undefined {
  const known = namedDescriptors(reading.case.text).filter(({ kind }) => kind === said.kind);
  const title = TITLES[said.kind];
  const same = known.find(({ value }) => value === said.value);
  const first = same ?? known[0];
  if (first === undefined) {
    // An occupation is often a paraphrase that no list foresees ("works on a farm"); without another one nothing is said.
    return said.kind !== 'origin'
      ? undefined
      : {
          outcome: 'not-in-case',
          span: said.span,
          case: [],
          detail: `${title}: the case states none.`,
        };
  }
  return {
    outcome: same === undefined ? 'contradicted' : 'supported',
    span: said.span,
    case: [first.span],
    detail:
      same === undefined
        ? `${title}: ${said.value} here, ${first.value} in the case.`
        : `${title}: the case says it.`,
  };
}

const profiles = new WeakMap<CaseReading, Profile>();

/** The profile of a case, read once. */
export function knownProfile(reading: CaseReading): Profile {
  const known = profiles.get(reading);
  if (known !== undefined) return known;
  const profile = profileOf(reading);
  profiles.set(reading, profile);
  return profile;
}

const spans = new WeakMap<CaseReading, readonly Span[]>();

/** Everything of the case that a demographic verdict can rest on. */
export function demographicSpans(reading: CaseReading): readonly Span[] {
  const known = spans.get(reading);
  if (known !== undefined) return known;
  const { ages, age, sex } = knownProfile(reading);
  const all = [...ages, age, sex, ...namedDescriptors(reading.case.text)];
  const found = all.flatMap((one) => one?.span ?? []);
  spans.set(reading, found);
  return found;
}

/** Verdicts on the patient's age, sex, origin and work where `text` states them; none where it speaks of somebody else. */
export function demographicVerdicts(
  text: string,
  reading: CaseReading,
): readonly DemographicVerdict[] {
  const profile = knownProfile(reading);
  const own = <Said extends { readonly span: Span }>(said: readonly Said[]): readonly Said[] =>
    said.filter(({ span }) => !isOfAnother(text, span));
  return [
    ...own(readAges(text)).map((said) => ageVerdict(said, text, reading, profile)),
    ...own(readLifeStages(text)).map((said) => stageVerdict(said, profile)),
    ...own(sexedNouns(text)).map((said) => sexVerdict(said, profile)),
    ...own(describedBy(text)).map((said) => descriptorVerdict(said, reading)),
  ].filter((verdict) => verdict !== undefined);
}
