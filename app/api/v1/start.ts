import { apiServer } from './server';

/** Puts the server together before its first request. What it was told wrongly ends the process, with a line that says what. */
export function startApiServer(): void {
  try {
    apiServer();
  } catch (error) {
    console.error(`error: ${error instanceof Error ? error.message : String(error)}`);
    process.exit(1);
  }
}
