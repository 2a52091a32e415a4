'use client';

import type { ReactNode } from 'react';
import { PageActions } from '@/components/frame/page-actions-menu';
import { PageBar, type PageName } from '@/components/frame/page-bar';
import { useTheme } from '@/components/theme/use-theme';
import { Button } from '@/components/ui/button';
import { Menu, MenuAction } from '@/components/ui/menu';

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
    <PageBar page={page} locked={locked} isHeading>
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
            <PageActions page={page} locked={locked} />
            <MenuAction label={other} icon={theme === 'dark' ? 'light' : 'dark'} onClick={toggle} />
            <MenuAction label="Keys" icon="help" onClick={onKeys} />
            <MenuAction label="About Rationale" icon="about" onClick={onAbout} />
          </Menu>
        </div>
      </nav>
    </PageBar>
  );
}
