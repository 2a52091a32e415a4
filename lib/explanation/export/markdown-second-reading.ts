import type { EvidenceTerm, SecondOpinion } from '@/lib/audit/second-reading/second-reader';
import type { Explanation } from '@/lib/explanation/explanation';
import { escapeMarkdown } from '@/lib/explanation/export/escape-markdown';
import { percent, section } from '@/lib/explanation/export/markdown-words';
import { sliceSpan } from '@/lib/text/span';

function signed(weight: number): string {
  return `${weight < 0 ? '−' : '+'}${Math.abs(weight).toFixed(2)}`;
}

function termRow(caseText: string, term: EvidenceTerm): string {
  const words = term.case === undefined ? '–' : `“${sliceSpan(caseText, term.case)}”`;
  const frequency =
    term.probability === undefined
      ? '–'
      : `${percent(term.probability.inCondition)} against ${percent(term.probability.inOthers)}`;
  const before = [term.label, words].map(escapeMarkdown).join(' | ');
  const after = [frequency, term.source].map(escapeMarkdown).join(' | ');
  return `| ${before} | ${signed(term.weight)} | ${after} |`;
}

function opinionPart(explanation: Explanation, opinion: SecondOpinion): string {
  const sum = opinion.terms.reduce((total, { weight }) => total + weight, 0);
  return [
    `### ${escapeMarkdown(opinion.name)}: ${percent(opinion.probability)}`,
    [
      '| Evidence | In the case | Weight | In this condition and in the others | Source |',
      '|-|-|-|-|-|',
      ...opinion.terms.map((term) => termRow(explanation.case.text, term)),
      `| **Together** | | ${signed(sum)} | | |`,
    ].join('\n'),
  ].join('\n\n');
}

function ranking({ differential }: Explanation, opinion: SecondOpinion, index: number): string {
  const { rankOfModel } = opinion;
  const stated = rankOfModel === undefined ? undefined : differential[rankOfModel - 1]?.probability;
  const model =
    rankOfModel === undefined
      ? 'not named'
      : `place ${rankOfModel}${stated === undefined ? '' : `, ${percent(stated)}`}`;
  return `| ${index + 1} | ${escapeMarkdown(opinion.name)} | ${percent(opinion.probability)} | ${model} |`;
}

/** What exact counting makes of the findings, beside the model's own differential. */
export function secondReadingSection(explanation: Explanation): readonly string[] {
  const { secondReading } = explanation;
  if (secondReading === undefined) return [];
  const { opinions, coverage, limits } = secondReading;
  return [
    section(
      'Second reading, by exact counting',
      [
        `It used ${percent(coverage)} of the findings of the case. A weight of evidence is in nats: +0.69 doubles the odds of the condition against all the others together, −0.69 halves them.`,
        [
          '| | Condition | Counted | The model |',
          '|-|-|-|-|',
          ...opinions.map((opinion, index) => ranking(explanation, opinion, index)),
        ].join('\n'),
        limits.map((limit) => `- ${escapeMarkdown(limit)}`).join('\n'),
        ...opinions.map((opinion) => opinionPart(explanation, opinion)),
      ].join('\n\n'),
    ),
  ];
}
