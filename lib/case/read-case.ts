import type { Case, CaseReading, Finding, NumberedSentence } from '@/lib/case/case';
import { withCourse } from '@/lib/case/course/course';
import { readDemographics } from '@/lib/case/demographics';
import { measuredPresent, withoutAdultIntervals } from '@/lib/case/measurements/measurements';
import { type RecognisedFinding, recogniseFindings } from '@/lib/case/recognise-findings';
import { recogniseOptions, separateQuestion } from '@/lib/case/recognise-options';
import { splitSentences } from '@/lib/case/sentences';
import type { Span } from '@/lib/text/span';

/** From this age on adult reference intervals are used (NEWS2 applies from 16 years). */
const ADULT_YEARS = 16;

/** Everything that is read out of a case by rule; the same case always gives the same reading. */
export function readCase(given: Case): CaseReading {
  const narrative = narrativeOf(given.text);
  const sentences = splitSentences(given.text, narrative).map((span, index) => ({
    number: index + 1,
    span,
  }));
  const recognised = withCourse(given.text, narrative, recogniseFindings(given.text, narrative));
  const demographics = readDemographics(given.text, narrative);
  const isChild = (demographics.age?.years ?? ADULT_YEARS) < ADULT_YEARS;
  return {
    case: given,
    narrative,
    sentences,
    findings: numberFindings(isChild ? withoutAdultIntervals(recognised) : recognised, sentences),
    demographics,
  };
}

function narrativeOf(text: string): Span {
  const whole = { start: 0, end: text.length };
  return (recogniseOptions(text) ?? separateQuestion(text, whole)).body;
}

/** Assigns findings to sentences and keeps one of each concept in a sentence: the first, or the measured one where that is a denial. */
function numberFindings(
  recognised: readonly RecognisedFinding[],
  sentences: readonly NumberedSentence[],
): Finding[] {
  const findings = inSentences(recognised, sentences);
  const measured = new Set([...measuredPresent(findings)].map(keyOf));
  const seen = new Set<string>();
  return findings.filter((finding) => {
    const key = keyOf(finding);
    if (seen.has(key) || (finding.polarity === 'absent' && measured.has(key))) return false;
    seen.add(key);
    return true;
  });
}

function keyOf({ sentence, concept }: Finding): string {
  return `${sentence} ${concept}`;
}

function inSentences(
  recognised: readonly RecognisedFinding[],
  sentences: readonly NumberedSentence[],
): Finding[] {
  const findings: Finding[] = [];
  let position = 0;
  const ordered = [...recognised].sort(
    (a, b) => a.span.start - b.span.start || a.span.end - b.span.end,
  );
  for (const finding of ordered) {
    while (
      position < sentences.length &&
      (sentences[position]?.span.end ?? 0) <= finding.span.start
    )
      position += 1;
    const sentence = sentences[position];
    if (sentence === undefined) break;
    findings.push({ ...finding, sentence: sentence.number });
  }
  return findings;
}
