import { type Fault, FaultError } from '@/lib/text/outcome';

/** 0: done. 1: an internal failure, or a bundle that does not hold. 2: bad input. */
export type ExitCode = 0 | 1 | 2;

/** What a command may touch of the outside. */
export interface CommandIo {
  /** Everything on standard input. */
  readStdin(): Promise<Uint8Array>;
  /** Writes a document to standard output. */
  print(text: string): void;
  /** Writes one line to standard error. */
  progress(line: string): void;
  /** Aborted when the person presses Ctrl-C. */
  readonly signal: AbortSignal;
}

/** A command: takes its arguments; throws `FaultError` on bad input. */
export type Command = (args: readonly string[], io: CommandIo) => Promise<ExitCode>;

/** Faults of the machine or the program; every other fault is one of the input. */
const INTERNAL: ReadonlySet<string> = new Set([
  'engine-failed',
  'device-lost',
  'no-webassembly',
  'hashing-unavailable',
  'storage-failed',
  'endpoint-unreachable',
  'endpoint-busy',
  'endpoint-silent',
  'endpoint-interrupted',
  'endpoint-failed',
]);

/** Runs a command and turns whatever it throws into one line on standard error and an exit code. */
export async function runCommand(
  command: Command,
  args: readonly string[],
  io: CommandIo,
): Promise<ExitCode> {
  try {
    return await command(args, io);
  } catch (error) {
    if (error instanceof FaultError) {
      io.progress(`error: ${faultLine(error.fault)}`);
      return INTERNAL.has(error.fault.code) ? 1 : 2;
    }
    io.progress(
      `internal error: ${oneLine(error instanceof Error ? error.message : String(error))}`,
    );
    return 1;
  }
}

function faultLine({ message, remedy }: Fault): string {
  return oneLine(`${message}${/[.!?]$/u.test(message) ? '' : '.'} ${remedy}`);
}

function oneLine(text: string): string {
  return text.replace(/\s+/gu, ' ').trim();
}

/** Bad input, said in one line: what is wrong, and what to do next. */
export function badInput(message: string, remedy: string): FaultError<'bad-input'> {
  return new FaultError({ code: 'bad-input', message, remedy });
}
