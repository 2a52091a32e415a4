import { type ReactNode, useId } from 'react';

/** A part of a pane under its own small heading. */
export function Section({
  title,
  note,
  children,
}: {
  title: string;
  note?: ReactNode;
  children: ReactNode;
}) {
  const heading = useId();
  return (
    <section
      aria-labelledby={heading}
      className="grid gap-2 border-t border-line pt-3 pb-4 first:border-t-0 first:pt-0"
    >
      <div className="flex flex-wrap items-baseline justify-between gap-x-3">
        <h3 id={heading} className="text-xs font-semibold text-ink-2">
          {title}
        </h3>
        {note === undefined ? null : <span className="text-2xs text-ink-3">{note}</span>}
      </div>
      {children}
    </section>
  );
}
