import type { CaseReading, Finding, Option } from '@/lib/case/case';
import { CONDITIONS, conditionNamed } from '@/lib/knowledge/conditions';
import type { ChoiceRule, DecodingConstraint } from '../engine';
import { bearing } from './bearing';
import { type Candidate, rankCandidates, statedPercent } from './candidates';
import { diagnosesOffered } from './diagnoses-offered';
import {
  ANSWER_LABEL,
  BARE_LINE,
  CITABLE_SENTENCES,
  CONFIDENCE_LABEL,
  citationToken,
  citedFinding,
  DIFFERENTIAL_LINES,
  END,
  FINDING_SEPARATOR,
  HYPOTHESIS_SEPARATOR,
  NEXT_STEP_LABEL,
  NO_FINDING,
  nextStepOf,
  optionAnswer,
  personLine,
  plainLine,
  sentenceFindings,
  THINKING_OPENS,
  withArticle,
} from './embedded-form';
import { nothingReadAnswer } from './nothing-read';
import { questionAnswers } from './question-answer';
import { UNDECIDED_ANSWERS, type Undecided } from './undecided';
import { worthArguing, worthConsidering } from './worth-considering';

const AGAINST = ' against:';

/** The rules that choose the answer. */
const ANSWERED = 'answer';

/** The beginnings of a list of findings, where no name stands in between. */
const LIST_BEGINNINGS: readonly string[] = [
  ...['woman', 'man', 'girl', 'boy', 'child', 'patient'].map((person) => ` ${person} with`),
  ' Against it:',
  ' for:',
  AGAINST,
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

/** A candidate as the answer gives it. */
function answerOf({ name, letter }: Candidate): string {
  return letter === undefined ? name : optionAnswer({ letter, text: name });
}

/** Where a candidate's probability is stated, as confidence in the answer and in its line of the differential. */
function probabilityRules(candidate: Candidate): readonly ChoiceRule[] {
  const { name, probability } = candidate;
  const percent = statedPercent(probability);
  return [
    {
      after: [`${ANSWER_LABEL} ${answerOf(candidate)}\n\n${CONFIDENCE_LABEL}`],
      oneOf: [` ${percent}`],
      followedBy: '\n',
      distinct: 'nowhere',
    },
    { after: [`. ${name} (`], oneOf: [`${percent})`], followedBy: '', distinct: 'nowhere' },
  ];
}

/** The end of an answer to a question for more than the diagnosis: the next step, and what answers the question. */
function lastRules(candidate: Candidate, sections: readonly string[]): readonly ChoiceRule[] {
  if (sections.length === 0) return [];
  return [
    {
      after: [NEXT_STEP_LABEL],
      chosen: { family: ANSWERED, text: ` ${answerOf(candidate)}` },
      oneOf: [[` ${nextStepOf(candidate.condition)}`, ...sections].join('\n\n') + END],
      followedBy: '',
      distinct: 'nowhere',
    },
  ];
}

/**
 * Where the evidence for and against a candidate is listed, in a step and in its line of the differential: there the findings
 * that bear on it so. On an option that is no known condition every finding may bear either way.
 */
function evidenceRules(name: string, findings: readonly Finding[]): readonly ChoiceRule[] {
  const condition = conditionNamed(name);
  const listed = `. ${name} (`;
  const bearingOn = (side: 'for' | 'against') =>
    findings
      .filter((finding) => condition === undefined || bearing(finding, condition) === side)
      .map((finding) => ` ${citedFinding(finding)}`);
  const rulesOf = (side: 'for' | 'against', step: string) => {
    const oneOf = bearingOn(side);
    const places = [
      { label: ` ${side}:`, has: [listed, ` ${side}:`], lacks: side === 'for' ? [AGAINST] : [] },
      { label: step, has: [step], lacks: [] },
    ];
    return places.flatMap(({ label, has, lacks }): ChoiceRule[] => {
      const common = { line: { has, lacks }, followedBy: '' } as const;
      return [
        {
          ...common,
          after: [label],
          oneOf: [...oneOf, ` ${NO_FINDING}`],
          // Where nothing bears on a diagnosis either way, one line says so twice.
          distinct: oneOf.length === 0 ? 'nowhere' : 'on-line',
        },
        { ...common, after: [FINDING_SEPARATOR], oneOf, distinct: 'on-line' },
      ];
    });
  };
  return [
    ...rulesOf('for', `Evidence for ${name}.`),
    ...rulesOf('against', `Evidence against ${name}.`),
  ];
}

/** With nothing before it, a model of this size writes what is no sentence; there is one thing to say. */
function constraintToOneText(reading: CaseReading): DecodingConstraint {
  const oneOf = [nothingReadAnswer(reading)];
  return {
    bannedTokens: barredCitations(0),
    choices: [{ after: [THINKING_OPENS], oneOf, followedBy: '', distinct: 'nowhere' }],
  };
}

/**
 * What may stand where: a diagnosis is one of the options or one of the known conditions; a finding is one that was read in the
 * case, with the sentence it was read in, and is listed for or against a diagnosis only where its frequencies speak so; a
 * probability is the belief that was computed, and an answer to more than the diagnosis is what is known of it. Where the case is `undecided`, that is the answer. What the model adds is
 * which, and in what order.
 */
export function embeddedConstraint(
  reading: CaseReading,
  undecided: Undecided | undefined,
): DecodingConstraint {
  if (undecided === 'nothing-read') return constraintToOneText(reading);
  const options = diagnosesOffered(reading.case);
  const conditions = CONDITIONS.map(({ name }) => ` ${name}`);
  const dangerous = CONDITIONS.filter(({ cantMiss }) => cantMiss).map(({ name }) => ` ${name}`);
  const candidates =
    options.length > 0 ? options.map(({ text }) => ` ${plainLine(text)}`) : conditions;
  const answers = answersFor(options, conditions, undecided);
  const read = reading.sentences.flatMap(({ number }) => sentenceFindings(reading, number));
  const findings = read.map((finding) => ` ${citedFinding(finding)}`);
  const [firstLine = '', ...otherLines] = Array.from(
    { length: DIFFERENTIAL_LINES },
    (_, index) => `\n${index + 1}.`,
  );
  const considered = worthConsidering(reading, undecided);
  const ranked = rankCandidates(reading);
  const sectionsFor = questionAnswers(reading, ranked);
  const arguable =
    considered.length === 0
      ? candidates
      : worthArguing(ranked, considered).map(({ name }) => ` ${name}`);
  const lines = Math.min(DIFFERENTIAL_LINES, arguable.length);
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
      {
        after: [ANSWER_LABEL],
        oneOf: answers,
        followedBy: '\n',
        distinct: 'nowhere',
        family: ANSWERED,
      },
      {
        after: [`\n${BARE_LINE}`],
        oneOf: considered.map(({ name }) => ` ${name}`),
        followedBy: '\n',
        distinct: 'in-text',
        family: 'differential',
      },
      {
        // No line is numbered beyond the last for which a diagnosis is left.
        after: Array.from({ length: 9 - lines }, (_, beyond) => `\n${lines + 1 + beyond}`),
        oneOf: [],
        followedBy: '',
        distinct: 'nowhere',
      },
      {
        after: [firstLine],
        oneOf: candidates,
        followedBy: '',
        distinct: 'in-text',
        family: 'differential',
      },
      {
        after: otherLines,
        oneOf: arguable,
        followedBy: '',
        distinct: 'in-text',
        family: 'differential',
      },
      {
        after: ['Hypotheses.', HYPOTHESIS_SEPARATOR],
        oneOf: candidates,
        followedBy: '',
        distinct: 'on-line',
      },
      {
        after: ['Evidence for'],
        oneOf: candidates,
        followedBy: '.',
        distinct: 'in-text',
        family: 'argued',
      },
      { after: ['Evidence against'], oneOf: candidates, followedBy: '.', distinct: 'in-text' },
      {
        after: ['Safety check.'],
        oneOf: dangerous,
        followedBy: ' must',
        distinct: 'in-text',
        family: 'argued',
      },
      ...ranked.flatMap(probabilityRules),
      ...ranked.flatMap((candidate) => lastRules(candidate, sectionsFor(candidate.condition))),
      ...candidates.flatMap((name) => evidenceRules(name.trimStart(), read)),
      {
        after: LIST_BEGINNINGS,
        oneOf: [...findings, ` ${NO_FINDING}`],
        followedBy: '',
        distinct: 'on-line',
      },
      { after: [FINDING_SEPARATOR], oneOf: findings, followedBy: '', distinct: 'on-line' },
    ],
  };
}
