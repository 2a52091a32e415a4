import { NOT_A_STATEMENT, OF_THIS_PATIENT } from '@/lib/audit/statement-cues';

function anyOf(phrases: readonly string[]): RegExp {
  const escaped = phrases.map((phrase) => phrase.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  return new RegExp(`(?<![\\w'])(?:${escaped.join('|')})(?![\\w'])`, 'i');
}

const GENERAL = anyOf(NOT_A_STATEMENT);
const PATIENT = anyOf(OF_THIS_PATIENT);
const VERB =
  /\b(?:is|are|was|were|has|have|had|does|do|did|makes?|gives?|fits?|points?|suggests?|means?|explains?|argues?|shows?)\b/i;

/** How a sentence stands to the patient. */
export type Standing =
  /** States something of this patient. */
  | 'statement'
  /** A list of findings without a verb, as structured steps give it. */
  | 'list'
  /** Speaks of medicine, of possibilities, or asks. */
  | 'other';

/** Reads how a sentence stands to the patient; `structured` says that its step is one that lists findings. */
export function standingOf(sentence: string, structured: boolean): Standing {
  const text = sentence.replaceAll('’', "'");
  if (text.trimEnd().endsWith('?') || GENERAL.test(text)) {
    return 'other';
  }
  if (PATIENT.test(text)) {
    return 'statement';
  }
  return structured && !VERB.test(text) ? 'list' : 'other';
}
