import { type RefCallback, useCallback } from 'react';

/**
 * Watches a part of the page whose controls come and go. Where the one that had the focus went away, what `next` gives of the
 * part gets it, so that whoever works by keyboard or by ear stays where they were. `next` has to be the same at every
 * drawing. Returns the part's `ref`.
 */
export function useFocusKept(
  next: (part: HTMLElement) => HTMLElement | null,
): RefCallback<HTMLElement> {
  return useCallback(
    (part: HTMLElement) => {
      part.dataset.keepsFocus = '';
      let hadFocus = false;
      const note = ({ target }: FocusEvent) => {
        // Of parts within parts the innermost keeps it.
        hadFocus = target instanceof Element && target.closest('[data-keeps-focus]') === part;
      };
      document.addEventListener('focusin', note);
      const observer = new MutationObserver(() => {
        if (!hadFocus || document.activeElement !== document.body) return;
        next(part)?.focus({ preventScroll: true });
      });
      observer.observe(part, { childList: true, subtree: true });
      return () => {
        document.removeEventListener('focusin', note);
        observer.disconnect();
      };
    },
    [next],
  );
}
