import { courseManners } from '@/lib/case/course/course-manner';
import type { RecognisedFinding } from '@/lib/case/recognise-findings';
import type { Concept } from '@/lib/knowledge/concept';
import { covers, type Span, sliceSpan } from '@/lib/text/span';

/** How fast a pain came on, in the steps in which DDXPlus asks for it (E_59, 0 to 10 in three bands of the vocabulary). */
export type OnsetSpeed = 'sudden' | 'over-hours' | 'gradual';

export interface OnsetMention {
  readonly speed: OnsetSpeed;
  readonly span: Span;
}

/** What comes on, and how it grows. */
const ONSET =
  '(?:c[ao]m(?:e|es|ing)(?: on| about| up)?|beg[aiu]nn?(?:s|ing)?|start(?:s|ed|ing)?(?: up| off)?|develop(?:s|ed|ing)?|buil[dt](?:s|ing)?(?:[- ]?up)?|set(?:s|ting)? in|(?:crept|creeping)(?: up| in| on)?|gr[eo]wn?(?:s|ing)?|worsen(?:s|ed|ing)?|(?:got|gets|getting) (?:\\w+ )?(?:worse|stronger|bad|going)|becom(?:e|es|ing) \\w+|became \\w+|increas(?:e|es|ed|ing)|intensif(?:y|ied|ying)|progress(?:ed|ing)?|evolv(?:ed|ing)|ar[oi]s(?:e|en|es|ing)|appear(?:s|ed|ing)?|emerg(?:ed|ing)|r[oi]se?n?|rising|mount(?:ed|ing)|escalat(?:ed|ing)|unfold(?:ed|ing)|gain(?:ed|ing)|gather(?:ed|ing)|reach(?:ed|es|ing)|peak(?:ed|s|ing)?|took hold|onset)';
/** Up to five words between: "came on quite slowly over", "reached its full strength within", "onset of the pain was over". */
const BETWEEN = "(?:,? (?!for\\b|after\\b|not\\b|no\\b|lasts?\\b|lasting\\b)[\\w'-]+){0,5}?[,:]? ";
const DURING =
  '(?:over|within|in|during|through|throughout|across|inside)(?: (?:the|a|an)? ?(?:course|space|period|span|matter|stretch) of)?(?: (?:about|around|roughly|approximately|some|perhaps|maybe|just|only|less than|under|the))*';
const COUNT =
  '(?:(?:an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|several|many|some|a few|few|a couple of|a number of|\\d{1,2}(?:\\s?(?:-|–|to|or)\\s?\\d{1,2})?)[ -])?';
const HOURS = `(?:${COUNT}(?:hours?|hrs?)(?: or (?:two|so|more))?(?! (?:ago|late|early|before|later))|half (?:a|the) day)`;
/** "In the evening" is when it came, "over the evening" how long it took. */
const PART_OF_DAY =
  '(?:over|through|throughout|during|in the course of|over the course of)(?: (?:the|a|an|one|that|half the))?(?: (?:whole|course of (?:the|a|an)))? (?:morning|afternoon|evening|day|night)';
const MOMENTS = `${COUNT}(?:seconds?|secs?|minutes?|mins?|moments?)`;
const LONGER = `${COUNT}(?:days|weeks|months|years)`;

/** When it is as bad as it gets. */
const AT_FULL =
  'at (?:its|the|their) (?:worst|peak|height|full strength|fullest|maximum)|(?:fully |all )?there(?: in full)?|maximal';

interface Pattern {
  readonly speed: OnsetSpeed;
  readonly pattern: RegExp;
}

function patternOf(speed: OnsetSpeed, source: string): Pattern {
  return {
    speed,
    pattern: new RegExp(
      `(?<![\\p{L}\\p{N}-])(?:${source})(?![\\p{L}\\p{N}]| (?:of|after|following|from|before|later|ago)\\b)`,
      'giu',
    ),
  };
}

/** A verb of coming on with a duration; a duration that it took; and the words that name a duration outright. */
const PATTERNS: readonly Pattern[] = [
  patternOf(
    'over-hours',
    `${ONSET}${BETWEEN}(?:${DURING} ${HOURS}|${PART_OF_DAY}|overnight|from morning (?:to|till|until) (?:noon|afternoon|evening|night)|(?:from )?hour (?:by|to|after) hour)|(?:${AT_FULL}) (?:after|within|in) ${HOURS}|(?:took|taking|takes|needed) (?:about |only |just |(?:a|the) (?:whole |good )?)?(?:${HOURS}|morning|afternoon|evening|night|day) (?:to|before|until|till)(?: \\w+){1,4}|${ONSET} overnight`,
  ),
  patternOf(
    'sudden',
    `(?:${ONSET}${BETWEEN}${DURING}|(?:${AT_FULL}) (?:after|within|in)(?: only| just)?) ${MOMENTS}`,
  ),
  patternOf('gradual', `${ONSET}${BETWEEN}${DURING} ${LONGER}`),
];

/** "Over the last hours" tells how long it has lasted; with a denial before, or an ending after, it is no onset either. */
const NOT_ONSET =
  /\b(?:last|past|these|recent|next|every|each|not|never|neither|nor|eas\w+|settl\w+|resolv\w+|better|went|gone|wors\w+ at)\b/iu;
const NOT_BEFORE = /(?:\bnot|\bnever|\bdid ?n[o']t|\bneither|\bno)(?:\s+\w+){0,2}\s*$/iu;
/** How many characters before a mention are searched for a denial. */
const LOOK_BACK = 30;

/**
 * Where the part of `text` inside `span` tells how fast something came on by naming how long that took: "came on over a few hours",
 * "reached its peak within minutes", "built up over weeks". In text order, none inside another.
 */
export function onsetSpeeds(text: string, span: Span): OnsetMention[] {
  const part = sliceSpan(text, span);
  const mentions = PATTERNS.flatMap(({ speed, pattern }) =>
    [...part.matchAll(pattern)]
      .filter(
        (match) =>
          !NOT_ONSET.test(match[0]) &&
          !NOT_BEFORE.test(part.slice(Math.max(0, match.index - LOOK_BACK), match.index)),
      )
      .map((match) => {
        const start = span.start + match.index;
        return { speed, span: { start, end: start + match[0].length } };
      }),
  );
  mentions.sort((a, b) => a.span.start - b.span.start || b.span.end - a.span.end);
  return mentions.filter(
    (mention, order) => (mentions[order - 1]?.span.end ?? -1) <= mention.span.start,
  );
}

const ONSET_EVIDENCE = 'E_59';
/** Whether there is pain at all. */
const PAIN_EVIDENCE = 'E_53';

/**
 * `stated`, which is what was read of a sentence that speaks of pain, with how fast the pain came on as a duration or a word of
 * suddenness tells it: this is more exact than the qualities ("slowly", "building") that go with it, and takes their place.
 */
export function withOnsetSpeed(
  stated: readonly RecognisedFinding[],
  text: string,
  sentence: Span,
  known: ReadonlyMap<string, Concept>,
): readonly RecognisedFinding[] {
  const [mention] = onsetSpeeds(text, sentence);
  const said = mention ?? suddenPain(stated, text, sentence, known);
  const concept = known.get(said?.speed ?? '');
  if (said === undefined || concept === undefined) return stated;
  const { id, label } = concept;
  return [
    ...stated.filter(({ concept: other, span }) => {
      const { within, evidence } = known.get(other) ?? {};
      return evidence?.code !== ONSET_EVIDENCE && !(within === 'pain' && covers(said.span, span));
    }),
    { concept: id, label, polarity: 'present', span: said.span },
  ];
}

/** A word of suddenness in a sentence that speaks of nothing but the pain. */
function suddenPain(
  stated: readonly RecognisedFinding[],
  text: string,
  sentence: Span,
  known: ReadonlyMap<string, Concept>,
): OnsetMention | undefined {
  const onlyPain = stated.every(({ concept }) => {
    const { within, evidence } = known.get(concept) ?? {};
    return within === 'pain' ? evidence?.code !== ONSET_EVIDENCE : evidence?.code === PAIN_EVIDENCE;
  });
  if (!onlyPain) return undefined;
  const manner = courseManners(text, sentence).find((one) => one.manner === 'sudden');
  return manner === undefined ? undefined : { speed: 'sudden', span: manner.span };
}

/** Whether a wording of an onset is one that this file reads, so that the vocabulary need not. */
export function isReadOnset(phrase: string, { evidence }: Concept): boolean {
  return (
    evidence?.code === ONSET_EVIDENCE &&
    onsetSpeeds(phrase, { start: 0, end: phrase.length }).length > 0
  );
}
