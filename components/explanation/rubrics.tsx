import { STANDING_WORDS } from '@/components/explanation/standing-words';
import { classNames } from '@/components/ui/class-names';
import { Disclosure } from '@/components/ui/disclosure';
import { Icon, type IconName } from '@/components/ui/icon';
import { PlainText } from '@/components/ui/plain-text';
import { StepLinks } from '@/components/ui/step-link';
import type { Rubric, RubricElement } from '@/lib/audit/rubrics/rubric';
import type { Span } from '@/lib/text/span';

const STANDING_ICONS: Record<RubricElement['standing'], IconName> = {
  there: 'supported',
  missing: 'unsaid',
  'cannot-tell': 'cannot-tell',
};

/** The reasoning laid against frameworks of clinical reasoning: which elements are there, where, and which are missing. */
export function Rubrics({
  rubrics,
  steps,
}: {
  rubrics: readonly Rubric[];
  steps: readonly Span[];
}) {
  return (
    <div className="grid grid-cols-1 gap-2">
      <p className="text-2xs text-ink-3">
        Whether an element is there is read from the wording; how good it is, is for a person to
        judge. The elements are not added up.
      </p>
      {rubrics.map((rubric, position) => (
        <Disclosure
          key={rubric.id}
          id={`rubric-${rubric.id}`}
          open={position === 0}
          summary={<h4 className="text-xs font-medium">{rubric.title}</h4>}
          note={standingCounts(rubric)}
        >
          <ul className="mt-1 grid grid-cols-1">
            {rubric.elements.map((element) => (
              <Element key={element.id} element={element} steps={steps} />
            ))}
          </ul>
          <p className="pt-1 text-2xs wrap-anywhere text-ink-3">{rubric.source}</p>
        </Disclosure>
      ))}
    </div>
  );
}

function standingCounts({ elements }: Rubric): string {
  const count = (standing: RubricElement['standing']) =>
    elements.filter((element) => element.standing === standing).length;
  return [
    `${count('there')} there`,
    `${count('missing')} missing`,
    ...(count('cannot-tell') === 0 ? [] : [`${count('cannot-tell')} cannot tell`]),
  ].join(', ');
}

function Element({ element, steps }: { element: RubricElement; steps: readonly Span[] }) {
  const { standing } = element;
  return (
    <li className="grid grid-cols-[6.5rem_minmax(0,1fr)] gap-x-2 border-t border-line py-1.5 text-xs first:border-t-0">
      <span
        className={classNames(
          'inline-flex items-start gap-1 font-medium',
          standing === 'missing' ? 'text-not-in-case' : 'text-ink-2',
        )}
      >
        <span className="pt-0.5">
          <Icon name={STANDING_ICONS[standing]} size={13} />
        </span>
        {STANDING_WORDS[standing]}
      </span>
      <div className="grid gap-0.5">
        <p className="wrap-anywhere">
          <span className="font-medium">{element.title}</span>{' '}
          <span className="text-ink-2">
            <PlainText text={element.detail} />
          </span>
        </p>
        {element.trace.length === 0 ? null : (
          <div className="flex flex-wrap gap-1">
            <StepLinks steps={steps} passages={element.trace} />
          </div>
        )}
      </div>
    </li>
  );
}
