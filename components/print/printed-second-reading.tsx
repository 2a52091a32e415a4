import { waterfallOf, weightWords } from '@/components/explanation/waterfall';
import { PlainText } from '@/components/ui/plain-text';
import { percentage } from '@/components/ui/probability';
import type { SecondOpinion, SecondReading } from '@/lib/audit/second-reader';
import type { Explanation } from '@/lib/explanation/explanation';

/** What exact counting makes of the findings: each condition with every term of its sum. */
export function PrintedSecondReading({
  explanation,
  second,
}: {
  explanation: Explanation;
  second: SecondReading;
}) {
  return (
    <>
      <p>
        It used {percentage(second.coverage)} of the findings of the case. Weights of evidence are
        in nats: +0.69 doubles the odds of a condition against all the others together, −0.69 halves
        them.
      </p>
      {second.opinions.map((opinion) => (
        <OpinionTable key={opinion.condition} explanation={explanation} opinion={opinion} />
      ))}
      <ul className="list-disc pl-5">
        {second.limits.map((limit) => (
          <li key={limit}>{limit}</li>
        ))}
      </ul>
    </>
  );
}

function OpinionTable({
  explanation,
  opinion,
}: {
  explanation: Explanation;
  opinion: SecondOpinion;
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
            <td className="text-[7.5pt]">{bar.term.source}</td>
          </tr>
        ))}
        <tr className="border-t border-ink font-semibold">
          <th scope="row">Together</th>
          <td className="pr-3 text-right font-mono">{weightWords(sum)}</td>
          <td />
        </tr>
      </tbody>
    </table>
  );
}
