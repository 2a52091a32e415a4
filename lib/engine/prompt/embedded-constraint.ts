import type { CaseReading, Option } from '@/lib/case/case';
import { CONDITIONS } from '@/lib/knowledge/conditions';
import type { DecodingConstraint } from '../engine';
import {
  ANSWER_LABEL,
  BARE_LINE,
  CITABLE_SENTENCES,
  citationToken,
  citedFinding,
  DIFFERENTIAL_LINES,
  FINDING_SEPARATOR,
  HYPOTHESIS_SEPARATOR,
  NO_FINDING,
  optionAnswer,
  personLine,
  plainLine,
  sentenceFindings,
  withArticle,
} from './embedded-form';
import { UNDECIDED_ANSWERS, type Undecided } from './undecided';

/** The beginnings of a list of findings, where no name stands in between. */
const LIST_BEGINNINGS: readonly string[] = [
  ...['woman', 'man', 'girl', 'boy', 'child', 'patient'].map((person) => ` ${person} with`),
  ' Against it:',
  ' for:',
  ' against:',
  '**Reasoning**:',
];

function answersFor(
  options: readonly Option[],
  conditions: readonly string[],
  undecided: Undecided | undefined,
): readonly string[] {
  if (undecided !== undefined) return [` ${UNDECIDED_ANSWERS[undecided]}`];
  return options.length > 0 ? options.map((option) => ` ${optionAnswer(option)}`) : conditions;
}

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
 * in the case, with the sentence it was read in. Where the case is `undecided`, that is the answer. What the model adds is which, in what order and for or against what.
 */
export function embeddedConstraint(
  reading: CaseReading,
  undecided: Undecided | undefined,
): DecodingConstraint {
  const { options } = reading.case;
  const conditions = CONDITIONS.map(({ name }) => ` ${name}`);
  const candidates =
    options.length > 0 ? options.map(({ text }) => ` ${plainLine(text)}`) : conditions;
  const answers = answersFor(options, conditions, undecided);
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
      {
        after: [...lineNumbers, `\n${BARE_LINE}`],
        oneOf: candidates,
        followedBy: '',
        distinct: 'in-text',
      },
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
