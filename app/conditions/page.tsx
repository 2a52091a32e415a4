import type { Metadata } from 'next';
import { ConditionsPage } from '@/components/conditions/conditions-page';

export const metadata: Metadata = {
  title: 'Conditions – Rationale',
  description:
    'The 49 conditions of the knowledge base: how each presents, what to ask and test, what is done first and how soon, the usual course, what speaks for and against it, and the sources.',
};

export default function Page() {
  return <ConditionsPage />;
}
