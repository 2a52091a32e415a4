import type { Conditions, Item, Report, SectionReport, Target } from '@/bench/report';

/** The report as tables for a terminal. */
export function reportText(report: Report): string {
  const parts = report.sections.map((section) => {
    const { title } = section;
    if (section.status === 'failed') return `${title}\n  not measured: ${section.reason}`;
    const rows = section.items.map(({ name, value, unit, ...rest }) => [
      `  ${name}`,
      figure(value),
      unit,
      targetWords(rest.target),
      heldWords(rest.held),
    ]);
    return [title, `  (${conditionsLine(section.conditions)})`, ...aligned(rows)].join('\n');
  });
  return [aboutLine(report), ...parts].join('\n\n');
}

/** The report as Markdown: what was measured on, then one table. */
export function reportMarkdown(report: Report): string {
  const rows = report.sections.flatMap((section) => [
    `| **${section.title}** | | | |`,
    ...sectionRows(section),
  ]);
  return [
    aboutLine(report),
    '',
    '| what | measured | target | held |',
    '|---|--:|--:|---|',
    ...rows,
  ].join('\n');
}

function sectionRows(section: SectionReport): readonly string[] {
  if (section.status === 'failed') return [`| not measured: ${section.reason} | | | |`];
  return section.items.map((item) => {
    const target = targetWords(item.target);
    return `| ${item.name} | ${withUnit(item)} | ${target} | ${heldWords(item.held)} |`;
  });
}

function aboutLine({ application, at, machine, model }: Report): string {
  const { processor, cores, memory, system, node, chromium, load } = machine;
  const browser = chromium === undefined ? 'no Chromium' : `Chromium ${chromium}`;
  return `Rationale ${application}, ${model.id} ${model.revision}, ${at.slice(0, 10)}. ${processor}, ${cores} cores, ${memory} GB, ${system}, Node ${node}, ${browser}; load before: ${load}.`;
}

function conditionsLine(conditions: Conditions): string {
  return Object.entries(conditions)
    .map(([name, value]) => `${name}: ${value}`)
    .join(', ');
}

function withUnit({ value, unit }: Item): string {
  return unit === 'ratio' || unit === 'share' ? figure(value) : `${figure(value)} ${unit}`;
}

/** Three significant digits, and never fewer than the whole number has. */
function figure(value: number): string {
  if (Math.abs(value) >= 100 || Number.isInteger(value)) return `${Math.round(value)}`;
  return value.toPrecision(3);
}

function targetWords(target: Target | undefined): string {
  if (target === undefined) return '';
  return 'atLeast' in target ? `≥ ${target.atLeast}` : `≤ ${target.atMost}`;
}

function heldWords(held: boolean | undefined): string {
  if (held === undefined) return '';
  return held ? 'yes' : 'no';
}

function aligned(rows: readonly (readonly string[])[]): readonly string[] {
  const width = (column: number) => Math.max(...rows.map((row) => row[column]?.length ?? 0));
  return rows.map((row) =>
    row
      .map((cell, column) => (column === 1 ? cell.padStart(width(1)) : cell.padEnd(width(column))))
      .join('  ')
      .trimEnd(),
  );
}
