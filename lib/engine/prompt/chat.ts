import type { CaseReading, Option } from '@/lib/case/case';
import { failure, type Outcome, success } from '@/lib/text/outcome';
import { sliceSpan } from '@/lib/text/span';
import type { Prompt } from '../engine';

/** Citations of more digits than three are not read as such (`lib/trace/citations.ts`). */
const MOST_SENTENCES = 999;

const DEFAULT_QUESTION = 'What is the most likely diagnosis?';

/**
 * Text of the case on one line, with what would read as a mark of a chat template defused: `<think>`, `<|im_end|>`,
 * `<start_of_turn>`, `[INST]`. Servers hand a message to the tokenizer as it is, and the tokenizer would take such a mark for
 * a real one. "pO2 < 60" and "<5" stay as they are.
 */
function plain(text: string): string {
  return text
    .replace(/\s+/g, ' ')
    .replace(/<(?=[/|｜\p{L}])/gu, '‹')
    .replace(/\[(?=\/?[A-Z]{2})/g, '［')
    .trim();
}

function numberedSentences(reading: CaseReading): string {
  return reading.sentences
    .map(({ number, span }) => `[${number}] ${plain(sliceSpan(reading.case.text, span))}`)
    .join('\n');
}

function optionLine({ letter, text }: Option): string {
  return `${letter}) ${plain(text)}`;
}

/** Steps in the order in which Gazal-R1 and the embedded model take them. */
function reasoningRules(sentences: number): string {
  return [
    'First think step by step. Begin each step on a line of its own, in the form "Step 1: Problem representation. …":',
    '- Problem representation: the patient in one sentence.',
    '- Hypotheses: the diagnoses that come into question.',
    '- Evidence for, and evidence against: one step for each diagnosis that matters, named in the step.',
    '- Safety check: what must not be missed, and what speaks against it.',
    '- Conclusion: which diagnosis remains, and why.',
    `After every statement about this patient, cite the sentence of the case that it rests on by its number in square brackets, such as ${sentences === 1 ? '[1]' : `[1] or [1, ${Math.min(3, sentences)}]`}. Sentences have the numbers 1 to ${sentences}; there are no others. Say nothing of the patient that the case does not say, copy numbers with their units, and where something that matters is missing, say that it is missing.`,
  ].join('\n');
}

/** The form of Gazal-R1's answer (model card), with the differential's lines as `lib/trace/differential.ts` reads them. */
function answerForm(options: readonly Option[]): string {
  const [first] = options;
  return [
    'Then answer in exactly this form, without anything before or after it:',
    '',
    '## Clinical Assessment',
    '',
    '**Primary Diagnosis**: name of the diagnosis',
    ...(first === undefined
      ? []
      : ['', `**Answer**: letter and text of one option, as in "${optionLine(first)}"`]),
    '',
    '**Confidence**: whole number%',
    '',
    '**Differential**:',
    '1. name (whole number%) - for: [numbers]; against: [numbers]',
    '2. name (whole number%) - for: [numbers]; against: none',
    '',
    '**Reasoning**: why, with citations',
    '',
    '**Next step**: what to do next',
  ].join('\n');
}

/**
 * The prompt for a model that is asked with messages: the case in numbered sentences, the question and its options, and the
 * form of Gazal-R1 (arXiv 2506.21594) with citations, asked for in words. Nothing restricts the decoding: a model that does
 * not follow the form is read as far as it can be. One message of the user and none of the system, as on the card of
 * Gazal-R1, and because some templates (Gemma's) know no system. Faults with `prompt-too-long` where the case has more
 * sentences than a citation can name; whether the tokens fit is for the engine to say.
 */
export function buildChatPrompt(reading: CaseReading): Outcome<Prompt, 'prompt-too-long'> {
  const { sentences } = reading;
  if (sentences.length > MOST_SENTENCES) {
    return failure(
      'prompt-too-long',
      `The case has ${sentences.length} sentences; ${MOST_SENTENCES} can be cited.`,
      'Keep the sentences that matter most and remove the rest; nothing was cut for you.',
    );
  }
  const { question, options } = reading.case;
  const content = [
    'You are given the case of one patient. Each sentence has its number before it.',
    numberedSentences(reading),
    `Question: ${plain(question ?? DEFAULT_QUESTION)}`,
    ...(options.length === 0 ? [] : [['Options:', ...options.map(optionLine)].join('\n')]),
    reasoningRules(sentences.length),
    answerForm(options),
  ].join('\n\n');
  return success({ text: content, messages: [{ role: 'user', content }], prefill: '' });
}
