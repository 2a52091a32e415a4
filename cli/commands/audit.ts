import { setImmediate } from 'node:timers/promises';
import { readArguments, refusePositionals, required } from '@/cli/arguments';
import { badInput, type CommandIo, type ExitCode } from '@/cli/command';
import { explanationText, FORMAT_OPTIONS, formatOf } from '@/cli/print-explanation';
import { readCaseFile } from '@/cli/read-case';
import { readText } from '@/cli/read-text';
import { writeBundle } from '@/cli/write-bundle';
import type { Explanation } from '@/lib/explanation/explanation';
import { explainingPasted } from '@/lib/explanation/pasted/explain-pasted';
import { checkPastedTexts, type PastedFaultCode } from '@/lib/explanation/pasted/pasted-input';
import { isMadeFor, receiveTrace } from '@/lib/explanation/pasted/received-trace';
import { createRunId } from '@/lib/ledger/run-id';
import { sha256 } from '@/lib/ledger/sha256';
import { type Fault, FaultError } from '@/lib/text/outcome';

const USAGE = `audit --case FILE --trace FILE [--question TEXT] [--option A=text ...] [--bundle FILE] [--as-given] [--json | --markdown]

Checks a chain of thought that any model wrote, against the case it is about. FILE may be - for standard input.
--case      plain text, or JSON with "text" and perhaps "question" and "options"
--trace     the chain of thought, read exactly as it stands; or an explanation that Rationale exported
--as-given  checks case and trace as they are, also where they look swapped
--bundle    also writes a bundle that verify can check
A long trace shows how far it has been read; Ctrl-C stops the check, and nothing is written.`;

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
      'as-given': { type: 'boolean' },
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
  const trace = await readText(tracePath, io);
  const given = { path, question: values.question, options: values.option ?? [] };
  const patient = await readCaseFile(given, io);
  const received = receiveTrace(trace);
  const texts = { caseText: patient.text, traceText: received.text };
  const checked = checkPastedTexts(texts, values['as-given']);
  if (!checked.ok)
    throw badInput(faultMessage(checked.fault, path, tracePath), remedyOf(checked.fault));
  const isThisCase = isMadeFor(received, patient.text, await sha256(patient.text));
  const explanation = await finished(explainingPasted(patient, received.text, { isThisCase }), io);
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

/** Progress is told so often. Of 100 %. */
const PROGRESS_EVERY = 10;

/** Runs a check to its end, tells how far it is, and lets Ctrl-C in between; throws `FaultError` when that came. */
async function finished(
  explaining: Generator<number, Explanation, undefined>,
  io: CommandIo,
): Promise<Explanation> {
  let told = 0;
  let step = explaining.next();
  while (!step.done) {
    const percent = Math.floor(step.value * 100);
    if (percent >= told + PROGRESS_EVERY && percent < 100) {
      io.progress(`checked ${percent} % of the trace`);
      told = percent;
    }
    await setImmediate();
    if (io.signal.aborted) throw stopped(percent);
    step = explaining.next();
  }
  return step.value;
}

function stopped(percent: number): FaultError<'check-stopped'> {
  return new FaultError({
    code: 'check-stopped',
    message: `The check was stopped after ${percent} % of the trace.`,
    remedy:
      'Nothing was written, and both files are as they were; check again, or give a part of the trace.',
  });
}

/** What is wrong, with the file that it is wrong in. */
function faultMessage(fault: Fault<PastedFaultCode>, casePath: string, tracePath: string): string {
  if (fault.code === 'case-and-trace-swapped' || fault.code === 'trace-is-the-case') {
    return `${nameOf(casePath)} and ${nameOf(tracePath)}: ${fault.message}`;
  }
  return `${nameOf(tracePath)}: ${fault.message}`;
}

function remedyOf(fault: Fault<PastedFaultCode>): string {
  return fault.code === 'case-and-trace-swapped'
    ? 'Swap --case and --trace, or add --as-given.'
    : fault.remedy;
}

function nameOf(path: string): string {
  return path === '-' ? 'standard input' : path;
}
