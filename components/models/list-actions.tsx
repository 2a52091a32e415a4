'use client';

import { download } from '@/components/frame/download';
import { Button } from '@/components/ui/button';
import { FileButton } from '@/components/ui/file-button';

/** A list as a file for another browser. */
export interface ListFile {
  readonly name: string;
  /** What is in it, for a person. */
  readonly title: string;
  readonly text: () => string;
}

/** What can be done with a list that a person keeps in this browser: add to it, and take it to another browser. */
export function ListActions({
  addLabel,
  isAdding,
  file,
  isEmpty,
  onAdd,
  onFile,
}: {
  addLabel: string;
  isAdding: boolean;
  file: ListFile;
  isEmpty: boolean;
  onAdd: () => void;
  onFile: (file: File) => void;
}) {
  return (
    <>
      <Button icon="add" emphasis="outlined" disabled={isAdding} onClick={onAdd}>
        {addLabel}
      </Button>
      <FileButton accept=".json,application/json" onFile={onFile}>
        Import
      </FileButton>
      <Button
        icon="export"
        disabled={isEmpty}
        title={file.title}
        onClick={() => download(file.name, 'application/json', file.text())}
      >
        Export
      </Button>
    </>
  );
}
