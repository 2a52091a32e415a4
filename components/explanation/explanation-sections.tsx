'use client';

import { Answer } from '@/components/explanation/answer';
import { Differential } from '@/components/explanation/differential';
import { LeftUnsaid } from '@/components/explanation/left-unsaid';
import { Manifest } from '@/components/explanation/manifest';
import { MeterList } from '@/components/explanation/meter-list';
import { Rubrics } from '@/components/explanation/rubrics';
import { SecondReading } from '@/components/explanation/second-reading';
import { Statements } from '@/components/explanation/statements';
import { TakenBackList } from '@/components/explanation/taken-back-list';
import { PointingChip } from '@/components/ui/chip';
import { PlainText } from '@/components/ui/plain-text';
import { percentage } from '@/components/ui/probability';
import { Section } from '@/components/ui/section';
import type { Meter } from '@/lib/audit/meters/meter';
import { partTakenBack } from '@/lib/audit/taken-back';
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
  const { uncertainty, limits, manifest, trace, corrections, meters, rubrics, secondReading } =
    explanation;
  const { claimed } = partTakenBack(explanation.verdicts, corrections);
  return (
    <div>
      <Section title="Answer">
        <Answer explanation={explanation} />
      </Section>
      <Section title="Differential" note="probabilities as the answer states them">
        <Differential reading={reading} differential={explanation.differential} />
      </Section>
      <Section
        title="Statements checked"
        note={countWords(claimed.length, 'verdict')}
        fold={{ id: 'statements', open: true }}
      >
        <Statements reading={reading} explanation={explanation} />
      </Section>
      {corrections.length === 0 ? null : (
        <Section
          title="Taken back"
          note={`${countWords(corrections.length, 'statement')}, not counted`}
          fold={{ id: 'taken-back', open: true }}
        >
          <TakenBackList explanation={explanation} />
        </Section>
      )}
      <Section
        title="Left unsaid"
        note={leftUnsaidNote(explanation)}
        fold={{ id: 'left-unsaid', open: true }}
      >
        <LeftUnsaid reading={reading} explanation={explanation} />
      </Section>
      {secondReading === undefined ? null : (
        <Section
          title="Second reading"
          note="exact counts, not the model"
          fold={{ id: 'second-reading', open: true }}
        >
          <SecondReading reading={reading} explanation={explanation} second={secondReading} />
        </Section>
      )}
      {rubrics.length === 0 ? null : (
        <Section
          title="Elements of clinical reasoning"
          note="there or missing"
          fold={{ id: 'rubrics', open: true }}
        >
          <Rubrics rubrics={rubrics} steps={explanation.steps} />
        </Section>
      )}
      {uncertainty.hesitations.length === 0 ? null : (
        <Section
          title="Where it hesitated"
          note="least probable words first"
          fold={{ id: 'hesitations', open: true }}
        >
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
      {meters.length === 0 ? null : (
        <Section
          title="Meters of the run"
          note={meterNote(meters)}
          fold={{ id: 'meters', open: false }}
        >
          <MeterList meters={meters} />
        </Section>
      )}
      <Section title="Limits">
        <ul className="grid list-disc gap-1 pl-4 text-xs text-ink-2">
          {limits.map((limit) => (
            <li key={limit}>
              <PlainText text={limit} />
            </li>
          ))}
        </ul>
      </Section>
      {manifest === undefined ? null : (
        <Section title="What ran" fold={{ id: 'manifest', open: true }}>
          <Manifest manifest={manifest} />
        </Section>
      )}
    </div>
  );
}

function countWords(count: number, one: string): string {
  return `${count} ${one}${count === 1 ? '' : 's'}`;
}

function leftUnsaidNote({ unused, findings }: Explanation): string {
  return `${unused.length} of ${countWords(findings.length, 'finding')} not used`;
}

function meterNote(meters: readonly Meter[]): string {
  const loud = meters.filter(({ state }) => state !== 'fine').length;
  return loud === 0 ? 'all fine' : `${loud} of ${meters.length} to look at`;
}

/** Code units shown on each side of words that would say little alone. */
const CONTEXT = 22;

function WordsInContext({ text, words }: { text: string; words: Span }) {
  return (
    <span className="truncate">
      …<PlainText text={text.slice(Math.max(0, words.start - CONTEXT), words.start)} />
      <strong className="font-semibold text-ink underline">
        <PlainText text={sliceSpan(text, words)} />
      </strong>
      <PlainText text={text.slice(words.end, words.end + CONTEXT)} />…
    </span>
  );
}
