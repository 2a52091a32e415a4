'use client';

import { useEffect, useRef, useState } from 'react';
import { actionOfKey, type KeyAction } from '@/components/keys/key-bindings';

const SINGLE_KEYS = 'rationale.single-keys';

/** Calls what a key asks for. While a dialog is open its keys are its own. */
export function useKeys(perform: (action: KeyAction) => void, singleKeys: boolean) {
  const latest = useRef(perform);
  useEffect(() => {
    latest.current = perform;
  });
  useEffect(() => {
    const hear = (event: KeyboardEvent) => {
      if (event.defaultPrevented || document.querySelector('dialog[open]') !== null) return;
      const { key, ctrlKey, metaKey, altKey } = event;
      const inField = isField(event.target);
      const action = actionOfKey({ key, ctrlKey, metaKey, altKey, inField, singleKeys });
      if (action === undefined) return;
      event.preventDefault();
      latest.current(action);
    };
    document.addEventListener('keydown', hear);
    return () => document.removeEventListener('keydown', hear);
  }, [singleKeys]);
}

function isField(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && target.closest('input, textarea, select') !== null;
}

/** Whether keys without Ctrl or ⌘ are on, and what switches them; kept in this browser. */
export function useSingleKeys(): readonly [boolean, (on: boolean) => void] {
  const [on, setOn] = useState(true);
  useEffect(() => {
    try {
      setOn(localStorage.getItem(SINGLE_KEYS) !== 'off');
    } catch {
      // Storage is refused: they stay on.
    }
  }, []);
  const change = (next: boolean) => {
    setOn(next);
    try {
      localStorage.setItem(SINGLE_KEYS, next ? 'on' : 'off');
    } catch {
      // Storage is refused: the choice lasts as long as the page.
    }
  };
  return [on, change];
}
