'use client';

import { type ReactNode, useId, useState } from 'react';

export interface FilteredEntry {
  readonly id: string;
  /** In lower case. */
  readonly words: string;
  readonly content: ReactNode;
}

export interface FilteredGroup {
  readonly title: string;
  readonly entries: readonly FilteredEntry[];
}

/** Groups of entries, of which those stay that have every word typed. */
export function FilteredGroups({
  groups,
  total,
}: {
  groups: readonly FilteredGroup[];
  total: number;
}) {
  const [query, setQuery] = useState('');
  const field = useId();
  const words = query.normalize('NFKD').toLowerCase().split(/\s+/).filter(Boolean);
  const isShown = (entry: FilteredEntry) => words.every((word) => entry.words.includes(word));
  const shown = groups.flatMap(({ entries }) => entries).filter(isShown).length;
  return (
    <>
      <div className="grid gap-1">
        <label htmlFor={field} className="text-xs font-semibold text-ink-2">
          Find a formula
        </label>
        <input
          id={field}
          type="search"
          value={query}
          onChange={(event) => setQuery(event.target.value)}
          placeholder="anion gap, creatinine, Wells …"
          autoComplete="off"
          className="h-9 w-full max-w-md rounded-md border border-control-line bg-pane px-2.5 text-sm text-ink placeholder:text-ink-3"
        />
        <p role="status" className="text-2xs text-ink-3">
          {shown === total ? `${total} formulas and scores` : `${shown} of ${total}`}
        </p>
      </div>
      {groups.map(({ title, entries }) => (
        <section key={title} hidden={!entries.some(isShown)} className="grid grid-cols-1 gap-3">
          <h2 className="border-b border-line pb-1 text-sm font-semibold">{title}</h2>
          {entries.map((entry) => (
            <div key={entry.id} id={entry.id} hidden={!isShown(entry)}>
              {entry.content}
            </div>
          ))}
        </section>
      ))}
    </>
  );
}
