import type { ButtonHTMLAttributes, ReactNode, Ref } from 'react';
import { classNames } from '@/components/ui/class-names';
import { Icon, type IconName } from '@/components/ui/icon';

type Emphasis = 'primary' | 'outlined' | 'quiet';

const EMPHASIS: Record<Emphasis, string> = {
  primary: 'bg-action text-on-action border-transparent hover:bg-action-hover font-semibold',
  outlined: 'border-control-line bg-pane text-ink hover:bg-sunken',
  quiet: 'border-transparent text-ink-2 hover:bg-sunken hover:text-ink',
};

export interface ButtonProps extends ButtonHTMLAttributes<HTMLButtonElement> {
  readonly emphasis?: Emphasis;
  readonly icon?: IconName;
  /** Stands after the words. */
  readonly trailingIcon?: IconName;
  /** The key that does the same, as `aria-keyshortcuts` writes it; shown in the tooltip. */
  readonly shortcut?: string;
  /** Without visible words: `aria-label` names it. */
  readonly iconOnly?: boolean;
  readonly children?: ReactNode;
  readonly ref?: Ref<HTMLButtonElement>;
}

/** A button at least 32 px high, so that it can be hit on glass as well as with a mouse. */
export function Button({
  emphasis = 'quiet',
  icon,
  trailingIcon,
  shortcut,
  iconOnly = false,
  className,
  children,
  title,
  ref,
  ...rest
}: ButtonProps) {
  const name = title ?? rest['aria-label'];
  return (
    <button
      type="button"
      ref={ref}
      {...rest}
      {...(shortcut === undefined ? {} : { 'aria-keyshortcuts': shortcut })}
      title={shortcut === undefined || name === undefined ? title : `${name} (${shortcut})`}
      className={classNames(
        'inline-flex h-8 items-center justify-center gap-1.5 rounded-md border text-xs whitespace-nowrap transition-colors disabled:cursor-not-allowed disabled:opacity-55',
        iconOnly ? 'w-8' : 'px-2.5',
        EMPHASIS[emphasis],
        className,
      )}
    >
      {icon === undefined ? null : <Icon name={icon} />}
      {children}
      {trailingIcon === undefined ? null : <Icon name={trailingIcon} size={13} />}
    </button>
  );
}
