import { clinicalMentions } from '@/lib/audit/patient-statements/clinical-mentions';
import { isSaidOfRelative, type Kin, kinIn } from '@/lib/audit/relatives/kin';
import { contentStems, sharedStems } from '@/lib/audit/statements/content-words';
import type { VerdictOutcome } from '@/lib/audit/verdict';
import type { CaseReading } from '@/lib/case/case';
import { splitSentences } from '@/lib/case/sentences';
import type { ClinicalTerm } from '@/lib/knowledge/clinical-terms';
import { gated } from '@/lib/text/gated-pattern';
import { partAround, piecesOf } from '@/lib/text/parts';
import { type Span, sliceSpan } from '@/lib/text/span';

/** What a case says of relatives, and which clinical terms it says of whom. */
export interface Family {
  readonly kin: readonly (Kin & { readonly stems: ReadonlySet<string> })[];
  /** Where each term is said of a relative. */
  readonly ofRelatives: ReadonlyMap<ClinicalTerm, readonly Span[]>;
  /** Where each is said of the patient. */
  readonly ofPatient: ReadonlyMap<ClinicalTerm, readonly Span[]>;
}

/** A verdict on who has or did what; the span is an offset into the sentence that was compared. */
export interface KinVerdict {
  readonly outcome: VerdictOutcome;
  readonly span: Span;
  readonly case: readonly Span[];
  readonly detail: string;
}

/** Of a longer record the first ones are compared. */
const MOST_KIN = 100;

function readFamily({ case: given }: CaseReading): Family {
  const ofRelatives = new Map<ClinicalTerm, readonly Span[]>();
  const ofPatient = new Map<ClinicalTerm, readonly Span[]>();
  const kin: (Kin & { readonly stems: ReadonlySet<string> })[] = [];
  const pieces = splitSentences(given.text).flatMap((span) => piecesOf(given.text, span));
  for (const sentence of pieces) {
    const text = sliceSpan(given.text, sentence);
    for (const { terms, span } of clinicalMentions(text)) {
      const at = { start: sentence.start + span.start, end: sentence.start + span.end };
      const map = isSaidOfRelative(text, span) ? ofRelatives : ofPatient;
      for (const term of terms) if (!map.has(term)) map.set(term, [at]);
    }
    for (const one of kinIn(text)) {
      const span = { start: one.span.start + sentence.start, end: one.span.end + sentence.start };
      kin.push({ ...one, span, stems: factsAbout(text, one) });
    }
  }
  return { kin: kin.slice(0, MOST_KIN), ofRelatives, ofPatient };
}

/** The stems of what a sentence says beside a relative, without the relative. */
function factsAbout(text: string, { span, word }: Kin): ReadonlySet<string> {
  const stems = new Set(contentStems(text, partAround(text, span)));
  for (const own of contentStems(word)) stems.delete(own);
  return stems;
}

const known = new WeakMap<CaseReading, Family>();

/** The family in a case, read once. */
function familyOf(reading: CaseReading): Family {
  const family = known.get(reading) ?? readFamily(reading);
  known.set(reading, family);
  return family;
}

/** "The dad has the same thing": refers to what was said, without a word of it. */
const SAME_THING = gated(
  /^\s(?:also\s)?(?:has|had|have|with)\s(?:it|the same|something similar|a similar|similar)\b/i,
);

/** What the relatives named in a sentence of the trace are against those of the case. */
export function kinVerdicts(sentence: string, reading: CaseReading): readonly KinVerdict[] {
  const { kin } = familyOf(reading);
  if (kin.length === 0) return [];
  return kinIn(sentence).flatMap((said): readonly KinVerdict[] => {
    const alike = kin.filter(({ role }) => role === said.role);
    const same = alike.find(({ sex }) => sex === said.sex);
    if (same !== undefined) {
      const detail = `Relative: the case speaks of the ${same.word.toLowerCase()}.`;
      return [{ outcome: 'supported', span: said.span, case: [same.span], detail }];
    }
    const facts = factsAbout(sentence, said);
    const refers = SAME_THING.test(sentence.slice(said.span.end, said.span.end + 40));
    const other =
      alike.find(({ stems }) => refers || sharedStems(stems, facts) > 0) ??
      kin.find(({ stems }) => sharedStems(stems, facts) > 1);
    if (other === undefined) return [];
    const detail = `Relative: ${said.word.toLowerCase()} here; the case says it of the ${other.word.toLowerCase()}.`;
    return [{ outcome: 'contradicted', span: said.span, case: [other.span], detail }];
  });
}

/** Whether the case says anything of a relative that the trace may give to the patient. */
export function hasFindingsOfRelatives(reading: CaseReading): boolean {
  return familyOf(reading).ofRelatives.size > 0;
}

/** What the case has of a term when the trace gives it to the patient: an alarm where only a relative has it. */
export function patientsOwn(terms: readonly ClinicalTerm[], reading: CaseReading): readonly Span[] {
  const { ofRelatives, ofPatient } = familyOf(reading);
  if (terms.some((term) => ofPatient.has(term))) return [];
  return terms.flatMap((term) => ofRelatives.get(term) ?? []);
}

/** What the case has of a term when the trace gives it to a relative: an alarm where only the patient has it. */
export function relativesOwn(
  terms: readonly ClinicalTerm[],
  reading: CaseReading,
): readonly Span[] {
  const { ofRelatives, ofPatient } = familyOf(reading);
  if (terms.some((term) => ofRelatives.has(term))) return [];
  return terms.flatMap((term) => ofPatient.get(term) ?? []);
}
