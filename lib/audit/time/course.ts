import { contentStems } from '@/lib/audit/statements/content-words';
import { gated } from '@/lib/text/gated-pattern';
import type { Span } from '@/lib/text/span';

/** Where a treatment stands in its course. */
export type Phase = 'planned' | 'under way' | 'completed';

/** A treatment whose place in its course a text states outright. */
export interface CourseStatement {
  readonly phase: Phase;
  /** The words that say it. */
  readonly span: Span;
  /** The stems of the treatment's words. */
  readonly of: ReadonlySet<string>;
}

const TREATMENT = gated(
  /\b(?:radiotherapy|radiation|chemotherapy|surgery|operation|dialysis|antibiotics?|therapy|treatment|transplant(?:ation)?|vaccination|pregnancy|labou?r|biopsy|resection)\b/gi,
);
/** Between a phrase and the treatment it governs. */
const GAP =
  '(?:(?:the|her|his|their|a|this) )?(?:(?:course|cycle|round|treatment) (?:of|with) )?(?:[\\w-]{1,20} ){0,2}';
/** A phrase stands within so many UTF-16 code units of the treatment. */
const REACH = 100;

/** Phrases that leave no doubt; what a reasoner may say loosely ("undergoing" for "underwent") is not among them. */
const BEFORE_TREATMENT: readonly (readonly [Phase, string])[] = [
  ['under way', '(?:halfway|midway|part-?way|half-way) (?:through|into)'],
  ['under way', 'in the (?:middle|midst|course) of'],
  ['under way', '(?:still|currently) (?:undergoing|receiving|on|getting|having)'],
  ['under way', "(?:not|hasn[’']t|has not) (?:yet )?(?:completed|finished)"],
  ['completed', '(?:completed|finished|done with|after completing|after finishing|completion of)'],
  [
    'planned',
    '(?:about to (?:start|begin|undergo|have)|yet to (?:start|begin|undergo|have)|awaiting|scheduled (?:for|to undergo|to have|to start)|waiting for)',
  ],
];
const AFTER_TREATMENT: readonly (readonly [Phase, string])[] = [
  ['completed', '(?:has been|have been|was|were|is) (?:now )?(?:completed|finished)'],
  ['under way', '(?:is|are) (?:still )?(?:ongoing|under way|underway|in progress)'],
  ['planned', '(?:has|have) (?:not|yet to) (?:yet )?(?:started|begun|start|begin)'],
];

interface Pattern {
  readonly phase: Phase;
  readonly pattern: RegExp;
}

const BEFORE: readonly Pattern[] = BEFORE_TREATMENT.map(([phase, words]) => ({
  phase,
  pattern: new RegExp(`\\b((?:is |are )?${words}) ${GAP}$`, 'i'),
}));
const AFTER: readonly Pattern[] = AFTER_TREATMENT.map(([phase, words]) => ({
  phase,
  pattern: new RegExp(`^ (${words})\\b`, 'i'),
}));

/** The treatments whose phase `text` states outright. */
export function readCourses(text: string): readonly CourseStatement[] {
  const found: CourseStatement[] = [];
  for (const treatment of TREATMENT.matchesIn(text)) {
    const end = treatment.index + treatment[0].length;
    const from = Math.max(0, treatment.index - REACH);
    const before = text.slice(from, treatment.index);
    const after = text.slice(end, end + REACH);
    const of = contentStems(treatment[0]);
    const add = (phase: Phase, start: number, words: string): void => {
      const span = { start, end: start + words.length };
      if (!found.some((one) => one.span.start < span.end && span.start < one.span.end))
        found.push({ phase, span, of });
    };
    for (const { phase, pattern } of BEFORE) {
      const match = pattern.exec(before);
      if (match !== null) add(phase, from + match.index, match[1] ?? '');
    }
    for (const { phase, pattern } of AFTER) {
      const match = pattern.exec(after);
      if (match !== null) add(phase, end + 1, match[1] ?? '');
    }
  }
  return found;
}
