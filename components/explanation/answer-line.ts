import { percentage } from '@/components/ui/probability';
import type { Explanation } from '@/lib/explanation/explanation';

/** The answer in one line, for announcements and lists. */
export function answerLine(explanation: Pick<Explanation, 'answer'>): string {
  const { abstained, option, diagnosis, probability, trace } = explanation.answer;
  const name = [option === undefined ? undefined : `${option})`, diagnosis].filter(
    (part) => part !== undefined,
  );
  if (abstained && trace !== undefined) return 'No diagnosis given';
  if (abstained || name.length === 0) return 'No answer';
  const stated = probability === undefined ? '' : `, stated ${percentage(probability)}`;
  return `${name.join(' ')}${stated}`;
}
