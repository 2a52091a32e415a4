import { waterfallOf, weightWords } from '@/components/explanation/waterfall';
import { PlainText } from '@/components/ui/plain-text';
import { percentage } from '@/components/ui/probability';
import type { SecondOpinion, SecondReading } from '@/lib/audit/second-reading/second-reader';
import type { Explanation } from '@/lib/explanation/explanation';

/** What exact counting makes of the findings: each condition with every term of its sum. */
export function PrintedSecondReading({
  explanation,
  second,
}: {
  explanation: Explanation;
  second: SecondReading;
}) {
  const sources = [
    ...new Set(second.opinions.flatMap(({ terms }) => terms.map(({ source }) => source))),
  ];
  return (
    <>
      <p>
        It used {percentage(second.coverage)} of the findings of the case. Weights of evidence are
        in nats: +0.69 doubles the odds of a condition against all the others together, −0.69 halves
        them.
      </p>
      {second.opinions.filter(isWorthPaper).map((opinion) => (
        <OpinionTable
          key={opinion.condition}
          explanation={explanation}
          opinion={opinion}
          sources={sources}
        />
      ))}
      <ol className="list-decimal pl-5 text-[8.5pt]">
        {sources.map((source) => (
          <li key={source}>{source}</li>
        ))}
      </ol>
      <ul className="list-disc pl-5">
        {second.limits.map((limit) => (
          <li key={limit}>{limit}</li>
        ))}
      </ul>
    </>
  );
}

/** On paper stand the conditions that the model names, and those that counting leaves possible. */
function isWorthPaper({ probability, rankOfModel }: SecondOpinion): boolean {
  return probability >= 0.01 || rankOfModel !== undefined;
}

function OpinionTable({
  explanation,
  opinion,
  sources,
}: {
  explanation: Explanation;
  opinion: SecondOpinion;
  sources: readonly string[];
}) {
  const { rankOfModel } = opinion;
  const stated =
    rankOfModel === undefined ? undefined : explanation.differential[rankOfModel - 1]?.probability;
  const model =
    rankOfModel === undefined
      ? 'not named by the model'
      : `place ${rankOfModel} of the model${stated === undefined ? '' : `, ${percentage(stated)}`}`;
  const { bars, sum } = waterfallOf(opinion);
  return (
    <table className="mb-2 w-full border-collapse text-left text-[8.5pt]">
      <caption className="text-left font-semibold">
        {opinion.name}: {percentage(opinion.probability)} ({model})
      </caption>
      <tbody>
        {bars.map((bar) => (
          <tr
            key={`${bar.term.label}-${bar.sum}`}
            className="break-inside-avoid border-t border-line align-top"
          >
            <th scope="row" className="pr-3 font-normal">
              <PlainText text={bar.term.label} />
            </th>
            <td className="w-14 pr-3 text-right font-mono">{weightWords(bar.term.weight)}</td>
            <td className="w-8 text-right">{sources.indexOf(bar.term.source) + 1}</td>
          </tr>
        ))}
        <tr className="border-t border-ink font-semibold">
          <th scope="row">Together</th>
          <td className="pr-3 text-right font-mono">{weightWords(sum)}</td>
          <td className="text-right font-normal">source</td>
        </tr>
      </tbody>
    </table>
  );
}
