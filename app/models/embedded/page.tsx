import type { Metadata } from 'next';
import { ModelCardPage } from '@/components/models/model-card-page';

export const metadata: Metadata = {
  title: 'Model card of the embedded model – Rationale',
  description:
    'What the embedded model is for, what it was made from, how well it does and where it must not be used.',
};

export default function Page() {
  return <ModelCardPage />;
}
