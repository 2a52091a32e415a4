import * as z from 'zod/mini';
import type { Case, CaseFaultCode, Option } from '@/lib/case/case';
import { recogniseOptions, separateQuestion } from '@/lib/case/recognise-options';
import { firstSignOfBinary } from '@/lib/text/binary';
import { failure, type Outcome, success } from '@/lib/text/outcome';

export { recogniseOptions } from '@/lib/case/recognise-options';

/** The shape of a case at every border: files, storage and exports. */
export const caseSchema = z.object({
  text: z.string(),
  question: z.optional(z.string()),
  options: z.array(z.object({ letter: z.string(), text: z.string() })),
});

/** Far beyond any chart; protects memory. What fits a model is that model's own, much lower limit. */
export const LONGEST_CASE = 1_000_000;

/**
 * Makes a case out of what a person gave. Options and question given separately win over those recognised in the text;
 * `text` is kept exactly as given.
 */
export function parseCase(input: {
  text: string;
  question?: string;
  options?: readonly Option[];
}): Outcome<Case, CaseFaultCode> {
  const unreadable = faultOfText(input.text);
  if (unreadable !== undefined) return unreadable;
  const recognised = recogniseOptions(input.text);
  const given = input.options ?? [];
  const options = given.length > 0 ? given : (recognised?.options ?? []);
  const found = recognised ?? separateQuestion(input.text, { start: 0, end: input.text.length });
  const question = nonBlank(input.question) ?? nonBlank(found.question);
  const faulty = faultOfOptions(options, question);
  if (faulty !== undefined) return faulty;
  return success({
    text: input.text,
    ...(question === undefined ? {} : { question }),
    options: options.map((option) => ({
      letter: option.letter.trim().toUpperCase(),
      text: option.text.trim(),
    })),
  });
}

type Failed = ReturnType<typeof failure<CaseFaultCode>>;

function faultOfText(text: string): Failed | undefined {
  if (text.trim() === '') {
    return failure(
      'case-empty',
      'The case is empty.',
      'Paste or type what is known of the patient.',
    );
  }
  if (text.length > LONGEST_CASE) {
    return failure(
      'case-too-long',
      `The case has ${text.length} characters; at most ${LONGEST_CASE} are read.`,
      'Keep the parts of the record that bear on this question.',
    );
  }
  const strange = firstSignOfBinary(text);
  if (strange !== undefined) {
    return failure(
      'case-binary',
      `The case is not text: character ${strange + 1} cannot be part of any text.`,
      'Give plain text in UTF-8; open the file in the program that made it and copy its text.',
    );
  }
  return undefined;
}

function faultOfOptions(
  options: readonly Option[],
  question: string | undefined,
): Failed | undefined {
  const letters = new Set<string>();
  for (const [position, option] of options.entries()) {
    const letter = option.letter.trim().toUpperCase();
    if (letters.has(letter)) {
      return failure(
        'option-letter-repeated',
        `Two options have the letter ${letter}.`,
        `Give option ${position + 1} a letter of its own.`,
      );
    }
    letters.add(letter);
    if (option.text.trim() === '') {
      return failure('option-empty', `Option ${letter} is empty.`, 'Fill it in or remove it.');
    }
  }
  if (options.length > 0 && question === undefined) {
    return failure(
      'options-without-question',
      `There are ${options.length} answer options but no question.`,
      'Add the question before the options, for example "What is the most likely diagnosis?".',
    );
  }
  return undefined;
}

function nonBlank(text: string | undefined): string | undefined {
  const trimmed = text?.trim();
  return trimmed === '' ? undefined : trimmed;
}
