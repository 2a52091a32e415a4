import { type Command, type CommandIo, runCommand } from '@/cli/command';

/**
 * Runs a command as this process: its arguments, its streams, Ctrl-C, its exit code. The first Ctrl-C asks the command to
 * stop and to print what it has; the second ends the process.
 */
export async function runAsProcess(command: Command): Promise<void> {
  const interruption = new AbortController();
  process.once('SIGINT', () => interruption.abort());
  // Whoever reads our output may have seen enough (`| head`): that is no failure.
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
  });
  process.exitCode = await runCommand(
    command,
    process.argv.slice(2),
    terminal(interruption.signal),
  );
}

function terminal(signal: AbortSignal): CommandIo {
  return {
    signal,
    async readStdin() {
      const chunks: Buffer[] = [];
      for await (const chunk of process.stdin) chunks.push(Buffer.from(chunk));
      return Buffer.concat(chunks);
    },
    print: (text) => void process.stdout.write(text.endsWith('\n') ? text : `${text}\n`),
    progress: (line) => void process.stderr.write(`${line}\n`),
  };
}
