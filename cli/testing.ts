import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Command, type ExitCode, runCommand } from '@/cli/command';

/** What a command left behind. */
export interface Ran {
  readonly code: ExitCode;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs a command in this process, for tests. */
export async function ranInProcess(
  command: Command,
  args: readonly string[],
  stdin: string | Uint8Array = '',
  signal: AbortSignal = new AbortController().signal,
): Promise<Ran> {
  let stdout = '';
  let stderr = '';
  const code = await runCommand(command, args, {
    readStdin: async () => Buffer.from(stdin),
    print: (text) => {
      stdout += text;
    },
    progress: (line) => {
      stderr += `${line}\n`;
    },
    signal,
  });
  return { code, stdout, stderr };
}

/** A folder for the files of one test file. */
export interface Scratch {
  /** Where a file of this name would be. */
  path(name: string): string;
  /** Writes a file and gives its path. */
  write(name: string, content: string | Uint8Array): string;
  remove(): void;
}

/** Makes an empty folder. */
export function createScratch(): Scratch {
  const folder = mkdtempSync(join(tmpdir(), 'rationale-'));
  const path = (name: string) => join(folder, name);
  return {
    path,
    write(name, content) {
      writeFileSync(path(name), content);
      return path(name);
    },
    remove: () => rmSync(folder, { recursive: true }),
  };
}
