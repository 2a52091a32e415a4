import type { Polarity } from '@/lib/case/case';

/** What a finding says, in a few words: "fever: present", "temperature 39.2 Cel: present, high". */
export function findingSummary(finding: {
  readonly label: string;
  readonly polarity: Polarity;
  readonly value?: number;
  readonly unit?: string;
  readonly interpretation?: string;
  readonly time?: string;
}): string {
  const quantity = [finding.value, finding.unit].filter((part) => part !== undefined).join(' ');
  const name = quantity === '' ? finding.label : `${finding.label} ${quantity}`;
  const facts = [finding.polarity, finding.interpretation, finding.time];
  return `${name}: ${facts.filter((fact) => fact !== undefined).join(', ')}`;
}
