import { type Cues, QUALIFIERS, TEMPO } from '@/lib/audit/rubrics/cues';
import { hasCue, type RubricSentence, spansOf } from '@/lib/audit/rubrics/material';
import type { Rubric, RubricElement } from '@/lib/audit/rubrics/rubric';
import type { CaseReading } from '@/lib/case/case';
import { gated } from '@/lib/text/gated-pattern';

/** Until here a trace tells its case; a step with the role may also come later. */
const FIRST_STEPS = 2;
const WHO = gated(
  /\b(?:\d{1,3}[- ](?:year|month|week|day)s?[- ]old|newborn|neonate|infant|toddler|child|boy|girl|man|woman|gentleman|lady|male|female|elderly|middle-aged|teenager|adolescent)\b/,
);

/** The sentences that present the problem: those of steps with that role, and the beginning. */
export function summaryOf(sentences: readonly RubricSentence[]): readonly RubricSentence[] {
  return sentences.filter(
    ({ step, at }) =>
      at < FIRST_STEPS || (step.title !== undefined && step.roles[0] === 'problem representation'),
  );
}

/** Whether a sentence says who the patient is. */
export function saysWho({ text }: RubricSentence): boolean {
  return WHO.test(text);
}

interface Looked {
  readonly id: string;
  readonly title: string;
  /** Follows "The summary says". */
  readonly found: string;
  readonly has: (sentence: RubricSentence) => boolean;
  /** Whether the case gives it at all. */
  readonly given: boolean;
}

function elementOf(
  { id, title, found, has, given }: Looked,
  summary: readonly RubricSentence[],
  sentences: readonly RubricSentence[],
): RubricElement {
  const inSummary = summary.filter(has);
  if (inSummary.length > 0) {
    return {
      id,
      title,
      standing: 'there',
      trace: spansOf(inSummary),
      detail: `The summary says ${found}.`,
    };
  }
  const later = sentences.filter((sentence) => sentence.ofPatient && has(sentence));
  if (later.length > 0) {
    return {
      id,
      title,
      standing: 'cannot-tell',
      trace: spansOf(later),
      detail: `A later sentence may say ${found}, but no summary of the problem does.`,
    };
  }
  return given
    ? { id, title, standing: 'missing', trace: [], detail: `No sentence says ${found}.` }
    : {
        id,
        title,
        standing: 'cannot-tell',
        trace: [],
        detail: `The case itself does not say ${found}.`,
      };
}

function caseHas(reading: CaseReading, cues: Cues): boolean {
  const words = ` ${reading.case.text.toLowerCase()} `;
  return cues.words.some((word) => words.includes(` ${word}`));
}

/** The problem in one sentence: who, when, what. */
export function problemRepresentationRubric(
  sentences: readonly RubricSentence[],
  reading: CaseReading,
): Rubric {
  const { age, sex } = reading.demographics;
  const looked: readonly Looked[] = [
    {
      id: 'who',
      title: 'Who: age, sex, background',
      found: 'who the patient is',
      has: saysWho,
      given: age !== undefined || sex !== undefined,
    },
    {
      id: 'when',
      title: 'When: how fast it came, how it went',
      found: 'when and how fast it came',
      has: (sentence) => sentence.ofCase && hasCue(sentence, TEMPO),
      given: caseHas(reading, TEMPO),
    },
    {
      id: 'what',
      title: 'What: the syndrome, with qualifiers that have an opposite',
      found:
        'what it is in qualified terms (acute or chronic, one-sided or both-sided, mild or severe)',
      has: (sentence) => sentence.ofCase && hasCue(sentence, QUALIFIERS),
      given: reading.findings.length > 0,
    },
  ];
  const summary = summaryOf(sentences);
  return {
    id: 'problem-representation',
    title: 'Problem representation',
    source:
      'Bowen, N Engl J Med 2006;355:2217-25; semantic qualifiers: Bordage and Lemieux, Acad Med 1991;66(9 Suppl):S70-2',
    elements: looked.map((one) => elementOf(one, summary, sentences)),
  };
}
