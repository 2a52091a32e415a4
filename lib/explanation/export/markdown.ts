import { readCase } from '@/lib/case/read-case';
import {
  type Abstention,
  abstentionOf,
  MODELS_PATH,
  TRY_LARGER,
} from '@/lib/explanation/abstention';
import { answerToQuestion, LOOKED_UP } from '@/lib/explanation/answer-to-question';
import { answerInOneLine, answerWords } from '@/lib/explanation/answer-words';
import type { Explanation } from '@/lib/explanation/explanation';
import {
  escapeMarkdown,
  fenceMarkdown,
  quoteMarkdown,
} from '@/lib/explanation/export/escape-markdown';
import { meterSection, rubricSections } from '@/lib/explanation/export/markdown-framework';
import { manifestSection } from '@/lib/explanation/export/markdown-manifest';
import { secondReadingSection } from '@/lib/explanation/export/markdown-second-reading';
import {
  omissionSections,
  takenBackSection,
  unusedSection,
} from '@/lib/explanation/export/markdown-unsaid';
import { otherVerdictsSection, stepsSection } from '@/lib/explanation/export/markdown-verdicts';
import { percent, section } from '@/lib/explanation/export/markdown-words';
import { type Span, sliceSpan } from '@/lib/text/span';
import { visibleText } from '@/lib/text/visible';

function abstentionSection(abstention: Abstention, text: string): string {
  const { reason, next, tryLarger } = abstention;
  const parts = [
    `**No diagnosis given.** ${escapeMarkdown(reason)}`,
    ...(next === undefined
      ? []
      : [`What the model asks for next: ${escapeMarkdown(sliceSpan(text, next))}`]),
    ...(tryLarger ? [`${TRY_LARGER} Models can be chosen at ${MODELS_PATH}.`] : []),
  ];
  return section('Answer', parts.join('\n\n'));
}

function answerSection(explanation: Explanation): string {
  const { answer, trace } = explanation;
  const abstention = abstentionOf(explanation);
  if (abstention !== undefined) return abstentionSection(abstention, trace.text);
  if (answer.abstained) {
    return section('Answer', `No answer. ${escapeMarkdown(answer.reason ?? '')}`.trimEnd());
  }
  const words = answerInOneLine(answerWords(answer, explanation.case.options)) ?? '';
  const toQuestion = answerToQuestion(explanation);
  const stated =
    answer.probability === undefined
      ? 'The model stated no probability.'
      : `Probability as the model stated it: ${percent(answer.probability)}.`;
  const parts = [
    `**${escapeMarkdown(words)}**`,
    ...(toQuestion === undefined
      ? []
      : [`To the question: ${escapeMarkdown(sliceSpan(trace.text, toQuestion))}. ${LOOKED_UP}`]),
    stated,
  ];
  return section('Answer', parts.join('\n\n'));
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

/** The words of the case at a span; the findings there stand before them, as "fever" may be what a patient denies. */
function evidence({ case: given, findings }: Explanation, span: Span): string {
  const labels = findings
    .filter(({ start, end }) => start === span.start && end === span.end)
    .map(({ label }) => escapeMarkdown(label));
  const quote = `“${escapeMarkdown(sliceSpan(given.text, span))}”`;
  return labels.length === 0 ? quote : `${labels.join(', ')}: ${quote}`;
}

function differentialSection(explanation: Explanation): string {
  const { differential } = explanation;
  if (differential.length === 0) {
    return section('Differential', 'The model listed none.');
  }
  const rows = differential.map((item, index) => {
    const probability = item.probability === undefined ? '–' : percent(item.probability);
    const sides = [item.for, item.against].map(
      (spans) => spans.map((span) => evidence(explanation, span)).join('<br>') || '–',
    );
    return `| ${index + 1} | ${escapeMarkdown(item.name)} | ${probability} | ${sides.join(' | ')} |`;
  });
  return section(
    'Differential',
    ['| | Diagnosis | Stated | For | Against |', '|-|-|-|-|-|', ...rows].join('\n'),
  );
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

function rawNote(text: string): string {
  return visibleText(text) === text
    ? ''
    : 'Characters that cannot be seen or that turn the direction of a text are written out as ⟨U+…⟩; the JSON export has them as they were.\n\n';
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
    ...takenBackSection(explanation),
    ...omissionSections(explanation),
    unusedSection(explanation),
    ...secondReadingSection(explanation),
    ...rubricSections(explanation),
    ...meterSection(explanation),
    uncertaintySection(explanation),
    manifestSection(explanation),
    section('Raw text of the model', `${rawNote(trace.text)}${fenceMarkdown(trace.text)}`),
  ];
  return `${parts.join('\n\n')}\n`;
}
