import { ConditionEntry } from '@/components/conditions/condition-entry';
import { ConditionList } from '@/components/conditions/condition-list';
import type { Condition } from '@/lib/knowledge/concept';
import { CONDITION_PROFILES } from '@/lib/knowledge/condition-profiles';

/** What a person may type to find a condition. */
function searchWords({ name, aliases, ddxplus, icd10 }: Condition): string {
  return [name, ...aliases, ddxplus, icd10].join(' ').normalize('NFKD').toLowerCase();
}

const ENTRIES = CONDITION_PROFILES.toSorted((a, b) =>
  a.condition.name.localeCompare(b.condition.name, 'en'),
).map((profile) => {
  const { id, name, icd10, severity, cantMiss, gloss } = profile.condition;
  return {
    id,
    name,
    icd10,
    severity,
    cantMiss,
    gloss,
    words: searchWords(profile.condition),
    content: <ConditionEntry profile={profile} />,
  };
});

/** Every condition of the knowledge base, to teach from and to check. */
export function ConditionsPage() {
  return (
    <main className="mx-auto grid max-w-5xl grid-cols-1 gap-5 px-4 py-6 sm:px-6">
      <header className="grid gap-2">
        <p className="text-xs print:hidden">
          <a href="/" className="text-accent underline underline-offset-4">
            Rationale
          </a>
        </p>
        <h1 className="text-xl font-semibold">Conditions</h1>
        <p className="max-w-prose rounded-md border border-not-in-case bg-not-in-case-bg px-3 py-2 text-sm">
          <strong className="font-semibold">No clinician has reviewed this page.</strong> It was
          written from memory; the documents named with each condition are where it can be checked.
          For teaching and for checking what Rationale rests on; not for the care of patients.
        </p>
        <Reading />
      </header>
      <ConditionList entries={ENTRIES} />
    </main>
  );
}

function Reading() {
  return (
    <details className="max-w-prose text-sm text-ink-2 print:details-content:[content-visibility:visible]">
      <summary className="min-h-6 text-xs text-accent">How to read the figures</summary>
      <div className="grid gap-2 pt-1">
        <p>
          LR is the likelihood ratio of the finding, or of its absence: how often it is met in this
          condition, divided by how often in the 48 others in DDXPlus’ proportions. Above 1 it
          speaks for the condition, below 1 against. It is rounded to one figure, because it rests
          on few patients and on broad classes.
        </p>
        <p>
          The frequency is that of the finding being present in this condition, in the classes of
          the Human Phenotype Ontology: very frequent 80 % and more, frequent 30 to 79 %, occasional
          5 to 29 %, very rare 1 to 4 %, excluded 0 %. “Counted” means among synthetic patients of
          DDXPlus (Fansi Tchango et al., NeurIPS 2022); “stated” means the class that we estimate it
          to be in, shown as its range. A percentage beside a count is the estimate that Rationale
          uses: it lies between the count and what is stated or, where nothing is stated, is drawn a
          little towards the other conditions.
        </p>
        <p>
          ICD-10 codes and severity (1 is the most severe of 5) are DDXPlus’, but for three codes
          after ICD-10 version 2019 (WHO); “can’t miss” is Rationale’s own flag: missing it within
          hours or days can kill or maim.
        </p>
        <p>
          “Given or done first” begins with what is usual in a patient who is otherwise well; what
          follows are other parts of the first treatment, which not every patient needs. Doses are
          left out on purpose, and where practice differs the general measure is named.
        </p>
      </div>
    </details>
  );
}
