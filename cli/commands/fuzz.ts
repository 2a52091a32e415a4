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

/** A hang is more than this for 10,000 code units of input, or of the whole where that is shorter. Milliseconds. */
const HANG = 100;
const UNIT = 10_000;
const PROGRESS_EVERY = 1_000;

interface Report {
  readonly seed: number;
  readonly attempts: number;
  readonly faulty: { index: number; faults: readonly string[] }[];
  /** Attempts over `HANG`, with milliseconds for each 10,000 code units. */
  readonly hangs: { index: number; length: number; milliseconds: number }[];
  slowest: { index: number; length: number; milliseconds: number };
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
    const started = performance.now();
    const faults = tryAudit(input);
    const units = Math.max(1, length / UNIT);
    const milliseconds = (performance.now() - started) / units;
    if (faults.length > 0) report.faulty.push({ index: attempts, faults });
    if (milliseconds > HANG) report.hangs.push({ index: attempts, length, milliseconds });
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

function reportText({ attempts, faulty, hangs, slowest, seed }: Report): string {
  return [
    `${attempts} mutated cases and traces (seed ${seed}): ${faulty.length} faulty, ${hangs.length} over ${HANG} ms per ${UNIT} characters`,
    `slowest: ${slowest.milliseconds.toFixed(1)} ms per ${UNIT} characters, attempt ${slowest.index} with ${slowest.length}`,
    ...faulty.map(({ index, faults }) => `attempt ${index}: ${faults.join('; ')}`),
    ...hangs.map(
      ({ index, length, milliseconds }) =>
        `attempt ${index}: ${milliseconds.toFixed(0)} ms per ${UNIT} characters, with ${length}`,
    ),
  ].join('\n');
}
