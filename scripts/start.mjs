/** Serves the application on PORT (3000 unless set), building it first when needed. */
import { spawn } from 'node:child_process';
import { buildWhenNeeded } from './build-when-needed.mjs';

buildWhenNeeded();
const server = spawn(
  process.execPath,
  ['node_modules/next/dist/bin/next', 'start', '--port', process.env.PORT ?? '3000'],
  { stdio: 'inherit', env: { ...process.env, NEXT_TELEMETRY_DISABLED: '1' } },
);
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => server.kill(signal));
server.on('exit', (code) => process.exit(code ?? 0));
