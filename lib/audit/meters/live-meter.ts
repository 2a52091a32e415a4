import type { Meter } from '@/lib/audit/meters/meter';
import type { Word } from '@/lib/audit/meters/words';
import type { TraceReading } from '@/lib/trace/trace';

/** What is known of a run besides its words. */
export interface MeteredRun {
  readonly trace: Pick<TraceReading, 'channels' | 'thinkingClosed' | 'answer'>;
  /** Steps that have closed. */
  readonly steps: number;
  /** Whole words so far. */
  readonly words: number;
  /** Tokens generated so far; absent where the text came from elsewhere. */
  readonly tokens?: number;
  /** Tokens that the run may generate. */
  readonly budget?: number;
  /** Whether nothing more comes. */
  readonly ended: boolean;
}

/** A meter at work on one run: it takes each word once and gives its reading at any time, both at a constant cost. */
export interface LiveMeter {
  take(word: Word): void;
  read(run: MeteredRun): Meter;
}

/** A meter that needs no words. */
export function wordlessMeter(read: (run: MeteredRun) => Meter): LiveMeter {
  return { take: () => undefined, read };
}

/** "1 word", "12 words". */
export function counted(count: number, one: string, many = `${one}s`): string {
  return `${count} ${count === 1 ? one : many}`;
}

/** "12 %". */
export function percent(share: number): string {
  return `${Math.round(100 * share)} %`;
}
