import { CARD_RECORD, figuresByDataset, figureWords } from '@/lib/engine/catalogue/model-card';

/** The measured figures of the embedded model, a table for each data set. */
export function CardFigures() {
  return [...figuresByDataset(CARD_RECORD.figures)].map(([dataset, figures]) => (
    <table key={dataset} className="w-full border-collapse text-left text-xs">
      <caption className="pb-1 text-left text-sm font-semibold">{dataset}</caption>
      <thead>
        <tr className="border-b border-line-strong text-ink-3">
          <th scope="col" className="py-1 pr-3 font-medium">
            Figure
          </th>
          <th scope="col" className="py-1 pr-3 font-medium">
            Value
          </th>
          <th scope="col" className="py-1 pr-3 text-right font-medium">
            n
          </th>
          <th scope="col" className="py-1 font-medium max-sm:hidden">
            Measured
          </th>
        </tr>
      </thead>
      <tbody>
        {figures.map((figure) => (
          <tr key={figure.name} className="border-b border-line align-top">
            <th scope="row" className="py-1 pr-3 font-normal">
              {figure.name}
            </th>
            <td className="py-1 pr-3 tabular-nums">{figureWords(figure)}</td>
            <td className="py-1 pr-3 text-right tabular-nums">{figure.n}</td>
            <td className="py-1 whitespace-nowrap text-ink-2 max-sm:hidden">{figure.date}</td>
          </tr>
        ))}
      </tbody>
    </table>
  ));
}
