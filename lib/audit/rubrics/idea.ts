import {
  ALTERNATIVES,
  COMMITMENT,
  HYPOTHESES,
  QUALIFIERS,
  SUPPORT,
  TEMPO,
} from '@/lib/audit/rubrics/cues';
import { hasCue, type RubricSentence, sentencesWith, spansOf } from '@/lib/audit/rubrics/material';
import { saysWho, summaryOf } from '@/lib/audit/rubrics/problem-representation';
import type { Rubric, RubricElement } from '@/lib/audit/rubrics/rubric';
import type { CaseReading } from '@/lib/case/case';
import { conditionsInText } from '@/lib/knowledge/conditions-in-text';
import type { Span } from '@/lib/text/span';
import type { TraceReading } from '@/lib/trace/trace';

function element(
  id: string,
  title: string,
  standing: RubricElement['standing'],
  spans: readonly Span[],
  detail: string,
): RubricElement {
  return { id, title, standing, trace: spansOf(spans), detail };
}

function interpretiveSummary(
  sentences: readonly RubricSentence[],
  { demographics: { age, sex } }: CaseReading,
): RubricElement {
  const title = 'Interpretive summary';
  const who = summaryOf(sentences).filter(saysWho);
  const whole = who.filter((one) => hasCue(one, TEMPO) || hasCue(one, QUALIFIERS));
  if (whole.length > 0) {
    const detail = 'One sentence says who the patient is and characterises the problem.';
    return element('summary', title, 'there', whole, detail);
  }
  if (who.length === 0 && age === undefined && sex === undefined) {
    const detail = 'The case says neither age nor sex, so a summary cannot be told by them.';
    return element('summary', title, 'cannot-tell', [], detail);
  }
  return who.length > 0
    ? element(
        'summary',
        title,
        'cannot-tell',
        who,
        'A sentence says who the patient is, but whether it interprets the problem cannot be told.',
      )
    : element('summary', title, 'missing', [], 'No sentence sums the patient and the problem up.');
}

/** How many diagnoses a trace names: those it lists, or those of the known conditions that its text names. */
function diagnosesNamed(trace: TraceReading): number {
  const known = new Set(conditionsInText(trace.text).map(({ condition }) => condition.id));
  return Math.max(trace.differential.length, known.size);
}

function differential(trace: TraceReading, sentences: readonly RubricSentence[]): RubricElement {
  const title = 'Differential of two or more diagnoses';
  const found = sentencesWith(sentences, HYPOTHESES);
  const [first] = trace.differential;
  if (first !== undefined && trace.differential.length > 1) {
    const detail = `It lists ${trace.differential.length} diagnoses.`;
    return element('differential', title, 'there', trace.differential, detail);
  }
  if (found.length > 1 || (found.length > 0 && diagnosesNamed(trace) > 1)) {
    return element('differential', title, 'there', found, 'It weighs more than one possibility.');
  }
  return found.length > 0
    ? element(
        'differential',
        title,
        'cannot-tell',
        found,
        'It names a possibility; whether it weighs several cannot be told.',
      )
    : element('differential', title, 'missing', [], 'It considers no second possibility.');
}

/** A reasoning commits itself in its last quarter; before, it tries things out. */
const FEWEST_LAST = 4;

function lead(trace: TraceReading, sentences: readonly RubricSentence[]): RubricElement {
  const title = 'Commitment to a lead';
  if (trace.answer !== undefined) {
    return element('lead', title, 'there', [trace.answer], 'It states one answer.');
  }
  const last = sentences.slice(-Math.max(FEWEST_LAST, Math.ceil(sentences.length / 4)));
  const found = sentencesWith(last.toReversed(), COMMITMENT).toReversed();
  return found.length > 0
    ? element('lead', title, 'there', found, 'It says which it holds most likely.')
    : element('lead', title, 'missing', [], 'It does not commit itself to one answer.');
}

function explained(
  id: string,
  title: string,
  found: readonly RubricSentence[],
  there: string,
  missing: string,
): RubricElement {
  return found.length > 0
    ? element(id, title, 'there', found, there)
    : element(id, title, 'missing', [], missing);
}

/** Interpretive summary, differential with a lead, explanation of the lead, alternatives explained. */
export function ideaRubric(
  trace: TraceReading,
  sentences: readonly RubricSentence[],
  reading: CaseReading,
): Rubric {
  return {
    id: 'idea',
    title: 'IDEA',
    source:
      'Baker et al., Teach Learn Med 2015;27:163-73; revised IDEA: Schaye et al., J Gen Intern Med 2022;37:507-12, doi:10.1007/s11606-021-06805-6. Its points are not given: they need a trained rater.',
    elements: [
      interpretiveSummary(sentences, reading),
      differential(trace, sentences),
      lead(trace, sentences),
      explained(
        'explanation',
        'Explanation of the lead',
        sentencesWith(
          sentences.filter(({ ofCase }) => ofCase),
          SUPPORT,
        ),
        'It gives reasons for what it holds.',
        'It gives no reason for what it holds.',
      ),
      explained(
        'alternatives',
        'Alternatives explained',
        sentencesWith(sentences, ALTERNATIVES),
        'It says why something else is less likely.',
        'It does not say why anything else is less likely.',
      ),
    ],
  };
}
