import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { REPOSITORY } from '@/bench/folders';

const WAIT_FOR_SERVER = 30_000;

/**
 * Builds the application when needed and serves the production build on a free port for as long as `use` takes. Throws
 * when it cannot be built or does not answer.
 */
export async function withApplication<Value>(
  use: (origin: string) => Promise<Value>,
): Promise<Value> {
  const build = start(['scripts/build-when-needed.mjs']);
  const [status] = await once(build, 'exit');
  if (status !== 0) throw new Error('the application could not be built');

  const port = await freePort();
  const server = start(['node_modules/next/dist/bin/next', 'start', '--port', `${port}`]);
  const origin = `http://localhost:${port}`;
  try {
    await untilAnswering(origin, server);
    return await use(origin);
  } finally {
    server.kill();
  }
}

/** Standard output belongs to the report: what a process says goes to standard error. */
function start(args: readonly string[]): ChildProcess {
  return spawn(process.execPath, args, {
    cwd: REPOSITORY,
    stdio: ['ignore', 2, 2],
    env: { ...process.env, NEXT_TELEMETRY_DISABLED: '1' },
  });
}

async function freePort(): Promise<number> {
  const probe = createServer();
  probe.listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const address = probe.address();
  probe.close();
  await once(probe, 'close');
  if (address === null || typeof address === 'string') throw new Error('there is no free port');
  return address.port;
}

async function untilAnswering(origin: string, server: ChildProcess): Promise<void> {
  const deadline = Date.now() + WAIT_FOR_SERVER;
  while (Date.now() < deadline && server.exitCode === null) {
    const answers = await fetch(origin).then(
      ({ ok }) => ok,
      () => false,
    );
    if (answers) return;
    await sleep(100);
  }
  throw new Error('the application was built and does not answer');
}
