import { METER_WORDS, STANDING_WORDS } from '@/components/explanation/standing-words';
import { stepWords } from '@/components/print/printed-unsaid';
import { PlainText } from '@/components/ui/plain-text';
import type { Meter } from '@/lib/audit/meters/meter';
import type { Explanation } from '@/lib/explanation/explanation';

/** Each framework with what is there of it and what is missing. */
export function PrintedRubrics({ explanation }: { explanation: Explanation }) {
  const { rubrics, steps } = explanation;
  return rubrics.map((rubric) => (
    <table key={rubric.id} className="mb-2 w-full border-collapse text-left">
      <caption className="text-left font-semibold">{rubric.title}</caption>
      <tbody>
        {rubric.elements.map((element) => (
          <tr key={element.id} className="break-inside-avoid border-t border-line align-top">
            <th scope="row" className="w-[30%] pr-3 font-normal">
              {element.title}
            </th>
            <td className="w-[13%] pr-3 font-semibold">{STANDING_WORDS[element.standing]}</td>
            <td>
              <PlainText text={element.detail} />
              {element.trace.length === 0 ? null : ` (${stepWords(steps, element.trace)})`}
            </td>
          </tr>
        ))}
        <tr className="border-t border-line">
          <td colSpan={3} className="text-[7.5pt]">
            {rubric.source}
          </td>
        </tr>
      </tbody>
    </table>
  ));
}

/** Each figure of the run with its formula and source. */
export function PrintedMeters({ meters }: { meters: readonly Meter[] }) {
  return (
    <table className="w-full border-collapse text-left">
      <tbody>
        {meters.map((meter) => (
          <tr key={meter.id} className="break-inside-avoid border-t border-line align-top">
            <th scope="row" className="w-[22%] pr-3 font-normal">
              {meter.title}
            </th>
            <td className="w-[20%] pr-3 font-semibold">
              {meter.shown} ({METER_WORDS[meter.state].toLowerCase()})
            </td>
            <td>
              <PlainText text={meter.detail} />
              <br />
              <span className="text-[7.5pt]">
                {meter.formula} · {meter.source}
              </span>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
