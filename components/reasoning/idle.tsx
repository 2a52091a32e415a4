import { Keycap } from '@/components/ui/keycap';
import { VerdictLegend } from '@/components/verdict/verdict-legend';

/** What stands in the reasoning pane before the first run: how to begin, and how to read what will come. */
export function Idle() {
  return (
    <div className="grid max-w-[60ch] gap-5 text-sm text-ink-2">
      <p>
        Press <strong className="font-semibold text-ink">Reason</strong> or <Keycap>Ctrl</Keycap>{' '}
        <Keycap>Enter</Keycap>. The steps appear here as the model thinks. Point at a chip to see
        the words of the case that it rests on; choose a finding in the case to see every step that
        used it.
      </p>
      <section aria-labelledby="how-to-read" className="border-t border-line pt-3">
        <h3 id="how-to-read" className="pb-2 text-xs font-semibold text-ink-2">
          What is said of the patient is checked against the case
        </h3>
        <VerdictLegend />
      </section>
    </div>
  );
}
