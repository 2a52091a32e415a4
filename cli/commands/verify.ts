import { readArguments } from '@/cli/arguments';
import { badInput, type CommandIo, type ExitCode } from '@/cli/command';
import { readText } from '@/cli/read-text';
import type { RunSummary } from '@/lib/ledger/runs';
import { type BundleReport, readBundle, verifyBundle } from '@/lib/ledger/verify-bundle';
import { FaultError } from '@/lib/text/outcome';

const USAGE = `verify BUNDLE [--json]

Verifies an exported bundle: that every record has the content that was hashed, that each follows the one before it,
that each has the form of a record, and that explanations speak of their own case and trace. BUNDLE is a file or -.
Exits with 0 when all holds, 1 when a record is broken (the first is named), 2 when the bundle cannot be read.`;

/** `verify`: verifies an exported bundle without Rationale's storage. */
export async function verify(args: readonly string[], io: CommandIo): Promise<ExitCode> {
  const options = { json: { type: 'boolean' }, help: { type: 'boolean', short: 'h' } } as const;
  const { values, positionals } = readArguments(args, options, USAGE);
  if (values.help) {
    io.print(USAGE);
    return 0;
  }
  const [path, stray] = positionals;
  if (path === undefined || stray !== undefined) {
    const message = path === undefined ? 'No bundle is given.' : 'More than one bundle is given.';
    throw badInput(message, 'Usage: verify BUNDLE [--json]');
  }
  const bundle = readBundle(await readText(path, io));
  if (!bundle.ok) {
    const { fault } = bundle;
    throw new FaultError({ ...fault, message: `${path}: ${fault.message}` });
  }
  const report = await verifyBundle(bundle.value);
  io.print(
    values.json
      ? JSON.stringify({ bundle: path, exportedAt: bundle.value.exportedAt, ...report }, null, 2)
      : reportText(path, bundle.value.exportedAt, report),
  );
  return report.intact ? 0 : 1;
}

function reportText(path: string, exportedAt: string, report: BundleReport): string {
  if (!report.intact) {
    return [
      `BROKEN  ${path}`,
      `  first broken record: ${report.index} (${report.reason})`,
      `  ${report.detail}`,
    ].join('\n');
  }
  const { records, sealed, first, head } = report.chain;
  const cut = first === 0 ? '' : `; the chain begins at record ${first} here`;
  return [
    `INTACT  ${path}`,
    `  exported ${exportedAt}`,
    `  content: ${counted(records, 'record')} hashed anew with SHA-256, all as stated`,
    `  links: each record follows the one before it${cut}`,
    ...(sealed === 0
      ? []
      : [`  sealed: ${counted(sealed, 'record')} of other runs left out, links followed`]),
    `  form: every record is one that this version knows`,
    `  agreement: every explanation speaks of its own case and trace`,
    `  head: ${head ?? 'none'}`,
    `  not checked: who wrote it (the bundle carries no signature), and whether later records exist`,
    'Runs',
    ...report.runs.map(runText),
  ].join('\n');
}

function runText({ run, status, startedAt, model, answer, excerpt }: RunSummary): string {
  const said =
    answer === undefined
      ? ''
      : `: ${answer.abstained ? 'abstained' : (answer.diagnosis ?? answer.option ?? 'no answer')}`;
  return `  ${run}  ${startedAt}  ${status}${said}  (${model})  ${excerpt}`;
}

function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}
