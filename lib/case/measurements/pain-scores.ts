import { readPainDegrees } from '@/lib/case/measurements/pain-degrees';
import type { RecognisedFinding } from '@/lib/case/recognise-findings';
import type { Concept } from '@/lib/knowledge/concept';
import type { Span } from '@/lib/text/span';

/** DDXPlus asks how intense the pain is on a scale of 0 to 10; the values of each wording of intensity are those it stands for. */
const INTENSITY_EVIDENCE = 'E_56';

const NUMBER_WORDS = [
  'one',
  'two',
  'three',
  'four',
  'five',
  'six',
  'seven',
  'eight',
  'nine',
  'ten',
];
/** "8/10", "7-8/10", "8 out of 10", "eight out of ten"; of a range the higher score counts. */
const SCORE = new RegExp(
  `(?<![\\d./])(?:\\d{1,2}\\s?(?:-|–|to)\\s?)?(?<score>\\d{1,2}|${NUMBER_WORDS.join('|')})(?:\\s?/\\s?10(?![\\d/.]\\d)|(?:\\s| on a scale )?(?:out )?of (?:10|ten)\\b)(?!\\d)`,
  'giu',
);
/** What else is said in tenths: a day of October, and scores of other things. */
const NO_PAIN_SCORE =
  /(?:\b(?:since|on|from|until|by|before|dated|born|GCS|apgar|borg|power|mood|anxiety|fatigue|motivation)\b\W*)$/iu;

/** "VAS 2", "pain score: 6": scales of which ten is the end, so that it need not be said. */
const NAMED_SCORE =
  /\b(?:VAS|NRS|pain (?:score|scale|level|intensity))(?:\s(?:is|was|of|at))?\s?[:=]?\s?(?<score>10|\d)(?![\d%]|[./]\d|\s?\/|\s(?:out )?of\b)/giu;

/**
 * The intensity of pain that a sentence which speaks of pain tells by a score out of ten or by a degree ("a bit sore"); scores of
 * nought say none.
 */
export function readPainIntensity(
  text: string,
  sentence: Span,
  concepts: readonly Concept[],
): RecognisedFinding[] {
  return [
    ...readPainScores(text, sentence, concepts),
    ...readPainDegrees(text, sentence, concepts),
  ].sort((a, b) => a.span.start - b.span.start);
}

function readPainScores(
  text: string,
  sentence: Span,
  concepts: readonly Concept[],
): RecognisedFinding[] {
  const part = text.slice(sentence.start, sentence.end);
  return [...part.matchAll(SCORE), ...part.matchAll(NAMED_SCORE)].flatMap((match) => {
    if (NO_PAIN_SCORE.test(part.slice(0, match.index))) return [];
    const written = match.groups?.score?.toLowerCase() ?? '';
    const score = NUMBER_WORDS.includes(written)
      ? String(NUMBER_WORDS.indexOf(written) + 1)
      : written;
    const concept = concepts.find(
      ({ evidence }) => evidence?.code === INTENSITY_EVIDENCE && evidence.values.includes(score),
    );
    if (concept === undefined) return [];
    const start = sentence.start + match.index;
    const span = { start, end: start + match[0].length };
    return [{ concept: concept.id, label: concept.label, polarity: 'present' as const, span }];
  });
}
