'use client';

import { MeterList } from '@/components/explanation/meter-list';
import { METER_WORDS } from '@/components/explanation/standing-words';
import { classNames } from '@/components/ui/class-names';
import { Disclosure } from '@/components/ui/disclosure';
import { Icon, type IconName } from '@/components/ui/icon';
import type { Meter } from '@/lib/audit/meter';

const LOOK: Record<Meter['state'], { readonly icon: IconName; readonly colour: string }> = {
  fine: { icon: 'supported', colour: 'text-ink-3' },
  notice: { icon: 'about', colour: 'text-not-in-case' },
  alarm: { icon: 'warning', colour: 'text-contradicted' },
};

/** Shown where there is no room for those that are fine. */
const ALWAYS: ReadonlySet<string> = new Set(['length', 'repetition', 'loop']);

/** The meters of a run in one row that grows no longer while it runs; unfolded, each with its formula and source. */
export function MetersRow({ meters }: { meters: readonly Meter[] }) {
  return (
    <Disclosure
      id="meters"
      className="text-2xs"
      summary={
        <span className="flex flex-wrap gap-x-3 gap-y-0.5">
          <span className="font-semibold text-ink-2">Meters</span>
          {meters.map((meter) => (
            <MeterItem key={meter.id} meter={meter} />
          ))}
        </span>
      }
    >
      <div className="max-h-[40vh] overflow-y-auto pt-2">
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
        fine && !ALWAYS.has(meter.id) && 'max-split:hidden',
      )}
    >
      <Icon name={icon} size={12} />
      {meter.title} <span className="font-mono text-ink-2">{meter.shown}</span>
      <span className={fine ? 'sr-only' : 'font-medium'}>{METER_WORDS[meter.state]}.</span>
    </span>
  );
}
