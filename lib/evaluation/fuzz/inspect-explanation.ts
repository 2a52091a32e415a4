import type { Explanation } from '@/lib/explanation/explanation';
import { explanationSchema } from '@/lib/explanation/schema';
import type { Span } from '@/lib/text/span';

/** What is wrong with an explanation whatever it explains: a form that cannot be read back, a span out of its text. */
export function faultsOf(explanation: Explanation): readonly string[] {
  const parsed = explanationSchema.safeParse(explanation);
  const form = parsed.success
    ? []
    : parsed.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`);
  return [...form, ...spanFaults(explanation), ...stepFaults(explanation)];
}

function spanFaults(explanation: Explanation): readonly string[] {
  const { case: given, trace } = explanation;
  const check = (what: string, span: Span, text: string): readonly string[] =>
    span.start < 0 || span.end > text.length || span.start > span.end
      ? [`${what}: ${span.start} to ${span.end} is no part of a text of ${text.length}`]
      : [];
  const inCase = (what: string, spans: readonly Span[]) =>
    spans.flatMap((span) => check(what, span, given.text));
  const inTrace = (what: string, spans: readonly (Span | undefined)[]) =>
    spans.flatMap((span) => (span === undefined ? [] : check(what, span, trace.text)));
  return [
    ...inTrace('channel', trace.channels),
    ...inTrace('step', explanation.steps),
    ...inTrace('problem representation', [explanation.problemRepresentation]),
    ...inTrace('answer', [explanation.answer.trace]),
    ...inCase('finding', explanation.findings),
    ...explanation.differential.flatMap((item) => [
      ...inTrace('diagnosis', [item.trace]),
      ...inCase('evidence', [...item.for, ...item.against]),
    ]),
    ...explanation.verdicts.flatMap((verdict) => [
      ...inTrace(`verdict of ${verdict.check}`, [verdict.trace]),
      ...inCase(`evidence of ${verdict.check}`, verdict.case),
      ...(verdict.working?.inputs ?? []).flatMap(({ from }) =>
        from === undefined
          ? []
          : check('input of a working', from, from.text === 'case' ? given.text : trace.text),
      ),
    ]),
    ...explanation.corrections.flatMap(({ at, takesBack }) =>
      inTrace('correction', [at, takesBack]),
    ),
    ...explanation.omissions.flatMap((omission) => inCase('omission', omission.case)),
    ...explanation.rubrics.flatMap(({ elements }) =>
      elements.flatMap((element) => inTrace('rubric', element.trace)),
    ),
    ...inTrace(
      'hesitation',
      explanation.uncertainty.hesitations.map((hesitation) => hesitation.trace),
    ),
  ];
}

/** Steps come in order, do not overlap and hold text. */
function stepFaults({ steps, trace }: Explanation): readonly string[] {
  return steps.flatMap((step, index) => {
    const before = steps[index - 1]?.end ?? 0;
    if (step.start < before) return [`step ${index} begins before the one before it ends`];
    const text = trace.text.slice(step.start, step.end);
    return text.trim() === '' ? [`step ${index} has no text`] : [];
  });
}
