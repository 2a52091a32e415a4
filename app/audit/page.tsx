import type { Metadata } from 'next';
import { AuditBench } from '@/components/audit/audit-bench';

export const metadata: Metadata = {
  title: 'Check a reasoning – Rationale',
  description: 'A case and a chain of thought that any model wrote: every statement checked.',
};

export default function Page() {
  return <AuditBench />;
}
