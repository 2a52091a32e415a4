'use client';

import { type DragEvent, useState } from 'react';
import { classNames } from '@/components/ui/class-names';

/** What makes a pane take a dropped file. */
export function useDropTarget(locked: boolean, onFile: (file: File) => void) {
  const [dropping, setDropping] = useState(false);
  return {
    onDrop(event: DragEvent) {
      setDropping(false);
      const [file] = event.dataTransfer.files;
      if (file === undefined) return;
      event.preventDefault();
      if (!locked) onFile(file);
    },
    onDragOver(event: DragEvent) {
      if (!event.dataTransfer.types.includes('Files')) return;
      event.preventDefault();
      setDropping(true);
    },
    onDragLeave: () => setDropping(false),
    className: classNames(
      dropping && !locked && 'outline-2 -outline-offset-4 outline-accent outline-dashed',
    ),
  };
}
