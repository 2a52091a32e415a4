import type { Case } from '@/lib/case/case';
import type { ExplainedAnswer } from '@/lib/explanation/explanation';
import { conditionNamed } from '@/lib/knowledge/conditions';

/** What an answer to a case comes to: the option's words or the condition, whatever the letter or the spelling. */
export interface Concluded {
  /** `null` where none was given. */
  readonly diagnosis: string | null;
  readonly abstained: boolean;
}

/** What was concluded from a case, in a form in which two conclusions can be compared. */
export function concluded({ options }: Case, answer: ExplainedAnswer): Concluded {
  const { abstained, option, diagnosis } = answer;
  if (abstained) return { diagnosis: null, abstained };
  const chosen = options.find(({ letter }) => letter === option)?.text ?? diagnosis;
  if (chosen === undefined) return { diagnosis: null, abstained };
  return { diagnosis: conditionNamed(chosen)?.name ?? chosen.trim().toLowerCase(), abstained };
}

/** Whether both name the same diagnosis or both decline. Two answers that say nothing are not the same answer. */
export function isSameConclusion(one: Concluded, other: Concluded): boolean {
  if (one.abstained || other.abstained) return one.abstained && other.abstained;
  return one.diagnosis !== null && one.diagnosis === other.diagnosis;
}
