import type { CaseTerms, TermStanding } from '@/lib/audit/patient-statements/case-terms';
import { clinicalMentions } from '@/lib/audit/patient-statements/clinical-mentions';
import type { ClinicalTerm } from '@/lib/knowledge/clinical-terms';
import { overlaps, type Span, sliceSpan } from '@/lib/text/span';

const STRENGTH: readonly TermStanding['kind'][] = [
  'stated',
  'unsure',
  'denied',
  'near',
  'class only',
  'nowhere',
];

/** Of several meanings of a wording the one that the case knows best. */
export function bestStanding(
  terms: readonly ClinicalTerm[],
  caseTerms: Pick<CaseTerms, 'standingOf'>,
): TermStanding {
  const standings = terms.map((term) => caseTerms.standingOf(term));
  const best = STRENGTH.map((kind) => standings.find((one) => one.kind === kind));
  return best.find((one) => one !== undefined) ?? { kind: 'nowhere' };
}

/**
 * Whether a clinical term stands at `own` in a clause. Then the term alone tells whether the case says the opposite: chest pain
 * that is denied is not the pain in the hip, and a creatinine of 138 no acute kidney injury.
 */
export function namesTerm(clause: string, own: Span): boolean {
  return clinicalMentions(clause.replaceAll('’', "'")).some(({ span }) => overlaps(span, own));
}

/** Words of a clause that say less than the finding by which the case seems to bear them out. */
interface NarrowerWords {
  readonly words: string;
  /** What the case denies, and a drug, are judged by the clinical term alone. */
  readonly isForTerm: boolean;
}

/**
 * A finding of the vocabulary is wider than some of its wordings: letrozole and tamoxifen are both signs of cancer, and one is not
 * borne out by the other. The clinical term at `own` in a clause, where the case has the finding as `known` and the term not at
 * all; undefined where the finding bears the words out.
 */
export function narrowerWords(
  clause: string,
  own: Span,
  known: string,
  caseTerms: CaseTerms,
): NarrowerWords | undefined {
  const said = clinicalMentions(clause.replaceAll('’', "'"))
    .filter(({ span }) => overlaps(span, own))
    .map(({ span, terms }) => ({
      words: sliceSpan(clause, span),
      isDrug: terms.every(({ kind }) => kind === 'drug'),
      standing: bestStanding(terms, caseTerms).kind,
    }));
  const [first] = said;
  const isBorneOut = said.some(
    ({ words, standing }) =>
      standing === 'stated' || known.toLowerCase().includes(words.toLowerCase()),
  );
  return first === undefined || isBorneOut
    ? undefined
    : {
        words: first.words,
        isForTerm: said.some(({ isDrug, standing }) => isDrug || standing === 'denied'),
      };
}
