import type { CaseReading, Finding, Option } from '@/lib/case/case';
import type { Condition } from '@/lib/knowledge/concept';
import { isCounted } from '@/lib/knowledge/likelihoods';

/** How many numbered sentences the embedded model can cite: its tokenizer has one token for each `[n]`. */
export const CITABLE_SENTENCES = 64;

/** How many lines of a differential state a probability and the evidence. */
export const DIFFERENTIAL_LINES = 5;

/** The control tokens of a conversation. */
export const USER = '<|user|>';
export const ASSISTANT = '<|assistant|>';
export const END = '<|end|>';

/** What the model's answer begins with; it is put into its mouth. */
export const THINKING_OPENS = '<think>';

export const ANSWER_LABEL = '**Primary Diagnosis**:';
export const CONFIDENCE_LABEL = '**Confidence**:';
export const NEXT_STEP_LABEL = '**Next step**:';

/** What begins the line that answers a question for more than the diagnosis, and the one that names the option for it. */
export const QUESTION_TITLE = 'To the question';
export const QUESTION_LABEL = `**${QUESTION_TITLE}**:`;
export const OPTION_LABEL = '**Answer**:';

/** What begins a line of the differential that only names a condition worth thinking of. */
export const BARE_LINE = '*';

/** The token by which the embedded model cites a sentence; the space before it belongs to it. */
export function citationToken(sentence: number): string {
  return ` [${sentence}]`;
}

/** An option as the embedded model is shown it. */
export function optionLine(option: Option): string {
  return `${option.letter}) ${plainLine(option.text)}`;
}

/** An option as the model answers with it: its text first, so that the letter follows from the diagnosis. */
export function optionAnswer(option: Option): string {
  return `${plainLine(option.text)} (${option.letter})`;
}

/** Text of the case on one line, with anything that would read as one of the model's control tokens defused. */
export function plainLine(text: string): string {
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
  return `${finding.label}${citationToken(finding.sentence)}`;
}

/**
 * The findings that the embedded model is shown of one sentence: those that bear on a condition that it knows, not what an
 * earlier sentence gave already.
 */
export function sentenceFindings(reading: CaseReading, sentence: number): readonly Finding[] {
  return reading.findings.filter(
    (finding) =>
      finding.sentence === sentence &&
      isCounted(finding.concept) &&
      !reading.findings.some(
        (other) =>
          other.concept === finding.concept &&
          other.polarity === finding.polarity &&
          other.sentence < sentence,
      ),
  );
}

/** The case as the embedded model reads it: what was recognised in each numbered sentence that holds anything it knows. */
export function numberedCase(reading: CaseReading): readonly string[] {
  return reading.sentences.flatMap(({ number }) => {
    const findings = sentenceFindings(reading, number);
    return findings.length === 0
      ? []
      : [`- ${findings.map(citedFinding).join(`${FINDING_SEPARATOR} `)}`];
  });
}

/** What the embedded model writes where a list of findings has none. */
export const NO_FINDING = 'None in the case';

/** What the embedded model puts between two findings of a list, and between two hypotheses. */
export const FINDING_SEPARATOR = ';';
export const HYPOTHESIS_SEPARATOR = ' /';

/** The next test for a condition, on one line and without what separates findings. */
export function nextStepOf({ nextTest }: Condition): string {
  return nextTest.replaceAll(FINDING_SEPARATOR, ',');
}
