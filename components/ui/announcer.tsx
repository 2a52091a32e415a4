'use client';

import { useEffect, useRef, useState } from 'react';

/** Time that a screen reader is given for one message before the next may replace it, in milliseconds. */
const PAUSE = 1_500;

/**
 * Says the latest message to assistive technology, politely and at most once in `PAUSE`: of several that come in
 * between, the last is said.
 */
export function Announcer({ message }: { message: string }) {
  const [spoken, setSpoken] = useState('');
  const lastSpokenAt = useRef(0);

  useEffect(() => {
    const wait = Math.max(0, lastSpokenAt.current + PAUSE - performance.now());
    const timer = setTimeout(() => {
      lastSpokenAt.current = performance.now();
      setSpoken(message);
    }, wait);
    return () => clearTimeout(timer);
  }, [message]);

  return (
    <p role="status" aria-live="polite" className="sr-only">
      {spoken}
    </p>
  );
}
