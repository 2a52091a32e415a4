import { type Allergies, createAllergies } from '@/lib/audit/patient-statements/allergies';
import {
  type CaseQualities,
  createCaseQualities,
} from '@/lib/audit/patient-statements/case-qualities';
import { type CaseTerms, createCaseTerms } from '@/lib/audit/patient-statements/case-terms';
import {
  createDeniedPhrases,
  type DeniedPhrases,
} from '@/lib/audit/patient-statements/denied-phrases';
import {
  createEasedComplaints,
  type EasedComplaints,
} from '@/lib/audit/patient-statements/eased-complaints';
import {
  createExaminedThings,
  type ExaminedThings,
} from '@/lib/audit/patient-statements/examined-things';
import {
  createOpposedQualities,
  type OpposedQualities,
} from '@/lib/audit/patient-statements/opposed-qualities';
import {
  createPlacedComplaints,
  type PlacedComplaints,
} from '@/lib/audit/patient-statements/placed-complaints';
import type { CaseReading } from '@/lib/case/case';
import { conceptById } from '@/lib/knowledge/vocabulary';
import { wordsOf } from '@/lib/text/words';

/** A case as it is looked up by what is said of the patient. */
export interface PreparedCase {
  readonly terms: CaseTerms;
  readonly qualities: CaseQualities;
  readonly opposed: OpposedQualities;
  readonly denied: DeniedPhrases;
  readonly eased: EasedComplaints;
  readonly allergies: Allergies;
  readonly examined: ExaminedThings;
  readonly placed: PlacedComplaints;
  /** Whether a clause has a word of a finding that the case has; no other needs to be read by the vocabulary. */
  namesKnown(text: string): boolean;
}

/** Shorter words stand in too many phrases to tell anything. */
const TELLING_WORD = 4;

function stemsOf(text: string): readonly string[] {
  return wordsOf(text)
    .filter(({ surface }) => surface.length >= TELLING_WORD)
    .map(({ stem }) => stem);
}

/** Prepares a case once for all that is said of it. */
export function prepareCase(reading: CaseReading): PreparedCase {
  const concepts = new Set(reading.findings.map(({ concept }) => concept));
  const conceptStems = new Set(
    [...concepts]
      .flatMap((id) => {
        const concept = conceptById(id);
        return [...(concept?.nouns ?? []), ...(concept?.verbs ?? []), ...(concept?.absent ?? [])];
      })
      .flatMap(stemsOf),
  );
  return {
    terms: createCaseTerms(reading),
    qualities: createCaseQualities(reading),
    opposed: createOpposedQualities(reading),
    denied: createDeniedPhrases(reading),
    eased: createEasedComplaints(reading),
    allergies: createAllergies(reading),
    examined: createExaminedThings(reading),
    placed: createPlacedComplaints(reading),
    namesKnown: (text) => stemsOf(text).some((stem) => conceptStems.has(stem)),
  };
}
