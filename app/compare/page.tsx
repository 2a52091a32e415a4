import type { Metadata } from 'next';
import { ComparePage } from '@/components/compare/compare-page';

export const metadata: Metadata = {
  title: 'Compare two models – Rationale',
  description: 'Two models on one case, side by side, with their differentials aligned.',
};

export default function Page() {
  return <ComparePage />;
}
