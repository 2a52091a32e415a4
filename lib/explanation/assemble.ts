import { measureTrace } from '@/lib/audit/meters';
import type { Meter } from '@/lib/audit/meters/meter';
import { omissionsOf } from '@/lib/audit/omissions/omissions';
import { rubricsOf } from '@/lib/audit/rubrics/rubrics';
import { type Coverage, coverageOf } from '@/lib/audit/second-reading/coverage';
import { secondReadingOf } from '@/lib/audit/second-reading/second-reading';
import { statementsOf } from '@/lib/audit/statements/statements';
import { partTakenBack } from '@/lib/audit/taken-back';
import type { Verdict } from '@/lib/audit/verdict';
import type { CaseReading, Finding } from '@/lib/case/case';
import { lookedUpSpan } from '@/lib/explanation/answer-to-question';
import { explainAnswer } from '@/lib/explanation/explain-answer';
import type {
  ExplainedDiagnosis,
  ExplainedFinding,
  ExplainedStep,
  Explanation,
} from '@/lib/explanation/explanation';
import { limitsOf, limitsOfProbabilities } from '@/lib/explanation/limits';
import { type LinkedDiagnosis, linkDifferential } from '@/lib/explanation/link-differential';
import {
  type CitedFindings,
  findingsBySentence,
  linkFindings,
} from '@/lib/explanation/link-findings';
import { PASTED_MODEL } from '@/lib/explanation/pasted-model';
import { measureUncertainty } from '@/lib/explanation/uncertainty';
import { type Span, sliceSpan } from '@/lib/text/span';
import type { Step, Trace, TraceReading } from '@/lib/trace/trace';

function spanOf({ start, end }: Span): Span {
  return { start, end };
}

function explainFinding(finding: Finding): ExplainedFinding {
  const { label, polarity, value, unit, span } = finding;
  return {
    ...spanOf(span),
    label,
    polarity,
    ...(value === undefined ? {} : { value }),
    ...(unit === undefined ? {} : { unit }),
  };
}

type SentenceSpan = (number: number) => Span | undefined;

function explainStep(
  step: Step,
  text: string,
  findings: readonly number[],
  sentenceSpan: SentenceSpan,
): ExplainedStep {
  return {
    ...spanOf(step),
    roles: step.roles,
    ...(step.title === undefined ? {} : { title: step.title }),
    findings,
    statements: statementsOf({ step, text: sliceSpan(text, step) }).map(
      ({ span, about, mood }) => ({ ...spanOf(span), about, mood }),
    ),
    citations: step.citations.map((citation) => {
      const cited = sentenceSpan(citation.sentence);
      return {
        trace: spanOf(citation),
        sentence: citation.sentence,
        ...(cited === undefined ? {} : { case: cited }),
      };
    }),
  };
}

/** The spans of the findings that the citations name, and of the sentences that they cite for none; each once. */
function citedSpans(
  cited: readonly CitedFindings[],
  reading: CaseReading,
  sentenceSpan: SentenceSpan,
): readonly Span[] {
  const spans = cited.flatMap(({ sentence, findings, named }) =>
    named
      ? findings.flatMap((index) => reading.findings[index]?.span ?? [])
      : (sentenceSpan(sentence) ?? []),
  );
  const once = new Map(spans.map((span) => [`${span.start}-${span.end}`, spanOf(span)]));
  return [...once.values()];
}

function explainDiagnosis(
  linked: LinkedDiagnosis,
  reading: CaseReading,
  sentenceSpan: SentenceSpan,
): ExplainedDiagnosis {
  const { item } = linked;
  return {
    name: item.name,
    ...(item.probability === undefined ? {} : { probability: item.probability }),
    trace: spanOf(item),
    for: citedSpans(linked.for, reading, sentenceSpan),
    against: citedSpans(linked.against, reading, sentenceSpan),
  };
}

/** The text of the first step that represents the problem, without its title. */
function problemRepresentation(trace: TraceReading): Span | undefined {
  const step = trace.steps.find(({ roles }) => roles[0] === 'problem representation');
  if (step === undefined) {
    return undefined;
  }
  if (step.title === undefined) {
    return spanOf(step);
  }
  const text = trace.text.slice(step.start, step.end);
  const afterTitle = text.indexOf(step.title) + step.title.length;
  const lead = text.slice(afterTitle).search(/[^\s.:*–—-]/u);
  return lead === -1 ? spanOf(step) : { start: step.start + afterTitle + lead, end: step.end };
}

function unusedFindings(
  count: number,
  steps: readonly ExplainedStep[],
  differential: readonly LinkedDiagnosis[],
): readonly number[] {
  const listed = differential.flatMap((diagnosis) => [...diagnosis.for, ...diagnosis.against]);
  const used = new Set([...steps, ...listed].flatMap(({ findings }) => findings));
  return Array.from({ length: count }, (_, index) => index).filter((index) => !used.has(index));
}

/** The steps as far as they were read, with what each speaks of. */
export function explainSteps(
  reading: CaseReading,
  trace: TraceReading,
  verdicts: readonly Verdict[],
): readonly ExplainedStep[] {
  const linked = linkFindings(trace.steps, verdicts, findingsBySentence(reading));
  const sentenceSpan = sentenceSpansOf(reading);
  return trace.steps.map((step, index) =>
    explainStep(step, trace.text, linked[index] ?? [], sentenceSpan),
  );
}

function sentenceSpansOf(reading: CaseReading): SentenceSpan {
  const spans = new Map(reading.sentences.map(({ number, span }) => [number, spanOf(span)]));
  return (number) => spans.get(number);
}

function limitsOfCounts({ outside }: Coverage): readonly string[] {
  return outside === undefined
    ? []
    : [
        `There is no second reading, and no word on dangerous conditions left unmentioned, because the case lies outside what was counted. ${outside}`,
      ];
}

/**
 * The explanation of a recorded run, or of a reasoning that was pasted (a reading without tokens and manifest: its model is
 * `pasted` and its stop `end`). A run that has not ended gives the explanation of what was said so far. `meters` are given
 * where they were read while the run went on; they say the same as the whole trace.
 */
export function assembleExplanation(
  reading: CaseReading,
  trace: Trace | TraceReading,
  verdicts: readonly Verdict[],
  meters: readonly Meter[] = measureTrace(trace),
): Explanation {
  const run = 'manifest' in trace ? trace : undefined;
  const stop = run?.stop ?? 'end';
  const model = run?.manifest.engine.model ?? PASTED_MODEL;
  const sentenceSpan = sentenceSpansOf(reading);
  const bySentence = findingsBySentence(reading);
  const linked = linkFindings(trace.steps, verdicts, bySentence);
  const steps = trace.steps.map((step, index) =>
    explainStep(step, trace.text, linked[index] ?? [], sentenceSpan),
  );
  const differential = linkDifferential(reading, trace, bySentence);
  const unused = unusedFindings(reading.findings.length, steps, differential);
  const coverage = coverageOf(reading);
  const secondReading = secondReadingOf(reading, trace, coverage);
  const problem = problemRepresentation(trace);
  const { text, question, options } = reading.case;
  return {
    case: {
      text,
      ...(question === undefined ? {} : { question }),
      ...(options.length === 0 ? {} : { options }),
    },
    trace: {
      text: trace.text,
      channels: trace.channels,
      model,
      stop,
    },
    answer: explainAnswer(trace, stop),
    ...(problem === undefined ? {} : { problemRepresentation: problem }),
    differential: differential.map((linked) => explainDiagnosis(linked, reading, sentenceSpan)),
    findings: reading.findings.map(explainFinding),
    steps,
    verdicts,
    unused,
    corrections: trace.corrections.map(({ at, takesBack }) => ({
      at: spanOf(at),
      takesBack: spanOf(takesBack),
    })),
    omissions: omissionsOf(
      reading,
      trace,
      {
        findingsOfSteps: linked,
        findingsAgainst: differential.map(({ against }) =>
          against.flatMap(({ findings }) => findings),
        ),
        unused,
      },
      coverage,
    ),
    ...(secondReading === undefined ? {} : { secondReading }),
    meters,
    rubrics: rubricsOf(reading, trace),
    uncertainty: measureUncertainty(
      trace.text,
      run?.tokens ?? [],
      trace.answer,
      lookedUpSpan({ steps: trace.steps, trace: { text: trace.text, model } }),
    ),
    limits: [
      ...limitsOf(reading, partTakenBack(verdicts, trace.corrections).claimed, stop, run?.manifest),
      ...limitsOfProbabilities(run?.tokens ?? []),
      ...limitsOfCounts(coverage),
    ],
    ...(run === undefined ? {} : { manifest: run.manifest }),
  };
}
