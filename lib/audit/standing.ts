import { clinicalMentions } from '@/lib/audit/clinical-mentions';
import {
  FINDING_NAMED,
  GENERAL,
  GENERAL_OF_NOBODY,
  HYPOTHETICAL,
  OF_REASONING,
  PATIENT_NAMED,
  STANDING_BIAS,
  STANDING_CUES,
} from '@/lib/audit/statement-cues';

/** Whom or what a statement speaks of. */
export const ABOUTS = ['patient', 'medicine', 'reasoning'] as const;
export type About = (typeof ABOUTS)[number];

/** Whether a statement says that something is so, supposes it, or asks. */
export const MOODS = ['asserted', 'hypothetical', 'question'] as const;
export type Mood = (typeof MOODS)[number];

/** Of a longer sentence the beginning tells whom it speaks of. UTF-16 code units. */
const LONGEST_READ = 1_000;

function plain(text: string): string {
  return text.slice(0, LONGEST_READ).replaceAll('’', "'");
}

/** How many findings a sentence names; diseases and drugs are as often spoken of in general. */
function findingsNamed(sentence: string): number {
  return clinicalMentions(sentence).filter(({ terms }) =>
    terms.some(({ kind }) => kind !== 'condition' && kind !== 'drug'),
  ).length;
}

/** How far a sentence speaks of this patient; above zero it does. */
export function standingScore(sentence: string): number {
  const text = plain(sentence);
  const cues = STANDING_CUES.filter(({ pattern }) => pattern.test(text));
  const ofNobody = GENERAL.test(text) && !PATIENT_NAMED.test(text);
  return (
    STANDING_BIAS +
    cues.reduce((sum, { weight }) => sum + weight, 0) +
    FINDING_NAMED * Math.min(2, findingsNamed(text)) +
    (ofNobody ? GENERAL_OF_NOBODY : 0)
  );
}

/** Whom a sentence speaks of. */
export function aboutOf(sentence: string): About {
  if (standingScore(sentence) > 0) {
    return 'patient';
  }
  return OF_REASONING.test(plain(sentence)) && findingsNamed(plain(sentence)) === 0
    ? 'reasoning'
    : 'medicine';
}

/** Whom one clause of a sentence speaks of: what is said in general terms is medicine also beside the patient. */
export function aboutOfClause(clause: string, ofSentence: About): About {
  const text = plain(clause);
  const general = GENERAL.test(text) && !PATIENT_NAMED.test(text);
  return ofSentence === 'patient' && general ? 'medicine' : ofSentence;
}

/** Whether a clause asserts, supposes or asks; `sentence` is the one that it stands in. */
export function moodOf(sentence: string, clause: string): Mood {
  if (/\?["'”’)\]]*\s*$/.test(sentence)) {
    return 'question';
  }
  const supposed = HYPOTHETICAL.test(plain(clause)) || /^\W*(?:\w+,?\s){0,2}if\b/i.test(sentence);
  return supposed ? 'hypothetical' : 'asserted';
}
