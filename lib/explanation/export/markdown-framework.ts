import type { Meter } from '@/lib/audit/meters/meter';
import type { RubricElement } from '@/lib/audit/rubrics/rubric';
import type { Explanation } from '@/lib/explanation/explanation';
import { escapeMarkdown } from '@/lib/explanation/export/escape-markdown';
import { section } from '@/lib/explanation/export/markdown-words';
import { overlaps, type Span } from '@/lib/text/span';

const STANDINGS: Readonly<Record<RubricElement['standing'], string>> = {
  there: 'there',
  missing: 'missing',
  'cannot-tell': 'cannot tell',
};

const STATES: Readonly<Record<Meter['state'], string>> = {
  fine: 'fine',
  notice: 'notice',
  alarm: 'alarm',
};

function elementRow(steps: readonly Span[], element: RubricElement): string {
  const where = steps.flatMap((step, index) =>
    element.trace.some((span) => overlaps(step, span)) ? [`${index + 1}`] : [],
  );
  return `| ${escapeMarkdown(element.title)} | **${STANDINGS[element.standing]}** | ${where.join(', ') || '–'} | ${escapeMarkdown(element.detail)} |`;
}

/** Each framework of clinical reasoning with what is there of it and what is missing. */
export function rubricSections({ rubrics, steps }: Explanation): readonly string[] {
  return rubrics.map((rubric) =>
    section(
      `Elements of clinical reasoning: ${escapeMarkdown(rubric.title)}`,
      [
        [
          '| Element | Standing | Steps | |',
          '|-|-|-|-|',
          ...rubric.elements.map((element) => elementRow(steps, element)),
        ].join('\n'),
        `Source: ${escapeMarkdown(rubric.source)}`,
      ].join('\n\n'),
    ),
  );
}

/** Each figure of the run with its formula and source. */
export function meterSection({ meters }: Explanation): readonly string[] {
  if (meters.length === 0) return [];
  const rows = meters.map(
    ({ title, shown, state, detail, formula, source }) =>
      `| ${[title, shown, STATES[state], detail, formula, source].map(escapeMarkdown).join(' | ')} |`,
  );
  return [
    section(
      'Meters of the run',
      ['| Meter | Value | State | Meaning | Formula | Source |', '|-|-|-|-|-|-|', ...rows].join(
        '\n',
      ),
    ),
  ];
}
