/** Identifies a concept of the findings vocabulary, for example `fever` or `pain-site/lower-chest`. */
export type ConceptId = string & { readonly __brand: 'ConceptId' };

/** Identifies one of the conditions that the knowledge base describes. */
export type ConditionId = string & { readonly __brand: 'ConditionId' };

export type ConceptKind =
  | 'symptom'
  | 'history'
  | 'exposure'
  | 'medication'
  | 'family-history'
  | 'demographic'
  | 'sign'
  | 'test-result'
  | 'course'
  | 'attribute';

/** How often people show a finding who have none of the conditions that it is associated with. */
export type Background = 'anyone' | 'uncommon' | 'specific';

/** One thing that can be true or false of a patient, with the wordings by which it is recognised. */
export interface Concept {
  readonly id: ConceptId;
  /** How the concept is shown when present; at most six words. */
  readonly label: string;
  /** How the concept is shown when absent. */
  readonly absentLabel: string;
  readonly kind: ConceptKind;
  /** Noun phrases that fit "reports ...", "denies ...". */
  readonly nouns: readonly string[];
  /** Third-person verb phrases that fit "The patient ...". */
  readonly verbs: readonly string[];
  /** Phrases that state the absence. */
  readonly absent: readonly string[];
  /**
   * The DDXPlus evidence that the concept expresses; for a valued evidence, the values that it stands for. Absent for a
   * finding that DDXPlus does not ask for.
   */
  readonly evidence?: { readonly code: string; readonly values: readonly string[] };
  /** Stated for findings that DDXPlus does not ask for. */
  readonly background?: Background;
  /**
   * Where set, the phrases count only in a sentence that also speaks of this (a site alone is not a finding:
   * "lower chest" is a pain site only where there is pain).
   */
  readonly within?: 'pain' | 'radiation' | 'rash' | 'swelling';
}

/** One of the conditions known to the knowledge base. */
export interface Condition {
  readonly id: ConditionId;
  readonly name: string;
  /** ICD-10 code. */
  readonly icd10: string;
  /** 1 (most severe) to 5, as graded by DDXPlus. */
  readonly severity: number;
  /** The name that DDXPlus gives it. */
  readonly ddxplus: string;
  /** Whether missing it within hours or days can kill or maim. */
  readonly cantMiss: boolean;
  readonly aliases: readonly string[];
  readonly gloss: string;
  readonly nextTest: string;
}
