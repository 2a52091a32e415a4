import type { VerdictOutcome } from '@/lib/audit/verdict';
import { splitSentences } from '@/lib/case/sentences';
import type { AnnotatedSentence, AnnotatedTrace } from '@/lib/evaluation/audits/annotated-trace';
import type { ExplainedStep, Explanation } from '@/lib/explanation/explanation';
import { overlaps, type Span } from '@/lib/text/span';
import type { Role } from '@/lib/trace/trace';

/** What the audit made of one annotated trace. */
export interface ScoredAudit {
  readonly id: string;
  /** Each planted error, and whether an alarm overlaps it. */
  readonly plants: readonly { readonly kind: string; readonly found: boolean }[];
  readonly naturalErrors: { readonly found: number; readonly all: number };
  /** Alarms on sentences that hold no error, planted or natural. */
  readonly falseAlarms: readonly (Span & { readonly check: string; readonly detail: string })[];
  readonly correctArithmetic: { readonly flagged: number; readonly all: number };
  /** The role that each annotated sentence was given, beside the reader's. */
  readonly roles: readonly { readonly given: Role | undefined; readonly annotated: Role }[];
  /** Of the annotated sentences, how many were rightly taken for a statement about the patient or for none. */
  readonly patient: { readonly right: number; readonly all: number };
}

/** The outcomes by which the audit says that something is wrong. */
const ALARMS: ReadonlySet<VerdictOutcome> = new Set([
  'contradicted',
  'not-in-case',
  'miscalculated',
]);

/** Scores the audit of one annotated trace; `explanation` is of its whole reasoning. */
export function scoreAudit(trace: AnnotatedTrace, explanation: Explanation): ScoredAudit {
  const alarms = explanation.verdicts.filter(
    ({ outcome, trace: span }) => ALARMS.has(outcome) && span.end > span.start,
  );
  const isFlagged = (span: Span) => alarms.some((alarm) => overlaps(alarm.trace, span));
  const scored = trace.naturalErrors.filter(({ borderline }) => !borderline);
  const excused = sentencesWithErrors(trace);
  return {
    id: trace.id,
    plants: trace.plants.map((plant) => ({ kind: plant.kind, found: isFlagged(plant) })),
    naturalErrors: { found: scored.filter(isFlagged).length, all: scored.length },
    falseAlarms: alarms
      .filter((alarm) => !excused.some((sentence) => overlaps(sentence, alarm.trace)))
      .map(({ check, detail, trace: span }) => ({ ...span, check, detail })),
    correctArithmetic: {
      flagged: trace.correctArithmetic.filter(isFlagged).length,
      all: trace.correctArithmetic.length,
    },
    roles: trace.sentences.flatMap((sentence) =>
      sentence.role === undefined
        ? []
        : [{ annotated: sentence.role, given: stepOf(sentence, explanation.steps)?.roles[0] }],
    ),
    patient: {
      right: trace.sentences.filter(
        (sentence) => sentence.aboutPatient === isAboutPatient(sentence, explanation.steps),
      ).length,
      all: trace.sentences.length,
    },
  };
}

function sentencesWithErrors({ reasoning, plants, naturalErrors }: AnnotatedTrace): Span[] {
  const errors = [...plants, ...naturalErrors];
  return splitSentences(reasoning).filter((sentence) =>
    errors.some((error) => overlaps(sentence, error)),
  );
}

/** The step that holds most of a sentence. */
function stepOf(
  sentence: AnnotatedSentence,
  steps: readonly ExplainedStep[],
): ExplainedStep | undefined {
  let best: ExplainedStep | undefined;
  let most = 0;
  for (const step of steps) {
    const shared = Math.min(step.end, sentence.end) - Math.max(step.start, sentence.start);
    if (shared > most) {
      most = shared;
      best = step;
    }
  }
  return best;
}

function isAboutPatient(sentence: AnnotatedSentence, steps: readonly ExplainedStep[]): boolean {
  return steps.some(({ statements }) =>
    statements.some(({ about, ...span }) => about === 'patient' && overlaps(span, sentence)),
  );
}
