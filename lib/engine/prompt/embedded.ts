import type { CaseReading, Option } from '@/lib/case/case';
import { failure, type Outcome, success } from '@/lib/text/outcome';
import type { Prompt } from '../engine';
import { diagnosesOffered } from './diagnoses-offered';
import { embeddedConstraint } from './embedded-constraint';
import {
  ASSISTANT,
  CITABLE_SENTENCES,
  END,
  numberedCase,
  optionLine,
  personLine,
  plainLine,
  THINKING_OPENS,
  USER,
} from './embedded-form';
import { UNDECIDED_ANSWERS, undecidedFor } from './undecided';

/** The options by their text, with letters in that order: the answer cannot depend on the order in which they were given. */
export function optionsShown(options: readonly Option[]): readonly Option[] {
  return options
    .map(({ text }) => plainLine(text))
    .sort((a, b) => (a < b ? -1 : Number(a > b)))
    .map((text, index) => ({ letter: String.fromCharCode('A'.charCodeAt(0) + index), text }));
}

/**
 * The prompt in the embedded model's own form. Faults with `prompt-too-long` where the case has more sentences than the
 * model can cite; whether the tokens fit is for the engine to say.
 */
export function buildEmbeddedPrompt(reading: CaseReading): Outcome<Prompt, 'prompt-too-long'> {
  const { sentences } = reading;
  if (sentences.length > CITABLE_SENTENCES) {
    return failure(
      'prompt-too-long',
      `The case has ${sentences.length} sentences; the embedded model can read and cite ${CITABLE_SENTENCES}.`,
      `Keep the ${CITABLE_SENTENCES} sentences that matter most and remove the rest; nothing was cut for you.`,
    );
  }
  const options = diagnosesOffered(reading.case);
  const person = personLine(reading);
  const undecided = undecidedFor(reading);
  const lines = [
    `${person.charAt(0).toUpperCase()}${person.slice(1)}.`,
    ...numberedCase(reading),
    ...(options.length > 0 ? [`Options: ${optionsShown(options).map(optionLine).join(' ')}`] : []),
    ...(undecided === undefined ? [] : [UNDECIDED_ANSWERS[undecided]]),
  ];
  return success({
    text: `${USER}${lines.join('\n')}${END}${ASSISTANT}${THINKING_OPENS}`,
    prefill: THINKING_OPENS,
    constraint: embeddedConstraint(reading, undecided),
  });
}
