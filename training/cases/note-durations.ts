import type { Random } from '@/lib/evaluation/random';
import type { ConceptId } from '@/lib/knowledge/concept';

interface DurationRange {
  readonly unit: string;
  readonly from: number;
  readonly to: number;
}

/** Durations that a reader takes for each course; the limits between them are those of lib/case/course/course-durations.ts. */
const RANGES: ReadonlyMap<string, DurationRange> = new Map([
  ['course-hours', { unit: 'hour', from: 2, to: 20 }],
  ['course-days', { unit: 'day', from: 2, to: 10 }],
  ['course-weeks', { unit: 'week', from: 3, to: 8 }],
  ['course-months', { unit: 'month', from: 3, to: 11 }],
]);

/** A duration in numbers for a finding that is one ("4 days"); `undefined` for other findings. */
export function durationFor(random: Random, concept: ConceptId): string | undefined {
  const range = RANGES.get(concept);
  if (range === undefined) return undefined;
  const count = range.from + random.below(range.to - range.from + 1);
  return `${String(count)} ${range.unit}s`;
}
