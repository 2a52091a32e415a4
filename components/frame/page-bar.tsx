import type { ReactNode } from 'react';
import { classNames } from '@/components/ui/class-names';

export const PAGES = [
  { name: 'reason', address: '/', label: 'Reason', long: 'Reason about a case', icon: 'run' },
  {
    name: 'compare',
    address: '/compare',
    label: 'Compare',
    long: 'Compare two models on a case',
    icon: 'compare',
  },
  { name: 'audit', address: '/audit', label: 'Check', long: 'Check a reasoning', icon: 'check' },
  { name: 'models', address: '/models', label: 'Models', long: 'Models', icon: 'device' },
] as const;

export type PageName = (typeof PAGES)[number]['name'];

/** The bar of every page: the name, the pages, and what the page itself puts there. */
export function PageBar({
  page,
  locked,
  isHeading = false,
  children,
}: {
  page: PageName;
  /** Leaving would end what is under way. */
  locked: boolean;
  /** Whether the name is the heading of the page. */
  isHeading?: boolean;
  children: ReactNode;
}) {
  const Name = isHeading ? 'h1' : 'p';
  return (
    <header className="flex h-12 shrink-0 items-center gap-2 border-b border-line bg-pane px-3 split:px-4 print:hidden">
      <Name className="flex items-center gap-2 text-[0.9375rem] font-semibold tracking-tight">
        <Mark />
        Rationale
      </Name>
      <PageLinks page={page} locked={locked} />
      {children}
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
