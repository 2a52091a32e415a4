import type { Dataset } from '@/lib/evaluation/dataset';
import { ddxplus, ddxplusHalf } from '@/lib/evaluation/datasets/ddxplus';
import { ddxplusQuestions } from '@/lib/evaluation/datasets/ddxplus-questions';
import { handwrittenNotes } from '@/lib/evaluation/datasets/handwritten-notes';
import { plantedErrors } from '@/lib/evaluation/datasets/planted-errors';
import { failure, type Outcome, success } from '@/lib/text/outcome';

/** Every dataset that can be evaluated on. */
export const DATASETS: readonly Dataset[] = [
  ddxplus,
  ddxplusHalf,
  ddxplusQuestions,
  handwrittenNotes,
  plantedErrors,
];

/** The dataset of this name, or a fault that lists the names there are. */
export function datasetNamed(name: string): Outcome<Dataset, 'dataset-unknown'> {
  const dataset = DATASETS.find((each) => each.name === name);
  if (dataset !== undefined) return success(dataset);
  return failure(
    'dataset-unknown',
    `There is no dataset called "${name}".`,
    `Choose one of: ${DATASETS.map((each) => each.name).join(', ')}.`,
  );
}
