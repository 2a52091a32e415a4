/**
 * Sentence frames of a clinical note. `{He}` is the patient as subject, `{list}` an enumeration, `{verb}` a verb phrase,
 * `{sites}` body sites, `{age}`, `{person}` and `{complaint}` speak for themselves.
 */
export interface NoteStyle {
  readonly openings: readonly string[];
  readonly subjects: readonly ('pronoun' | 'patient' | 'none')[];
  readonly presentNouns: readonly string[];
  readonly presentVerb: readonly string[];
  readonly absentNouns: readonly string[];
  readonly absentVerb: readonly string[];
  readonly history: readonly string[];
  readonly painSites: readonly string[];
  readonly painNouns: readonly string[];
  readonly painVerb: readonly string[];
  readonly radiation: readonly string[];
  readonly rashSites: readonly string[];
  readonly rashNouns: readonly string[];
  readonly swellingSites: readonly string[];
  /** For what an examination, and what a test, has found or not found. */
  readonly signs: readonly string[];
  readonly tests: readonly string[];
  /** Words that join the last two items of a list of present and of absent findings. */
  readonly and: string;
  readonly or: string;
}

/** The style in which `evaluate` writes patients; no training case is written in it. */
export const EVALUATION_STYLE: NoteStyle = {
  openings: [
    'We were asked to see a {age}-year-old {person} because of {complaint}.',
    'This {age}-year-old {person} came in today on account of {complaint}.',
    'A {person} aged {age} attended with {complaint}.',
  ],
  subjects: ['pronoun', 'patient'],
  presentNouns: [
    '{He} describes {list}.',
    'Further questioning brought out {list}.',
    '{He} mentions {list}.',
  ],
  presentVerb: ['{He} {verb}.', 'On asking, {he} {verb}.'],
  absentNouns: ['On direct questioning there was no {list}.', '{He} did not report {list}.'],
  absentVerb: ['{He} {verb}.'],
  history: ['Background: {list}.', 'Relevant background includes {list}.'],
  painSites: ['It hurts in the {sites}.', 'The pain was located to the {sites}.'],
  painNouns: ['{He} speaks of {list}.'],
  painVerb: ['The pain {verb}.'],
  radiation: [
    'The pain travels towards the {sites}.',
    'It moves from there into the {sites}, the same pain.',
  ],
  rashSites: ['The skin is affected at the {sites}, where a rash is seen.'],
  rashNouns: ['On inspection, {list}.'],
  swellingSites: ['The {sites} looked swollen.'],
  signs: ['The examination brought to light {list}.'],
  tests: ['What was measured or pictured: {list}.'],
  and: 'as well as',
  or: 'or',
};
