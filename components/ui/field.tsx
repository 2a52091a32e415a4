import { type InputHTMLAttributes, type ReactNode, type SelectHTMLAttributes, useId } from 'react';
import { classNames } from '@/components/ui/class-names';

const CONTROL =
  'h-9 w-full min-w-0 rounded-md border border-control-line bg-pane px-2.5 text-sm placeholder:text-ink-3 disabled:opacity-55';

/** A field of a form with its name above it and a note below. */
export function TextField({
  label,
  note,
  className,
  ...input
}: InputHTMLAttributes<HTMLInputElement> & { label: string; note?: ReactNode }) {
  const id = useId();
  return (
    <Labelled id={id} label={label} note={note} className={className}>
      <input
        id={id}
        autoComplete="off"
        spellCheck={false}
        {...(note === undefined ? {} : { 'aria-describedby': `${id}-note` })}
        {...input}
        className={CONTROL}
      />
    </Labelled>
  );
}

/** A choice of a form, as `TextField`. */
export function SelectField({
  label,
  note,
  className,
  children,
  ...select
}: SelectHTMLAttributes<HTMLSelectElement> & { label: string; note?: ReactNode }) {
  const id = useId();
  return (
    <Labelled id={id} label={label} note={note} className={className}>
      <select
        id={id}
        {...(note === undefined ? {} : { 'aria-describedby': `${id}-note` })}
        {...select}
        className={CONTROL}
      >
        {children}
      </select>
    </Labelled>
  );
}

function Labelled({
  id,
  label,
  note,
  className,
  children,
}: {
  id: string;
  label: string;
  note: ReactNode;
  className: string | undefined;
  children: ReactNode;
}) {
  return (
    <div className={classNames('grid min-w-0 content-start gap-1', className)}>
      <label htmlFor={id} className="text-xs font-medium text-ink-2">
        {label}
      </label>
      {children}
      {note === undefined ? null : (
        <p id={`${id}-note`} className="text-2xs text-ink-3">
          {note}
        </p>
      )}
    </div>
  );
}
