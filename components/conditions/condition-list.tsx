'use client';

import { type ReactNode, useEffect, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { Button } from '@/components/ui/button';
import { SelectField, TextField } from '@/components/ui/field';
import { Icon } from '@/components/ui/icon';

export interface ListedCondition {
  readonly id: string;
  readonly name: string;
  readonly icd10: string;
  /** 1 (most severe) to 5. */
  readonly severity: number;
  readonly cantMiss: boolean;
  readonly gloss: string;
  /** What it is found by, in lower case. */
  readonly words: string;
  readonly content: ReactNode;
}

interface Filter {
  readonly query: string;
  /** As the field gives it; empty for any. */
  readonly severity: string;
  readonly cantMissOnly: boolean;
}

const NO_FILTER: Filter = { query: '', severity: '', cantMissOnly: false };
const SEVERITIES = [1, 2, 3, 4, 5] as const;

function passes({ query, severity, cantMissOnly }: Filter, entry: ListedCondition): boolean {
  const words = query.normalize('NFKD').toLowerCase().split(/\s+/).filter(Boolean);
  return (
    words.every((word) => entry.words.includes(word)) &&
    (severity === '' || String(entry.severity) === severity) &&
    (!cantMissOnly || entry.cantMiss)
  );
}

/** Unfolds the condition that the address names and brings it into view; `showAll` runs first where it is filtered out. */
function reveal(list: HTMLElement | null, showAll: () => void): void {
  const id = location.hash.slice(1);
  const part = [...(list?.querySelectorAll('details') ?? [])].find(
    ({ dataset }) => dataset.condition === id,
  );
  if (part === undefined) return;
  if (part.hidden) showAll();
  part.open = true;
  part.scrollIntoView();
}

/** The conditions as parts that unfold, of which those stay that pass the filter; `#id` in the address unfolds one. */
export function ConditionList({ entries }: { entries: readonly ListedCondition[] }) {
  const [filter, setFilter] = useState(NO_FILTER);
  const list = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const follow = () => reveal(list.current, () => flushSync(() => setFilter(NO_FILTER)));
    if (location.hash !== '') follow();
    window.addEventListener('hashchange', follow);
    return () => window.removeEventListener('hashchange', follow);
  }, []);
  const shown = entries.filter((entry) => passes(filter, entry)).length;
  const foldAll = (open: boolean) => {
    for (const part of list.current?.querySelectorAll('details') ?? []) {
      if (!part.hidden) part.open = open;
    }
  };
  return (
    <>
      <div className="grid gap-2 print:hidden">
        <FilterFields filter={filter} onChange={setFilter} />
        <div className="flex flex-wrap items-center gap-1.5">
          <p role="status" className="mr-auto text-2xs text-ink-3">
            {shown === entries.length
              ? `${entries.length} conditions`
              : `${shown} of ${entries.length} conditions`}
          </p>
          <Button onClick={() => foldAll(true)}>Unfold all</Button>
          <Button onClick={() => foldAll(false)}>Fold all</Button>
          <Button icon="print" onClick={() => window.print()}>
            Print these
          </Button>
        </div>
      </div>
      <div ref={list} className="grid grid-cols-1 gap-2">
        {entries.map((entry) => (
          <Entry key={entry.id} entry={entry} hidden={!passes(filter, entry)} />
        ))}
      </div>
    </>
  );
}

function FilterFields({
  filter,
  onChange,
}: {
  filter: Filter;
  onChange: (filter: Filter) => void;
}) {
  return (
    <div className="grid items-end gap-x-4 gap-y-2 sm:grid-cols-[minmax(0,1fr)_12rem_auto]">
      <TextField
        label="Find a condition"
        type="search"
        value={filter.query}
        placeholder="name, other name or ICD-10 code"
        onChange={(event) => onChange({ ...filter, query: event.target.value })}
      />
      <SelectField
        label="Severity"
        value={filter.severity}
        onChange={(event) => onChange({ ...filter, severity: event.target.value })}
      >
        <option value="">any</option>
        {SEVERITIES.map((severity) => (
          <option key={severity} value={severity}>
            {severityWords(severity)}
          </option>
        ))}
      </SelectField>
      <label className="flex h-9 items-center gap-2 text-xs font-medium text-ink-2">
        <input
          type="checkbox"
          checked={filter.cantMissOnly}
          onChange={(event) => onChange({ ...filter, cantMissOnly: event.target.checked })}
          className="size-4 shrink-0 accent-accent"
        />
        Can’t miss only
      </label>
    </div>
  );
}

function severityWords(severity: number): string {
  if (severity === 1) return '1 (most severe)';
  return severity === 5 ? '5 (least severe)' : String(severity);
}

/** On paper it stands unfolded. A link may have unfolded it before React listens, which is no fault. */
function Entry({ entry, hidden }: { entry: ListedCondition; hidden: boolean }) {
  const { id, name, icd10, severity, cantMiss, gloss, content } = entry;
  return (
    <details
      data-condition={id}
      hidden={hidden}
      suppressHydrationWarning
      className="scroll-mt-2 rounded-lg border border-line bg-pane print:border-0 print:border-t print:details-content:[content-visibility:visible]"
    >
      <summary className="flex flex-wrap items-baseline gap-x-1.5 gap-y-0.5 rounded-lg px-3.5 py-2.5 marker:content-none print:break-after-avoid [&::-webkit-details-marker]:hidden">
        <span className="self-center text-ink-3 transition-transform print:hidden [details[open]>summary_&]:rotate-90">
          <Icon name="next" size={12} />
        </span>
        <h2 className="min-w-0 text-sm font-semibold">{name}</h2>
        {cantMiss ? (
          <span className="inline-flex items-center gap-1 self-center pl-1.5 text-2xs font-semibold text-contradicted">
            <Icon name="warning" size={12} />
            can’t miss
          </span>
        ) : null}
        <span className="ml-auto pl-1.5 text-2xs text-ink-3">
          ICD-10 <span className="font-mono">{icd10}</span> · severity {severity} of 5
        </span>
        <span className="basis-full text-xs text-ink-2">{gloss}</span>
      </summary>
      <div id={id} className="scroll-mt-16 border-t border-line px-3.5 py-3 print:border-0">
        {content}
      </div>
    </details>
  );
}
