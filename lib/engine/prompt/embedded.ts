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

/** An option as the embedded model is shown it. */
function optionLine(option: Option): string {
  return `${option.letter}) ${plain(option.text)}`;
}

/** An option as the model answers with it: its text first, so that the letter follows from the diagnosis. */
export function optionAnswer(option: Option): string {
  return `${plain(option.text)} (${option.letter})`;
}

/** Text of the case on one line, with anything that would read as one of the model's control tokens defused. */
function plain(text: string): string {
  return text.replace(/\s+/g, ' ').replaceAll('<', '‹').replaceAll('>', '›').trim();
}

/** Age and sex in words, as far as they are known: "34-year-old woman". */
export function personLine({ demographics }: CaseReading): string {
  const sex = demographics.sex?.value;
  const years = demographics.age?.years;
  const person =
    years !== undefined && years < 13
      ? { female: 'girl', male: 'boy', unknown: 'child' }[sex ?? 'unknown']
      : { female: 'woman', male: 'man', unknown: 'patient' }[sex ?? 'unknown'];
  return years === undefined ? person : `${Math.floor(years)}-year-old ${person}`;
}

/** The person as the beginning of a sentence: "An 8-year-old boy". */
export function withArticle(person: string): string {
  return `${/^(?:8|11-|18-)/.test(person) ? 'An' : 'A'} ${person}`;
}

/** A finding with the sentence it was read in, as the prompt gives it and the model repeats it. */
export function citedFinding(finding: Finding): string {
  return `${findingWords(finding)}${citationToken(finding.sentence)}`;
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
      const findings = sentenceFindings(reading, number);
      if (findings.length === 0) {
        return `- unread: ${plain(sliceSpan(reading.case.text, span))}${citationToken(number)}`;
      }
      return `- ${findings.map(citedFinding).join(`${FINDING_SEPARATOR} `)}`;
    })
    .join('\n');
}

/** What the embedded model writes where a list of findings has none. */
export const NO_FINDING = 'None in the case';

/** What the embedded model puts between two findings of a list, and between two hypotheses. */
export const FINDING_SEPARATOR = ';';
export const HYPOTHESIS_SEPARATOR = ' /';

/** The beginnings of a list of findings, where no name stands in between. */
const LIST_BEGINNINGS: readonly string[] = [
  ...['woman', 'man', 'girl', 'boy', 'child', 'patient'].map((person) => ` ${person} with`),
  ' Against it:',
  ' for:',
  ' against:',
  '**Reasoning**:',
];

/** Citations beyond the last sentence, and the pieces of which one could be spelled out. */
function barredCitations(sentences: number): readonly string[] {
  const barred = ['[', ' ['];
  for (let sentence = sentences + 1; sentence <= CITABLE_SENTENCES; sentence += 1) {
    barred.push(citationToken(sentence));
  }
  return barred;
}

/**
 * What may stand where: a diagnosis is one of the options or one of the known conditions, a finding is one that was read
 * in the case, with the sentence it was read in. What the model adds is which, in what order and for or against what.
 */
function constraintFor(reading: CaseReading): DecodingConstraint {
  const { options } = reading.case;
  const conditions = CONDITIONS.map(({ name }) => ` ${name}`);
  const candidates = options.length > 0 ? options.map(({ text }) => ` ${plain(text)}`) : conditions;
  const answers =
    options.length > 0 ? options.map((option) => ` ${optionAnswer(option)}`) : conditions;
  const findings = reading.sentences.flatMap(({ number }) =>
    sentenceFindings(reading, number).map((finding) => ` ${citedFinding(finding)}`),
  );
  const lineNumbers = Array.from({ length: DIFFERENTIAL_LINES }, (_, index) => `\n${index + 1}.`);
  const evidence = candidates.flatMap((name) => [
    `Evidence for${name}.`,
    `Evidence against${name}.`,
  ]);
  const opening = ` ${withArticle(personLine(reading))} with`;
  return {
    bannedTokens: barredCitations(reading.sentences.length),
    choices: [
      {
        after: ['Problem representation.'],
        oneOf: [opening],
        followedBy: '',
        distinct: 'nowhere',
      },
      { after: [ANSWER_LABEL], oneOf: answers, followedBy: '\n', distinct: 'nowhere' },
      { after: lineNumbers, oneOf: candidates, followedBy: ' (', distinct: 'in-text' },
      {
        after: ['Hypotheses.', HYPOTHESIS_SEPARATOR],
        oneOf: candidates,
        followedBy: '',
        distinct: 'on-line',
      },
      { after: ['Evidence for'], oneOf: candidates, followedBy: '.', distinct: 'in-text' },
      { after: ['Evidence against'], oneOf: candidates, followedBy: '.', distinct: 'in-text' },
      { after: ['Safety check.'], oneOf: conditions, followedBy: ' must', distinct: 'nowhere' },
      {
        after: [...LIST_BEGINNINGS, ...evidence],
        oneOf: [...findings, ` ${NO_FINDING}`],
        followedBy: '',
        distinct: 'on-line',
      },
      { after: [FINDING_SEPARATOR], oneOf: findings, followedBy: '', distinct: 'on-line' },
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
  const person = personLine(reading);
  const lines = [`${person.charAt(0).toUpperCase()}${person.slice(1)}.`, numberedCase(reading)];
  if (options.length > 0) lines.push(`Options: ${options.map(optionLine).join(' ')}`);
  return success({
    text: `<|user|>${lines.join('\n')}<|end|><|assistant|><think>`,
    prefill: '<think>',
    constraint: constraintFor(reading),
  });
}
