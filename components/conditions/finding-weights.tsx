import {
  type FrequencyClass,
  frequencyClassOf,
  PERCENT_RANGE,
} from '@/lib/knowledge/frequency-classes';
import type { TellingFinding } from '@/lib/knowledge/telling-findings';

/** The likelihoods lie between 0.001 and 0.999, so that ratios beyond these mean nothing. */
const LOWEST_RATIO = 0.01;
const HIGHEST_RATIO = 100;

/** "50", "0.09", "above 100": to one figure. */
function ratioWords(weight: number): string {
  const ratio = Math.exp(weight);
  if (ratio > HIGHEST_RATIO) return `above ${HIGHEST_RATIO}`;
  if (ratio < LOWEST_RATIO) return `below ${LOWEST_RATIO}`;
  return String(Number(ratio.toPrecision(1)));
}

function percentWords(share: number): string {
  const percent = Math.round(share * 100);
  if (percent === 0) return 'below 1 %';
  return percent === 100 ? 'above 99 %' : `${percent} %`;
}

/** "80 to 99 %", "0 %". */
function rangeWords(name: FrequencyClass): string {
  const [least, most] = PERCENT_RANGE[name];
  return least === most ? `${least} %` : `${least} to ${most} %`;
}

/** "very frequent, 91 %; counted, 16 of 17, and stated as very frequent". */
function frequencyWords({ frequency, counted, stated }: TellingFinding): string {
  if (counted === undefined) {
    const name = frequencyClassOf(stated ?? frequency);
    return `${name}, ${rangeWords(name)}; stated`;
  }
  const also = stated === undefined ? '' : `, and stated as ${frequencyClassOf(stated)}`;
  return `${frequencyClassOf(frequency)}, ${percentWords(frequency)}; counted, ${counted.present} of ${counted.patients}${also}`;
}

/** Findings with their likelihood ratio, and how often they are met and how that is known. */
export function FindingWeights({ findings }: { findings: readonly TellingFinding[] }) {
  return (
    <ul className="grid gap-1.5 text-sm">
      {findings.map((finding) => {
        const { concept, polarity, weight } = finding;
        return (
          <li key={concept.id} className="grid">
            <span className="flex justify-between gap-3">
              <span className="min-w-0">
                {polarity === 'present' ? concept.label : concept.absentLabel}
              </span>
              <span className="shrink-0 text-ink-2">LR {ratioWords(weight)}</span>
            </span>
            <span className="text-2xs text-ink-3">
              {polarity === 'present' ? '' : 'presence '}
              {frequencyWords(finding)}
            </span>
          </li>
        );
      })}
    </ul>
  );
}
