import { CaseSpanChip, FindingChip } from '@/components/case/case-chip';
import { OMISSION_TITLES } from '@/components/explanation/omission-words';
import { Disclosure } from '@/components/ui/disclosure';
import { Icon } from '@/components/ui/icon';
import { PlainText } from '@/components/ui/plain-text';
import type { Omission } from '@/lib/audit/omissions/omission';
import type { CaseReading } from '@/lib/case/case';
import type { Explanation } from '@/lib/explanation/explanation';

/** Of each kind, so many are shown at once. */
const SHOWN = 6;

/** What the reasoning left unsaid: conditions not to be missed, contradictions, and findings that no step used. */
export function LeftUnsaid({
  reading,
  explanation,
}: {
  reading: CaseReading;
  explanation: Explanation;
}) {
  const { omissions, unused } = explanation;
  const listed = new Set(
    omissions.flatMap(({ kind, findings }) => (kind === 'finding-not-used' ? findings : [])),
  );
  const others = unused.filter((finding) => !listed.has(finding));
  if (omissions.length === 0 && others.length === 0) {
    return (
      <p className="text-xs text-ink-2">Every finding read from the case is used in a step.</p>
    );
  }
  return (
    <div className="grid grid-cols-1 gap-3">
      {OMISSION_TITLES.map(([kind, title]) => (
        <OmissionGroup
          key={kind}
          title={title}
          reading={reading}
          omissions={omissions.filter((omission) => omission.kind === kind)}
        />
      ))}
      {others.length === 0 ? null : (
        <section className="grid gap-1">
          <h4 className="text-xs text-ink-2">
            {listed.size === 0 ? 'Findings not used' : 'Other findings not used'}
          </h4>
          <ul className="flex flex-wrap gap-1">
            {others.map((finding) => (
              <li key={finding} className="max-w-full">
                <FindingChip reading={reading} finding={finding} from="explanation" />
              </li>
            ))}
          </ul>
        </section>
      )}
    </div>
  );
}

function OmissionGroup({
  title,
  reading,
  omissions,
}: {
  title: string;
  reading: CaseReading;
  omissions: readonly Omission[];
}) {
  if (omissions.length === 0) return null;
  const more = omissions.slice(SHOWN);
  return (
    <section className="grid grid-cols-1 gap-1.5">
      <h4 className="text-xs text-ink-2">{title}</h4>
      <OmissionList reading={reading} omissions={omissions.slice(0, SHOWN)} />
      {more.length === 0 ? null : (
        <Disclosure summary={<span className="text-2xs text-ink-2">{more.length} more</span>}>
          <div className="pt-1.5">
            <OmissionList reading={reading} omissions={more} />
          </div>
        </Disclosure>
      )}
    </section>
  );
}

function OmissionList({
  reading,
  omissions,
}: {
  reading: CaseReading;
  omissions: readonly Omission[];
}) {
  return (
    <ul className="grid grid-cols-1 gap-2 text-xs">
      {omissions.map((omission, position) => (
        <li
          // biome-ignore lint/suspicious/noArrayIndexKey: the list of a finished run never changes
          key={position}
          className="grid grid-cols-[1.25rem_minmax(0,1fr)]"
        >
          <span className="pt-0.5 text-ink-3">
            <Icon name="unsaid" size={13} />
          </span>
          <div className="grid gap-0.5">
            <p className="wrap-anywhere">
              <span className="font-medium">
                <PlainText text={omission.label} />
              </span>{' '}
              <span className="text-ink-2">
                <PlainText text={omission.detail} />
              </span>
            </p>
            {omission.case.length === 0 ? null : (
              <div className="flex flex-wrap gap-1">
                {omission.case.map((span) => (
                  <CaseSpanChip key={span.start} reading={reading} span={span} from="explanation" />
                ))}
              </div>
            )}
            {omission.source === undefined ? null : (
              <p className="text-2xs wrap-anywhere text-ink-3">{omission.source}</p>
            )}
          </div>
        </li>
      ))}
    </ul>
  );
}
