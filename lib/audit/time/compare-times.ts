import { contentStems, sharedStems } from '@/lib/audit/statements/content-words';
import type { TimeKind } from '@/lib/audit/time/named-times';
import { readTimes, sameTime, type TimeStatement } from '@/lib/audit/time/time-statements';
import type { VerdictOutcome } from '@/lib/audit/verdict';
import type { CaseReading } from '@/lib/case/case';
import { splitSentences } from '@/lib/case/sentences';
import { matchesOf } from '@/lib/text/gated-pattern';
import { partAround, piecesOf } from '@/lib/text/parts';
import { type Span, sliceSpan } from '@/lib/text/span';

/** What a time in a sentence of the trace is, held against the case. The span is an offset into the sentence. */
export interface TimeVerdict {
  readonly outcome: VerdictOutcome;
  readonly time: TimeStatement;
  /** Whether the words beside it are those beside the case's time, so that both are of one event. */
  readonly linked: boolean;
  readonly case: readonly Span[];
  readonly detail: string;
}

/** A time with the words it belongs to: those of its own part of the sentence, and those of all of it. */
interface PlacedTime {
  readonly time: TimeStatement;
  readonly near: ReadonlySet<string>;
  readonly far: ReadonlySet<string>;
}

interface CaseTimes {
  readonly times: readonly PlacedTime[];
  readonly stems: ReadonlySet<string>;
}

function place(sentence: string, time: TimeStatement, far: ReadonlySet<string>): PlacedTime {
  return { time, near: contentStems(sentence, partAround(sentence, time.span)), far };
}

/** Of a longer record the first ones are compared. */
const MOST_TIMES = 300;

function readCaseTimes({ case: given }: CaseReading): CaseTimes {
  const { text } = given;
  const pieces = splitSentences(text).flatMap((span) => piecesOf(text, span));
  const times = pieces.flatMap((span) => {
    const sentence = sliceSpan(text, span);
    const far = contentStems(sentence);
    return readTimes(sentence).map((time) => {
      const placed = place(sentence, time, far);
      const inCase = { start: time.span.start + span.start, end: time.span.end + span.start };
      return { ...placed, time: { ...time, span: inCase } };
    });
  });
  return { times: times.slice(0, MOST_TIMES), stems: contentStems(text) };
}

const known = new WeakMap<CaseReading, CaseTimes>();

function caseTimes(reading: CaseReading): CaseTimes {
  const times = known.get(reading) ?? readCaseTimes(reading);
  known.set(reading, times);
  return times;
}

/** The strength of a link by one word beside both times. */
const BESIDE = 3;

/** How strongly two times seem to be of one event; words beside them count for more than words elsewhere in the sentence. */
function link(a: PlacedTime, b: PlacedTime): number {
  return (
    BESIDE * sharedStems(a.near, b.near) + sharedStems(a.near, b.far) + sharedStems(a.far, b.near)
  );
}

/** Kinds compared with their like alone, and reckoned by the model where the case does not give them. */
const ON_THEIR_OWN: readonly TimeKind[] = ['position', 'gestation'];

function comparable(a: TimeStatement, b: TimeStatement): boolean {
  return a.kind === b.kind || !(ON_THEIR_OWN.includes(a.kind) || ON_THEIR_OWN.includes(b.kind));
}

/** Whether the case writes the same number before the same unit somewhere, in a form that was not read as a time. */
function writtenInCase(words: string, { case: given }: CaseReading): boolean {
  const number = /\d+/.exec(words)?.[0];
  const unit = /(?:hour|hr|day|night|week|wk|month|mo|year|yr)/i.exec(words)?.[0];
  if (number === undefined || unit === undefined) return false;
  return new RegExp(`(?<!\\d)${number}[\\s-]{0,2}${unit.slice(0, 1)}`, 'i').test(given.text);
}

/**
 * A patient has one pregnancy, and a course of events told with one interval has that one; two durations without a word in
 * common are of two things.
 */
function onlyOneOfItsKind(
  { time: { kind, counted } }: PlacedTime,
  rivals: readonly PlacedTime[],
): PlacedTime | undefined {
  const [first] = rivals;
  const isOne = rivals.length === 1 && counted && kind !== 'elapsed';
  return isOne && first?.time.kind === kind ? first : undefined;
}

/** Whether the two times are of one event: a word beside both, or one beside the said time where the other has none beside it. */
function ofOneEvent(said: PlacedTime, rival: PlacedTime): boolean {
  return sharedStems(said.near, rival.near) > 0 || (rival.near.size === 0 && link(said, rival) > 0);
}

const CLOCK_TIME =
  /(?<![\d.:/])(?:(?:[01]?\d|2[0-3]):[0-5]\d(?!:?\d)|(?:0\d|1\d|2[0-3])[0-5]\d\s?(?:h|hrs|hours)\b|(?:1[0-2]|[1-9])\s?[ap]\.?m\b)/gi;

/** Whether it can be reckoned from two times of day in the case: arrival at 09:20 is 2 hours and 5 minutes after 07:15. */
function canBeReckoned({ high }: TimeStatement, { case: given }: CaseReading): boolean {
  return high < 1 && matchesOf(CLOCK_TIME, given.text).length > 1;
}

function against(
  said: PlacedTime,
  rivals: readonly PlacedTime[],
  reading: CaseReading,
): TimeVerdict | undefined {
  const linked = rivals
    .filter((rival) => ofOneEvent(said, rival))
    .map((rival) => ({ rival, strength: link(said, rival) }))
    .sort((a, b) => b.strength - a.strength);
  const nearest = linked[0]?.rival ?? onlyOneOfItsKind(said, rivals);
  if (nearest === undefined) return undefined;
  const words = sliceSpan(reading.case.text, nearest.time.span);
  return {
    outcome: 'contradicted',
    time: said.time,
    linked: link(said, nearest) >= BESIDE,
    case: [nearest.time.span],
    detail: `Time: the case says “${words}”, which is another length of time.`,
  };
}

function judge(said: PlacedTime, words: string, reading: CaseReading): TimeVerdict | undefined {
  const { times, stems } = caseTimes(reading);
  const rivals = times.filter(({ time }) => comparable(time, said.time));
  const equal = rivals.filter(({ time }) => sameTime(time, said.time));
  const beside = (rival: PlacedTime): boolean => sharedStems(said.near, rival.near) > 0;
  const first = equal.find(beside) ?? (rivals.some(beside) ? undefined : equal[0]);
  if (first !== undefined) {
    const detail = `Time: the case says “${sliceSpan(reading.case.text, first.time.span)}”.`;
    return {
      outcome: 'supported',
      time: said.time,
      linked: beside(first),
      case: [first.time.span],
      detail,
    };
  }
  if (rivals.length > 0) return against(said, rivals, reading);
  if (
    !said.time.counted ||
    ON_THEIR_OWN.includes(said.time.kind) ||
    sharedStems(said.near, stems) === 0 ||
    writtenInCase(words, reading) ||
    canBeReckoned(said.time, reading)
  )
    return undefined;
  return {
    outcome: 'not-in-case',
    time: said.time,
    linked: false,
    case: [],
    detail: 'Time: the case does not say when this was or how long it lasted.',
  };
}

/** What the times of a sentence of the trace are against the case; those that cannot be linked are left out. */
export function timeVerdicts(sentence: string, reading: CaseReading): readonly TimeVerdict[] {
  const times = readTimes(sentence);
  if (times.length === 0) return [];
  const far = contentStems(sentence);
  return times.flatMap(
    (time) => judge(place(sentence, time, far), sliceSpan(sentence, time.span), reading) ?? [],
  );
}
