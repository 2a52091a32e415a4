'use client';

import { type ReactNode, useRef } from 'react';
import { Button } from '@/components/ui/button';

/** A file of a picked folder, with its path within that folder. */
export interface PickedFile {
  readonly path: string;
  readonly file: File;
}

/** A button that lets the person choose a folder and gives the files in it. */
export function FolderButton({
  label,
  disabled,
  onFiles,
  children,
}: {
  label: string;
  disabled: boolean;
  onFiles: (files: readonly PickedFile[]) => void;
  children: ReactNode;
}) {
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <Button aria-label={label} disabled={disabled} onClick={() => input.current?.click()}>
        {children}
      </Button>
      <input
        ref={(element) => {
          input.current = element;
          // React has no name for it.
          element?.setAttribute('webkitdirectory', '');
        }}
        type="file"
        multiple
        hidden
        onChange={(event) => {
          const files = [...(event.target.files ?? [])].map((file) => ({
            path: pathWithin(file),
            file,
          }));
          event.target.value = '';
          if (files.length > 0) onFiles(files);
        }}
      />
    </>
  );
}

/** `webkitRelativePath` begins with the name of the folder itself. */
function pathWithin({ webkitRelativePath, name }: File): string {
  const path = webkitRelativePath.split('/').slice(1).join('/');
  return path === '' ? name : path;
}
