'use client';

import { type ReactNode, useState } from 'react';
import { Button } from '@/components/ui/button';

/** A long list a portion at a time, so that the page stays quick; nothing is out of reach. */
export function Portions<Item>({
  items,
  size,
  what,
  children,
}: {
  items: readonly Item[];
  size: number;
  /** What the items are called, for the button. */
  what: string;
  children: (shown: readonly Item[]) => ReactNode;
}) {
  const [limit, setLimit] = useState(size);
  const left = items.length - limit;
  return (
    <>
      {children(items.slice(0, limit))}
      {left <= 0 ? null : (
        <div>
          <Button emphasis="outlined" onClick={() => setLimit(limit + size)}>
            Show {Math.min(size, left)} more of {items.length.toLocaleString('en')} {what}
          </Button>
        </div>
      )}
    </>
  );
}
