'use client';

import { useState } from 'react';
import type { PaneName } from '@/components/frame/pane-switch';
import { useSingleKeys } from '@/components/keys/use-keys';
import { usePointing } from '@/components/pointing/use-pointing';
import { useTheme } from '@/components/theme/use-theme';

export type DialogName = 'runs' | 'keys' | 'about';

/** What a page with three panes holds of its own look: which pane and dialog is shown, and whether as raw text. */
export function usePageFrame() {
  const [dialog, setDialog] = useState<DialogName>();
  const [pane, setPane] = useState<PaneName>('case');
  const [raw, setRaw] = useState(false);
  const [singleKeys, setSingleKeys] = useSingleKeys();
  const { toggle: toggleTheme } = useTheme();
  const pointing = usePointing();
  return {
    dialog,
    setDialog,
    pane,
    setPane,
    raw,
    setRaw,
    toggleRaw: () => setRaw((before) => !before),
    singleKeys,
    setSingleKeys,
    toggleTheme,
    /** Lets go of what was chosen. */
    letGo: () => pointing.choose(undefined),
  };
}

export type PageFrame = ReturnType<typeof usePageFrame>;
