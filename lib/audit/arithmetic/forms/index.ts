import { daysBetween, dueDate, trimester } from '@/lib/audit/arithmetic/forms/calendar';
import { CHAINS } from '@/lib/audit/arithmetic/forms/chains';
import { CHANGES } from '@/lib/audit/arithmetic/forms/changes';
import { DURATIONS } from '@/lib/audit/arithmetic/forms/durations';
import { HEIGHT_IN_FEET } from '@/lib/audit/arithmetic/forms/heights';
import { maskNumbers } from '@/lib/audit/arithmetic/forms/masked-numbers';
import { outcomesOfNearby } from '@/lib/audit/arithmetic/forms/nearby-numbers';
import { comaScale, sumsOfPoints } from '@/lib/audit/arithmetic/forms/points';
import { pregnancyToGo } from '@/lib/audit/arithmetic/forms/pregnancy-to-go';
import { REGIMENS } from '@/lib/audit/arithmetic/forms/regimens';
import { recomputationsOf, type SentenceForm } from '@/lib/audit/arithmetic/forms/sentence-form';
import { SHARES } from '@/lib/audit/arithmetic/forms/shares';
import type { ValueSource } from '@/lib/audit/arithmetic/known-values';
import type { Recomputation } from '@/lib/audit/arithmetic/recomputation';

const FORMS: readonly SentenceForm[] = [
  ...CHANGES,
  ...SHARES,
  ...REGIMENS,
  ...DURATIONS,
  ...CHAINS,
  HEIGHT_IN_FEET,
];

/** Without a number or a word for one there is nothing to work out. */
const MAY_COMPUTE =
  /\d|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|twice|half|trimester|[a-z]{2,9}fold|doubl\w{1,3}|tripl\w{1,3}|halv\w{1,3})\b/i;

/** Whether a text can hold anything to recompute. */
export function mayCompute(text: string): boolean {
  return MAY_COMPUTE.test(text);
}

/** What one passage, which begins at `start` of the trace, works out without signs of calculation; each number at most once. */
export function formsIn(
  text: string,
  start: number,
  sources: readonly ValueSource[] = [],
  lead = '',
): readonly Recomputation[] {
  if (!mayCompute(text)) return [];
  const masked = maskNumbers(text, start);
  const found =
    masked.numbers.length < 2 ? [] : FORMS.flatMap((form) => recomputationsOf(form, masked));
  const byStated = new Map<number, Recomputation>();
  const all = [
    ...comaScale(text, start),
    ...sumsOfPoints(masked),
    ...daysBetween(text, start),
    ...dueDate(text, start, sources),
    ...trimester(text, start),
    ...pregnancyToGo(
      text,
      start,
      sources.filter(({ kind }) => kind === 'case').map((source) => source.text),
    ),
    ...found,
    ...outcomesOfNearby(
      masked,
      start,
      lead,
      sources.find(({ kind }) => kind === 'case'),
    ),
  ];
  for (const one of all) {
    const known = byStated.get(one.stated.span.start);
    if (known === undefined) byStated.set(one.stated.span.start, one);
  }
  return [...byStated.values()];
}
