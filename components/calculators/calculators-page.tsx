import { CalculatorEntry } from '@/components/calculators/calculator-entry';
import { FilteredGroups } from '@/components/calculators/filtered-groups';
import { CALCULATOR_GROUPS, CALCULATORS } from '@/lib/knowledge/calculators';
import type { Calculator } from '@/lib/knowledge/calculators/calculator';

/** What a person may type to find a formula. */
function searchWords({ title, version, written, inputs, source }: Calculator): string {
  const labels = Object.values(inputs).map(({ label }) => label);
  return [title, version, ...written, ...labels, source].join(' ').normalize('NFKD').toLowerCase();
}

const GROUPS = CALCULATOR_GROUPS.map(({ title, calculators }) => ({
  title,
  entries: calculators.map((calculator) => ({
    id: calculator.id,
    words: searchWords(calculator),
    content: <CalculatorEntry calculator={calculator} />,
  })),
}));

/** All formulas and scores that the audit recomputes. */
export function CalculatorsPage() {
  return (
    <main className="mx-auto grid max-w-5xl grid-cols-1 gap-5 px-4 py-6 sm:px-6">
      <header className="grid gap-2">
        <p className="text-xs">
          <a href="/" className="text-accent underline underline-offset-4">
            Rationale
          </a>
        </p>
        <h1 className="text-xl font-semibold">Formulas and scores</h1>
        <p className="max-w-prose text-ink-2">
          When a reasoning states one of these results, the audit recomputes it from the values of
          the case and of the passage. An equation may be off by 5 %, or by the rounding of what is
          stated; a score must be exact. Inputs are taken in any unit. Each formula is tested
          against the reference values shown with it, which were worked from the published formula
          apart from this code unless a source stands beside them.
        </p>
        <p className="max-w-prose text-ink-2">
          SOFA-2 (JAMA, 29 October 2025, doi 10.1001/jama.2025.20516) is not among them: its
          thresholds could not be read in the original, and accounts of them differ. SOFA here is
          the score of 1996.
        </p>
      </header>
      <FilteredGroups groups={GROUPS} total={CALCULATORS.length} />
    </main>
  );
}
