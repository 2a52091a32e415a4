import { clinicalMentions } from '@/lib/audit/patient-statements/clinical-mentions';
import { wordFeatures } from '@/lib/trace/sentence-features';
import { ALWAYS } from '@/lib/trace/sentence-roles';
import { POINTING, SUBJECT_CUES, speaksInGeneral } from '@/lib/trace/subject-cues';
import type { Role } from '@/lib/trace/trace';

/** Of a longer sentence the beginning tells whom it speaks of. UTF-16 code units. */
const LONGEST_READ = 1_000;
/** Two findings in so few letters leave no room for a statement about them. UTF-16 code units. */
const SHORT_LIST = 45;
/** More findings than this say no more about whom a sentence speaks of. */
const MOST_FINDINGS = 2;

const CUES = Object.entries(SUBJECT_CUES).map(([name, pattern]) => ({
  name: `cue ${name}`,
  pattern,
}));

/** What is seen of a sentence, by name, with how much of it there is. */
export type AboutFeature = readonly [name: string, value: number];

/** The form in which cues are looked for: lower case, straight apostrophes, no longer than need be. */
export function plainForCues(text: string): string {
  return text.slice(0, LONGEST_READ).replaceAll('’', "'").toLowerCase();
}

/** How many findings a sentence names; diseases and drugs are as often spoken of in general. */
export function findingsNamed(sentence: string): number {
  return clinicalMentions(sentence.slice(0, LONGEST_READ)).filter(({ terms }) =>
    terms.some(({ kind }) => kind !== 'condition' && kind !== 'drug'),
  ).length;
}

/**
 * What tells whom a sentence speaks of: the cues of it, the role of its step, how many findings it names, and its words.
 * `plain` is the sentence as `plainForCues` gives it.
 */
export function aboutFeatures(
  plain: string,
  findings: number,
  role: Role | undefined,
): readonly AboutFeature[] {
  const features: AboutFeature[] = [[ALWAYS, 1]];
  if (role !== undefined) features.push([`role ${role}`, 1]);
  if (findings > 0) features.push(['finding named', Math.min(MOST_FINDINGS, findings)]);
  if (findings >= 2 && plain.length < SHORT_LIST) features.push(['short list of findings', 1]);
  if (speaksInGeneral(plain)) features.push(['in general, of nobody', 1]);
  if (!POINTING.test(plain)) features.push(['points at nothing', 1]);
  for (const { name, pattern } of CUES) {
    if (pattern.test(plain)) features.push([name, 1]);
  }
  for (const name of wordFeatures(plain)) {
    features.push([name, 1]);
  }
  return features;
}
