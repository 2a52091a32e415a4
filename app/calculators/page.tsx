import type { Metadata } from 'next';
import { CalculatorsPage } from '@/components/calculators/calculators-page';

export const metadata: Metadata = {
  title: 'Formulas and scores – Rationale',
  description:
    'Every formula and score that the audit recomputes, with its source, version and reference values.',
};

export default function Page() {
  return <CalculatorsPage />;
}
