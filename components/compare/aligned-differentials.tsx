import { PlainText } from '@/components/ui/plain-text';
import { percentage } from '@/components/ui/probability';
import {
  type AlignedDiagnosis,
  alignDifferentials,
  type RankedDiagnosis,
} from '@/lib/explanation/compare-explanations';
import type { Explanation } from '@/lib/explanation/explanation';

/** Two differentials row by row, by condition. */
export function AlignedDifferentials({
  first,
  second,
}: {
  first: Explanation;
  second: Explanation;
}) {
  const rows = alignDifferentials(first.differential, second.differential);
  if (rows.length === 0) {
    return <p className="text-xs text-ink-2">Neither model gave a differential.</p>;
  }
  return (
    <table className="w-full table-fixed border-collapse text-left text-sm">
      <thead>
        <tr className="border-b border-line-strong text-xs text-ink-2">
          <th scope="col" className="w-[46%] py-1.5 pr-3 font-medium">
            Diagnosis
          </th>
          <th scope="col" className="py-1.5 pr-3 font-medium">
            First model
          </th>
          <th scope="col" className="py-1.5 font-medium">
            Second model
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.name} className="break-inside-avoid border-b border-line align-top">
            <th scope="row" className="py-2 pr-3 font-medium wrap-anywhere">
              <PlainText text={row.name} />
              {onlyWords(row)}
            </th>
            <td className="py-2 pr-3">
              <Cell ranked={row.first} />
            </td>
            <td className="py-2">
              <Cell ranked={row.second} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function onlyWords({ first, second }: AlignedDiagnosis) {
  if (first !== undefined && second !== undefined) return null;
  return (
    <span className="block text-2xs font-normal text-ink-3">
      only the {first === undefined ? 'second' : 'first'} names it
    </span>
  );
}

function Cell({ ranked }: { ranked: RankedDiagnosis | undefined }) {
  if (ranked === undefined) return <span className="text-ink-3">not named</span>;
  const { rank, diagnosis } = ranked;
  const { probability } = diagnosis;
  return (
    <div className="grid gap-1">
      <span className="flex items-baseline justify-between gap-2">
        <span className="text-xs text-ink-3">no. {rank}</span>
        <span>{probability === undefined ? 'no figure' : percentage(probability)}</span>
      </span>
      {probability === undefined ? null : (
        <span
          aria-hidden="true"
          className="h-1.5 overflow-hidden rounded-full bg-line print:hidden"
        >
          <span
            className="block h-full rounded-full bg-ink-3"
            style={{ width: `${Math.min(1, Math.max(0, probability)) * 100}%` }}
          />
        </span>
      )}
      <span className="text-2xs text-ink-3">
        {diagnosis.for.length} for, {diagnosis.against.length} against
      </span>
    </div>
  );
}
