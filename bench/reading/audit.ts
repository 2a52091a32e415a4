import { readFile } from 'node:fs/promises';
import { REPOSITORY } from '@/bench/folders';
import { item } from '@/bench/report';
import type { Section } from '@/bench/section';
import { median } from '@/bench/statistics';
import { createAudit } from '@/lib/audit/audit';
import { parseCase } from '@/lib/case/parse-case';
import { readCase } from '@/lib/case/read-case';
import { readAnnotatedTraces } from '@/lib/evaluation/audits/annotated-trace';
import { attemptAudit } from '@/lib/evaluation/fuzz/fuzz';
import { FUZZ_SEEDS } from '@/lib/evaluation/fuzz/seeds';
import { assembleExplanation } from '@/lib/explanation/assemble';
import { FaultError } from '@/lib/text/outcome';
import { readTrace } from '@/lib/trace/read-trace';

/** Code units of the made-up trace; it is read once at this length and once at four times it. */
const LENGTH = 10_000;
const LONGER = 4;
/** Words of which a case and a reasoning are made up that say nothing else: each could be held against each. */
const REPEATED = ['fever ', 'a sodium of 140, ', 'she denies chest pain. ', '12 '] as const;
/** Rounds that are not counted, until the functions are compiled. */
const WARM_UP_ROUNDS = 3;
/** Traces of another model beside the checkout; not part of it, since they come under their own terms. */
const TRACES = '../shared/data/traces/huatuo-o1.jsonl';

export const audit: Section = {
  name: 'audit',
  title: 'Auditing a reasoning that was pasted: by length, and the longest real one',
  rounds: 15,
  async measure({ rounds, progress, signal }) {
    const longest = await longestRealTrace();
    const costs: RoundCost[] = [];
    for (let round = -WARM_UP_ROUNDS; round < rounds; round += 1) {
      signal.throwIfAborted();
      const cost = costOfRound(longest);
      if (round < 0) continue;
      costs.push(cost);
      progress(
        `round ${round + 1} of ${rounds}: ${total(cost.once).toFixed(0)} ms, ${total(cost.longer).toFixed(0)} ms at ${LONGER} times the length`,
      );
    }
    const items = [
      item(
        'made-up trace, for 10,000 characters',
        median(costs.map(({ once }) => total(once))),
        'ms',
      ),
      item(
        `cost at ${LONGER} times the length / cost`,
        median(costs.map(({ once, longer }) => total(longer) / total(once))),
        'ratio',
        { atMost: LONGER * 1.25 },
      ),
      item(
        'case and trace that repeat the same words, for 10,000 characters',
        median(costs.map(({ repeated }) => repeated / REPEATED.length)),
        'ms',
      ),
      item(
        `such a case and trace, cost at ${LONGER} times the length / cost`,
        median(costs.map(({ repeated, repeatedLonger }) => repeatedLonger / repeated)),
        'ratio',
        { atMost: LONGER * 1.25 },
      ),
      ...realItems(costs.flatMap(({ real }) => real ?? [])),
    ];
    return {
      conditions: { characters: LENGTH, 'longest real trace': longest?.trace.length ?? 0, rounds },
      items,
    };
  },
};

interface Given {
  readonly case: string;
  readonly trace: string;
}

/** Milliseconds of processor time. */
interface AuditCost {
  readonly read: number;
  readonly steps: number;
  readonly ended: number;
}

interface RoundCost {
  readonly once: AuditCost;
  readonly longer: AuditCost;
  /** Of all the repeated words together, with reading the case. */
  readonly repeated: number;
  readonly repeatedLonger: number;
  readonly real?: AuditCost;
}

function total({ read, steps, ended }: AuditCost): number {
  return read + steps + ended;
}

function realItems(costs: readonly AuditCost[]) {
  return costs.length === 0
    ? []
    : [
        item('longest real trace, reading it', median(costs.map(({ read }) => read)), 'ms'),
        item('longest real trace, its steps', median(costs.map(({ steps }) => steps)), 'ms'),
        item(
          'longest real trace, once it has ended',
          median(costs.map(({ ended }) => ended)),
          'ms',
          {
            atMost: 50,
          },
        ),
      ];
}

function costOfRound(longest: Given | undefined): RoundCost {
  return {
    once: costOf(madeUp(LENGTH)),
    longer: costOf(madeUp(LENGTH * LONGER)),
    repeated: costOfRepeated(LENGTH),
    repeatedLonger: costOfRepeated(LENGTH * LONGER),
    ...(longest === undefined ? {} : { real: costOf(longest) }),
  };
}

/** Reasoning in running prose with numbers, over and over until it is that long. */
function madeUp(length: number): Given {
  const [first, second = first] = FUZZ_SEEDS;
  const trace = `${second.trace}\n\n`;
  return {
    case: second.case,
    trace: trace.repeat(Math.ceil(length / trace.length)).slice(0, length),
  };
}

/** Half of `length` is the case and half the trace. */
function costOfRepeated(length: number): number {
  const before = processorTime();
  for (const words of REPEATED) {
    const text = words.repeat(length / 2 / words.length);
    const attempt = attemptAudit({ case: text, trace: text });
    if (attempt.kind !== 'explained') throw new Error(`“${words}” was ${attempt.kind}`);
  }
  return processorTime() - before;
}

/** What `auditTrace` and `assembleExplanation` do, by parts: what a run has behind it when it ends, and what comes then. */
function costOf({ case: text, trace: written }: Given): AuditCost {
  const parsed = parseCase({ text });
  if (!parsed.ok) throw new FaultError(parsed.fault);
  const reading = readCase(parsed.value);
  const begun = processorTime();
  const trace = readTrace(written);
  const wasRead = processorTime();
  const run = createAudit(reading);
  run.update(trace);
  const wasInspected = processorTime();
  assembleExplanation(reading, trace, run.conclude(trace));
  return {
    read: wasRead - begun,
    steps: wasInspected - wasRead,
    ended: processorTime() - wasInspected,
  };
}

/** The longest of the real traces; undefined where they are not beside the checkout. */
async function longestRealTrace(): Promise<Given | undefined> {
  const text = await readFile(`${REPOSITORY}${TRACES}`, 'utf8').catch(() => undefined);
  if (text === undefined) return undefined;
  const read = readAnnotatedTraces(text);
  if (!read.ok) throw new FaultError(read.fault);
  const [longest] = read.value.toSorted((a, b) => b.reasoning.length - a.reasoning.length);
  return longest === undefined ? undefined : { case: longest.case.text, trace: longest.reasoning };
}

/** Milliseconds that this process has had a processor. */
function processorTime(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1_000;
}
