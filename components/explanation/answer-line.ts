import { percentage } from '@/components/ui/probability';
import { answerInOneLine, answerWords } from '@/lib/explanation/answer-words';
import type { Explanation } from '@/lib/explanation/explanation';

/** The answer in one line, for announcements and lists. */
export function answerLine({
  answer,
  case: given,
}: Pick<Explanation, 'answer'> & Partial<Pick<Explanation, 'case'>>): string {
  const { abstained, probability, trace } = answer;
  const words = answerInOneLine(answerWords(answer, given?.options));
  if (abstained && trace !== undefined) return 'No diagnosis given';
  if (abstained || words === undefined) return 'No answer';
  const stated = probability === undefined ? '' : `, stated ${percentage(probability)}`;
  return `${words}${stated}`;
}
