/** A probability as a whole percentage; the ends are never rounded to certainty. */
export function percentage(probability: number): string {
  const whole = Math.round(probability * 100);
  if (whole === 0 && probability > 0) return '<1 %';
  if (whole === 100 && probability < 1) return '>99 %';
  return `${whole} %`;
}

/** A probability as a hairline bar with its figure. */
export function ProbabilityBar({ probability }: { probability: number }) {
  return (
    <span className="inline-flex items-center gap-2">
      <span aria-hidden="true" className="h-1.5 w-14 overflow-hidden rounded-full bg-line">
        <span
          className="block h-full rounded-full bg-ink-3"
          style={{ width: `${Math.min(1, Math.max(0, probability)) * 100}%` }}
        />
      </span>
      <span className="w-11 text-right text-xs text-ink-2 tabular-nums">
        {percentage(probability)}
      </span>
    </span>
  );
}
