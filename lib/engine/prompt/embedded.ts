import type { CaseReading, Finding, Option } from '@/lib/case/case';
import { CONDITIONS } from '@/lib/knowledge/conditions';
import { failure, type Outcome, success } from '@/lib/text/outcome';
import { sliceSpan } from '@/lib/text/span';
import type { DecodingConstraint, Prompt } from '../engine';

/** How many numbered sentences the embedded model can cite: its tokenizer has one token for each `[n]`. */
export const CITABLE_SENTENCES = 64;

/** How many lines a differential may have. */
export const DIFFERENTIAL_LINES = 5;

export const ANSWER_LABEL = '**Primary Diagnosis**:';

/** The token by which the embedded model cites a sentence; the space before it belongs to it. */
export function citationToken(sentence: number): string {
  return ` [${sentence}]`;
}

/** An option as the embedded model is shown it and writes it. */
export function optionLine(option: Option): string {
  return `${option.letter}) ${plain(option.text)}`;
}

/** Text of the case on one line, with anything that would read as one of the model's control tokens defused. */
function plain(text: string): string {
  return text.replace(/\s+/g, ' ').replaceAll('<', '‹').replaceAll('>', '›').trim();
}

function personLine({ demographics }: CaseReading): string {
  const sex = demographics.sex?.value;
  const years = demographics.age?.years;
  const person =
    years !== undefined && years < 13
      ? { female: 'girl', male: 'boy', unknown: 'child' }[sex ?? 'unknown']
      : { female: 'woman', male: 'man', unknown: 'patient' }[sex ?? 'unknown'];
  const line = years === undefined ? person : `${Math.floor(years)}-year-old ${person}`;
  return `${line.charAt(0).toUpperCase()}${line.slice(1)}.`;
}

/** A measurement is given as words: the model is not asked to read digits. */
function findingWords(finding: Finding): string {
  const measured = /^measurement\/(.+)$/.exec(finding.concept)?.[1];
  if (measured === undefined) return finding.label;
  return `${measured.replaceAll('-', ' ')} ${finding.interpretation ?? 'stated'}`;
}

/**
 * The findings of one sentence, each with the citation that the model is to copy along with it. A finding that an earlier
 * sentence gave already is left out unless the sentence has no other.
 */
function sentenceFindings(reading: CaseReading, sentence: number): readonly Finding[] {
  const own = reading.findings.filter((finding) => finding.sentence === sentence);
  const fresh = own.filter(
    ({ concept, polarity }) =>
      !reading.findings.some(
        (other) =>
          other.concept === concept && other.polarity === polarity && other.sentence < sentence,
      ),
  );
  return fresh.length > 0 ? fresh : own;
}

/** The case as the embedded model reads it: what was recognised in each numbered sentence, else the sentence itself. */
function numberedCase(reading: CaseReading): string {
  return reading.sentences
    .map(({ number, span }) => {
      const citation = citationToken(number);
      const findings = sentenceFindings(reading, number);
      if (findings.length === 0) {
        return `- unread: ${plain(sliceSpan(reading.case.text, span))}${citation}`;
      }
      return `- ${findings.map((finding) => `${findingWords(finding)}${citation}`).join('; ')}`;
    })
    .join('\n');
}

/**
 * Citations beyond the last sentence are barred, also when spelled out piece by piece; a diagnosis is one of the options or one of
 * the known conditions.
 */
function constraintFor(reading: CaseReading): DecodingConstraint {
  const { options } = reading.case;
  const names =
    options.length > 0
      ? options.map((option) => plain(option.text))
      : CONDITIONS.map((condition) => condition.name);
  const answers = options.length > 0 ? options.map(optionLine) : names;
  const bannedTokens: string[] = ['[', ' ['];
  for (let sentence = reading.sentences.length + 1; sentence <= CITABLE_SENTENCES; sentence += 1) {
    bannedTokens.push(citationToken(sentence));
  }
  return {
    bannedTokens,
    choices: [
      {
        after: [ANSWER_LABEL],
        oneOf: answers.map((text) => ` ${text}`),
        followedBy: '\n',
        distinct: false,
      },
      {
        after: Array.from({ length: DIFFERENTIAL_LINES }, (_, index) => `\n${index + 1}.`),
        oneOf: names.map((text) => ` ${text}`),
        followedBy: ' (',
        distinct: true,
      },
    ],
  };
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
  const { options } = reading.case;
  const lines = [personLine(reading), numberedCase(reading)];
  if (options.length > 0) lines.push(`Options: ${options.map(optionLine).join(' ')}`);
  return success({
    text: `<|user|>${lines.join('\n')}<|end|><|assistant|><think>`,
    prefill: '<think>',
    constraint: constraintFor(reading),
  });
}
