'use client';

import { PAGES, type PageName } from '@/components/frame/page-bar';
import { MenuAction } from '@/components/ui/menu';

/** The other pages as actions of a menu, for screens on which their links have no room. */
export function PageActions({ page, locked }: { page: PageName; locked: boolean }) {
  return PAGES.filter(({ name }) => name !== page).map(({ name, address, long, icon }) => (
    <MenuAction
      key={name}
      label={long}
      icon={icon}
      disabled={locked}
      onClick={() => location.assign(address)}
    />
  ));
}
