import {
  type CheckContext,
  type IndexedFinding,
  verdictOnFindings,
  verdictOnSpans,
} from '@/lib/audit/check';
import {
  demographicSpans,
  demographicVerdicts,
} from '@/lib/audit/demographics/demographic-statements';
import type { NamedFinding } from '@/lib/audit/patient-statements/named-findings';
import type { Verdict } from '@/lib/audit/verdict';
import type { NumberedSentence } from '@/lib/case/case';
import { gated } from '@/lib/text/gated-pattern';
import { rememberingTexts } from '@/lib/text/remembered';
import { covers, overlaps, type Span, sliceSpan } from '@/lib/text/span';
import { wordsOf } from '@/lib/text/words';

export const CITATIONS_ID = 'citations';
const NEGATION = gated(/\b(?:no|not|without|denies|denied|never|absent|none|nor)\b/i);
/** Words that carry no meaning of their own when words of a clause are looked for in a sentence. */
const SMALL_WORDS = new Set(
  'a an the and or of in on with to at by for from is be have has she he her his it this that patient no not'.split(
    ' ',
  ),
);

/** One clause with one of its citations, ready to be judged. */
export interface CitedWords {
  /** From the first word to the end of the citation, in the trace. */
  readonly span: Span;
  readonly words: string;
  /** Findings that the words name. */
  readonly named: readonly NamedFinding[];
  readonly sentence: NumberedSentence;
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
    return verdictOnFindings(CITATIONS_ID, 'contradicted', cited.span, against, detail);
  }
  const same = matching(cited.named, here, 'same');
  if (same.length === 0) {
    return undefined;
  }
  const labels = same.map(({ label }) => label).join(', ');
  const detail = `Sentence ${cited.sentence.number} says it: ${labels}.`;
  return verdictOnFindings(CITATIONS_ID, 'supported', cited.span, same, detail);
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
    ? verdictOnFindings(
        CITATIONS_ID,
        'supported',
        cited.span,
        [measured],
        `Sentence ${number} says it.`,
      )
    : verdictOnFindings(
        CITATIONS_ID,
        'contradicted',
        cited.span,
        [measured],
        `By the reference interval the value in sentence ${number} is ${known}.`,
      );
}

function byDemographics(cited: CitedWords, context: CheckContext): Verdict | undefined {
  const { reading } = context;
  // Most sentences of a case say nothing of the kind, and the words need not be read for it.
  if (!demographicSpans(reading).some((span) => covers(cited.sentence.span, span))) {
    return undefined;
  }
  const verdicts = demographicVerdicts(cited.words, reading).filter(({ case: spans }) =>
    spans.some((span) => covers(cited.sentence.span, span)),
  );
  const verdict = verdicts.find(({ outcome }) => outcome === 'contradicted') ?? verdicts[0];
  return verdict === undefined
    ? undefined
    : verdictOnSpans(CITATIONS_ID, verdict.outcome, cited.span, verdict.case, verdict.detail);
}

const stemsOf = rememberingTexts((text): ReadonlySet<string> => {
  const stems = wordsOf(text).map(({ stem }) => stem);
  return new Set(stems.filter((stem) => !SMALL_WORDS.has(stem)));
});

const known = new WeakMap<NumberedSentence, ReadonlySet<string>>();

/** The same sentence of the case is cited again and again, however long it is. */
function stemsOfSentence(sentence: NumberedSentence, text: string): ReadonlySet<string> {
  const stems = known.get(sentence) ?? stemsOf(text);
  known.set(sentence, stems);
  return stems;
}

function bySameWords(cited: CitedWords, context: CheckContext): Verdict | undefined {
  const sentence = sliceSpan(context.reading.case.text, cited.sentence.span);
  const said = stemsOf(cited.words);
  const stems = stemsOfSentence(cited.sentence, sentence);
  const sameWords = said.size > 0 && [...said].every((stem) => stems.has(stem));
  if (!sameWords || NEGATION.test(cited.words) !== NEGATION.test(sentence)) {
    return undefined;
  }
  const detail = `Sentence ${cited.sentence.number} has the same words.`;
  return verdictOnSpans(CITATIONS_ID, 'supported', cited.span, [cited.sentence.span], detail);
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
    return verdictOnFindings(CITATIONS_ID, 'cannot-tell', cited.span, same, detail);
  }
  const opposite = matching(named, anywhere, 'opposite');
  const contrary = opposite[0];
  if (contrary !== undefined) {
    const detail = `Sentence ${number} does not say it, and sentence ${contrary.sentence} says the opposite.`;
    return verdictOnFindings(CITATIONS_ID, 'contradicted', cited.span, opposite, detail);
  }
  const read = context.findingsOfSentence(number);
  if (named.length === 0 || read.length === 0) {
    return undefined;
  }
  const labels = read.map(({ label }) => label).join(', ');
  const detail = `Sentence ${number} says ${labels}; the words cite it for something else.`;
  return verdictOnSpans(CITATIONS_ID, 'not-in-case', cited.span, [span], detail);
}

/** Judges whether the cited sentence says what the words say: the first rule that can tell decides. */
export function judgeCitedWords(cited: CitedWords, context: CheckContext): Verdict {
  return (
    byFindings(cited, context) ??
    byMeasurement(cited, context) ??
    byDemographics(cited, context) ??
    bySameWords(cited, context) ??
    elsewhere(cited, context) ??
    verdictOnSpans(
      CITATIONS_ID,
      'cannot-tell',
      cited.span,
      [cited.sentence.span],
      `What the words say could not be matched with sentence ${cited.sentence.number}.`,
    )
  );
}
