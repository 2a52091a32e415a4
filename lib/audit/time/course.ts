import { contentStems } from '@/lib/audit/content-words';
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

const TREATMENT =
  '(?:the |her |his |their |a |this )?(?:course of |cycle of |round of |treatment with )?(?<treatment>(?:[\\w-]+ ){0,2}?(?:radiotherapy|radiation(?: therapy)?|chemotherapy|surgery|operation|dialysis|antibiotics?|therapy|treatment|transplant(?:ation)?|vaccination|pregnancy|labou?r|biopsy|resection|course))';

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

const PATTERNS: readonly Pattern[] = [
  ...BEFORE_TREATMENT.map(([phase, words]) => ({
    phase,
    pattern: new RegExp(`\\b(?<phrase>(?:is |are )?${words}) ${TREATMENT}`, 'giu'),
  })),
  ...AFTER_TREATMENT.map(([phase, words]) => ({
    phase,
    pattern: new RegExp(`\\b${TREATMENT} (?<phrase>${words})\\b`, 'giu'),
  })),
];

/** The treatments whose phase `text` states outright, without those that another phrase has already claimed. */
export function readCourses(text: string): readonly CourseStatement[] {
  const found: CourseStatement[] = [];
  for (const { phase, pattern } of PATTERNS) {
    for (const match of text.matchAll(pattern)) {
      const phrase = match.groups?.phrase ?? '';
      const start = match.index + match[0].indexOf(phrase);
      const span = { start, end: start + phrase.length };
      if (!found.some((one) => one.span.start < span.end && span.start < one.span.end))
        found.push({ phase, span, of: contentStems(match.groups?.treatment ?? '') });
    }
  }
  return found.sort((a, b) => a.span.start - b.span.start);
}
