import { gated, type TextPattern } from '@/lib/text/gated-pattern';

/**
 * What a question asks for. The first four are the kinds of reasoning that Gazal-R1 was trained on (arXiv:2506.21594: diagnosis,
 * treatment, prognosis, decisions under uncertainty); a test is asked for so often that it is a kind of its own.
 */
export type AskedFor = 'diagnosis' | 'treatment' | 'prognosis' | 'uncertainty' | 'test';

/** By words, in the order in which a question that asks for several things is answered. */
const WORDS: readonly (readonly [AskedFor, readonly TextPattern[]])[] = [
  [
    'diagnosis',
    [
      gated(/\b(?:diagnos[ei]s|differential|condition|disease|disorder|illness|syndrome)\b/i),
      gated(/\b(?:cause[sd]?|causing|explains?|explanation|responsible|a?etiology|culprit)\b/i),
      gated(/\bwhat (?:is going on|is wrong|is this|does (?:he|she|this|the) .{0,40}have)\b/i),
    ],
  ],
  [
    'uncertainty',
    [
      gated(
        /\b(?:what|which)\b.{0,60}\b(?:change (?:the order|your mind|this|the diagnosis)|tell .{0,40}apart|distinguish\w*|differentiat\w*|discriminat\w*|(?:most|more) (?:useful|helpful|informative|telling)|tell (?:the )?(?:most|more)|settle|narrow)\b/i,
      ),
      gated(
        /\b(?:what|which)\b.{0,40}\b(?:findings?|features?|symptoms?|signs?|questions?|information|history)\b.{0,60}\b(?:ask|asked|sought|seek|look for|next|missing|help\w*|support|confirm)\b/i,
      ),
      gated(/\bwhat (?:else )?(?:should|would|could) (?:i|we|you|one|be) ask(?:ed)?\b/i),
      gated(/\bhow (?:sure|certain|confident)\b|\buncertain(?:ty)?\b/i),
    ],
  ],
  [
    'test',
    [
      gated(
        /\b(?:tests?|investigations?|imaging|scans?|stud(?:y|ies)|laborator(?:y|ies)|work-?up|x-?ray|biopsy)\b/i,
      ),
      gated(/\bnext (?:best |most appropriate )?(?:diagnostic )?steps?\b/i),
    ],
  ],
  [
    'treatment',
    [
      gated(
        /\b(?:treat(?:ed|ment|ments|ing)?|manag(?:e|ed|ement|ing)|therap(?:y|ies|eutic)|medications?|medicines?|drugs?|prescrib\w*|administ\w+|interventions?)\b/i,
      ),
      gated(/\bnext (?:best |most appropriate )?steps?\b/i),
      gated(
        /\b(?:what|which) (?:else )?(?:is to|has to|should|would|can)\b.{0,20}\b(?:given?|done?|do)\b/i,
      ),
    ],
  ],
  [
    'prognosis',
    [
      gated(/\b(?:prognos[ei]s|outlook|outcome|natural history|(?:usual|expected) course)\b/i),
      gated(
        /\bhow (?:urgent(?:ly)?|soon|quickly|serious|dangerous|severe|long will)\b|\burgency\b/i,
      ),
      gated(/\b(?:what|when)\b.{0,40}\b(?:expect(?:ed)?|recover\w*|get better|settle down)\b/i),
    ],
  ],
];

/** "The most appropriate next test to confirm the diagnosis": what the diagnosis is asked for there is not. */
const ASIDE =
  /\b(?:confirm|establish|support|make|reach|secure|rule out|exclude|given|for|of|with|change|about) (?:the|this|his|her|their|your) (?:most likely |likely |suspected |underlying |leading )?(?:diagnosis|condition|disease|disorder|illness|cause)\b/gi;

/** A question about what goes with a disease or a drug takes both for granted, and asks for neither. */
const ABOUT_SOMETHING_ELSE = gated(
  /\b(?:(?:adverse|side|direct|likely) effects?|complications?|mechanisms?|risks?|predispos\w*|patho(?:physiolog|log)\w*|enzymes?|receptors?|organisms?|genes?|neoplasms?|specificity|sensitivity|associated with|consistent with|correspond\w*|characteri[sz]\w*|would (?:show|reveal|be seen|be expected)|(?:likely|typical) .{0,30}(?:findings?|presentation|values?)|(?:findings?|values?) .{0,20}most likely|monitoring|prevent(?:ed|ion)?|higher dose)\b/i,
);

/** The kinds of answer that a question asks for, in the order in which they are given; none where it asks for something else. */
export function askedFor(question: string): readonly AskedFor[] {
  if (ABOUT_SOMETHING_ELSE.test(question)) return [];
  const words = question.replace(ASIDE, ' ');
  return WORDS.filter(([, patterns]) => patterns.some((pattern) => pattern.test(words))).map(
    ([kind]) => kind,
  );
}
