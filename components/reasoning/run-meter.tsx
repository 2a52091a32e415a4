'use client';

import { useEffect, useState } from 'react';
import { classNames } from '@/components/ui/class-names';

/** How far a run is and how fast it goes. `startedAt` is a `performance.now()` reading; once it has ended, the clock stands. */
export function RunMeter({
  tokens,
  decodeMilliseconds,
  startedAt,
}: {
  tokens: number;
  /** Time spent on generating tokens. */
  decodeMilliseconds: number;
  startedAt: number;
}) {
  const [now, setNow] = useState(startedAt);
  useEffect(() => {
    const timer = setInterval(() => setNow(performance.now()), 100);
    return () => clearInterval(timer);
  }, []);
  return (
    <RunFigures
      tokens={tokens}
      decodeMilliseconds={decodeMilliseconds}
      milliseconds={now - startedAt}
    />
  );
}

/** Tokens, speed and time of a run as figures that do not jump. */
export function RunFigures({
  tokens,
  decodeMilliseconds,
  milliseconds,
}: {
  tokens: number;
  decodeMilliseconds: number;
  milliseconds: number;
}) {
  const speed = decodeMilliseconds > 0 && tokens > 1 ? (tokens / decodeMilliseconds) * 1000 : 0;
  return (
    <dl className="flex flex-wrap items-baseline gap-x-3 text-xs text-ink-2">
      <Figure term="tokens" value={`${tokens}`} className="max-split:hidden" />
      <Figure term="tok/s" value={speed === 0 ? '–' : speed.toFixed(speed < 10 ? 1 : 0)} />
      <Figure term="s" value={(Math.max(0, milliseconds) / 1000).toFixed(1)} />
    </dl>
  );
}

function Figure({ term, value, className }: { term: string; value: string; className?: string }) {
  return (
    <div className={classNames('flex flex-row-reverse items-baseline gap-1', className)}>
      <dt className="text-ink-3">{term}</dt>
      <dd className="font-mono">{value}</dd>
    </div>
  );
}
