import { isSaidInPassing, isToldOfPatient } from '@/lib/audit/patient-statements/claimed-places';
import {
  type ClinicalMention,
  clinicalMentions,
} from '@/lib/audit/patient-statements/clinical-mentions';
import {
  type CaseStems,
  isDefinite,
  isListedWithKnown,
  isOfSomebody,
  isPresupposedFinding,
} from '@/lib/audit/patient-statements/presupposed';
import { type Denial, denialAround, denialOf } from '@/lib/audit/statements/negation';
import { HYPOTHETICAL } from '@/lib/audit/statements/statement-cues';
import type { Statement } from '@/lib/audit/statements/statements';
import type { ClinicalTerm, ClinicalTermKind } from '@/lib/knowledge/clinical-terms';
import { gated, type TextPattern } from '@/lib/text/gated-pattern';
import type { Span } from '@/lib/text/span';

/** A clinical term that a clause says of this patient. */
export interface AssertedTerm {
  readonly terms: readonly ClinicalTerm[];
  /** Offset into the trace. */
  readonly span: Span;
  /** With the words that deny or introduce it: "no melena", "has a fever". */
  readonly extent: Span;
  readonly words: string;
  readonly denial: Denial;
  /** Whether the words around it say or presuppose that this patient has it: "his lisinopril", "with those saturations". */
  readonly claimed: boolean;
}

/** What follows these in a clause is an inference, a possibility or a purpose and no finding. */
const INFERENCE_BEFORE =
  /\b(?:(?:that|which|it) presents?|suggest\w*|indicat\w*|point\w*|consistent|due to|because of|caus\w+|lead\w*|result\w*|risk\w*|concern\w*|worr\w+|prone|possib\w+|probabl\w+|likely|unlikely|potential|diagnos\w+|such as|like|typical\w*|classic\w*|would|could|might|may|expect\w*|check\w*|test(?:ing)? for|look(?:ing)? for|monitor\w*|avoid\w*|prevent\w*|treat\w*|manag\w+|mean\w*|explain\w*|think\w*|thought|sign of|signs of|symptoms? of|type of|form of|call(?:ed|s)?|known as|develop|developing|associated|related|relat\w+|fit\w*|match\w*|mimic\w*|rule\w* out|consider\w*|suspect\w*|sounds?|seems?|about|for|against|from|if|whether|or|option|alternativ\w*|should|need\w*|want\w*|recommend\w*|usually|often|commonly|cases? of|criteria|assess\w*|evaluat\w*|confirm\w*|see if|start with|order\w*|do(?:ing)? (?:a|an)|get(?:ting)? (?:a|an)|perform\w*|marked by|marks?|hint\w*|during|goes with|seen in|found in|one of (?:those|these)|tied to|fits? (?:\w+ )?with|help\w*|reduc\w+|reliev\w+|improv\w+|increas\w+|contribut\w*|trigger\w*|induc\w*|progress\w*|turn\w* into|complicat\w*|equals?|definition|defin\w+|remind\w*|wonder\w*|question\w*|instead|versus|vs|compared|unlike|than|mentions? (?:of|any)|n't mention\w*|not mention\w*|information|unless|without|restart\w*|resum\w*|reintroduc\w*|withhold\w*|assum\w+|suppos\w+|imagine|what|had (?:there|it|he|she|they) (?:been|had|shown|developed)|were (?:there|(?:it|he|she|they) to)|in the (?:presence|event) of)\b/i;
/** And before these it was one: "meningitis is likely", "a fever would fit". */
const INFERENCE_AFTER = gated(
  /^(?:\s(?:from|due to|of)\s(?:[\w-]+\s){0,2}[\w-]+)?\s(?:must|should|needs? to|has to|have to|still has to) (?:\w+ )?be (?:excluded|ruled out|considered|sought|kept)|^\s?(?:,\s)?(?:which |that )?(?:(?:is|are|was|were|it's|that's|also|itself|alone) ){0,2}(?:likely|more likely|(?:very |highly |most |rather |quite |really )?unlikely|(?:much )?less likely|not likely|improbable|doubtful|excluded|ruled out|possib\w+|probabl\w+|would|could|might|may|can|typical\w*|usual\w*|common\w*|often|generally|classic\w*|a (?:concern|risk|possibility|sign|symptom|feature|condition|complication|common|classic|type|key|major|real)|the (?:most|main|likely)|happens?|occurs?|causes|tends?|can ?not be|can't be|caused by|(?:one|something) (?:that|of|where)|when|where|remind\w*|due to)\b/i,
);
/** Words that presuppose a finding or drug, also where the rest of the clause only supposes: "his lisinopril could …". */
const PRESUPPOSED_BEFORE = gated(
  /\b(?:(?:with|given|considering|despite|because of|due to|about|and|from) (?:all )?(?:that|those|these|this|his|her|their|the patient's)|(?:given|considering|especially with|especially|particularly|despite) (?:the|all the|all that)|with all (?:the|that|this|those)|, with|especially with|plus|since (?:he|she|they) (?:has|have|had|takes|is on|are on))\s+(?:[a-z-]+\s+){0,3}$/i,
);
const OWNED_BEFORE = gated(/\b(?:his|her|the patient's)\s+(?:[a-z-]+\s+)?$/i);
const PRESUPPOSED_AFTER = gated(
  /^\s*(?:in (?:his|her|their|the) \w+\s+)?(?:,\s*)?(?:that |which )?(?:found |seen |noted |heard |present )?on (?:his|her|their|the|exam|examination|auscultation|palpation|imaging|percussion)\b/i,
);
/** And what these introduce is supposed, wherever it would be seen: "if there were pulmonary oedema on imaging". */
const SUPPOSED_BEFORE = gated(
  /\b(?:(?:if|unless|should) (?:(?:there|it) (?:were|was|is|are|be|had been)|(?:he|she|they|it|we) (?:had|has|have|shows?|showed|develops?|developed|sees?|saw|finds?|found))|(?:were|had) (?:there|he|she|they|it)(?: been)?) (?:(?:an?|any|some|also|new|clear|no) ){0,2}$/i,
);
/** Words that point at this patient's finding whatever the sentence speaks of: "with that murmur, I would think of …". */
const POINTED_AT = gated(
  /\b(?:with|given|considering|despite) (?:all )?(?:that|those|his|her|the patient's)\s+(?:[a-z-]+\s+){0,2}$/i,
);
/** A drug beside another that the patient takes: "on lithium and ibuprofen". */
const TAKEN_TOO = gated(
  /\b(?:on|taking|takes|took|receiving|received|given|prescribed|using|treated with)\s(?:[a-z-]+,?\s){1,6}(?:and|plus|as well as|along with)\s(?:[a-z-]+\s){0,1}$/i,
);
/** What a culture or stain shows counts where it is said to show it. */
const ORGANISM_SHOWN = gated(
  /\b(?:cultures?|grew|grown|growing|positive|isolated|stain|smear|swab|detected|caught)\b[^.;,]{0,30}$/i,
);
/** Words right before a finding that claim or presuppose it of the patient. */
const CLAIM_BEFORE: Readonly<Record<'finding' | 'drug' | 'history', TextPattern>> = {
  finding: gated(
    /(?:\b(?:he|she|they)(?:'s|'ve) been\s+(?:\w+\s+)?|\b(?:he|she|they|who)\s+(?:\w+\s+)?|\b(?:(?:his|her|their|the patient's|that|those|these|this|all that|all this|has|have|had|having|got|with|given|plus|shows?|showed|showing|reveals?|revealed|reports?|reported|mentioned|recalls?|complain\w*|present\w*|experienc\w+|developed|noted|notice[ds]?|found|saw|there's|there is|there are|there was|also|describes?|feels?|felt|feel|got|the|and|including|especially|particularly|(?:after|following) (?:an?|one|two|three|four|five|six|several|many|\d{1,2}))[\s,]+(?:(?:with|of|is|are|was|a|an|the|some|also|this|that|those|these|his|her|their|all|really|very|pretty|quite|both|new|recent|significant|severe|mild|obvious|clear|marked|known|sudden|acute|persistent|bilateral|positive|in)\s+){0,3}(?:[a-z-]+\s+){0,2}))$/i,
  ),
  drug: gated(
    /\b(?:(?:is|are|was|were|been|she's|he's|they're|they've|also|currently|already|controlled|managed|maintained) (?:also |currently |already |been |actually |now )?(?:on|taking|using|given|prescribed|receiving)|(?:starting|started|began|beginning|had|receiving|undergoing|got) (?:\w+ )?(?:therapy|treatment|chemotherapy) with|takes|took|taking|his|her|their|the patient's|received|started on|put on|placed on|on (?:a|an|his|her))\s+(?:(?:a|an|some|the|daily|low-dose|high-dose|oral|regular|chronic|long-term|blood|her|his|medications?|medicines?|drugs?|like|such as)\s+){0,4}$/i,
  ),
  history: gated(
    /\b(?:known to have|known to suffer with|known|history of|background of|diagnosed with|underlying|pre-?existing|past|previous|prior|longstanding|long-standing|chronic|existing|has had|had an?|his|her|their|comorbid|status post|s\/p|recent|recently had|recently|also (?:has|have)|have also got|they've also got|underwent|had undergone)\s+(?:(?:a|an|the|of|with|known|recent|his|her|history)\s+){0,3}$/i,
  ),
};
const CLAIM_AFTER = gated(
  /^\s*(?:,\s*)?(?:(?:that |which )?(?:were |was |are |is )?(?:found|seen|noted|present|heard|felt|reported|documented|observed|palpated|visible)\b|on (?:his|her|their|the|exam|examination|auscultation|palpation|imaging|ultrasound|x-ray|xray|ct|mri|biopsy|percussion)|he |she |they (?:have|had|has))/i,
);

function claimKind(kinds: readonly ClinicalTermKind[]): 'finding' | 'drug' | 'history' {
  if (kinds.includes('drug')) {
    return 'drug';
  }
  return kinds.some((kind) => kind !== 'condition' && kind !== 'procedure') ? 'finding' : 'history';
}

/** Words that claim a term stand this close before it or after. UTF-16 code units. */
const CLAIM_REACH = 100;

function justBefore(clause: string, { start }: Span): string {
  return clause.slice(Math.max(0, start - CLAIM_REACH), start);
}

function justAfter(clause: string, { end }: Span): string {
  return clause.slice(end, end + CLAIM_REACH);
}

function isPresupposed(clause: string, { terms, span }: ClinicalMention): boolean {
  const before = justBefore(clause, span);
  const kind = claimKind(terms.map((term) => term.kind));
  if (kind === 'history') {
    return false;
  }
  return (
    PRESUPPOSED_BEFORE.test(before) ||
    (PRESUPPOSED_AFTER.test(justAfter(clause, span)) && !SUPPOSED_BEFORE.test(before)) ||
    (kind === 'drug' && OWNED_BEFORE.test(before))
  );
}

function isClaimed(clause: string, { terms, span }: ClinicalMention): boolean {
  const before = justBefore(clause, span);
  const kinds = terms.map((term) => term.kind);
  if (kinds.includes('organism')) {
    return ORGANISM_SHOWN.test(before);
  }
  const kind = claimKind(kinds);
  return (
    CLAIM_BEFORE[kind].test(before) ||
    (kind === 'drug' && TAKEN_TOO.test(before)) ||
    (kind !== 'drug' && CLAIM_AFTER.test(justAfter(clause, span))) ||
    (kind === 'finding' && CLAIM_BEFORE.history.test(before))
  );
}

/** What "explains why" introduces is taken for a fact, and so is a list of "her symptoms like". */
export const FACTIVE =
  /^.*\b(?:(?:explain\w*|account\w* for) (?:why|how|the fact that)|(?:his|her|their|the patient's|these|those|the) (?:\w+ )?(?:symptoms|signs|findings|features|issues|problems|complaints|clues|history|results|labs) (?:like|such as|including|of))\b/i;

/** How long something lasts, and "showing signs of", infer nothing. */
const NO_INFERENCE =
  /\bfor (?:about |over |the (?:past|last) |a |the )?(?:few |couple of |several |[\w-]+ )?(?:hours?|days?|weeks?|months?|years?)\b|\b(?:shows?|showing|showed|has|have|had|with) (?:\w+ )?signs of\b/gi;

/** Whether a clause leaves what stands at `at` asserted: no inference, possibility or purpose reaches it. */
export function isAssertedAt(statement: Statement, at: Span): boolean {
  const clause = statement.text.replaceAll('’', "'");
  const before = clause.slice(0, at.start).replace(FACTIVE, '').replace(NO_INFERENCE, '');
  const supposedBySentence = statement.mood === 'hypothetical' && !HYPOTHETICAL.test(clause);
  return (
    statement.mood !== 'question' &&
    !supposedBySentence &&
    !INFERENCE_BEFORE.test(before) &&
    !INFERENCE_AFTER.test(justAfter(clause, at))
  );
}

function isShown(clause: string, { terms, span }: ClinicalMention): boolean {
  return (
    terms.some(({ kind }) => kind === 'organism') && ORGANISM_SHOWN.test(justBefore(clause, span))
  );
}

/** The words that introduce what is claimed: "has a", "with". */
const INTRODUCING = gated(
  /(?:\b(?:has|have|had|having|with|is|are|was|on|takes|and|plus|does|do|did|a|an|the|some|any|clear|obvious|that|those|this|these|his|her|their)\s+){1,3}$/i,
);

/** A drug or habit that was given up. */
const GIVEN_UP = gated(
  /\b(?:(?:come|came|comes|coming|gone|went|been|is|are|was|weaned|taken|tapered) off|stopped(?: taking| using)?|no longer (?:on|takes?|taking|using|uses)|discontinued|quit|never (?:took|taken|used)|refus\w+|isn't (?:on|taking)|not (?:on|taking)|given up|gave up)\s(?:(?:of|the|his|her|their|any|all)\s){0,2}$/i,
);

/** "Propranolol 40 BD, stopped 1 month ago", "apixaban (missed the last two days)". */
const GIVEN_UP_AFTER = gated(
  /^[^.;]{0,30}[,(–-]\s?(?:(?:but|and|then|since|recently|now|was|has been|had been|self)[\s-]){0,3}(?:stopped|discontinued|ceased|withheld|missed|skipped|given up|ran out)\b/i,
);

/** Whether a text says of a drug or an exposure that it was given up. */
export function isGivenUp(text: string, { terms, span }: ClinicalMention): boolean {
  const lasts = terms.some(({ kind }) => kind === 'drug' || kind === 'exposure');
  return (
    lasts && (GIVEN_UP.test(justBefore(text, span)) || GIVEN_UP_AFTER.test(justAfter(text, span)))
  );
}

/** The words at `at` with those that deny or introduce them; it is these that a contradiction lies in. */
export function withPolarity(clause: string, at: Span): Span {
  const { denial, span } = denialAround(clause, at);
  const before = justBefore(clause, at);
  const introduced = (GIVEN_UP.exec(before) ?? INTRODUCING.exec(before))?.[0] ?? '';
  const words = denial === 'no' ? introduced : '';
  return { start: span.start - words.length, end: span.end };
}

/** What is seen or felt; "the ECG" and "the antidote" may be ones that are yet to come. */
const OBSERVED: ReadonlySet<ClinicalTermKind> = new Set(['symptom', 'sign', 'test finding']);

/** A word for a finding can also be a verb or describe anything: "pain blasts through", "more chill". */
function isOtherUse(clause: string, { start, end }: Span): boolean {
  return (
    /\b(?:more|less|so|too|suddenly|then|natural|already)\s$/i.test(
      clause.slice(Math.max(0, start - 20), start),
    ) || /^\s(?:through|up|off|out|over|away|down|around|into)\b/i.test(clause.slice(end, end + 20))
  );
}

/** "In pneumonia the fever …" speaks of pneumonia. */
function isOfDisease(clause: string, { span }: ClinicalMention): boolean {
  return clinicalMentions(clause).some(
    (one) =>
      one.span.end <= span.start &&
      one.terms.some(({ kind }) => kind === 'condition') &&
      /\bin\s(?:an?\s)?$/i.test(justBefore(clause, one.span)),
  );
}

/** Whether a term is claimed whatever its clause supposes, and whomever it speaks of. */
function isTakenAsKnown(statement: Statement, clause: string, mention: ClinicalMention): boolean {
  const { about, mood } = statement;
  const { terms, span } = mention;
  if (terms.every(({ kind }) => kind === 'condition' || kind === 'organism')) {
    return (
      mood === 'asserted' &&
      about === 'patient' &&
      (isShown(clause, mention) || (isOfSomebody(clause, span) && denialOf(clause, span) !== 'no'))
    );
  }
  return (
    (mood === 'asserted' && isShown(clause, mention)) ||
    isToldOfPatient(statement, span) ||
    (about !== 'reasoning' && isPresupposedFinding(clause, span, about === 'patient')) ||
    (about === 'patient' &&
      mood !== 'question' &&
      terms.every(({ kind }) => OBSERVED.has(kind)) &&
      isDefinite(clause, span) &&
      !isOfDisease(clause, mention))
  );
}

/**
 * The clinical terms that a clause asserts of this patient, presupposes of him or her, or denies. With the words of the case,
 * what is listed beside something that the case has counts as claimed too.
 */
export function assertedTerms(
  statement: Statement,
  stems: CaseStems = NO_STEMS,
): readonly AssertedTerm[] {
  const clause = statement.text.replaceAll('’', "'");
  return clinicalMentions(clause).flatMap((mention) => {
    const { span } = mention;
    const known = isTakenAsKnown(statement, clause, mention);
    const presupposed = known || isPresupposed(clause, mention);
    const ofPatient =
      known || statement.about === 'patient' || POINTED_AT.test(justBefore(clause, span));
    const asserted = isAssertedAt(statement, span) && !isOfDisease(clause, mention);
    if (!ofPatient || !(presupposed || asserted)) {
      return [];
    }
    const isListed =
      statement.mood === 'asserted' &&
      claimKind(mention.terms.map(({ kind }) => kind)) !== 'history' &&
      isListedWithKnown(statement, span, stems);
    const isObserved =
      statement.mood === 'asserted' &&
      mention.terms.every(({ kind }) => OBSERVED.has(kind)) &&
      !isOtherUse(clause, span);
    return [
      {
        terms: mention.terms,
        span: atOffset(span, statement.span.start),
        extent: atOffset(withPolarity(clause, span), statement.span.start),
        words: clause.slice(span.start, span.end),
        denial: denialIn(statement, clause, mention),
        claimed: presupposed || isListed || isObserved || isClaimed(clause, mention),
      },
    ];
  });
}

/** "No illness, just the tablets she takes" has the tablets. */
function denialIn(statement: Statement, clause: string, mention: ClinicalMention): Denial {
  if (isGivenUp(clause, mention)) return 'surely';
  return isSaidInPassing(statement, mention.span) ? 'no' : denialOf(clause, mention.span);
}

const NO_STEMS: CaseStems = new Set();

function atOffset({ start, end }: Span, offset: number): Span {
  return { start: start + offset, end: end + offset };
}
