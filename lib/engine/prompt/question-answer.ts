import { type AskedFor, askedFor } from '@/lib/case/asked-for';
import type { CaseReading, Option } from '@/lib/case/case';
import { readCase } from '@/lib/case/read-case';
import { careOf, isNamedIn, type Named, type Urgency } from '@/lib/knowledge/care';
import type { Condition } from '@/lib/knowledge/concept';
import { type TellingQuestion, tellingQuestions } from '@/lib/knowledge/information-gain';
import { type Candidate, statedPercent } from './candidates';
import { diagnosesOffered } from './diagnoses-offered';
import { OPTION_LABEL, plainLine, QUESTION_LABEL } from './embedded-form';

const NOT_ANSWERED = {
  unknown:
    'not answered. This model knows the diagnosis, its first treatment and next test, how urgent it is, and what would tell more',
  options: 'not answered. No option, or more than one, is what this model knows of it',
};

const URGENCY: Readonly<Record<Urgency, string>> = {
  immediate: 'needs care at once',
  'same-day': 'needs care on the same day',
  'within-days': 'needs care within days',
  routine: 'can wait for a routine visit',
};

/** How many findings are named that would tell more, and the gain in bits below which none is worth naming. */
const MOST_QUESTIONS = 2;
/** How many treatments are named: the first, and what goes with it. */
const MOST_TREATMENTS = 4;
const LEAST_GAIN = 0.02;

type BeyondDiagnosis = Exclude<AskedFor, 'diagnosis'>;

/** What is asked beyond the diagnosis, and what of the answer is the same whatever the diagnosis. */
interface Asked {
  readonly kinds: readonly BeyondDiagnosis[];
  /** Those for what follows from the diagnosis. */
  readonly options: readonly Option[];
  /** The findings that would tell most, most telling first; none where nobody asks for them. */
  readonly telling: readonly TellingQuestion[];
}

/**
 * How the embedded model answers a question for more than the diagnosis: a function that gives the sections of the answer for a
 * diagnosis among the `ranked` candidates. They are looked up in what is known of that diagnosis, or computed from the
 * probabilities. None where nothing but the diagnosis is asked for.
 */
export function questionAnswers(
  reading: CaseReading,
  ranked: readonly Candidate[],
): (diagnosis: Condition) => readonly string[] {
  const { question, options } = reading.case;
  if (question === undefined) return () => [];
  const all = askedFor(question);
  const offersDiagnoses = diagnosesOffered(reading.case).length > 0;
  if (all.length === 0) {
    return () => (options.length > 0 ? [] : [`${QUESTION_LABEL} ${NOT_ANSWERED.unknown}`]);
  }
  const kinds = all.filter((kind) => kind !== 'diagnosis');
  const told = new Set(reading.findings.map(({ concept }) => concept));
  const asked: Asked = {
    kinds,
    options: offersDiagnoses ? [] : options,
    telling: kinds.includes('uncertainty')
      ? tellingQuestions(ranked, told, Number.POSITIVE_INFINITY)
      : [],
  };
  if (kinds.length === 0) return () => [];
  return (diagnosis) =>
    asked.options.length > 0 ? optionSections(asked, diagnosis) : openSection(asked, diagnosis);
}

function openSection(asked: Asked, diagnosis: Condition): readonly string[] {
  const statements = asked.kinds.map((kind) => statementOf(kind, asked, diagnosis));
  return [`${QUESTION_LABEL} ${statements.join('. ')}`];
}

function optionSections(asked: Asked, diagnosis: Condition): readonly string[] {
  for (const kind of asked.kinds) {
    const option = optionFor(kind, asked, diagnosis);
    if (option !== undefined) {
      return [
        `${QUESTION_LABEL} ${statementOf(kind, asked, diagnosis)}`,
        `${OPTION_LABEL} ${plainLine(option.letter)}`,
      ];
    }
  }
  return [`${QUESTION_LABEL} ${NOT_ANSWERED.options}`];
}

/** The one option that answers; undefined where none does, or several do alike. */
function optionFor(
  kind: BeyondDiagnosis,
  { options, telling }: Asked,
  diagnosis: Condition,
): Option | undefined {
  const { treatments, tests, urgency } = careOf(diagnosis);
  switch (kind) {
    case 'treatment':
      return firstNamed(treatments, options);
    case 'test':
      return firstNamed(tests, options);
    case 'prognosis':
      return only(options.filter(({ text }) => urgencyNamed(text) === urgency));
    case 'uncertainty':
      return mostTelling(options, telling);
  }
}

/** The option that names what comes first in a list, where it is the only one to name it. */
function firstNamed(list: readonly Named[], options: readonly Option[]): Option | undefined {
  const named = list
    .map((each) => options.filter(({ text }) => isNamedIn(each, text)))
    .find((found) => found.length > 0);
  return only(named ?? []);
}

function only(options: readonly Option[]): Option | undefined {
  return options.length === 1 ? options[0] : undefined;
}

const URGENCY_WORDS: readonly (readonly [Urgency, RegExp])[] = [
  ['immediate', /\b(?:at once|immediate(?:ly)?|emergency|minutes|life-threatening)\b/i],
  ['same-day', /\b(?:same[- ]day|today|within hours|24 hours)\b/i],
  ['within-days', /\b(?:within (?:a few |some )?days|few days|this week|48 hours|72 hours)\b/i],
  ['routine', /\b(?:routine(?:ly)?|weeks|non-urgent|not urgent|self-care)\b/i],
];

/** How soon an option says that care is needed. */
function urgencyNamed(text: string): Urgency | undefined {
  return URGENCY_WORDS.find(([, pattern]) => pattern.test(text))?.[0];
}

/** The option that names the finding of which knowing would tell most. */
function mostTelling(
  options: readonly Option[],
  telling: readonly TellingQuestion[],
): Option | undefined {
  const named = options.map((option) => ({
    option,
    concepts: new Set(
      readCase({ text: option.text, options: [] }).findings.map(({ concept }) => concept),
    ),
  }));
  const found = telling
    .map(({ concept }) => named.filter(({ concepts }) => concepts.has(concept.id)))
    .find((naming) => naming.length > 0);
  return only((found ?? []).map(({ option }) => option));
}

/** What is known of the diagnosis, as a sentence without its full stop. */
function statementOf(kind: BeyondDiagnosis, { telling }: Asked, diagnosis: Condition): string {
  const { treatments, tests, urgency, course } = careOf(diagnosis);
  const { name } = diagnosis;
  switch (kind) {
    case 'treatment':
      return `${name} is first treated with: ${listOf(treatments.slice(0, MOST_TREATMENTS))}`;
    case 'test':
      return `the next test for ${name}: ${listOf(tests.slice(0, 1))}`;
    case 'prognosis':
      return `${name} ${URGENCY[urgency]}. ${course.replace(/\.$/, '')}`;
    case 'uncertainty':
      return whatWouldTell(telling.slice(0, MOST_QUESTIONS));
  }
}

function listOf(list: readonly Named[]): string {
  return list.map(({ name }) => name).join(', ');
}

function whatWouldTell(questions: readonly TellingQuestion[]): string {
  const telling = questions.filter(({ gain }) => gain >= LEAST_GAIN);
  if (telling.length === 0) return 'no single finding that is not known yet would tell much more';
  const asked = telling.map(
    ({ concept, ifPresent, ifAbsent }) =>
      `${concept.label} (if so ${likeliest(ifPresent)}, if not ${likeliest(ifAbsent)})`,
  );
  return `it would tell most to know of ${asked.join(', then of ')}`;
}

function likeliest([first]: TellingQuestion['ifPresent']): string {
  return first === undefined ? '' : `${first.condition.name} ${statedPercent(first.probability)}`;
}
