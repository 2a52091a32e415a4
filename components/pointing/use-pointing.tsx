'use client';

import {
  createContext,
  type ReactNode,
  type RefObject,
  useContext,
  useEffect,
  useState,
  useSyncExternalStore,
} from 'react';
import {
  createPointing,
  type Pointing,
  type PointingSide,
  type Target,
} from '@/components/pointing/pointing';
import type { CaseReading } from '@/lib/case/case';

const PointingContext = createContext<Pointing | undefined>(undefined);

export function PointingProvider({ children }: { children: ReactNode }) {
  const [pointing] = useState(createPointing);
  return <PointingContext value={pointing}>{children}</PointingContext>;
}

export function usePointing(): Pointing {
  const pointing = useContext(PointingContext);
  if (pointing === undefined) throw new Error('usePointing needs a PointingProvider above it.');
  return pointing;
}

/** Points at nothing any more when another case comes to be shown. */
export function usePointingOf(reading: CaseReading | undefined): void {
  const pointing = usePointing();
  // biome-ignore lint/correctness/useExhaustiveDependencies: another reading is what lets go
  useEffect(
    () => () => {
      pointing.pass(undefined);
      pointing.choose(undefined);
    },
    [pointing, reading],
  );
}

/** A fact about what is pointed at; the component is drawn again only when the fact changes. */
export function usePointed<Fact extends string | number | boolean>(
  factOf: (target: Target | undefined, chosen: Target | undefined) => Fact,
): Fact {
  const pointing = usePointing();
  const read = () => factOf(pointing.target(), pointing.chosen());
  return useSyncExternalStore(pointing.subscribe, read, read);
}

/** Handlers that point at a target while a control is hovered or focused, and choose it when it is pressed. */
export function usePointer(target: Target) {
  const pointing = usePointing();
  const pass = () => pointing.pass(target);
  const leave = () => pointing.pass(undefined);
  return {
    onPointerEnter: pass,
    onPointerLeave: leave,
    onFocus: pass,
    onBlur: leave,
  };
}

/**
 * Brings the first lit element inside `container` into view when the other side points at it. Motion shows where it came
 * from; with reduced motion it is there at once.
 */
export function useRevealLit(container: RefObject<HTMLElement | null>, side: PointingSide) {
  const pointing = usePointing();
  useEffect(() => {
    let frame = 0;
    const reveal = () => {
      cancelAnimationFrame(frame);
      const target = pointing.target();
      if (target === undefined || target.from === side) return;
      frame = requestAnimationFrame(() => {
        const still = matchMedia('(prefers-reduced-motion: reduce)').matches;
        container.current
          ?.querySelector('[data-lit="true"]')
          ?.scrollIntoView({ block: 'nearest', behavior: still ? 'auto' : 'smooth' });
      });
    };
    const unsubscribe = pointing.subscribe(reveal);
    return () => {
      cancelAnimationFrame(frame);
      unsubscribe();
    };
  }, [pointing, container, side]);
}
