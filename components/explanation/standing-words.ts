import type { Meter } from '@/lib/audit/meters/meter';
import type { RubricElement } from '@/lib/audit/rubrics/rubric';

/** How an element of a rubric stands, in words. */
export const STANDING_WORDS: Record<RubricElement['standing'], string> = {
  there: 'There',
  missing: 'Missing',
  'cannot-tell': 'Cannot tell',
};

/** What the state of a meter is called. */
export const METER_WORDS: Record<Meter['state'], string> = {
  fine: 'Fine',
  notice: 'Notice',
  alarm: 'Alarm',
};
