import {
  type AboutFeature,
  aboutFeatures,
  findingsNamed,
  plainForCues,
} from '@/lib/audit/statements/about-features';
import weights from '@/lib/audit/statements/data/about-weights.json';
import { HYPOTHETICAL, OF_REASONING } from '@/lib/audit/statements/statement-cues';
import { gated } from '@/lib/text/gated-pattern';
import { speaksInGeneral } from '@/lib/trace/subject-cues';
import type { Role } from '@/lib/trace/trace';

/** Whom or what a statement speaks of. */
export const ABOUTS = ['patient', 'medicine', 'reasoning'] as const;
export type About = (typeof ABOUTS)[number];

/** Whether a statement says that something is so, supposes it, or asks. */
export const MOODS = ['asserted', 'hypothetical', 'question'] as const;
export type Mood = (typeof MOODS)[number];

const WEIGHTS: ReadonlyMap<string, number> = new Map(Object.entries(weights));

/**
 * How far a sentence speaks of this patient, as log odds: the sum of the weights of what is seen of it (logistic regression,
 * `training/roles/about.ts`).
 */
export function patientLogOdds(
  features: readonly AboutFeature[],
  weightOf: ReadonlyMap<string, number> = WEIGHTS,
): number {
  return features.reduce((sum, [name, value]) => sum + value * (weightOf.get(name) ?? 0), 0);
}

/** Whom a sentence of a step with these roles speaks of. */
export function aboutOf(sentence: string, roles: readonly Role[]): About {
  const plain = plainForCues(sentence);
  const findings = findingsNamed(sentence);
  if (patientLogOdds(aboutFeatures(plain, findings, roles[0])) > 0) {
    return 'patient';
  }
  return findings === 0 && OF_REASONING.test(plain) ? 'reasoning' : 'medicine';
}

/** Whom one clause of a sentence speaks of: what is said in general terms is medicine also beside the patient. */
export function aboutOfClause(clause: string, ofSentence: About): About {
  return ofSentence === 'patient' && speaksInGeneral(plainForCues(clause))
    ? 'medicine'
    : ofSentence;
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
  return supposes || HYPOTHETICAL.test(plainForCues(clause)) ? 'hypothetical' : 'asserted';
}
