import { longRunEvents, longRunReading } from '@/bench/reading/long-run';
import { item } from '@/bench/report';
import type { Section } from '@/bench/section';
import { median } from '@/bench/statistics';
import { createAudit } from '@/lib/audit/audit';
import type { CaseReading } from '@/lib/case/case';
import type { EngineEvent } from '@/lib/engine/engine';
import { createTraceRecorder } from '@/lib/trace/record-trace';
import type { RunManifest } from '@/lib/trace/trace';

const TOKENS = 20_000;
const WINDOW = 1_000;
/** Windows begin after so many tokens: tokens 1,001 to 2,000 and 19,001 to 20,000. */
const EARLY = 1_000;
const LATE = 19_000;

/** Runs that are not counted, until the functions are compiled. */
const WARM_UP_RUNS = 2;

export const flatness: Section = {
  name: 'flatness',
  title: 'Reading and checking a run of 20,000 tokens: cost of a token early and late',
  rounds: 15,
  async measure({ rounds, progress, signal }) {
    const reading = longRunReading();
    const events = longRunEvents(reading, TOKENS);
    const runs: RunCost[] = [];
    for (let run = -WARM_UP_RUNS; run < rounds; run += 1) {
      signal.throwIfAborted();
      const cost = costOfRun(reading, events);
      if (run < 0) continue;
      runs.push(cost);
      progress(
        `run ${run + 1} of ${rounds}: ${cost.early.toFixed(2)} µs early, ${cost.late.toFixed(2)} µs late`,
      );
    }
    return {
      conditions: {
        tokens: TOKENS,
        steps: runs[0]?.steps ?? 0,
        verdicts: runs[0]?.verdicts ?? 0,
        rounds,
      },
      items: [
        item('cost of a token, 1,001 to 2,000', median(runs.map(({ early }) => early)), 'µs'),
        item('cost of a token, 19,001 to 20,000', median(runs.map(({ late }) => late)), 'µs'),
        item('late / early', median(runs.map(({ early, late }) => late / early)), 'ratio', {
          atMost: 1.5,
        }),
      ],
    };
  },
};

/** Microseconds of processor time for each token of the two windows. */
interface RunCost {
  readonly early: number;
  readonly late: number;
  readonly steps: number;
  readonly verdicts: number;
}

/** Records, reads and checks a run as `reasonAbout` does, with a snapshot and an update of the audit after each token. */
function costOfRun(reading: CaseReading, events: readonly EngineEvent[]): RunCost {
  const recorder = createTraceRecorder({ prompt: '', prefill: '<think>\n', manifest: MANIFEST });
  const audit = createAudit(reading);
  const reached = new Map<number, number>();
  let verdicts = 0;
  for (const [index, event] of events.entries()) {
    if (index % WINDOW === 0) reached.set(index, processorTime());
    recorder.push(event);
    verdicts = audit.update(recorder.snapshot()).length;
  }
  reached.set(TOKENS, processorTime());
  const cost = (start: number) => {
    const [begun, ended] = [reached.get(start), reached.get(start + WINDOW)];
    return begun === undefined || ended === undefined ? Number.NaN : (ended - begun) / WINDOW;
  };
  const { closedSteps } = recorder.snapshot();
  return { early: cost(EARLY), late: cost(LATE), steps: closedSteps, verdicts };
}

/**
 * Microseconds that this process has had a processor. A window is so short that being interrupted once would be most of
 * what a clock on the wall measures.
 */
function processorTime(): number {
  const { user, system } = process.cpuUsage();
  return user + system;
}

/** Nothing ran: the tokens are given. */
const MANIFEST: RunManifest = {
  engine: {
    kind: 'replay',
    model: 'none',
    revision: '',
    files: [],
    precision: '',
    device: 'none',
    threads: 1,
    deviceReason: '',
    contextLength: TOKENS,
    versions: {},
  },
  sampling: { temperature: 0, topK: 0, topP: 1, minP: 0, repetitionPenalty: 1 },
  seed: 0,
  maxTokens: TOKENS,
  startedAt: '2026-01-01T00:00:00.000Z',
  application: '',
};
