import { PANES } from '@/components/frame/pane-switch';

/** For those who move by keyboard: straight to a pane, past everything before it. */
export function SkipLinks() {
  return (
    <nav aria-label="Skip" className="contents">
      {PANES.map((pane) => (
        <a
          key={pane}
          href={`#${pane}-title`}
          className="sr-only z-50 rounded-md bg-action px-3 py-2 text-xs text-on-action focus:not-sr-only focus:fixed focus:top-2 focus:left-2"
        >
          Skip to the {pane}
        </a>
      ))}
    </nav>
  );
}
