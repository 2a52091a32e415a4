import { readDraft } from '@/components/case/case-reader';
import { SAMPLE_CASES } from '@/components/case/sample-cases';
import { Workbench } from '@/components/workbench/workbench';

export default function Page() {
  const { draft } = SAMPLE_CASES[0];
  const outcome = readDraft(draft);
  if (!outcome.ok) throw new Error(`the first sample is no case: ${outcome.fault.message}`);
  return <Workbench first={{ draft, reading: outcome.value }} />;
}
