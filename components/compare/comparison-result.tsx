import { AlignedDifferentials } from '@/components/compare/aligned-differentials';
import { SideSummary } from '@/components/compare/side-summary';
import type { Comparison } from '@/components/compare/use-comparison';
import { PlainText } from '@/components/ui/plain-text';
import type { Option } from '@/lib/case/case';
import { compareAnswers } from '@/lib/explanation/compare-explanations';

/** What came of a comparison: the two models side by side, and their differentials row by row. */
export function ComparisonResult({ comparison }: { comparison: Comparison }) {
  const { reading, sides } = comparison;
  const { text, question, options } = reading.case;
  const [first, second] = sides;
  const [a, b] = [first.state, second.state];
  const ended = a.phase === 'ended' && b.phase === 'ended';
  return (
    <section aria-label="Comparison" className="grid gap-5">
      <div className="hidden gap-2 text-sm print:grid">
        <p className="font-semibold">
          For education and demonstration. Not for the care of a patient.
        </p>
        <p className="whitespace-pre-line">
          <PlainText text={[text, question ?? '', ...options.map(optionWords)].join('\n').trim()} />
        </p>
      </div>
      <p role="status" className="font-medium">
        {ended
          ? AGREEMENT[compareAnswers(reading, a.explanation, b.explanation)]
          : 'The comparison stands here once both have ended.'}
      </p>
      <div className="grid gap-3 split:grid-cols-2 print:grid-cols-2">
        <SideSummary label="First:" side={first} />
        <SideSummary label="Second:" side={second} />
      </div>
      {ended ? (
        <section aria-labelledby="aligned" className="grid gap-2">
          <h2 id="aligned" className="text-base font-semibold">
            Their differentials, by condition
          </h2>
          <p className="text-xs text-ink-2">
            Names of one condition share a row. The figures are those that each model states of
            itself; nothing makes them comparable between models.
          </p>
          <AlignedDifferentials first={a.explanation} second={b.explanation} />
        </section>
      ) : null}
    </section>
  );
}

function optionWords({ letter, text }: Option): string {
  return `${letter}) ${text}`;
}

const AGREEMENT = {
  same: 'Both come to the same answer. That does not make it right.',
  different: 'They come to different answers.',
  'cannot-tell': 'Whether their answers mean the same cannot be told from the words.',
} as const;
