import { isAssertedAt } from '@/lib/audit/patient-statements/asserted-terms';
import { denialOf } from '@/lib/audit/statements/negation';
import type { Statement } from '@/lib/audit/statements/statements';
import type { CaseReading } from '@/lib/case/case';
import { gated } from '@/lib/text/gated-pattern';
import type { Span } from '@/lib/text/span';
import { wordsOf } from '@/lib/text/words';

/** What a clause says the patient is allergic to, against the case. The span is in the clause. */
export interface JudgedAllergy {
  readonly outcome: 'supported' | 'contradicted' | 'not-in-case';
  readonly span: Span;
  readonly allergen: string;
  /** Where the case names the allergen, or says that there is no allergy. */
  readonly case: readonly Span[];
}

/** The case as allergies are looked up in it. */
export interface Allergies {
  judge(statement: Statement): readonly JudgedAllergy[];
}

/** "NKDA", "no known drug allergies", "allergies: none". */
const NONE = gated(
  /\b(?:NK?DA|no (?:known )?(?:drug |food |medication )?allerg(?:y|ies)|allerg(?:y|ies)\s?[:–-]?\s?(?:none|nil|no)\b)/gi,
);
/** "Allergic to latex", "an allergy to peanuts", "her penicillin allergy". */
const SAID = gated(
  /\ballerg(?:ic|y) to (?:the |any )?(?<to>[\p{L}-]{3,30})|\b(?:his|her|has an?|known) (?<of>[\p{L}-]{3,30}) allergy\b/giu,
);
/** What is said of allergies without a thing: "a drug allergy", "an allergy to medication". */
const GENERIC = new Set(
  'drug food medication medications medicine anything something this that these it them severe seasonal known'.split(
    ' ',
  ),
);

/** Prepares a case. */
export function createAllergies(reading: CaseReading): Allergies {
  const { text } = reading.case;
  const none = NONE.matchesIn(text).map(({ index, 0: words }) => spanAt(index, words));
  const words = wordsOf(text);
  return {
    judge: (statement) => {
      const clause = statement.text;
      const isClaimed = statement.about === 'patient' && statement.mood === 'asserted';
      return (isClaimed ? SAID.matchesIn(clause) : []).flatMap((match): JudgedAllergy[] => {
        const allergen = match.groups?.to ?? match.groups?.of ?? '';
        const span = spanAt(match.index, match[0]);
        const [own] = wordsOf(allergen);
        const isSaid = isAssertedAt(statement, span) && denialOf(clause, span) === 'no';
        if (!isSaid || own === undefined || GENERIC.has(allergen.toLowerCase())) return [];
        const known = words.filter(({ stem }) => stem === own.stem);
        if (known.length > 0) {
          return [{ outcome: 'supported', span, allergen, case: known.slice(0, 1) }];
        }
        const outcome = none.length > 0 ? 'contradicted' : 'not-in-case';
        return [{ outcome, span, allergen, case: none }];
      });
    },
  };
}

function spanAt(start: number, words: string): Span {
  return { start, end: start + words.length };
}
