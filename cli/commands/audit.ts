import { readArguments, refusePositionals, required } from '@/cli/arguments';
import { badInput, type CommandIo, type ExitCode } from '@/cli/command';
import { explanationText, FORMAT_OPTIONS, formatOf } from '@/cli/print-explanation';
import { readCaseFile } from '@/cli/read-case';
import { readText } from '@/cli/read-text';
import { writeBundle } from '@/cli/write-bundle';
import { auditTrace } from '@/lib/audit/audit';
import type { Case } from '@/lib/case/case';
import { readCase } from '@/lib/case/read-case';
import { assembleExplanation } from '@/lib/explanation/assemble';
import type { Explanation } from '@/lib/explanation/explanation';
import { createRunId } from '@/lib/ledger/run-id';
import { readTrace } from '@/lib/trace/read-trace';

const USAGE = `audit --case FILE --trace FILE [--question TEXT] [--option A=text ...] [--bundle FILE] [--json | --markdown]

Checks a chain of thought that any model wrote, against the case it is about. FILE may be - for standard input.
--case      plain text, or JSON with "text" and perhaps "question" and "options"
--trace     the chain of thought, read exactly as it stands
--bundle    also writes a bundle that verify can check`;

/** `audit`: checks a chain of thought that was written elsewhere; needs no model. */
export async function audit(args: readonly string[], io: CommandIo): Promise<ExitCode> {
  const { values, positionals } = readArguments(
    args,
    {
      case: { type: 'string' },
      trace: { type: 'string' },
      question: { type: 'string' },
      option: { type: 'string', multiple: true },
      bundle: { type: 'string' },
      ...FORMAT_OPTIONS,
    },
    USAGE,
  );
  if (values.help) {
    io.print(USAGE);
    return 0;
  }
  refusePositionals(positionals, USAGE);
  const format = formatOf(values);
  const path = required(values.case, 'case', USAGE);
  const tracePath = required(values.trace, 'trace', USAGE);
  if (path === '-' && tracePath === '-') {
    throw badInput(
      'Only one of --case and --trace can be standard input.',
      'Give the other as a file.',
    );
  }
  const given = { path, question: values.question, options: values.option ?? [] };
  const patient = await readCaseFile(given, io);
  const trace = await readText(tracePath, io);
  if (trace.trim() === '') {
    throw badInput(
      `${tracePath === '-' ? 'standard input' : tracePath}: The trace is empty.`,
      'Give the text of a chain of thought.',
    );
  }
  const explanation = explainPasted(patient, trace);
  io.progress(
    `${explanation.steps.length} steps, ${explanation.verdicts.length} verdicts, ${explanation.findings.length} findings in the case`,
  );
  if (values.bundle !== undefined) {
    const run = createRunId();
    const body = { kind: 'trace-audited', run, case: patient, explanation } as const;
    await writeBundle(values.bundle, [{ body, at: new Date().toISOString() }]);
  }
  io.print(explanationText(explanation, format));
  return 0;
}

/** The explanation of a chain of thought that was written elsewhere; its offsets are into exactly the text given. */
export function explainPasted(patient: Case, text: string): Explanation {
  const reading = readCase(patient);
  const trace = readTrace(text);
  return assembleExplanation(reading, trace, auditTrace(reading, trace));
}
