'use client';

import { PageActions } from '@/components/frame/page-actions-menu';
import { PageBar, type PageName } from '@/components/frame/page-bar';
import { useTheme } from '@/components/theme/use-theme';
import { Button } from '@/components/ui/button';
import { Menu } from '@/components/ui/menu';

/** The bar of a page that is read from top to bottom: the pages and the theme. */
export function DocumentBar({ page, locked = false }: { page: PageName; locked?: boolean }) {
  const { theme, toggle } = useTheme();
  const other = theme === 'dark' ? 'Light theme' : 'Dark theme';
  return (
    <PageBar page={page} locked={locked}>
      <div className="ml-auto flex items-center gap-0.5">
        <Button
          icon={theme === 'dark' ? 'light' : 'dark'}
          iconOnly
          aria-label={other}
          onClick={toggle}
        />
        <div className="split:hidden">
          <Menu label="More" icon="more" iconOnly>
            <PageActions page={page} locked={locked} />
          </Menu>
        </div>
      </div>
    </PageBar>
  );
}
