import { readAnnotatedTraces } from '@/lib/evaluation/audits/annotated-trace';
import type { AuditDataset } from '@/lib/evaluation/dataset';

/** Chains of thought into which errors about the patient were put, at known places. */
export const plantedErrors: AuditDataset = {
  kind: 'audits',
  name: 'planted-errors',
  format: 'annotated chains of thought (JSON lines with case, reasoning, plants, natural_errors)',
  read: async (text) => readAnnotatedTraces(text),
};
