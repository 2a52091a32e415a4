import type { CaseReading } from '@/lib/case/case';

/** What was read from the case by rule, in one line: age, sex, and how many findings. */
export function CaseFacts({ reading }: { reading: CaseReading }) {
  const { age, sex } = reading.demographics;
  const absent = reading.findings.filter((finding) => finding.polarity === 'absent').length;
  const person = [age === undefined ? undefined : `${age.years} years`, sex?.value]
    .filter((part) => part !== undefined)
    .join(', ');
  return (
    <dl className="flex flex-wrap gap-x-5 gap-y-1 border-b border-line pb-2 text-xs text-ink-2">
      <Fact term="Patient" detail={person === '' ? 'not stated' : person} />
      <Fact term="Sentences" detail={`${reading.sentences.length}`} />
      <Fact
        term="Findings read"
        detail={`${reading.findings.length - absent} present, ${absent} absent`}
      />
    </dl>
  );
}

function Fact({ term, detail }: { term: string; detail: string }) {
  return (
    <div className="flex gap-1.5">
      <dt className="text-ink-3">{term}</dt>
      <dd>{detail}</dd>
    </div>
  );
}
