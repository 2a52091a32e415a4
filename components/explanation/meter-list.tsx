import { METER_WORDS } from '@/components/explanation/standing-words';
import { classNames } from '@/components/ui/class-names';
import { Icon, type IconName } from '@/components/ui/icon';
import { PlainText } from '@/components/ui/plain-text';
import type { Meter } from '@/lib/audit/meters/meter';

const STATE_ICONS: Record<Meter['state'], IconName> = {
  fine: 'supported',
  notice: 'about',
  alarm: 'warning',
};

const STATE_COLOURS: Record<Meter['state'], string> = {
  fine: 'text-ink-2',
  notice: 'text-not-in-case',
  alarm: 'text-contradicted',
};

/** Each figure of the run with what it means here, its formula and where that comes from. */
export function MeterList({ meters }: { meters: readonly Meter[] }) {
  return (
    <ul className="grid grid-cols-1">
      {meters.map((meter) => (
        <li
          key={meter.id}
          className="grid gap-0.5 border-t border-line py-1.5 text-xs first:border-t-0 first:pt-0"
        >
          <div className="flex flex-wrap items-baseline justify-between gap-x-3">
            <h4 className="font-medium">{meter.title}</h4>
            <span className="inline-flex items-center gap-2">
              <span className="font-mono">{meter.shown}</span>
              <span
                className={classNames(
                  'inline-flex items-center gap-1 font-medium',
                  STATE_COLOURS[meter.state],
                )}
              >
                <Icon name={STATE_ICONS[meter.state]} size={13} /> {METER_WORDS[meter.state]}
              </span>
            </span>
          </div>
          <p className="wrap-anywhere text-ink-2">
            <PlainText text={meter.detail} />
          </p>
          <p className="text-2xs wrap-anywhere text-ink-3">
            <span className="font-mono">{meter.formula}</span> · {meter.source}
          </p>
        </li>
      ))}
    </ul>
  );
}
