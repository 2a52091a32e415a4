'use client';

import type { ReactNode } from 'react';
import { useTheme } from '@/components/theme/use-theme';
import { Button } from '@/components/ui/button';
import { classNames } from '@/components/ui/class-names';
import { Menu, MenuAction } from '@/components/ui/menu';

const PAGES = [
  { name: 'reason', address: '/', label: 'Reason', long: 'Reason about a case' },
  { name: 'audit', address: '/audit', label: 'Check', long: 'Check a reasoning' },
] as const;

type PageName = (typeof PAGES)[number]['name'];

/** The name, the pages, the model's state, and what concerns the whole page. */
export function TopBar({
  page,
  status,
  newLabel,
  locked,
  onRuns,
  onNew,
  onKeys,
  onAbout,
}: {
  page: PageName;
  status: ReactNode;
  /** What the button calls that empties the page. */
  newLabel: string;
  locked: boolean;
  onRuns: () => void;
  onNew: () => void;
  onKeys: () => void;
  onAbout: () => void;
}) {
  const { theme, toggle } = useTheme();
  const other = theme === 'dark' ? 'Light theme' : 'Dark theme';
  return (
    <header className="flex h-12 shrink-0 items-center gap-2 border-b border-line bg-pane px-3 split:px-4">
      <h1 className="flex items-center gap-2 text-[0.9375rem] font-semibold tracking-tight">
        <Mark />
        Rationale
      </h1>
      <PageLinks page={page} locked={locked} />
      <div className="flex min-w-0 grow items-center">{status}</div>
      <nav aria-label="Page" className="flex items-center gap-0.5">
        <Button icon="new" shortcut="N" title={newLabel} disabled={locked} onClick={onNew}>
          <span className="max-split:sr-only">{newLabel}</span>
        </Button>
        <Button icon="runs" shortcut="L" title="Earlier runs" onClick={onRuns}>
          <span className="max-split:sr-only">Runs</span>
        </Button>
        <div className="flex max-split:hidden">
          <Button
            icon={theme === 'dark' ? 'light' : 'dark'}
            iconOnly
            aria-label={other}
            shortcut="T"
            onClick={toggle}
          />
          <Button icon="help" iconOnly aria-label="Keys" shortcut="?" onClick={onKeys} />
          <Button icon="about" iconOnly aria-label="About Rationale" onClick={onAbout} />
        </div>
        <div className="split:hidden">
          <Menu label="More" icon="more" iconOnly>
            {PAGES.filter(({ name }) => name !== page).map(({ name, address, long }) => (
              <MenuAction
                key={name}
                label={long}
                icon={name === 'audit' ? 'check' : 'run'}
                disabled={locked}
                onClick={() => location.assign(address)}
              />
            ))}
            <MenuAction label={other} icon={theme === 'dark' ? 'light' : 'dark'} onClick={toggle} />
            <MenuAction label="Keys" icon="help" onClick={onKeys} />
            <MenuAction label="About Rationale" icon="about" onClick={onAbout} />
          </Menu>
        </div>
      </nav>
    </header>
  );
}

/** Plain links: each page is loaded by itself, so that a first visit pays for one of them. */
function PageLinks({ page, locked }: { page: PageName; locked: boolean }) {
  return (
    <nav aria-label="Pages" className="mx-2 flex gap-0.5 max-split:hidden">
      {PAGES.map(({ name, address, label, long }) => {
        const here = name === page;
        return (
          <a
            key={name}
            // Leaving would end what is under way.
            href={locked && !here ? undefined : address}
            aria-disabled={locked && !here}
            aria-current={here ? 'page' : undefined}
            title={long}
            className={classNames(
              'inline-flex h-8 items-center rounded-md px-2.5 text-xs',
              here ? 'bg-sunken font-semibold text-ink' : 'text-ink-2 hover:bg-sunken',
            )}
          >
            {label}
          </a>
        );
      })}
    </nav>
  );
}

/** Three steps that rest on one line. */
function Mark() {
  return (
    <svg aria-hidden="true" width="20" height="20" viewBox="0 0 20 20" fill="none">
      <path d="M3 3v14" stroke="currentColor" strokeWidth="2" strokeLinecap="round" />
      <path
        d="M7.5 5H17M7.5 10h6M7.5 15h8"
        stroke="currentColor"
        strokeWidth="2"
        strokeLinecap="round"
      />
    </svg>
  );
}
