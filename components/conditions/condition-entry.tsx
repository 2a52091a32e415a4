import type { ReactNode } from 'react';
import { FindingWeights } from '@/components/conditions/finding-weights';
import { associationSources } from '@/lib/knowledge/associations';
import { type Care, careOf, type Urgency } from '@/lib/knowledge/care';
import type { ConditionProfile } from '@/lib/knowledge/condition-profiles';
import { tellingFindings } from '@/lib/knowledge/telling-findings';

/** More would be no list that anyone learns. */
const MOST_FINDINGS = 6;

const URGENCY_WORDS: Readonly<Record<Urgency, string>> = {
  immediate: 'At once: within minutes to an hour or two.',
  'same-day': 'The same day.',
  'within-days': 'Within days to two weeks.',
  routine: 'In its own time.',
};

function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className="grid min-w-0 content-start gap-1 print:break-inside-avoid">
      <h3 className="text-xs font-semibold text-ink-2">{title}</h3>
      {children}
    </section>
  );
}

function Lines({ lines, ordered = false }: { lines: readonly string[]; ordered?: boolean }) {
  const List = ordered ? 'ol' : 'ul';
  return (
    <List className={`grid gap-1 pl-5 text-sm ${ordered ? 'list-decimal' : 'list-disc'}`}>
      {lines.map((line) => (
        <li key={line}>{line}</li>
      ))}
    </List>
  );
}

function CareParts({ treatments, urgency, course }: Care) {
  return (
    <>
      <Part title="Given or done first">
        <Lines lines={treatments.map(({ name }) => name)} ordered />
      </Part>
      <div className="grid min-w-0 content-start gap-4">
        <Part title="How soon">
          <p className="text-sm">{URGENCY_WORDS[urgency]}</p>
        </Part>
        <Part title="Usual course">
          <p className="text-sm">{course}</p>
        </Part>
      </div>
    </>
  );
}

function Sources({ profile: { condition, sources } }: { profile: ConditionProfile }) {
  const all = new Set([...sources, ...careOf(condition).sources, ...associationSources(condition)]);
  return (
    <Part title="Documents to check the description and what is stated by">
      <ul className="grid gap-0.5 text-2xs text-ink-3">
        {[...all].map((source) => (
          <li key={source} className="wrap-anywhere">
            {source}
          </li>
        ))}
      </ul>
    </Part>
  );
}

/** All that is known of one condition, but for what stands in its heading. */
export function ConditionEntry({ profile }: { profile: ConditionProfile }) {
  const { condition, typical, atypical, questions, tests } = profile;
  const telling = tellingFindings(condition, MOST_FINDINGS);
  return (
    <div className="grid gap-x-6 gap-y-4 sm:grid-cols-2">
      <Part title="Typical">
        <p className="text-sm">{typical}</p>
      </Part>
      <Part title="Atypical">
        <p className="text-sm">{atypical}</p>
      </Part>
      <Part title="Questions to ask">
        <Lines lines={questions} ordered />
      </Part>
      <Part title="Tests that tell it from others">
        <Lines lines={tests} />
      </Part>
      <CareParts {...careOf(condition)} />
      <Part title="Speaks most for it">
        <FindingWeights findings={telling.for} />
      </Part>
      <Part title="Speaks most against it">
        <FindingWeights findings={telling.against} />
      </Part>
      <div className="sm:col-span-2">
        <Sources profile={profile} />
      </div>
      <p className="text-2xs text-ink-3 sm:col-span-2">
        Also called: {condition.aliases.join('; ')}.{' '}
        <a
          href={`#${condition.id}`}
          className="inline-block min-h-6 text-accent underline underline-offset-4 print:hidden"
        >
          Link to {condition.name}
        </a>
      </p>
    </div>
  );
}
