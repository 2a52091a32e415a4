import type { CaseReading, Finding } from '@/lib/case/case';
import { shareOf, spansRead, touching } from '@/lib/case/coverage';
import { observationOf, statedFindings } from '@/lib/case/observation';
import { beliefIn, OUTSIDE_FROM } from '@/lib/knowledge/belief';
import { CONDITIONS } from '@/lib/knowledge/conditions';
import { conditionMeant } from '@/lib/knowledge/conditions-in-text';
import { isCounted, likelihood, posterior } from '@/lib/knowledge/likelihoods';
import type { Span } from '@/lib/text/span';
import { wordsOf } from '@/lib/text/words';

/** A finding that counts, with its index in `CaseReading.findings`. */
export interface CountedFinding extends Finding {
  readonly index: number;
}

/** How much of a case the 49 conditions and their counts reach. */
export interface Coverage {
  /** Each concept once, in the order of the case; concepts that the case both states and denies are left out. */
  readonly counted: readonly CountedFinding[];
  /** Share of the case's findings whose concept is counted, 0 to 1. */
  readonly share: number;
  /** Why nothing may be concluded from the counts, one sentence; absent where the case lies within them. */
  readonly outside?: string;
}

/** With fewer findings the prior decides, which is that of a data set and of no ward. */
const FEWEST_FINDINGS = 3;
/**
 * Least shares at which a case counts as lying within the conditions; one about other things tells most of it in words,
 * sentences and findings that the counts do not have. Chosen on notes about DDXPlus patients, of which 98 in 100 lie within,
 * against examination questions about all of medicine, of which 1 in 30 does.
 */
const LEAST = {
  /** Of the case's findings, those that are counted. */
  findings: 0.5,
  /** Of its sentences, those that hold a counted finding, age or sex. */
  sentences: 0.6,
  /** Of its longer words and numbers, those inside a counted finding, age or sex. */
  words: 0.25,
  /** Of the counted findings that are present, those that the most probable condition knows. */
  explained: 0.7,
};
/** A condition knows a finding that at least one of a hundred of its patients has. */
const KNOWN = 0.01;

function countedFindings({ findings }: CaseReading): readonly CountedFinding[] {
  const byConcept = new Map<string, CountedFinding>();
  const disputed = new Set<string>();
  for (const [index, finding] of findings.entries()) {
    const earlier = byConcept.get(finding.concept);
    if (earlier === undefined && isCounted(finding.concept)) {
      byConcept.set(finding.concept, { ...finding, index });
    } else if (earlier !== undefined && earlier.polarity !== finding.polarity) {
      disputed.add(finding.concept);
    }
  }
  return [...byConcept.values()].filter(({ concept }) => !disputed.has(concept));
}

function shareTouched(parts: readonly Span[], isTouched: (part: Span) => boolean): number {
  return shareOf({ read: parts.filter(isTouched).length, all: parts.length });
}

function isMostlyOther(reading: CaseReading, share: number): boolean {
  const isTouched = touching(spansRead(reading, ({ concept }) => isCounted(concept)));
  const words = wordsOf(reading.case.text, reading.narrative).filter(
    ({ surface }) => surface.length > 3 || /\d/.test(surface),
  );
  return (
    share < LEAST.findings ||
    shareTouched(
      reading.sentences.map(({ span }) => span),
      isTouched,
    ) < LEAST.sentences ||
    shareTouched(words, isTouched) < LEAST.words
  );
}

function shareExplained(reading: CaseReading, counted: readonly CountedFinding[]): number {
  const present = counted.filter(({ polarity }) => polarity === 'present');
  const best = posterior(observationOf(reading, counted))[0]?.condition;
  if (best === undefined || present.length === 0) {
    return 0;
  }
  const known = present.filter(({ concept }) => likelihood(concept, best) >= KNOWN);
  return known.length / present.length;
}

function whyOutside(
  reading: CaseReading,
  counted: readonly CountedFinding[],
  share: number,
): string | undefined {
  const count = CONDITIONS.length;
  if (counted.length < FEWEST_FINDINGS) {
    return `Only ${counted.length} of the case's findings are among those counted for the ${count} conditions.`;
  }
  const { options } = reading.case;
  const named = options.filter(({ text }) => conditionMeant(text) !== undefined);
  if (options.length > 0 && named.length * 2 < options.length) {
    return `Of the ${options.length} options only ${named.length} are among the ${count} conditions.`;
  }
  if (isMostlyOther(reading, share)) {
    return `Most of the case is none of the findings counted for the ${count} conditions.`;
  }
  if (beliefIn(observationOf(reading, statedFindings(reading))).none > OUTSIDE_FROM) {
    return `The findings fit diseases outside the ${count} conditions better.`;
  }
  return shareExplained(reading, counted) < LEAST.explained
    ? `None of the ${count} conditions has most of the case's findings.`
    : undefined;
}

/** How much of a case the counts reach, and whether enough to conclude from them. */
export function coverageOf(reading: CaseReading): Coverage {
  const counted = countedFindings(reading);
  const reached = reading.findings.filter(({ concept }) => isCounted(concept)).length;
  const share = reading.findings.length === 0 ? 0 : reached / reading.findings.length;
  const outside = whyOutside(reading, counted, share);
  return { counted, share, ...(outside === undefined ? {} : { outside }) };
}
