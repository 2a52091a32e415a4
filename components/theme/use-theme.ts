'use client';

import { useCallback, useSyncExternalStore } from 'react';
import { THEME_KEY } from '@/components/theme/theme-script';

export type Theme = 'light' | 'dark';

const DARK = '(prefers-color-scheme: dark)';

/** The theme that is shown, and what switches to the other one. The choice is kept; until there is one, the system decides. */
export function useTheme(): { theme: Theme; toggle: () => void } {
  const theme = useSyncExternalStore(subscribe, shownTheme, () => 'light' as const);
  const toggle = useCallback(() => {
    const next: Theme = shownTheme() === 'dark' ? 'light' : 'dark';
    document.documentElement.dataset.theme = next;
    try {
      localStorage.setItem(THEME_KEY, next);
    } catch {
      // Storage is refused: the choice lasts as long as the page.
    }
  }, []);
  return { theme, toggle };
}

function shownTheme(): Theme {
  return document.documentElement.dataset.theme === 'dark' ? 'dark' : 'light';
}

function hasChosen(): boolean {
  try {
    return localStorage.getItem(THEME_KEY) !== null;
  } catch {
    return false;
  }
}

function subscribe(listener: () => void): () => void {
  const system = matchMedia(DARK);
  const follow = () => {
    if (!hasChosen()) document.documentElement.dataset.theme = system.matches ? 'dark' : 'light';
  };
  system.addEventListener('change', follow);
  const observer = new MutationObserver(listener);
  observer.observe(document.documentElement, { attributeFilter: ['data-theme'] });
  return () => {
    system.removeEventListener('change', follow);
    observer.disconnect();
  };
}
