import type { Cues } from '@/lib/audit/rubrics/cues';
import { type RubricSentence, sentencesWith, spansOf } from '@/lib/audit/rubrics/material';
import type { Rubric, RubricElement } from '@/lib/audit/rubrics/rubric';
import {
  BIASED_OR_RUSHED,
  MORE_THAN_ONE,
  WHAT_DOES_NOT_FIT,
  WHAT_ELSE,
  WORST_CASE,
} from '@/lib/audit/rubrics/time-out-cues';

interface Question {
  readonly id: string;
  readonly title: string;
  readonly cues: Cues;
  /** Follows "A step" and "No step". */
  readonly asks: string;
}

const QUESTIONS: readonly Question[] = [
  {
    id: 'what-else',
    title: 'What else could it be?',
    cues: WHAT_ELSE,
    asks: 'asks what else it could be',
  },
  {
    id: 'what-does-not-fit',
    title: 'What does not fit?',
    cues: WHAT_DOES_NOT_FIT,
    asks: 'says what does not fit',
  },
  {
    id: 'more-than-one',
    title: 'Is there more than one process?',
    cues: MORE_THAN_ONE,
    asks: 'asks whether there is more than one process',
  },
  {
    id: 'worst-case',
    title: 'Is the worst case excluded?',
    cues: WORST_CASE,
    asks: 'speaks of what must not be missed',
  },
  {
    id: 'biased-or-rushed',
    title: 'Am I biased or rushed?',
    cues: BIASED_OR_RUSHED,
    asks: 'looks back at its own reasoning',
  },
];

function elementOf(
  { id, title, cues, asks }: Question,
  sentences: readonly RubricSentence[],
): RubricElement {
  const found = sentencesWith(sentences, cues);
  return found.length > 0
    ? { id, title, standing: 'there', trace: spansOf(found), detail: `A step ${asks}.` }
    : {
        id,
        title,
        standing: 'missing',
        trace: [],
        detail: `No step ${asks}, in any of the wordings that are known.`,
      };
}

/** The questions of a diagnostic time-out. */
export function timeOutRubric(sentences: readonly RubricSentence[]): Rubric {
  return {
    id: 'time-out',
    title: 'Diagnostic time-out',
    source:
      'Ely, Graber and Croskerry, Acad Med 2011;86:307-13; Trowbridge, Med Teach 2008;30:496-500',
    elements: QUESTIONS.map((question) => elementOf(question, sentences)),
  };
}
