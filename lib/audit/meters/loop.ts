import { counted, type LiveMeter } from '@/lib/audit/meters/live-meter';
import type { Meter } from '@/lib/audit/meters/meter';
import type { Word } from '@/lib/audit/meters/words';

/** The longest cycle that is looked for, in words: a paragraph that is written again. */
const LONGEST_CYCLE = 256;

/** A cycle is told of after so many words that continue it … */
const NOTICE: Limit = { times: 3, words: 30 };
/** … and is a loop when a phrase has come so often and fills so many words … */
const ALARM: Limit = { times: 4, words: 48 };
/** … or when a paragraph of at least `LONG_CYCLE` words has come three times. */
const LONG_CYCLE = 32;
const LONG_TIMES = 3;

interface Limit {
  readonly times: number;
  /** Words in all its occurrences together. */
  readonly words: number;
}

/** Words that come again and again, in the same order and with nothing between. */
interface Cycle {
  readonly period: number;
  readonly times: number;
  readonly state: 'notice' | 'alarm';
}

/** A cycle with the words of its last occurrence. */
interface SpokenCycle extends Cycle {
  readonly phrase: string;
}

export interface LoopMeter extends LiveMeter {
  /** Whether the text has gone in a loop: enough to stop a run. */
  readonly looped: boolean;
}

/**
 * Watches for a verbatim cycle of words at the end of the text. Lists that repeat a word ("no fever, no cough") are no
 * cycle, since what stands between differs; rules and borders of tables are none either, since they have no words. A loop
 * that was found is remembered when the text goes on with something else.
 */
export function createLoopMeter(): LoopMeter {
  const tail = createTail();
  let worst: SpokenCycle | undefined;
  return {
    take(word) {
      const found = tail.push(word);
      if (found !== undefined && isWorse(found, worst)) {
        worst = { ...found, phrase: tail.lastWords(found.period) };
      }
    },
    read: () => readCycle(worst),
    get looped() {
      return worst?.state === 'alarm';
    },
  };
}

function isWorse(found: Cycle, worst: Cycle | undefined): boolean {
  if (worst === undefined || worst.state === 'notice') {
    return found.state === 'alarm' || worst === undefined || wordsOf(found) > wordsOf(worst);
  }
  return found.state === 'alarm' && wordsOf(found) > wordsOf(worst);
}

function wordsOf({ period, times }: Cycle): number {
  return period * times;
}

/**
 * The last words of a text, and for each distance how many of them without a break repeat the word that far before them. A
 * word costs as much as it occurred among the last words, not as many distances as there are.
 */
function createTail() {
  const texts: string[] = [];
  /** For each of the last words, where the same word stood before it. */
  const before = new Int32Array(LONGEST_CYCLE);
  const lastAt: number[] = [];
  /** For each distance, how many words repeat, and the last of them. */
  const run = new Int32Array(LONGEST_CYCLE + 1);
  const runEnd = new Int32Array(LONGEST_CYCLE + 1).fill(-1);
  let count = 0;
  let unlexical = 0;

  /** One more word repeats the word `period` before it: the cycle that this makes, if it is worth telling. */
  const extend = (period: number): Cycle | undefined => {
    const length = runEnd[period] === count - 1 ? (run[period] ?? 0) + 1 : 1;
    run[period] = length;
    runEnd[period] = count;
    if (length < 2 * period || unlexical >= period) return undefined;
    const times = Math.floor(length / period) + 1;
    const state = stateOf(period, times);
    return state === undefined ? undefined : { period, times, state };
  };

  return {
    /** The cycle at the end of the text, if this word continues one that is worth telling: the shortest loop, if any. */
    push({ id, text, lexical }: Word): Cycle | undefined {
      unlexical = lexical ? 0 : unlexical + 1;
      const slot = count % LONGEST_CYCLE;
      const previous = lastAt[id] ?? -1;
      let found: Cycle | undefined;
      let at = previous;
      while (at >= 0 && count - at <= LONGEST_CYCLE && found?.state !== 'alarm') {
        const cycle = extend(count - at);
        if (found === undefined || cycle?.state === 'alarm') found = cycle ?? found;
        at = at === count - LONGEST_CYCLE ? -1 : (before[at % LONGEST_CYCLE] ?? -1);
      }
      before[slot] = previous;
      texts[slot] = text;
      lastAt[id] = count;
      count += 1;
      return found;
    },
    lastWords(words: number): string {
      return Array.from(
        { length: words },
        (_, index) => texts[(count - words + index) % LONGEST_CYCLE] ?? '',
      ).join(' ');
    },
  };
}

function stateOf(period: number, times: number): Cycle['state'] | undefined {
  const words = period * times;
  if (period >= LONG_CYCLE && times >= LONG_TIMES) return 'alarm';
  if (times >= ALARM.times && words >= ALARM.words) return 'alarm';
  return times >= NOTICE.times && words >= NOTICE.words ? 'notice' : undefined;
}

const LONGEST_PHRASE = 80;

function readCycle(cycle: SpokenCycle | undefined): Meter {
  return {
    ...IDENTITY,
    value: cycle?.times ?? 0,
    shown: cycle === undefined ? 'none' : `${cycle.times} × ${counted(cycle.period, 'word')}`,
    state: cycle?.state ?? 'fine',
    detail:
      cycle === undefined
        ? 'No sequence of words comes again and again with nothing between.'
        : `The same ${cycle.period === 1 ? 'word comes' : `${cycle.period} words come`} ${cycle.times} times with nothing between: “${shortened(cycle.phrase)}”.`,
  };
}

function shortened(phrase: string): string {
  return phrase.length <= LONGEST_PHRASE ? phrase : `${phrase.slice(0, LONGEST_PHRASE)}…`;
}

const IDENTITY = {
  id: 'loop',
  title: 'Loop',
  formula: `k = times that the last p words stand there without a break, p ≤ ${LONGEST_CYCLE}; alarm where k ≥ ${ALARM.times} and kp ≥ ${ALARM.words}, or k ≥ ${LONG_TIMES} and p ≥ ${LONG_CYCLE}; notice where k ≥ ${NOTICE.times} and kp ≥ ${NOTICE.words}. An alarm stops a run`,
  source:
    'The length explosion to the limit that OctoThinker reports for models that repeat themselves (arXiv 2506.20512). Definition and thresholds: Rationale, so that none of 184 reasonings of large models is stopped.',
} as const;
