import { ideaRubric } from '@/lib/audit/rubrics/idea';
import { sentencesOfTrace } from '@/lib/audit/rubrics/material';
import { problemRepresentationRubric } from '@/lib/audit/rubrics/problem-representation';
import type { Rubric } from '@/lib/audit/rubrics/rubric';
import { timeOutRubric } from '@/lib/audit/rubrics/time-out';
import type { CaseReading } from '@/lib/case/case';
import type { TraceReading } from '@/lib/trace/trace';

/**
 * A trace laid against frameworks by which clinical reasoning is taught: which elements are there, where, and which are not
 * found. Elements are found by wordings and by the titles of steps, so what is there need not be good, and what is missing
 * may stand there in other words. There is no score. Empty for a trace without steps.
 */
export function rubricsOf(reading: CaseReading, trace: TraceReading): readonly Rubric[] {
  const sentences = sentencesOfTrace(trace);
  return sentences.length === 0
    ? []
    : [
        problemRepresentationRubric(sentences, reading),
        ideaRubric(trace, sentences, reading),
        timeOutRubric(sentences),
      ];
}
