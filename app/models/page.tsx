import type { Metadata } from 'next';
import { ModelsPage } from '@/components/models/models-page';

export const metadata: Metadata = {
  title: 'Models – Rationale',
  description: 'The models to reason with: embedded, on a server, and where this browser connects.',
};

export default function Page() {
  return <ModelsPage />;
}
