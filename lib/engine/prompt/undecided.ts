import type { CaseReading } from '@/lib/case/case';
import { observationOf, statedFindings } from '@/lib/case/observation';
import { beliefIn, OUTSIDE_FROM } from '@/lib/knowledge/belief';
import { diagnosesOffered, offersKnownConditions } from './diagnoses-offered';

/** Why the embedded model gives no diagnosis. */
export type Undecided = 'nothing-read' | 'too-little' | 'outside' | 'no-single' | 'other-options';

/** How the embedded model answers where it gives none; each says why. */
export const UNDECIDED_ANSWERS: Readonly<Record<Undecided, string>> = {
  'nothing-read': 'No diagnosis can be given: no finding of the case is known to this model',
  'too-little': 'No diagnosis can be given: too few findings are known to this model',
  outside: 'No diagnosis can be given: the findings fit no condition known to this model',
  'no-single': 'No diagnosis can be given: the findings do not single out one condition',
  'other-options': 'No diagnosis can be given: most options are unknown to this model',
};

/** Limits below which no diagnosis is given. Chosen on the development notes (docs/embedded-model.md). */
const LEAST = {
  /** Findings that are present. */
  findings: 2,
  /** Belief in the most probable condition. */
  belief: 0.2,
};

/** Why no diagnosis can be given for a case, told from what was read of it; undefined where one can. */
export function undecidedFor(reading: CaseReading): Undecided | undefined {
  const findings = statedFindings(reading);
  const present = findings.filter(({ polarity }) => polarity === 'present');
  if (present.length === 0) return 'nothing-read';
  const options = diagnosesOffered(reading.case);
  if (options.length > 0) return offersKnownConditions(options) ? undefined : 'other-options';
  if (present.length < LEAST.findings) return 'too-little';
  const { ranked, none } = beliefIn(observationOf(reading, findings));
  if (none > OUTSIDE_FROM) return 'outside';
  return (ranked[0]?.probability ?? 0) < LEAST.belief ? 'no-single' : undefined;
}
