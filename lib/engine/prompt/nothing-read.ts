import type { CaseReading } from '@/lib/case/case';
import {
  ANSWER_LABEL,
  NEXT_STEP_LABEL,
  NO_FINDING,
  personLine,
  withArticle,
} from './embedded-form';
import { UNDECIDED_ANSWERS } from './undecided';

/** All that the embedded model has to say, after `<think>`, of a case in which nothing was read. */
export function nothingReadAnswer(reading: CaseReading): string {
  return [
    '',
    `Step 1: Problem representation. ${withArticle(personLine(reading))} with ${NO_FINDING}.`,
    'Step 2: Conclusion. Nothing in the case is known to this model.',
    '</think>',
    '',
    '## Clinical Assessment',
    '',
    `${ANSWER_LABEL} ${UNDECIDED_ANSWERS['nothing-read']}`,
    '',
    `${NEXT_STEP_LABEL} Describe the complaint, its course, and what was found`,
  ].join('\n');
}
