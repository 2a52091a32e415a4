import {
  type Check,
  type CheckContext,
  type IndexedFinding,
  type InspectedStep,
  verdictOnFindings,
  verdictOnSpans,
} from '@/lib/audit/check';
import { type CitedClause, partsOf } from '@/lib/audit/clauses';
import { demographicVerdicts } from '@/lib/audit/demographic-statements';
import {
  findingsLabelledAtEnd,
  type NamedFinding,
  namedFindings,
} from '@/lib/audit/named-findings';
import type { Verdict } from '@/lib/audit/verdict';
import type { NumberedSentence } from '@/lib/case/case';
import { covers, overlaps, type Span, sliceSpan } from '@/lib/text/span';
import { wordsOf } from '@/lib/text/words';
import type { Citation, TraceReading } from '@/lib/trace/trace';

const ID = 'citations';
const NEGATION = /\b(?:no|not|without|denies|denied|never|absent|none|nor)\b/i;
/** Words that carry no meaning of their own when words of a clause are looked for in a sentence. */
const SMALL_WORDS = new Set(
  'a an the and or of in on with to at by for from is be have has she he her his it this that patient no not'.split(
    ' ',
  ),
);

/** One clause with one of its citations, ready to be judged. */
interface CitedWords {
  /** From the first word to the end of the citation, in the trace. */
  readonly span: Span;
  readonly words: string;
  /** Findings that the words name. */
  readonly named: readonly NamedFinding[];
  readonly sentence: NumberedSentence;
}

function absentSentence(citation: Citation, span: Span, context: CheckContext): Verdict {
  const count = context.reading.sentences.length;
  return verdictOnSpans(
    ID,
    'not-in-case',
    span,
    [],
    `There is no sentence ${citation.sentence}; the case has ${count}.`,
  );
}

function matching(
  named: readonly NamedFinding[],
  findings: readonly IndexedFinding[],
  polarity: 'same' | 'opposite',
): readonly IndexedFinding[] {
  return findings.filter((finding) =>
    named.some(
      ({ concept, polarity: said }) =>
        concept === finding.concept && (said === finding.polarity) === (polarity === 'same'),
    ),
  );
}

/** Of several readings of the same words ("cough", "coughing fits") one that the sentence bears out settles them all. */
function contradictedReadings(
  named: readonly NamedFinding[],
  findings: readonly IndexedFinding[],
): readonly IndexedFinding[] {
  const borneOut = named.filter((one) => matching([one], findings, 'same').length > 0);
  const open = named.filter(
    (one) => one.exact && !borneOut.some(({ span }) => overlaps(span, one.span)),
  );
  return matching(open, findings, 'opposite');
}

function byFindings(cited: CitedWords, context: CheckContext): Verdict | undefined {
  const here = context.findingsOfSentence(cited.sentence.number);
  const against = contradictedReadings(cited.named, here);
  if (against.length > 0) {
    const labels = against.map(({ label }) => label).join(', ');
    const detail = `Sentence ${cited.sentence.number} says the opposite: ${labels}.`;
    return verdictOnFindings(ID, 'contradicted', cited.span, against, detail);
  }
  const same = matching(cited.named, here, 'same');
  if (same.length === 0) {
    return undefined;
  }
  const labels = same.map(({ label }) => label).join(', ');
  const detail = `Sentence ${cited.sentence.number} says it: ${labels}.`;
  return verdictOnFindings(ID, 'supported', cited.span, same, detail);
}

/** A measurement is given to the embedded model, and repeated by it, as its name and how it reads: "heart rate high". */
function byMeasurement(cited: CitedWords, context: CheckContext): Verdict | undefined {
  const said = /([a-z][a-z ]*) (low|normal|high|stated)$/i.exec(cited.words);
  const name = said?.[1]?.toLowerCase() ?? '';
  const reading = said?.[2]?.toLowerCase();
  const measured = context.findingsOfSentence(cited.sentence.number).find(({ concept }) => {
    const measure = /^measurement\/(.+)$/.exec(concept)?.[1]?.replaceAll('-', ' ');
    return measure !== undefined && ` ${name}`.endsWith(` ${measure}`);
  });
  if (measured === undefined) {
    return undefined;
  }
  const known = measured.interpretation ?? 'stated';
  const { number } = cited.sentence;
  return known === reading
    ? verdictOnFindings(ID, 'supported', cited.span, [measured], `Sentence ${number} says it.`)
    : verdictOnFindings(
        ID,
        'contradicted',
        cited.span,
        [measured],
        `By the reference interval the value in sentence ${number} is ${known}.`,
      );
}

function byDemographics(cited: CitedWords, context: CheckContext): Verdict | undefined {
  const verdicts = demographicVerdicts(cited.words, context.reading).filter(({ case: spans }) =>
    spans.some((span) => covers(cited.sentence.span, span)),
  );
  const verdict = verdicts.find(({ outcome }) => outcome === 'contradicted') ?? verdicts[0];
  return verdict === undefined
    ? undefined
    : verdictOnSpans(ID, verdict.outcome, cited.span, verdict.case, verdict.detail);
}

function stemsOf(text: string): readonly string[] {
  return wordsOf(text)
    .map(({ stem }) => stem)
    .filter((stem) => !SMALL_WORDS.has(stem));
}

function bySameWords(cited: CitedWords, context: CheckContext): Verdict | undefined {
  const sentence = sliceSpan(context.reading.case.text, cited.sentence.span);
  const said = stemsOf(cited.words);
  const known = new Set(stemsOf(sentence));
  const sameWords = said.length > 0 && said.every((stem) => known.has(stem));
  if (!sameWords || NEGATION.test(cited.words) !== NEGATION.test(sentence)) {
    return undefined;
  }
  const detail = `Sentence ${cited.sentence.number} has the same words.`;
  return verdictOnSpans(ID, 'supported', cited.span, [cited.sentence.span], detail);
}

/** The words name a finding that the cited sentence does not have: another sentence may have it, or none. */
function elsewhere(cited: CitedWords, context: CheckContext): Verdict | undefined {
  const named = cited.named.filter(({ exact }) => exact);
  const anywhere = named.flatMap(({ concept }) => context.findingsOfConcept(concept));
  const same = matching(named, anywhere, 'same');
  const first = same[0];
  const { number, span } = cited.sentence;
  if (first !== undefined) {
    const detail = `Sentence ${number} does not say it, but sentence ${first.sentence} does.`;
    return verdictOnFindings(ID, 'cannot-tell', cited.span, same, detail);
  }
  const opposite = matching(named, anywhere, 'opposite');
  const contrary = opposite[0];
  if (contrary !== undefined) {
    const detail = `Sentence ${number} does not say it, and sentence ${contrary.sentence} says the opposite.`;
    return verdictOnFindings(ID, 'contradicted', cited.span, opposite, detail);
  }
  const read = context.findingsOfSentence(number);
  if (named.length === 0 || read.length === 0) {
    return undefined;
  }
  const labels = read.map(({ label }) => label).join(', ');
  const detail = `Sentence ${number} says ${labels}; the words cite it for something else.`;
  return verdictOnSpans(ID, 'not-in-case', cited.span, [span], detail);
}

function judge(cited: CitedWords, context: CheckContext): Verdict {
  return (
    byFindings(cited, context) ??
    byMeasurement(cited, context) ??
    byDemographics(cited, context) ??
    bySameWords(cited, context) ??
    elsewhere(cited, context) ??
    verdictOnSpans(
      ID,
      'cannot-tell',
      cited.span,
      [cited.sentence.span],
      `What the words say could not be matched with sentence ${cited.sentence.number}.`,
    )
  );
}

/** What the words of a clause name: a label that they end with, and what is recognised in the rest of them. */
function namedIn(words: string): readonly NamedFinding[] {
  const labelled = findingsLabelledAtEnd(words);
  const recognised = namedFindings(words).filter(
    (one) => !labelled.some(({ span }) => overlaps(span, one.span)),
  );
  return [...recognised, ...labelled];
}

/**
 * The same findings with the polarity that the step as a whole gives them: in "no fever [1], cough [2]" the negation
 * reaches beyond the clause in which it stands.
 */
function inScope(
  named: readonly NamedFinding[],
  whole: readonly NamedFinding[],
  at: number,
): readonly NamedFinding[] {
  return named.map((one) => {
    const wider = whole.find(
      ({ concept, span }) => concept === one.concept && overlaps(span, atOffset(one.span, at)),
    );
    return wider === undefined ? one : { ...one, polarity: wider.polarity };
  });
}

function atOffset(span: Span, offset: number): Span {
  return { start: span.start + offset, end: span.end + offset };
}

function inspectClause(
  clause: CitedClause,
  { step, text }: InspectedStep,
  whole: () => readonly NamedFinding[],
  context: CheckContext,
): readonly Verdict[] {
  const at = clause.words.start - step.start;
  const words = text.slice(at, clause.words.end - step.start);
  const named = namedIn(words);
  return clause.citations.map((citation, index) => {
    // The first citation stands for the words before it and its bracket, the others for themselves.
    const leads = index === 0 && words !== '';
    const span = leads ? { start: clause.words.start, end: clause.bracketEnd } : citation;
    const sentence = context.sentence(citation.sentence);
    if (sentence === undefined) {
      return absentSentence(citation, span, context);
    }
    const verdict = judge({ span, words, named, sentence }, context);
    // An alarm has to hold under both readings of the words: alone, and in the scope of their sentence.
    return verdict.outcome === 'contradicted' && step.citations.length > 1
      ? judge({ span, words, named: inScope(named, whole(), at), sentence }, context)
      : verdict;
  });
}

function inspectStep(inspected: InspectedStep, context: CheckContext): readonly Verdict[] {
  const { step, text } = inspected;
  if (step.citations.length === 0) {
    return [];
  }
  let wholeReading: readonly NamedFinding[] | undefined;
  const whole = (): readonly NamedFinding[] => {
    wholeReading ??= namedFindings(
      text.replace(/\[[\d,;\s–-]{1,60}\]/g, (bracket) => ' '.repeat(bracket.length)),
    );
    return wholeReading;
  };
  return partsOf(inspected).cited.flatMap((clause) =>
    inspectClause(clause, inspected, whole, context),
  );
}

/** The lines of the differential cite without words: there, a citation has to resolve and nothing more. */
function concludeDifferential(trace: TraceReading, context: CheckContext): readonly Verdict[] {
  return trace.differential
    .filter((item) => !trace.steps.some((step) => covers(step, item)))
    .flatMap((item) => [...item.for, ...item.against])
    .filter(({ sentence }) => context.sentence(sentence) === undefined)
    .map((citation) => absentSentence(citation, citation, context));
}

/** Whether each citation resolves, and whether the sentence says what the words before the citation say. */
export const CITATIONS: Check = {
  id: ID,
  title: 'Citations',
  inspect: inspectStep,
  conclude: concludeDifferential,
};
