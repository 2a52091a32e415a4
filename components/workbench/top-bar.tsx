'use client';

import type { ReactNode } from 'react';
import { useTheme } from '@/components/theme/use-theme';
import { Button } from '@/components/ui/button';
import { Menu, MenuAction } from '@/components/ui/menu';

/** The name, the model's state, and what concerns the whole page. */
export function TopBar({
  status,
  locked,
  onRuns,
  onNew,
  onKeys,
  onAbout,
}: {
  status: ReactNode;
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
      <span aria-hidden="true" className="mx-1 h-4 border-l border-line max-split:hidden" />
      <div className="flex min-w-0 grow items-center">{status}</div>
      <nav aria-label="Page" className="flex items-center gap-0.5">
        <Button icon="new" shortcut="N" title="New case" disabled={locked} onClick={onNew}>
          <span className="max-split:sr-only">New case</span>
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
            <MenuAction label={other} icon={theme === 'dark' ? 'light' : 'dark'} onClick={toggle} />
            <MenuAction label="Keys" icon="help" onClick={onKeys} />
            <MenuAction label="About Rationale" icon="about" onClick={onAbout} />
          </Menu>
        </div>
      </nav>
    </header>
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
