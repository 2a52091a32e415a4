import { UNDECIDED_ANSWERS } from '@/lib/engine/prompt/undecided';

const ANSWERS: ReadonlySet<string> = new Set(Object.values(UNDECIDED_ANSWERS));

/**
 * Why the embedded model gives no diagnosis, as a sentence of its own, from the answer that says so; `undefined` for every
 * other answer.
 */
export function undecidedReason(answer: string): string | undefined {
  if (!ANSWERS.has(answer)) return undefined;
  const reason = answer.slice(answer.indexOf(':') + 1).trim();
  return `${reason.charAt(0).toUpperCase()}${reason.slice(1)}.`;
}
