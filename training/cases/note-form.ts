/** The parts of a training note after its opening. */
export type NotePart =
  | 'pain'
  | 'skin'
  | 'swelling'
  | 'symptoms'
  | 'course'
  | 'signs'
  | 'numbers'
  | 'tests'
  | 'denied'
  | 'history'
  | 'surroundings';

/**
 * How one kind of training note is written. In its frames `{He}` is the patient as subject, `{he}` and `{his}` are pronouns,
 * `{list}` is an enumeration of findings, `{verb}` a verb phrase, `{sites}` body sites, `{number}` a measured value, `{noun}`
 * one finding; `{age}`, `{person}`, `{letter}` (F or M), `{relation}` and `{complaint}` speak for themselves.
 */
export interface NoteForm {
  readonly name: string;
  /** Who tells it: decides the person of verbs and what can have been measured. */
  readonly voice: 'clinician' | 'patient' | 'relative';
  /** What stands for `{He}`; an empty subject leaves the verb alone. */
  readonly subjects: readonly string[];
  readonly openings: readonly string[];
  readonly secondComplaint: readonly string[];
  readonly present: readonly string[];
  readonly presentVerb: readonly string[];
  readonly denied: readonly string[];
  readonly deniedVerb: readonly string[];
  readonly course: readonly string[];
  readonly history: readonly string[];
  readonly painSites: readonly string[];
  readonly painNouns: readonly string[];
  readonly painVerb: readonly string[];
  readonly radiation: readonly string[];
  readonly rashSites: readonly string[];
  readonly rashNouns: readonly string[];
  readonly swellingSites: readonly string[];
  readonly signs: readonly string[];
  readonly tests: readonly string[];
  readonly numbers: readonly string[];
  /** A finding that the patient denies and a value shows. */
  readonly contradictions: readonly string[];
  /** Somebody else's finding, and one that is only feared or to be watched for. */
  readonly others: readonly string[];
  readonly hypotheses: readonly string[];
  readonly fillers: readonly string[];
  readonly closings: readonly string[];
  /** Orders of the parts, of which a note takes one; a part may be missing where such a note would not have it. */
  readonly orders: readonly (readonly NotePart[])[];
  /** Headings over parts, in a note that has them. */
  readonly headings: Partial<Readonly<Record<NotePart, string>>>;
  /** Between parts: a space, or a new line. */
  readonly between: ' ' | '\n';
  readonly and: readonly string[];
  readonly or: readonly string[];
  /** How many findings one sentence enumerates at most. */
  readonly largestList: number;
  /** Share of words with a slip of the keyboard. */
  readonly typos: number;
}
