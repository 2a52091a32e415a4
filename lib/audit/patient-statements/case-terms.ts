import { append } from '@/lib/audit/append';
import { isGivenUp } from '@/lib/audit/patient-statements/asserted-terms';
import { clinicalMentions, keysOf } from '@/lib/audit/patient-statements/clinical-mentions';
import { denialOf } from '@/lib/audit/statements/negation';
import type { CaseReading } from '@/lib/case/case';
import { splitSentences } from '@/lib/case/sentences';
import type { ClinicalTerm } from '@/lib/knowledge/clinical-terms';
import { gated } from '@/lib/text/gated-pattern';
import type { Span } from '@/lib/text/span';
import { wordsOf } from '@/lib/text/words';

/** What a case says of a clinical term. */
export type TermStanding =
  /** It states the term, or a kind of it; `denied` where it denies the term everywhere, `unsure` where that cannot be read. */
  | { readonly kind: 'stated' | 'denied' | 'unsure'; readonly spans: readonly Span[] }
  /** It has words that come near. */
  | { readonly kind: 'near'; readonly word: string }
  /** Of a drug it has the class and does not say which. */
  | { readonly kind: 'class only' }
  | { readonly kind: 'nowhere' };

/** The case as clinical terms are looked up in it. */
export interface CaseTerms {
  standingOf(term: ClinicalTerm): TermStanding;
  /** The words of the case, and those of what it states in other words, by stem. */
  readonly stems: ReadonlySet<string>;
  /** Whether the case describes somebody; a question about medicine alone can lack nothing. */
  readonly describesPatient: boolean;
}

interface CaseMention {
  readonly span: Span;
  readonly denial: 'no' | 'perhaps' | 'surely';
}

/** Beginnings of words that are no longer than this must be whole words: "ear" is not in "early". */
const SHORT = 3;

/** "?PE": what is thought of, not what is so. */
function isAsked(text: string, { start }: Span): boolean {
  return text[start - 1] === '?';
}

function mentionsIn(text: string): ReadonlyMap<ClinicalTerm, readonly CaseMention[]> {
  const byTerm = new Map<ClinicalTerm, CaseMention[]>();
  for (const sentence of splitSentences(text)) {
    const part = text.slice(sentence.start, sentence.end);
    for (const named of clinicalMentions(part)) {
      const { terms, span } = named;
      const mention: CaseMention = {
        span: { start: sentence.start + span.start, end: sentence.start + span.end },
        // What was given up was taken before, and may still be spoken of as the patient's.
        denial: isGivenUp(part, named) || isAsked(part, span) ? 'perhaps' : denialOf(part, span),
      };
      for (const term of terms) {
        append(byTerm, term, mention);
      }
    }
  }
  return byTerm;
}

/** The term and all terms that are kinds of it. */
function withNarrower(term: ClinicalTerm): ReadonlySet<ClinicalTerm> {
  const all = new Set([term]);
  for (const one of all) {
    for (const narrower of one.narrower) {
      all.add(narrower);
    }
  }
  return all;
}

function withBroader(term: ClinicalTerm): ReadonlySet<ClinicalTerm> {
  const all = new Set([term]);
  for (const one of all) {
    for (const broader of one.broader) {
      all.add(broader);
    }
  }
  return all;
}

const OF_A_PATIENT = gated(
  /\b(?:patient|man|woman|male|female|boy|girl|child|infant|baby|newborn|neonate|lady|gentleman|person|presents|admitted|year[- ]old|mother|he|she|his|her)\b/i,
);

/** Prepares a case; what is said of a term is worked out once, when first asked for. */
export function createCaseTerms(reading: CaseReading): CaseTerms {
  const { text, question, options } = reading.case;
  // An option names what may be, not what is: it keeps a term from being called new, and states nothing.
  const offered = mentionsIn([question ?? '', ...options.map((one) => one.text)].join('\n'));
  const mentions = mentionsIn(text);
  const stems = new Set(keysOf(text));
  const words = [
    ...new Set(wordsOf(text).flatMap(({ surface, stem }) => [surface.toLowerCase(), stem])),
  ];
  const known = new Map<ClinicalTerm, TermStanding>();
  const stated = [...mentions.keys()].flatMap(({ wordings }) => wordings);
  const ownStems = wordsOf([text, ...stated].join('\n')).map(({ stem }) => stem);

  const hasWord = (beginning: string): boolean => {
    const wanted = beginning.toLowerCase();
    return words.some((word) =>
      wanted.length <= SHORT ? word === wanted : word.startsWith(wanted),
    );
  };
  const hasWords = (phrase: string): boolean =>
    wordsOf(phrase).every(({ surface }) => hasWord(surface));

  function nearWord(term: ClinicalTerm): string | undefined {
    const wording = term.wordings.find((one) => keysOf(one).every((key) => stems.has(key)));
    return wording ?? term.near.find(hasWords);
  }

  const isOffered = (term: ClinicalTerm): boolean =>
    [...withBroader(term)].some((one) => offered.has(one));

  function lookUp(term: ClinicalTerm): TermStanding {
    const found = [...withNarrower(term)].flatMap((one) => mentions.get(one) ?? []);
    if (found.length > 0) {
      const spans = [...new Map(found.map(({ span }) => [span.start, span])).values()];
      const stated = found.some(({ denial }) => denial === 'no');
      const unsure = found.some(({ denial }) => denial === 'perhaps');
      return { kind: stated ? 'stated' : unsure ? 'unsure' : 'denied', spans };
    }
    if (term.kind === 'drug' && !isOffered(term) && term.broader.some((one) => mentions.has(one))) {
      return { kind: 'class only' };
    }
    const broader = [...withBroader(term)].find((one) => mentions.has(one) || offered.has(one));
    const word = broader?.name ?? nearWord(term);
    return word === undefined ? { kind: 'nowhere' } : { kind: 'near', word };
  }

  return {
    stems: new Set(ownStems),
    describesPatient: OF_A_PATIENT.test(text),
    standingOf(term) {
      const standing = known.get(term) ?? lookUp(term);
      known.set(term, standing);
      return standing;
    },
  };
}
