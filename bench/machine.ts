import { spawnSync } from 'node:child_process';
import { arch, cpus, loadavg, release, totalmem, type } from 'node:os';
import { findChromium } from '@/e2e/find-chromium';

/** What was measured on. */
export interface Machine {
  readonly processor: string;
  /** Logical processors. */
  readonly cores: number;
  /** Gigabytes (10^9 bytes). */
  readonly memory: number;
  readonly system: string;
  readonly node: string;
  /** Absent where no Chromium was found. */
  readonly chromium?: string;
  /** Processes that were running or waiting to run in the minute before: what else the machine was busy with. */
  readonly load: number;
}

/** Describes this machine, and the Chromium that the browser sections start. */
export function describeMachine(): Machine {
  const version = chromiumVersion();
  return {
    processor: cpus()[0]?.model.trim() ?? 'unknown',
    cores: cpus().length,
    memory: Math.round(totalmem() / 1e8) / 10,
    system: `${type()} ${release()} ${arch()}`,
    node: process.versions.node,
    ...(version === undefined ? {} : { chromium: version }),
    load: Math.round((loadavg()[0] ?? 0) * 100) / 100,
  };
}

/** Undefined where there is none: the sections that need one say so. */
function chromiumVersion(): string | undefined {
  try {
    const { stdout } = spawnSync(findChromium(), ['--version'], { encoding: 'utf8' });
    return /\d+(?:\.\d+)+/u.exec(stdout ?? '')?.[0];
  } catch {
    return undefined;
  }
}
