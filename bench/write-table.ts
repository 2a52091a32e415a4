/**
 * Puts a report of `bench --json` into docs/benchmarks.md as a table:
 *
 *     npm run --silent bench -- --json > report.json
 *     npx tsx bench/write-table.ts report.json
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { REPOSITORY } from '@/bench/folders';
import { reportMarkdown } from '@/bench/print-report';
import type { Report } from '@/bench/report';

const DOCUMENT = join(REPOSITORY, 'docs/benchmarks.md');
const BEGIN = '<!-- report begins -->';
const END = '<!-- report ends -->';

function readReport(path: string): Report {
  const report: Report = JSON.parse(readFileSync(path, 'utf8'));
  if (!Array.isArray(report.sections)) throw new Error(`${path} is no report of bench --json`);
  return report;
}

const [path] = process.argv.slice(2);
if (path === undefined) throw new Error('Say which report: write-table.ts REPORT');
const text = readFileSync(DOCUMENT, 'utf8');
const [before, rest] = text.split(BEGIN);
const after = rest?.split(END)[1];
if (before === undefined || after === undefined) {
  throw new Error(`${DOCUMENT} has no ${BEGIN} and ${END}`);
}
const table = reportMarkdown(readReport(path));
writeFileSync(DOCUMENT, `${before}${BEGIN}\n\n${table}\n\n${END}${after}`);
