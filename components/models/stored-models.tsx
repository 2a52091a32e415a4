'use client';

import { useState } from 'react';
import { bytesWords } from '@/components/models/figures';
import { nameOfDownload } from '@/components/models/name-of-download';
import { Empty, PageSection } from '@/components/models/page-section';
import type { DownloadState, Downloads } from '@/components/models/use-downloads';
import { useKeptOwnModels } from '@/components/models/use-kept-own-models';
import { Button } from '@/components/ui/button';
import { FaultNotice, Hint } from '@/components/ui/notice';
import { PlainText } from '@/components/ui/plain-text';
import type { OwnModel } from '@/lib/engine/catalogue/own-models';
import type { StoredFiles } from '@/lib/engine/download/list-stored';
import type { Fault } from '@/lib/text/outcome';

/** Everything that models take of this browser's storage, also what does not run here, to be deleted. */
export function StoredModels({ downloads }: { downloads: Downloads }) {
  const { stored } = downloads;
  const own = useKeptOwnModels();
  const [deleted, setDeleted] = useState<StoredFiles>();
  const [fault, setFault] = useState<Fault>();
  const remove = async (files: StoredFiles) => {
    const why = await downloads.remove(files.key);
    setFault(why);
    setDeleted(why === undefined ? files : undefined);
  };
  const sum = stored?.reduce((bytes, each) => bytes + each.bytes, 0) ?? 0;

  return (
    <PageSection
      title="Stored in this browser"
      lead="Every model whose files take room here, whole or in part, whatever this machine can run."
    >
      {fault === undefined ? null : (
        <FaultNotice fault={fault} onDismiss={() => setFault(undefined)} />
      )}
      {deleted === undefined ? null : (
        <Hint>
          <PlainText text={nameOf(deleted, own)} /> was deleted; {bytesWords(deleted.bytes)} are
          free again.
        </Hint>
      )}
      {stored === undefined ? null : stored.length === 0 ? (
        <Empty>None yet. What you download, or load from a folder, is listed here.</Empty>
      ) : (
        <>
          <ul aria-label="Stored models" className="grid gap-2">
            {stored.map((files) => (
              <Stored
                key={files.key}
                files={files}
                name={nameOf(files, own)}
                state={downloads.stateOf(files.key)}
                onDelete={() => void remove(files)}
              />
            ))}
          </ul>
          <p className="text-xs text-ink-2">{bytesWords(sum)} together.</p>
        </>
      )}
    </PageSection>
  );
}

function Stored({
  files,
  name,
  state,
  onDelete,
}: {
  files: StoredFiles;
  name: string;
  state: DownloadState | undefined;
  onDelete: () => void;
}) {
  const { record, bytes, written } = files;
  const facts = [
    record === undefined ? undefined : `as ${record.dtype}`,
    bytesWords(bytes),
    written === undefined ? undefined : `written ${timeWords(written)}`,
  ];
  return (
    <li className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1 rounded-md border border-line bg-pane px-4 py-2">
      <div className="min-w-0">
        <p className="font-medium wrap-anywhere">
          <PlainText text={name} />
        </p>
        <p className="text-xs text-ink-2">
          {facts.filter((fact) => fact !== undefined).join(' · ')}
        </p>
        <p className="text-xs text-ink-2">{stateWords(files, state)}</p>
      </div>
      <Button
        // Whoever writes the files ends first.
        disabled={state?.phase === 'going'}
        aria-label={`Delete the stored ${name}${record === undefined ? '' : ` as ${record.dtype}`}`}
        onClick={onDelete}
      >
        Delete
      </Button>
    </li>
  );
}

function stateWords({ record }: StoredFiles, state: DownloadState | undefined): string {
  if (state?.phase === 'going') return 'Being downloaded: pause or cancel it below to delete it.';
  if (record === undefined) return 'Unreadable: nothing tells what these files are.';
  return state?.phase === 'ready'
    ? 'Every file verified.'
    : 'Unfinished: it cannot be reasoned with before the rest is here.';
}

/** The model's name; where no record tells it, what its folder is called. */
function nameOf({ record, key }: StoredFiles, own: readonly OwnModel[]): string {
  if (record !== undefined) return nameOfDownload(record, own);
  try {
    return decodeURIComponent(key);
  } catch {
    return key;
  }
}

function timeWords(milliseconds: number): string {
  return new Date(milliseconds).toLocaleString('en-GB', {
    dateStyle: 'medium',
    timeStyle: 'short',
  });
}
