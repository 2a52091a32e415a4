import { setImmediate } from 'node:timers/promises';
import { numberOption, readArguments, refusePositionals } from '@/cli/arguments';
import type { CommandIo, ExitCode } from '@/cli/command';
import { readText } from '@/cli/read-text';
import { readAnnotatedTraces } from '@/lib/evaluation/audits/annotated-trace';
import { attemptAudit, attemptFaults, type FuzzSeed, fuzzInput } from '@/lib/evaluation/fuzz/fuzz';
import { FUZZ_SEEDS } from '@/lib/evaluation/fuzz/seeds';
import { FaultError } from '@/lib/text/outcome';

const USAGE = `fuzz [--count N] [--from INDEX] [--seed N] [--file FILE] [--json]

Audits mutated cases and chains of thought, and reports what was thrown, spans outside of their text, and the slowest.
--count  how many; 1000 unless told
--from   the first of them; 0 unless told. A run that was stopped goes on where it says that it stopped
--seed   of the mutations; 1 unless told. The same seed and index give the same input
--file   JSON lines with case and reasoning to begin from, besides those that come with Rationale
Ctrl-C stops and prints what was found until then.`;

const OPTIONS = {
  count: { type: 'string' },
  from: { type: 'string' },
  seed: { type: 'string' },
  file: { type: 'string' },
  json: { type: 'boolean' },
  help: { type: 'boolean', short: 'h' },
} as const;

/**
 * Slow is more than this for 10,000 code units of input, or of the whole where that is shorter; a hang, what is slow and costs
 * more than ordinary reasoning of that length on the same machine at the same time. Milliseconds of processor time: on a
 * machine that is busy a clock on the wall would find hangs where there are none.
 */
const SLOW = 100;
const UNIT = 10_000;
/** What looks slow is tried so many times more, since collecting garbage or compiling may fall into any one of them. */
const TRIES = 3;
/** In whole paragraphs, without marks: what most models write. */
const [, ORDINARY = FUZZ_SEEDS[0]] = FUZZ_SEEDS;
const PROGRESS_EVERY = 1_000;
/** Ctrl-C is looked for so often. Milliseconds. */
const LONGEST_TURN = 100;

interface Range {
  readonly seed: number;
  /** Index of the first attempt. */
  readonly from: number;
  readonly count: number;
}

interface Report extends Omit<Range, 'count'> {
  /** Index of the attempt after the last one: where a run that was stopped goes on. */
  next: number;
  readonly faulty: { index: number; faults: readonly string[] }[];
  readonly slow: SlowAttempt[];
  slowest: Cost;
}

/** Milliseconds of processor time for each 10,000 code units that an attempt had. */
interface Cost {
  readonly index: number;
  readonly length: number;
  readonly milliseconds: number;
}

/** Over `SLOW`: a cost beside that of ordinary reasoning of the same length. */
interface SlowAttempt extends Cost {
  readonly ordinary: number;
}

/** `fuzz`: looks for inputs on which the audit breaks or hangs. Exit code 1 when it finds one. */
export async function fuzz(args: readonly string[], io: CommandIo): Promise<ExitCode> {
  const { values, positionals } = readArguments(args, OPTIONS, USAGE);
  if (values.help) {
    io.print(USAGE);
    return 0;
  }
  refusePositionals(positionals, USAGE);
  const whole = { min: 1, max: 1_000_000_000, whole: true };
  const range = {
    count: numberOption(values.count, 'count', whole) ?? 1_000,
    from: numberOption(values.from, 'from', { ...whole, min: 0 }) ?? 0,
    seed: numberOption(values.seed, 'seed', whole) ?? 1,
  };
  const seeds = [...FUZZ_SEEDS, ...(await seedsIn(values.file, io))];
  const report = await attemptAll(seeds, range, io);
  io.print(values.json ? JSON.stringify(report, null, 2) : reportText(report));
  return report.faulty.length + hangsIn(report) === 0 ? 0 : 1;
}

function hangsIn({ slow }: Report): number {
  return slow.filter(({ milliseconds, ordinary }) => milliseconds > ordinary).length;
}

async function seedsIn(file: string | undefined, io: CommandIo): Promise<readonly FuzzSeed[]> {
  if (file === undefined) return [];
  const read = readAnnotatedTraces(await readText(file, io));
  if (!read.ok) throw new FaultError({ ...read.fault, message: `${file}, ${read.fault.message}` });
  return read.value.map((trace) => ({ case: trace.case.text, trace: trace.reasoning }));
}

async function attemptAll(
  seeds: readonly FuzzSeed[],
  { seed, from, count }: Range,
  io: CommandIo,
): Promise<Report> {
  const slowest = { index: -1, length: 0, milliseconds: 0 };
  const report: Report = { seed, from, next: from, faulty: [], slow: [], slowest };
  // The first audits of a process are slow because its functions are not compiled yet.
  for (let index = 0; index < 200 && !io.signal.aborted; index += 1) {
    attemptAudit(fuzzInput(seeds, seed, index));
    await setImmediate();
  }
  let turn = performance.now();
  for (; report.next < from + count && !io.signal.aborted; report.next += 1) {
    attempt(report, fuzzInput(seeds, seed, report.next));
    if ((report.next + 1 - from) % PROGRESS_EVERY === 0) io.progress(progressLine(report, count));
    if (performance.now() - turn < LONGEST_TURN) continue;
    await setImmediate();
    turn = performance.now();
  }
  return report;
}

/** Audits the input of attempt `report.next` and puts down what is to be said of it. */
function attempt(report: Report, input: FuzzSeed): void {
  const index = report.next;
  const length = input.case.length + input.trace.length;
  const { faults, milliseconds: first } = timed(input);
  const milliseconds = first > SLOW ? Math.min(first, leastOf(input, TRIES)) : first;
  if (faults.length > 0) report.faulty.push({ index, faults });
  if (milliseconds > SLOW) {
    const ordinary = leastOf(ordinaryInput(length), TRIES);
    report.slow.push({ index, length, milliseconds, ordinary });
  }
  if (milliseconds > report.slowest.milliseconds) report.slowest = { index, length, milliseconds };
}

function progressLine({ from, next, faulty, slow }: Report, count: number): string {
  return `${next + 1 - from}/${count}: ${faulty.length} faulty, ${slow.length} slow`;
}

/** Of the audit alone; what is looked at in its result takes longer where the result is long. */
function timed(input: FuzzSeed): { faults: readonly string[]; milliseconds: number } {
  const before = process.cpuUsage();
  const attempt = attemptAudit(input);
  const { user, system } = process.cpuUsage(before);
  const faults = attemptFaults(attempt);
  const units = Math.max(1, (input.case.length + input.trace.length) / UNIT);
  return { faults, milliseconds: (user + system) / 1_000 / units };
}

function leastOf(input: FuzzSeed, tries: number): number {
  return Math.min(...Array.from({ length: tries }, () => timed(input).milliseconds));
}

/** A case and reasoning that nothing was done to, again and again until they are as long. */
function ordinaryInput(length: number): FuzzSeed {
  const { case: given, trace } = ORDINARY;
  const wanted = Math.max(0, length - given.length);
  return {
    case: given,
    trace: `${trace}\n\n`.repeat(Math.ceil(wanted / trace.length)).slice(0, wanted),
  };
}

function reportText(report: Report): string {
  const { from, next, faulty, slow, slowest, seed } = report;
  return [
    `${next - from} mutated cases and traces (seed ${seed}, from ${from} to before ${next}): ${faulty.length} faulty, ${slow.length} over ${SLOW} ms of processor time per ${UNIT} characters, ${hangsIn(report)} of them over ordinary reasoning of their length`,
    `slowest: ${slowest.milliseconds.toFixed(1)} ms per ${UNIT} characters, attempt ${slowest.index} with ${slowest.length}`,
    ...faulty.map(({ index, faults }) => `attempt ${index}: ${faults.join('; ')}`),
    ...slow.map(
      ({ index, length, milliseconds, ordinary }) =>
        `attempt ${index}: ${milliseconds.toFixed(0)} ms per ${UNIT} characters, with ${length}; ordinary reasoning of that length: ${ordinary.toFixed(0)} ms`,
    ),
  ].join('\n');
}
