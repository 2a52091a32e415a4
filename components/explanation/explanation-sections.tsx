'use client';

import { FindingChip } from '@/components/case/case-chip';
import { Answer } from '@/components/explanation/answer';
import { Differential } from '@/components/explanation/differential';
import { Manifest } from '@/components/explanation/manifest';
import { Statements } from '@/components/explanation/statements';
import { PointingChip } from '@/components/ui/chip';
import { percentage } from '@/components/ui/probability';
import { Section } from '@/components/ui/section';
import type { CaseReading } from '@/lib/case/case';
import type { Explanation } from '@/lib/explanation/explanation';
import { type Span, sliceSpan } from '@/lib/text/span';

/** What came out: answer, differential, what holds and what does not, what was left out, how sure, and the limits. */
export function ExplanationSections({
  reading,
  explanation,
}: {
  reading: CaseReading;
  explanation: Explanation;
}) {
  const { uncertainty, unused, limits, manifest, trace } = explanation;
  return (
    <div>
      <Section title="Answer">
        <Answer explanation={explanation} />
      </Section>
      <Section title="Differential" note="probabilities as stated by the model">
        <Differential reading={reading} differential={explanation.differential} />
      </Section>
      <Section title="Statements checked" note={`${explanation.verdicts.length} verdicts`}>
        <Statements reading={reading} explanation={explanation} />
      </Section>
      <Section title="Findings not used" note={`${unused.length} of ${reading.findings.length}`}>
        {unused.length === 0 ? (
          <p className="text-xs text-ink-2">Every finding read from the case is used in a step.</p>
        ) : (
          <ul className="flex flex-wrap gap-1">
            {unused.map((finding) => (
              <li key={finding} className="max-w-full">
                <FindingChip reading={reading} finding={finding} from="explanation" />
              </li>
            ))}
          </ul>
        )}
      </Section>
      {uncertainty.hesitations.length === 0 ? null : (
        <Section title="Where it hesitated" note="least probable words first">
          <ol className="grid gap-1 text-xs">
            {uncertainty.hesitations.map((hesitation) => (
              <li
                key={hesitation.trace.start}
                className="flex items-baseline justify-between gap-3 [&>button]:min-w-0"
              >
                <PointingChip
                  target={{
                    from: 'explanation',
                    to: 'reasoning',
                    caseSpans: [],
                    findings: [],
                    steps: [],
                    words: hesitation.trace,
                  }}
                  title="Show it in the raw text"
                >
                  <WordsInContext text={trace.text} words={hesitation.trace} />
                </PointingChip>
                <span className="whitespace-nowrap text-ink-2">
                  {percentage(hesitation.probability)}
                </span>
              </li>
            ))}
          </ol>
        </Section>
      )}
      <Section title="Limits">
        <ul className="grid list-disc gap-1 pl-4 text-xs text-ink-2">
          {limits.map((limit) => (
            <li key={limit}>{limit}</li>
          ))}
        </ul>
      </Section>
      {manifest === undefined ? null : (
        <Section title="What ran">
          <Manifest manifest={manifest} />
        </Section>
      )}
    </div>
  );
}

/** Code units shown on each side of words that would say little alone. */
const CONTEXT = 22;

function WordsInContext({ text, words }: { text: string; words: Span }) {
  return (
    <span className="truncate">
      …{text.slice(Math.max(0, words.start - CONTEXT), words.start)}
      <strong className="font-semibold text-ink underline">{sliceSpan(text, words)}</strong>
      {text.slice(words.end, words.end + CONTEXT)}…
    </span>
  );
}
