import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** The application's own server, started for one test. */
export interface AppServer {
  readonly origin: string;
  close(): Promise<void>;
}

/** Milliseconds within which a built application has to answer. */
const PATIENCE = 60_000;

/** Starts the built application with a configuration of its server and with variables of its environment. */
export async function startApp(
  configuration: unknown,
  variables: Readonly<Record<string, string>>,
): Promise<AppServer> {
  const folder = mkdtempSync(join(tmpdir(), 'rationale-server-'));
  const path = join(folder, 'server.json');
  writeFileSync(path, JSON.stringify(configuration));
  const port = String(await freePort());
  const server = spawn(
    process.execPath,
    ['node_modules/next/dist/bin/next', 'start', '--port', port, '--hostname', '127.0.0.1'],
    {
      stdio: 'ignore',
      env: {
        ...process.env,
        ...variables,
        NODE_OPTIONS: '',
        NEXT_TELEMETRY_DISABLED: '1',
        RATIONALE_SERVER_CONFIG: path,
      },
    },
  );
  const close = async () => {
    await ended(server);
    rmSync(folder, { recursive: true });
  };
  const origin = `http://127.0.0.1:${port}`;
  try {
    await answering(`${origin}/api/v1/upstream`);
  } catch (error) {
    await close();
    throw error;
  }
  return { origin, close };
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => {
        if (address === null || typeof address === 'string') reject(new Error('no port is free'));
        else resolve(address.port);
      });
    });
  });
}

async function answering(address: string): Promise<void> {
  const until = Date.now() + PATIENCE;
  while (Date.now() < until) {
    const answered = await fetch(address).then(
      ({ ok }) => ok,
      () => false,
    );
    if (answered) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error(`the application did not answer at ${address}`);
}

function ended(server: ChildProcess): Promise<void> {
  return new Promise((resolve) => {
    if (server.exitCode !== null) resolve();
    server.once('exit', () => resolve());
    server.kill('SIGTERM');
  });
}
