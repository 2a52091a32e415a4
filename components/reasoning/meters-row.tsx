'use client';

import { MeterList } from '@/components/explanation/meter-list';
import { METER_WORDS } from '@/components/explanation/standing-words';
import { classNames } from '@/components/ui/class-names';
import { Disclosure } from '@/components/ui/disclosure';
import { Icon, type IconName } from '@/components/ui/icon';
import type { Meter } from '@/lib/audit/meters/meter';

const LOOK: Record<Meter['state'], { readonly icon: IconName; readonly colour: string }> = {
  fine: { icon: 'supported', colour: 'text-ink-3' },
  notice: { icon: 'about', colour: 'text-not-in-case' },
  alarm: { icon: 'warning', colour: 'text-contradicted' },
};

/** Shown also while they are fine; the others once they are not, and all of them in what unfolds. */
const WATCHED: ReadonlySet<string> = new Set(['form', 'steps', 'length', 'repetition', 'loop']);

/** Of these, what is left out while it is fine where the screen is narrow. */
const WIDE_ONLY: ReadonlySet<string> = new Set(['form', 'steps']);

/** The meters of a run in one row that grows no longer while it runs; unfolded, each with its formula and source. */
export function MetersRow({ meters }: { meters: readonly Meter[] }) {
  return (
    <Disclosure
      id="meters"
      className="text-2xs"
      summary={
        <span className="flex flex-wrap gap-x-3 gap-y-0.5">
          <span className="font-semibold text-ink-2">Meters</span>
          {meters
            .filter(({ id, state }) => state !== 'fine' || WATCHED.has(id))
            .map((meter) => (
              <MeterItem key={meter.id} meter={meter} />
            ))}
        </span>
      }
    >
      <div className="relative max-h-[40vh] overflow-y-auto pt-2">
        <MeterList meters={meters} />
      </div>
    </Disclosure>
  );
}

function MeterItem({ meter }: { meter: Meter }) {
  const { icon, colour } = LOOK[meter.state];
  const fine = meter.state === 'fine';
  return (
    <span
      className={classNames(
        'inline-flex items-center gap-1 whitespace-nowrap',
        colour,
        fine && WIDE_ONLY.has(meter.id) && 'max-split:hidden',
      )}
    >
      <Icon name={icon} size={12} />
      {meter.title} <span className="font-mono text-ink-2">{meter.shown}</span>
      <span className={fine ? 'sr-only' : 'font-medium'}>{METER_WORDS[meter.state]}.</span>
    </span>
  );
}
