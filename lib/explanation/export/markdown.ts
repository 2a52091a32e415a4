import type { Verdict } from '@/lib/audit/verdict';
import { readCase } from '@/lib/case/read-case';
import type { ExplainedStep, Explanation } from '@/lib/explanation/explanation';
import {
  escapeMarkdown,
  fenceMarkdown,
  quoteMarkdown,
} from '@/lib/explanation/export/escape-markdown';
import { manifestSection } from '@/lib/explanation/export/markdown-manifest';
import { VERDICT_WORDS } from '@/lib/explanation/export/verdict-words';
import { overlaps, type Span, sliceSpan } from '@/lib/text/span';

/** A probability as a person reads it: `84 %`; below one tenth with one decimal. */
function percent(probability: number): string {
  const hundredfold = probability * 100;
  return `${hundredfold < 10 ? Number(hundredfold.toFixed(1)) : Math.round(hundredfold)} %`;
}

function section(title: string, body: string): string {
  return `## ${title}\n\n${body}`;
}

function answerSection({ answer }: Explanation): string {
  if (answer.abstained) {
    return section('Answer', `No answer. ${escapeMarkdown(answer.reason ?? '')}`.trimEnd());
  }
  const parts = [
    answer.option === undefined ? undefined : `${escapeMarkdown(answer.option)})`,
    answer.diagnosis === undefined ? undefined : escapeMarkdown(answer.diagnosis),
  ].filter((part) => part !== undefined);
  const stated =
    answer.probability === undefined
      ? 'The model stated no probability.'
      : `Probability as the model stated it: ${percent(answer.probability)}.`;
  return section('Answer', `**${parts.join(' ')}**\n\n${stated}`);
}

function caseSection({ case: given }: Explanation): string {
  const { sentences } = readCase({ ...given, options: given.options ?? [] });
  const lines = sentences.map(
    ({ number, span }) => `- \\[${number}\\] ${escapeMarkdown(sliceSpan(given.text, span))}`,
  );
  const options = (given.options ?? []).map(
    ({ letter, text }) => `- ${escapeMarkdown(letter)}) ${escapeMarkdown(text)}`,
  );
  return section(
    'Case',
    [
      lines.join('\n'),
      ...(given.question === undefined ? [] : [`**Question**: ${escapeMarkdown(given.question)}`]),
      ...(options.length === 0 ? [] : [options.join('\n')]),
    ].join('\n\n'),
  );
}

function quotes(text: string, spans: readonly Span[]): string {
  return spans.length === 0
    ? '–'
    : spans.map((span) => `“${escapeMarkdown(sliceSpan(text, span))}”`).join('<br>');
}

function differentialSection({ case: given, differential }: Explanation): string {
  if (differential.length === 0) {
    return section('Differential', 'The model listed none.');
  }
  const rows = differential.map((item, index) => {
    const probability = item.probability === undefined ? '–' : percent(item.probability);
    const sides = [item.for, item.against].map((spans) => quotes(given.text, spans));
    return `| ${index + 1} | ${escapeMarkdown(item.name)} | ${probability} | ${sides.join(' | ')} |`;
  });
  return section(
    'Differential',
    ['| | Diagnosis | Stated | For | Against |', '|-|-|-|-|-|', ...rows].join('\n'),
  );
}

function verdictLine(explanation: Explanation, verdict: Verdict): string {
  const words = sliceSpan(explanation.trace.text, verdict.trace);
  const said = words.length > 0 && words.length <= 200 ? ` “${escapeMarkdown(words)}”:` : '';
  return `- **${VERDICT_WORDS[verdict.outcome]}**${said} ${escapeMarkdown(verdict.detail)}`;
}

function isWithin(verdict: Verdict, step: Span): boolean {
  return verdict.check !== 'form' && overlaps(verdict.trace, step);
}

function stepText(explanation: Explanation, step: ExplainedStep, index: number): string {
  const title = step.title === undefined ? '' : ` ${escapeMarkdown(step.title)}`;
  const roles = step.roles.join(', ');
  const verdicts = explanation.verdicts.filter((verdict) => isWithin(verdict, step));
  return [
    `### Step ${index + 1}.${title} (${roles})`,
    quoteMarkdown(sliceSpan(explanation.trace.text, step)),
    ...(verdicts.length === 0
      ? []
      : [verdicts.map((verdict) => verdictLine(explanation, verdict)).join('\n')]),
  ].join('\n\n');
}

function stepsSection(explanation: Explanation): string {
  const steps = explanation.steps.map((step, index) => stepText(explanation, step, index));
  return section('Steps', steps.length === 0 ? 'No step could be read.' : steps.join('\n\n'));
}

function otherVerdictsSection(explanation: Explanation): readonly string[] {
  const others = explanation.verdicts.filter(
    (verdict) => !explanation.steps.some((step) => isWithin(verdict, step)),
  );
  return others.length === 0
    ? []
    : [
        section(
          'Checks on the whole',
          others
            .map(
              ({ outcome, detail }) => `- **${VERDICT_WORDS[outcome]}** ${escapeMarkdown(detail)}`,
            )
            .join('\n'),
        ),
      ];
}

function unusedSection({ case: given, findings, unused }: Explanation): string {
  const lines = unused.flatMap((index) => {
    const finding = findings[index];
    return finding === undefined
      ? []
      : [`- ${escapeMarkdown(finding.label)}: “${escapeMarkdown(sliceSpan(given.text, finding))}”`];
  });
  const none =
    findings.length === 0
      ? 'No finding was recognised in the case.'
      : 'Every recognised finding was used.';
  return section('Findings that were not used', lines.length === 0 ? none : lines.join('\n'));
}

function uncertaintySection({ trace, uncertainty }: Explanation): string {
  const { answerProbability, meanEntropy, hesitations } = uncertainty;
  const lines = [
    ...(answerProbability === undefined
      ? []
      : [`- Probability of the tokens that name the answer: ${percent(answerProbability)}`]),
    ...(meanEntropy === undefined
      ? []
      : [`- Mean entropy of a token: ${meanEntropy.toFixed(3)} nats`]),
    ...hesitations.map((hesitation) => {
      const word = escapeMarkdown(sliceSpan(trace.text, hesitation.trace));
      const { start, end } = hesitation.trace;
      return `- Hesitated at “${word}” (${percent(hesitation.probability)}, characters ${start}–${end})`;
    }),
  ];
  return section(
    'How sure the model was',
    lines.length === 0 ? 'No token probabilities are known.' : lines.join('\n'),
  );
}

/** The whole explanation as a Markdown document: readable by a person, and complete down to the raw text. */
export function toMarkdown(explanation: Explanation): string {
  const { trace, limits, problemRepresentation } = explanation;
  const problem =
    problemRepresentation === undefined
      ? []
      : [section('Problem', quoteMarkdown(sliceSpan(trace.text, problemRepresentation)))];
  const parts = [
    '# Explanation of a clinical reasoning run',
    limits.map((limit) => `- ${escapeMarkdown(limit)}`).join('\n'),
    answerSection(explanation),
    ...problem,
    differentialSection(explanation),
    caseSection(explanation),
    stepsSection(explanation),
    ...otherVerdictsSection(explanation),
    unusedSection(explanation),
    uncertaintySection(explanation),
    manifestSection(explanation),
    section('Raw text of the model', fenceMarkdown(trace.text)),
  ];
  return `${parts.join('\n\n')}\n`;
}
