import { PlainText } from '@/components/ui/plain-text';
import type { Case } from '@/lib/case/case';

/** The question and its options, to read. */
export function OptionList({ given }: { given: Case }) {
  if (given.question === undefined && given.options.length === 0) return null;
  return (
    <section aria-label="Question" className="border-t border-line pt-3">
      {given.question === undefined ? null : (
        <p dir="auto" className="font-medium">
          <PlainText text={given.question} />
        </p>
      )}
      <ol className="mt-1 grid gap-0.5">
        {given.options.map((option) => (
          <li key={option.letter} className="grid grid-cols-[1.75rem_minmax(0,1fr)]">
            <span className="pr-2 text-right font-mono text-2xs leading-6 text-ink-3">
              {option.letter}
            </span>
            <span dir="auto">
              <PlainText text={option.text} />
            </span>
          </li>
        ))}
      </ol>
    </section>
  );
}
