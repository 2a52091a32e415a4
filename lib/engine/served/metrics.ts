/** What the server has done since it started, for a Prometheus server to fetch. */
export interface ServerMetrics {
  /** A request that was answered; `route` is one of a fixed set, so that clients cannot add series. */
  countRequest(route: string, status: number): void;
  /** A run that ended, however it ended. Seconds are from the turn in the queue on. */
  countRun(run: {
    readonly finish: 'stop' | 'length' | 'cancelled' | 'failed';
    readonly promptTokens: number;
    readonly completionTokens: number;
    readonly seconds: number;
    readonly firstTokenSeconds?: number;
  }): void;
  /** Mean seconds of a run so far; 0 before the first. */
  readonly meanRunSeconds: number;
  /** Everything in the text format of Prometheus 0.0.4; `gauges` are read at the moment of the call. */
  text(gauges: Readonly<Record<string, number>>): string;
}

/** Upper bounds in seconds; a run of the embedded model takes about two. */
const BUCKETS: readonly number[] = [0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60, 300];

/** Creates metrics that are all zero. */
export function createServerMetrics(): ServerMetrics {
  const requests = new Map<string, number>();
  const runs = new Map<string, number>();
  const duration = createHistogram();
  const firstToken = createHistogram();
  let promptTokens = 0;
  let completionTokens = 0;
  return {
    countRequest(route, status) {
      add(requests, `route="${route}",status="${status}"`);
    },
    countRun(run) {
      add(runs, `finish="${run.finish}"`);
      promptTokens += run.promptTokens;
      completionTokens += run.completionTokens;
      duration.observe(run.seconds);
      if (run.firstTokenSeconds !== undefined) firstToken.observe(run.firstTokenSeconds);
    },
    get meanRunSeconds() {
      return duration.mean;
    },
    text(gauges) {
      const lines = [
        ...counter('rationale_requests_total', 'Requests answered, by route and status.', requests),
        ...counter('rationale_runs_total', 'Runs of the model, by how they ended.', runs),
        ...series('rationale_prompt_tokens_total', 'Tokens of prompts read.', 'counter', [
          ['', promptTokens],
        ]),
        ...series('rationale_completion_tokens_total', 'Tokens generated.', 'counter', [
          ['', completionTokens],
        ]),
        ...duration.lines('rationale_run_seconds', 'Time of a run without waiting.'),
        ...firstToken.lines(
          'rationale_first_token_seconds',
          'Time until the first token of a run.',
        ),
        ...Object.entries(gauges).flatMap(([name, value]) =>
          series(`rationale_${name}`, 'See docs/server.md.', 'gauge', [['', value]]),
        ),
      ];
      return `${lines.join('\n')}\n`;
    },
  };
}

function add(counts: Map<string, number>, labels: string): void {
  counts.set(labels, (counts.get(labels) ?? 0) + 1);
}

function counter(name: string, help: string, counts: ReadonlyMap<string, number>) {
  return series(name, help, 'counter', [...counts]);
}

function series(
  name: string,
  help: string,
  type: 'counter' | 'gauge',
  values: readonly (readonly [labels: string, value: number])[],
): readonly string[] {
  const samples = values.map(([labels, value]) => `${name}${labels && `{${labels}}`} ${value}`);
  return [`# HELP ${name} ${help}`, `# TYPE ${name} ${type}`, ...samples];
}

function createHistogram() {
  const counts = BUCKETS.map(() => 0);
  let sum = 0;
  let count = 0;
  return {
    observe(value: number) {
      sum += value;
      count += 1;
      for (const [index, bound] of BUCKETS.entries()) {
        if (value <= bound) counts[index] = (counts[index] ?? 0) + 1;
      }
    },
    get mean() {
      return count === 0 ? 0 : sum / count;
    },
    lines(name: string, help: string): readonly string[] {
      return [
        `# HELP ${name} ${help}`,
        `# TYPE ${name} histogram`,
        ...BUCKETS.map((bound, index) => `${name}_bucket{le="${bound}"} ${counts[index]}`),
        `${name}_bucket{le="+Inf"} ${count}`,
        `${name}_sum ${sum}`,
        `${name}_count ${count}`,
      ];
    },
  };
}
