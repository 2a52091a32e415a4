import type { Step } from '@/lib/trace/trace';

/**
 * A closed step in a list that grows at its head and shares all the rest: a reading holds the last, and from there the
 * earlier ones are reached. `earlier` is no field of the data, so that copying a reading copies one step and not the list.
 */
export class ClosedStep {
  readonly step: Step;
  readonly text: string;
  /** How many steps had closed with this one. */
  readonly count: number;
  readonly #earlier: ClosedStep | undefined;

  constructor(step: Step, text: string, earlier: ClosedStep | undefined) {
    this.step = step;
    this.text = text;
    this.count = (earlier?.count ?? 0) + 1;
    this.#earlier = earlier;
  }

  /** The steps from this one back to the one after the first `count`, in the order of the text. */
  since(count: number): readonly ClosedStep[] {
    const steps: ClosedStep[] = [];
    for (
      let at: ClosedStep | undefined = this;
      at !== undefined && at.count > count;
      at = at.#earlier
    ) {
      steps.push(at);
    }
    return steps.reverse();
  }
}
