import {
  oddsToOne,
  oddsWords,
  type WaterfallBar,
  waterfallOf,
  weightWords,
} from '@/components/explanation/waterfall';
import { PointingChip } from '@/components/ui/chip';
import { Disclosure } from '@/components/ui/disclosure';
import { PlainText } from '@/components/ui/plain-text';
import { ProbabilityBar, percentage } from '@/components/ui/probability';
import type {
  SecondReading as Reading,
  SecondOpinion,
} from '@/lib/audit/second-reading/second-reader';
import type { CaseReading } from '@/lib/case/case';
import type { Explanation } from '@/lib/explanation/explanation';
import { overlaps } from '@/lib/text/span';

/** What exact counting makes of the findings, beside what the model made of them; every term is shown. */
export function SecondReading({
  reading,
  explanation,
  second,
}: {
  reading: CaseReading;
  explanation: Explanation;
  second: Reading;
}) {
  return (
    <div className="grid grid-cols-1 gap-3">
      <p className="text-xs text-ink-2">
        A second reader counts instead of writing: how much more often each finding stands in cases
        of one condition than in cases of the others. It used {percentage(second.coverage)} of the
        findings of this case.
      </p>
      <SideBySide explanation={explanation} second={second} />
      {second.opinions.map((opinion, position) => (
        <Disclosure
          key={opinion.condition}
          open={position === 0}
          summary={<h4 className="text-xs font-medium">Why {opinion.name}?</h4>}
          note={percentage(opinion.probability)}
        >
          <WaterfallTable reading={reading} opinion={opinion} />
        </Disclosure>
      ))}
      <p className="text-2xs text-ink-3">
        Each bar is a weight of evidence in nats, the natural logarithm of how a finding multiplies
        the odds of this condition against all the others together: +0.69 doubles them, −0.69 halves
        them, +2.3 makes them ten times as high. Each bar begins where the one above it ends; the
        thin line marks even odds. Bars to the right speak for the condition, hatched bars to the
        left against it.
      </p>
      <ul className="grid list-disc gap-0.5 pl-4 text-2xs text-ink-3">
        {second.limits.map((limit) => (
          <li key={limit}>{limit}</li>
        ))}
      </ul>
    </div>
  );
}

/** The two rankings in one table. */
function SideBySide({ explanation, second }: { explanation: Explanation; second: Reading }) {
  const { differential } = explanation;
  const named = new Set(second.opinions.flatMap(({ rankOfModel }) => rankOfModel ?? []));
  const onlyModel = differential.flatMap((item, index) =>
    named.has(index + 1) ? [] : [`${index + 1}. ${item.name}`],
  );
  return (
    <div className="grid gap-1">
      <table className="w-full text-left text-xs">
        <caption className="sr-only">The second reader beside the model</caption>
        <thead className="text-2xs text-ink-3">
          <tr>
            <th className="py-0.5 pr-2 font-normal">Condition</th>
            <th className="py-0.5 pr-2 text-right font-normal">Counted</th>
            <th className="py-0.5 text-right font-normal">The model</th>
          </tr>
        </thead>
        <tbody>
          {second.opinions.map((opinion) => (
            <tr key={opinion.condition} className="border-t border-line">
              <th scope="row" className="py-1 pr-2 font-medium">
                {opinion.name}
              </th>
              <td className="py-1 pr-2 text-right whitespace-nowrap">
                <ProbabilityBar probability={opinion.probability} />
              </td>
              <td className="py-1 text-right whitespace-nowrap text-ink-2">
                {modelWords(explanation, opinion)}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {onlyModel.length === 0 ? null : (
        <p className="text-2xs text-ink-2">
          Only the model names: <PlainText text={onlyModel.join('; ')} />.
        </p>
      )}
    </div>
  );
}

function modelWords({ differential }: Explanation, { rankOfModel }: SecondOpinion): string {
  if (rankOfModel === undefined) return 'not named';
  const stated = differential[rankOfModel - 1]?.probability;
  return `place ${rankOfModel}${stated === undefined ? '' : `, ${percentage(stated)}`}`;
}

function WaterfallTable({ reading, opinion }: { reading: CaseReading; opinion: SecondOpinion }) {
  const { bars, even, sum } = waterfallOf(opinion);
  const sources = [...new Set(opinion.terms.map(({ source }) => source))];
  return (
    <div className="grid gap-1 pt-1">
      <table className="w-full table-fixed text-left text-2xs">
        <caption className="sr-only">Weight of evidence for {opinion.name}, term by term</caption>
        <thead className="text-ink-3">
          <tr>
            <th className="w-[40%] py-0.5 font-normal">Evidence</th>
            <th className="py-0.5 font-normal">
              <span className="sr-only">Bar</span>
            </th>
            <th className="w-12 py-0.5 text-right font-normal">nats</th>
            <th className="w-14 py-0.5 text-right font-normal">odds</th>
          </tr>
        </thead>
        <tbody>
          {bars.map((bar) => (
            <tr key={`${bar.term.label}-${bar.sum}`} className="border-t border-line">
              <th scope="row" className="py-0.5 pr-2 font-normal wrap-anywhere">
                <TermName reading={reading} bar={bar} />
                {sources.length < 2 ? null : (
                  <sup className="text-ink-3">
                    <span className="sr-only">source </span>
                    {sources.indexOf(bar.term.source) + 1}
                  </sup>
                )}
              </th>
              <td aria-hidden="true" className="relative">
                <Bar bar={bar} even={even} />
              </td>
              <td className="text-right font-mono">{weightWords(bar.term.weight)}</td>
              <td className="text-right font-mono text-ink-2">{oddsWords(bar.term.weight)}</td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr className="border-t border-line-strong font-semibold">
            <th scope="row" className="py-0.5">
              Together
            </th>
            <td className="text-right font-normal text-ink-2">odds {oddsToOne(sum)}</td>
            <td className="text-right font-mono">{weightWords(sum)}</td>
            <td className="text-right font-mono">{percentage(opinion.probability)}</td>
          </tr>
        </tfoot>
      </table>
      <ol className="grid gap-0.5 text-2xs text-ink-3">
        {sources.map((source, index) => (
          <li key={source} className="wrap-anywhere">
            {sources.length < 2 ? 'Source: ' : `${index + 1}. `}
            {source}
          </li>
        ))}
      </ol>
    </div>
  );
}

function TermName({ reading, bar }: { reading: CaseReading; bar: WaterfallBar }) {
  const { label, case: place, probability } = bar.term;
  const title =
    probability === undefined
      ? undefined
      : `In ${percentage(probability.inCondition)} of cases of this condition, in ${percentage(probability.inOthers)} of the others`;
  if (place === undefined) return <span title={title}>{label}</span>;
  const sentence = reading.sentences.find((candidate) => overlaps(candidate.span, place));
  return (
    <PointingChip
      target={{ from: 'explanation', to: 'case', caseSpans: [place], findings: [], steps: [] }}
      title={title}
    >
      <span className="py-0.5 text-ink">{label}</span>
      {sentence === undefined ? null : (
        <span className="rounded-sm bg-sunken px-1 font-mono text-ink-2">
          <span className="sr-only">sentence </span>
          {sentence.number}
        </span>
      )}
    </PointingChip>
  );
}

const HATCHED = 'repeating-linear-gradient(135deg, currentColor 0 1.5px, transparent 1.5px 4px)';

/** A bar of the waterfall: filled where it speaks for the condition, hatched where it speaks against it. */
function Bar({ bar, even }: { bar: WaterfallBar; even: number }) {
  const against = bar.term.weight < 0;
  const left = Math.min(bar.from, bar.to);
  const width = Math.abs(bar.to - bar.from);
  return (
    <>
      <span
        className="absolute inset-y-0 border-l border-line-strong"
        style={{ left: `${even * 100}%` }}
      />
      <span
        className="absolute top-1/2 h-3.5 min-w-px -translate-y-1/2 border border-ink-3 text-ink-3"
        style={{
          left: `${left * 100}%`,
          width: `${width * 100}%`,
          ...(against ? { backgroundImage: HATCHED } : { backgroundColor: 'currentColor' }),
        }}
      />
    </>
  );
}
