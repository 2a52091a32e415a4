import { percentage } from '@/components/ui/probability';
import { type CaseCoverage, shareOf } from '@/lib/case/coverage';

/** What share of a case is read: "14 findings in 9 of 12 sentences, 62 % of the words". */
export function coverageWords({ findings, sentences, words }: CaseCoverage): string {
  const counted = findings === 1 ? '1 finding' : `${findings} findings`;
  const where = sentences.all === 1 ? 'sentence' : 'sentences';
  return `${counted} in ${sentences.read} of ${sentences.all} ${where}, ${percentage(shareOf(words))} of the words`;
}
