import type { DragEventHandler, ReactNode, Ref } from 'react';
import { classNames } from '@/components/ui/class-names';

/** One column of the page: a heading with its actions, a body that scrolls, and what stays at its foot. */
export function Pane({
  id,
  title,
  note,
  actions,
  footer,
  footerWhere = 'always',
  className,
  bodyRef,
  children,
  ...drag
}: {
  id: string;
  title: string;
  note?: ReactNode;
  actions?: ReactNode;
  footer?: ReactNode;
  /** `narrow`: only where one pane is shown at a time. */
  footerWhere?: 'always' | 'narrow';
  className?: string;
  bodyRef?: Ref<HTMLDivElement>;
  children: ReactNode;
  onDrop?: DragEventHandler;
  onDragOver?: DragEventHandler;
  onDragLeave?: DragEventHandler;
}) {
  return (
    <section
      id={id}
      aria-labelledby={`${id}-title`}
      className={classNames('flex h-full min-h-0 flex-col bg-pane', className)}
      {...drag}
    >
      <header className="flex min-h-11 items-center gap-2 border-b border-line pr-2 pl-4">
        <h2 id={`${id}-title`} tabIndex={-1} className="-ml-1 rounded px-1 text-sm font-semibold">
          {title}
        </h2>
        <div className="min-w-0 grow text-xs text-ink-3">{note}</div>
        <div className="flex items-center gap-0.5">{actions}</div>
      </header>
      <div
        ref={bodyRef}
        className="relative min-h-0 grow overflow-y-auto overscroll-contain px-4 py-3"
      >
        {children}
      </div>
      {footer === undefined ? null : (
        <footer
          className={classNames(
            'border-t border-line bg-pane px-4 py-2.5',
            footerWhere === 'narrow' && 'split:hidden',
          )}
        >
          {footer}
        </footer>
      )}
    </section>
  );
}
