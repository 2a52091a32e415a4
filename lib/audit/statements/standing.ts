import { clinicalMentions } from '@/lib/audit/patient-statements/clinical-mentions';
import {
  FINDING_NAMED,
  GENERAL_OF_NOBODY,
  HYPOTHETICAL,
  LIST_OF_FINDINGS,
  OF_REASONING,
  POINTING_AT_NOTHING,
  ROLE_WEIGHTS,
  STANDING_BIAS,
  STANDING_CUES,
} from '@/lib/audit/statements/statement-cues';
import { gated } from '@/lib/text/gated-pattern';
import { GENERAL, PATIENT_NAMED, POINTING } from '@/lib/trace/subject-cues';
import type { Role } from '@/lib/trace/trace';

/** Whom or what a statement speaks of. */
export const ABOUTS = ['patient', 'medicine', 'reasoning'] as const;
export type About = (typeof ABOUTS)[number];

/** Whether a statement says that something is so, supposes it, or asks. */
export const MOODS = ['asserted', 'hypothetical', 'question'] as const;
export type Mood = (typeof MOODS)[number];

/** Of a longer sentence the beginning tells whom it speaks of. UTF-16 code units. */
const LONGEST_READ = 1_000;

/** Two findings in so few letters leave no room for a statement about them. UTF-16 code units. */
const SHORT_LIST = 45;

function plain(text: string): string {
  return text.slice(0, LONGEST_READ).replaceAll('’', "'").toLowerCase();
}

/** How many findings a sentence names; diseases and drugs are as often spoken of in general. */
function findingsNamed(sentence: string): number {
  return clinicalMentions(sentence).filter(({ terms }) =>
    terms.some(({ kind }) => kind !== 'condition' && kind !== 'drug'),
  ).length;
}

/** How far a sentence of a step with these roles speaks of this patient; above zero it does. */
function standingScore(text: string, findings: number, roles: readonly Role[]): number {
  const role = roles[0];
  const cues = STANDING_CUES.filter(({ pattern }) => pattern.test(text));
  const ofNobody = GENERAL.test(text) && !PATIENT_NAMED.test(text);
  return (
    STANDING_BIAS +
    (role === undefined ? 0 : ROLE_WEIGHTS[role]) +
    cues.reduce((sum, { weight }) => sum + weight, 0) +
    FINDING_NAMED * Math.min(2, findings) +
    (ofNobody ? GENERAL_OF_NOBODY : 0) +
    (findings >= 2 && text.length < SHORT_LIST ? LIST_OF_FINDINGS : 0) +
    (POINTING.test(text) ? 0 : POINTING_AT_NOTHING)
  );
}

/** Whom a sentence of a step with these roles speaks of. */
export function aboutOf(sentence: string, roles: readonly Role[]): About {
  const text = plain(sentence);
  const findings = findingsNamed(sentence.slice(0, LONGEST_READ));
  if (standingScore(text, findings, roles) > 0) {
    return 'patient';
  }
  return findings === 0 && OF_REASONING.test(text) ? 'reasoning' : 'medicine';
}

/** Whom one clause of a sentence speaks of: what is said in general terms is medicine also beside the patient. */
export function aboutOfClause(clause: string, ofSentence: About): About {
  const text = plain(clause);
  const general = GENERAL.test(text) && !PATIENT_NAMED.test(text);
  return ofSentence === 'patient' && general ? 'medicine' : ofSentence;
}

/** What a sentence as a whole says of its clauses. */
export interface SentenceMood {
  readonly asks: boolean;
  /** Whether it opens with a condition, so that all of it is supposed. */
  readonly supposes: boolean;
}

const ASKS = gated(/\?["'”’)\]]*\s*$/);
const SUPPOSES = gated(
  /^\W{0,3}(?:\w+,?\s){0,2}(?:if|unless)\b|^\W{0,3}(?:(?:and|but|so|also|then),?\s)?(?:were (?:there|it|he|she|they|the \w+)\b|had (?:there|it|he|she|they|the \w+) (?:not |also )?(?:been|had|shown|developed|reported)\b|should (?:there|it|he|she|they|an?|any|the|new)\b|in the (?:presence|event) of\b)/i,
);
/** Introduces what is not so: the title "What would change the order", and "What would change my mind: a rash; jaundice". */
const WOULD_CHANGE = gated(/\bwould (?:change|alter|shift|reverse|overturn|revise)\b/i);
const LIST_OF_CHANGES = gated(
  /\bwould (?:change|alter|shift|reverse|overturn|revise)\b[^.!?:]{0,80}:/i,
);
/** What ends a sentence is looked for in so many of its last characters. */
const END = 20;

/** Reads whether a sentence asks or supposes; `lead` is what stands before it in its line. */
export function sentenceMood(sentence: string, lead = ''): SentenceMood {
  return {
    asks: ASKS.test(sentence.slice(-END)),
    supposes: SUPPOSES.test(sentence) || LIST_OF_CHANGES.test(lead),
  };
}

/** Whether a title introduces what would change the conclusion, none of which is so. */
export function namesSuppositions(title: string): boolean {
  return WOULD_CHANGE.test(title);
}

/** Whether a clause of a sentence asserts, supposes or asks. */
export function moodOf({ asks, supposes }: SentenceMood, clause: string): Mood {
  if (asks) {
    return 'question';
  }
  return supposes || HYPOTHETICAL.test(plain(clause)) ? 'hypothetical' : 'asserted';
}
