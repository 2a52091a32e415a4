import { numberOption, readArguments, refusePositionals } from '@/cli/arguments';
import type { CommandIo, ExitCode } from '@/cli/command';
import { readText } from '@/cli/read-text';
import { readAnnotatedTraces } from '@/lib/evaluation/audits/annotated-trace';
import { type FuzzSeed, fuzzInput, tryAudit } from '@/lib/evaluation/fuzz/fuzz';
import { FUZZ_SEEDS } from '@/lib/evaluation/fuzz/seeds';
import { FaultError } from '@/lib/text/outcome';

const USAGE = `fuzz [--count N] [--seed N] [--file FILE] [--json]

Audits mutated cases and chains of thought, and reports what was thrown, spans outside of their text, and the slowest.
--count  how many; 1000 unless told
--seed   of the mutations; 1 unless told
--file   JSON lines with case and reasoning to begin from, besides those that come with Rationale
Ctrl-C stops and prints what was found until then.`;

const OPTIONS = {
  count: { type: 'string' },
  seed: { type: 'string' },
  file: { type: 'string' },
  json: { type: 'boolean' },
  help: { type: 'boolean', short: 'h' },
} as const;

/**
 * A hang is more than this for 10,000 code units of input, or of the whole where that is shorter, and more than ordinary
 * reasoning of that length takes on the same machine at the same time. Milliseconds of processor time: on a machine that is
 * busy a clock on the wall would find hangs where there are none.
 */
const HANG = 100;
const UNIT = 10_000;
/** What looks like a hang is tried so many times in all, since collecting garbage or compiling may fall into any one of them. */
const TRIES = 3;
/** In whole paragraphs, without marks: what most models write. */
const [, ORDINARY = FUZZ_SEEDS[0]] = FUZZ_SEEDS;
const PROGRESS_EVERY = 1_000;

interface Report {
  readonly seed: number;
  readonly attempts: number;
  readonly faulty: { index: number; faults: readonly string[] }[];
  /** Attempts over `HANG` and over their `ordinary`. */
  readonly hangs: Hang[];
  slowest: Cost;
}

/** Milliseconds of processor time for each 10,000 code units that an attempt had. */
interface Cost {
  readonly index: number;
  readonly length: number;
  readonly milliseconds: number;
}

/** A cost beside that of ordinary reasoning of the same length. */
interface Hang extends Cost {
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
  const count = numberOption(values.count, 'count', whole) ?? 1_000;
  const seed = numberOption(values.seed, 'seed', whole) ?? 1;
  const seeds = [...FUZZ_SEEDS, ...(await seedsIn(values.file, io))];
  const report = attempt(seeds, seed, count, io);
  io.print(values.json ? JSON.stringify(report, null, 2) : reportText(report));
  return report.faulty.length + report.hangs.length === 0 ? 0 : 1;
}

async function seedsIn(file: string | undefined, io: CommandIo): Promise<readonly FuzzSeed[]> {
  if (file === undefined) return [];
  const read = readAnnotatedTraces(await readText(file, io));
  if (!read.ok) throw new FaultError({ ...read.fault, message: `${file}, ${read.fault.message}` });
  return read.value.map((trace) => ({ case: trace.case.text, trace: trace.reasoning }));
}

function attempt(seeds: readonly FuzzSeed[], seed: number, count: number, io: CommandIo): Report {
  const slowest = { index: -1, length: 0, milliseconds: 0 };
  const report: Report = { seed, attempts: 0, faulty: [], hangs: [], slowest };
  // The first audits of a process are slow because its functions are not compiled yet.
  for (let index = 0; index < 200; index += 1) tryAudit(fuzzInput(seeds, seed, index));
  let attempts = 0;
  for (; attempts < count && !io.signal.aborted; attempts += 1) {
    const input = fuzzInput(seeds, seed, attempts);
    const length = input.case.length + input.trace.length;
    const { faults, milliseconds: first } = timed(input);
    const milliseconds = first > HANG ? Math.min(first, leastOf(input, TRIES - 1)) : first;
    if (faults.length > 0) report.faulty.push({ index: attempts, faults });
    if (milliseconds > HANG) {
      const ordinary = leastOf(ordinaryInput(length), TRIES);
      if (milliseconds > ordinary) {
        report.hangs.push({ index: attempts, length, milliseconds, ordinary });
      }
    }
    if (milliseconds > report.slowest.milliseconds) {
      report.slowest = { index: attempts, length, milliseconds };
    }
    if ((attempts + 1) % PROGRESS_EVERY === 0) {
      io.progress(
        `${attempts + 1}/${count}: ${report.faulty.length} faulty, ${report.hangs.length} too slow`,
      );
    }
  }
  return { ...report, attempts };
}

function timed(input: FuzzSeed): { faults: readonly string[]; milliseconds: number } {
  const before = process.cpuUsage();
  const faults = tryAudit(input);
  const { user, system } = process.cpuUsage(before);
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

function reportText({ attempts, faulty, hangs, slowest, seed }: Report): string {
  return [
    `${attempts} mutated cases and traces (seed ${seed}): ${faulty.length} faulty, ${hangs.length} over ${HANG} ms of processor time per ${UNIT} characters`,
    `slowest: ${slowest.milliseconds.toFixed(1)} ms per ${UNIT} characters, attempt ${slowest.index} with ${slowest.length}`,
    ...faulty.map(({ index, faults }) => `attempt ${index}: ${faults.join('; ')}`),
    ...hangs.map(
      ({ index, length, milliseconds, ordinary }) =>
        `attempt ${index}: ${milliseconds.toFixed(0)} ms per ${UNIT} characters, with ${length}; ordinary reasoning of that length: ${ordinary.toFixed(0)} ms`,
    ),
  ].join('\n');
}
