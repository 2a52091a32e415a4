'use client';

import { type ReactNode, useEffect, useId, useRef, useState } from 'react';
import { Button } from '@/components/ui/button';
import { classNames } from '@/components/ui/class-names';
import type { IconName } from '@/components/ui/icon';

/**
 * A button that opens a small list of further actions below it. It closes on Escape, on a press elsewhere, when focus leaves
 * it and when one of its actions was taken. After Escape and after an action focus returns to the button.
 */
export function Menu({
  label,
  face,
  icon,
  iconOnly = false,
  shortcut,
  emphasis = 'quiet',
  align = 'end',
  width = 'w-56',
  disabled = false,
  children,
}: {
  label: string;
  /** What the button shows in place of its icon and label. */
  face?: ReactNode;
  /** Without one the label is followed by an arrow. */
  icon?: IconName;
  iconOnly?: boolean;
  shortcut?: string;
  emphasis?: 'outlined' | 'quiet';
  align?: 'start' | 'end';
  width?: string;
  disabled?: boolean;
  /** What is given as a function is made when the list is opened, and not before. */
  children: ReactNode | (() => ReactNode);
}) {
  const [open, setOpen] = useState(false);
  const root = useRef<HTMLDivElement>(null);
  const trigger = useRef<HTMLButtonElement>(null);
  const list = useId();

  useEffect(() => {
    if (!open) return;
    const closeOutside = (event: PointerEvent) => {
      if (event.target instanceof Node && !root.current?.contains(event.target)) setOpen(false);
    };
    // Heard before the page's own keys, for which Escape means something else.
    const closeOnEscape = (event: KeyboardEvent) => {
      if (event.key !== 'Escape') return;
      event.preventDefault();
      setOpen(false);
      trigger.current?.focus();
    };
    document.addEventListener('pointerdown', closeOutside);
    document.addEventListener('keydown', closeOnEscape, true);
    return () => {
      document.removeEventListener('pointerdown', closeOutside);
      document.removeEventListener('keydown', closeOnEscape, true);
    };
  }, [open]);

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: it only hears what bubbles from the controls inside it
    <div
      ref={root}
      className="relative min-w-0"
      onBlur={(event) => {
        if (event.relatedTarget instanceof Node && !root.current?.contains(event.relatedTarget)) {
          setOpen(false);
        }
      }}
    >
      <Button
        ref={trigger}
        {...(icon === undefined ? { trailingIcon: 'down' } : { icon })}
        iconOnly={iconOnly}
        emphasis={emphasis}
        disabled={disabled}
        className="max-w-full"
        aria-expanded={open}
        aria-controls={list}
        {...(iconOnly ? { 'aria-label': label } : { title: label })}
        {...(shortcut === undefined ? {} : { shortcut })}
        onClick={() => setOpen(!open)}
      >
        {iconOnly ? null : (face ?? label)}
      </Button>
      {/* biome-ignore lint/a11y/useKeyWithClickEvents: the controls inside are buttons and hear keys themselves */}
      {/* biome-ignore lint/a11y/noStaticElementInteractions: it only hears what bubbles from the controls inside it */}
      <div
        id={list}
        hidden={!open}
        onClick={(event) => {
          if (!(event.target instanceof Element) || event.target.closest('button') === null) return;
          // A hidden control loses focus to the page; what the action itself moved focus to keeps it.
          if (event.currentTarget.contains(document.activeElement)) trigger.current?.focus();
          setOpen(false);
        }}
        className={classNames(
          'absolute top-full z-30 mt-1 flex-col rounded-md border border-line bg-pane p-1 shadow-raised [&:not([hidden])]:flex',
          align === 'end' ? 'right-0' : 'left-0',
          width,
        )}
      >
        {typeof children !== 'function' ? children : open ? children() : null}
      </div>
    </div>
  );
}

/** One action of a menu, with a line that says what it gives. */
export function MenuAction({
  label,
  note,
  icon,
  chosen,
  disabled = false,
  onClick,
}: {
  label: string;
  note?: string;
  icon?: IconName;
  /** Whether it is the one of several that holds now; absent where it is not one of several. */
  chosen?: boolean;
  disabled?: boolean;
  onClick: () => void;
}) {
  return (
    <Button
      {...(chosen === undefined ? {} : { 'aria-pressed': chosen })}
      {...(icon === undefined ? {} : { icon })}
      disabled={disabled}
      onClick={onClick}
      className="h-auto min-h-8 justify-start py-1.5 text-left text-ink disabled:text-ink-3 aria-pressed:bg-sunken"
    >
      <span className="grid whitespace-normal">
        <span>{label}</span>
        {note === undefined ? null : <span className="text-2xs text-ink-3">{note}</span>}
      </span>
    </Button>
  );
}
