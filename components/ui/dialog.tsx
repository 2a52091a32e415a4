'use client';

import { type ReactNode, useId, useLayoutEffect, useRef } from 'react';
import { Button } from '@/components/ui/button';
import { classNames } from '@/components/ui/class-names';

/**
 * A modal dialog. The browser's own `<dialog>` keeps focus inside while it is open and gives it back to where it was
 * when it closes; Escape and a press beside the dialog close it.
 */
export function Dialog({
  title,
  placement = 'middle',
  onClose,
  children,
}: {
  title: string;
  placement?: 'middle' | 'side';
  onClose: () => void;
  children: ReactNode;
}) {
  const ref = useRef<HTMLDialogElement>(null);
  const heading = useId();

  // A layout effect, because focus is only given back by a dialog that is closed before it leaves the page.
  useLayoutEffect(() => {
    const dialog = ref.current;
    if (dialog !== null && !dialog.open) dialog.showModal();
    return () => dialog?.close();
  }, []);

  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: a press beside the dialog repeats what Escape does
    <dialog
      ref={ref}
      aria-labelledby={heading}
      onClose={(event) => {
        if (!event.currentTarget.open) onClose();
      }}
      onClick={(event) => {
        if (event.target === event.currentTarget) event.currentTarget.close();
      }}
      className={classNames(
        'border border-line bg-pane p-0 text-ink shadow-raised',
        placement === 'middle'
          ? 'm-auto max-h-[min(44rem,92dvh)] w-[min(40rem,calc(100vw-1.5rem))] rounded-lg'
          : 'mr-0 ml-auto h-dvh max-h-dvh w-[min(30rem,100vw)] max-w-[100vw] border-y-0 border-r-0',
      )}
    >
      <div className="flex max-h-[inherit] flex-col">
        <header className="flex items-center justify-between gap-3 border-b border-line py-2 pr-2 pl-4">
          <h2 id={heading} className="text-base font-semibold">
            {title}
          </h2>
          <Button
            icon="close"
            iconOnly
            aria-label="Close"
            shortcut="Escape"
            onClick={() => ref.current?.close()}
          />
        </header>
        <div className="min-h-0 overflow-y-auto overscroll-contain px-4 py-3">{children}</div>
      </div>
    </dialog>
  );
}
