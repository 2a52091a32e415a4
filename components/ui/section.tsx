import { type ReactNode, useId } from 'react';
import { Disclosure } from '@/components/ui/disclosure';

/** A part of a pane under its own small heading; with `fold` it can be folded away, and that is remembered. */
export function Section({
  title,
  note,
  fold,
  children,
}: {
  title: string;
  note?: ReactNode;
  /** A stable name, and whether it is open until someone folds it. */
  fold?: { readonly id: string; readonly open: boolean };
  children: ReactNode;
}) {
  const heading = useId();
  const titled = (
    <h3 id={heading} className="text-xs font-semibold text-ink-2">
      {title}
    </h3>
  );
  if (fold !== undefined) {
    return (
      <section
        aria-labelledby={heading}
        className="border-t border-line pt-2.5 pb-3 first:border-t-0 first:pt-0"
      >
        <Disclosure id={fold.id} open={fold.open} summary={titled} note={note}>
          <div className="grid grid-cols-1 gap-2 pt-2">{children}</div>
        </Disclosure>
      </section>
    );
  }
  return (
    <section
      aria-labelledby={heading}
      className="grid grid-cols-1 gap-2 border-t border-line pt-3 pb-4 first:border-t-0 first:pt-0"
    >
      <div className="flex flex-wrap items-baseline justify-between gap-x-3">
        {titled}
        {note === undefined ? null : <span className="text-2xs text-ink-3">{note}</span>}
      </div>
      {children}
    </section>
  );
}
