import { correctionLookup } from '@/lib/audit/taken-back';
import type { Verdict, Working, WorkingInput } from '@/lib/audit/verdict';
import type { ExplainedStep, Explanation } from '@/lib/explanation/explanation';
import { escapeMarkdown, quoteMarkdown } from '@/lib/explanation/export/escape-markdown';
import { quantity, section } from '@/lib/explanation/export/markdown-words';
import { VERDICT_WORDS } from '@/lib/explanation/export/verdict-words';
import { verdictsByStep, verdictsOnTheWhole } from '@/lib/explanation/verdicts-by-step';
import { type Span, sliceSpan } from '@/lib/text/span';

function inputText(explanation: Explanation, { name, value, unit, from }: WorkingInput): string {
  const written =
    from === undefined
      ? ''
      : ` (${from.text === 'case' ? 'case' : 'reasoning'}: “${sliceSpan(explanation[from.text].text, from)}”)`;
  return `${name} ${quantity(value, unit)}${written}`;
}

function workingLines(explanation: Explanation, working: Working): readonly string[] {
  const { title, expression, inputs, result, stated, unit, tolerance, source } = working;
  const lines = [
    `${title}: ${expression}`,
    `Stated ${quantity(stated, unit)}, recomputed ${quantity(result, unit)}; allowed: ${tolerance}`,
    ...(inputs.length === 0
      ? []
      : [`Inputs: ${inputs.map((input) => inputText(explanation, input)).join('; ')}`]),
    ...(source === undefined ? [] : [`Source: ${source}`]),
  ];
  return lines.map((line) => `  - ${escapeMarkdown(line)}`);
}

function verdictLines(explanation: Explanation, verdict: Verdict, isTakenBack: boolean): string {
  const words = sliceSpan(explanation.trace.text, verdict.trace);
  const said = words.length > 0 && words.length <= 200 ? ` “${escapeMarkdown(words)}”:` : '';
  const takenBack = isTakenBack ? ' (taken back later, not counted)' : '';
  return [
    `- **${VERDICT_WORDS[verdict.outcome]}**${takenBack}${said} ${escapeMarkdown(verdict.detail)}`,
    ...(verdict.working === undefined ? [] : workingLines(explanation, verdict.working)),
  ].join('\n');
}

function stepText(
  explanation: Explanation,
  step: ExplainedStep,
  index: number,
  verdicts: readonly Verdict[],
  correctionOf: (span: Span) => unknown,
): string {
  const title = step.title === undefined ? '' : ` ${escapeMarkdown(step.title)}`;
  const roles = step.roles.join(', ');
  const isTakenBack = (verdict: Verdict) => correctionOf(verdict.trace) !== undefined;
  const lines = [
    ...verdicts.filter((verdict) => !isTakenBack(verdict)),
    ...verdicts.filter(isTakenBack),
  ].map((verdict) => verdictLines(explanation, verdict, isTakenBack(verdict)));
  return [
    `### Step ${index + 1}.${title} (${roles})`,
    quoteMarkdown(sliceSpan(explanation.trace.text, step)),
    ...(lines.length === 0 ? [] : [lines.join('\n')]),
  ].join('\n\n');
}

/** Every step as it was written, with what was found in it. */
export function stepsSection(explanation: Explanation): string {
  const byStep = verdictsByStep(explanation.steps, explanation.verdicts);
  const correctionOf = correctionLookup(explanation.corrections);
  const steps = explanation.steps.map((step, index) =>
    stepText(explanation, step, index, byStep.get(index) ?? [], correctionOf),
  );
  return section('Steps', steps.length === 0 ? 'No step could be read.' : steps.join('\n\n'));
}

/** The verdicts that stand in no step. */
export function otherVerdictsSection({ steps, verdicts }: Explanation): readonly string[] {
  const others = verdictsOnTheWhole(steps, verdicts);
  if (others.length === 0) return [];
  const lines = others.map(
    ({ outcome, detail }) => `- **${VERDICT_WORDS[outcome]}** ${escapeMarkdown(detail)}`,
  );
  return [section('Checks on the whole', lines.join('\n'))];
}
