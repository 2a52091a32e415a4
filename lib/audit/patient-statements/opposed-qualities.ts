import { FACTIVE, withPolarity } from '@/lib/audit/patient-statements/asserted-terms';
import {
  type AttributedQuality,
  attributedQualities,
} from '@/lib/audit/patient-statements/attributed-qualities';
import { isDefinite, isPresupposedFinding } from '@/lib/audit/patient-statements/presupposed';
import type { Statement } from '@/lib/audit/statements/statements';
import type { CaseReading } from '@/lib/case/case';
import { splitSentences } from '@/lib/case/sentences';
import { gated } from '@/lib/text/gated-pattern';
import type { Span } from '@/lib/text/span';
import { GENERAL } from '@/lib/trace/subject-cues';

/** A quality that a clause gives to something of which the case says the opposite. */
export interface OpposedQuality {
  /** In the clause. */
  readonly span: Span;
  /** In the case. */
  readonly opposites: readonly Span[];
}

/** The case as opposites of what a clause says are looked up in it. */
export interface OpposedQualities {
  in(statement: Statement): readonly OpposedQuality[];
}

/** What stands after these is expected, inferred or general, and nothing that is said to be so. */
const NOT_CLAIMED_BEFORE = gated(
  /\b(?:would|could|might|may|can|should|typical\w*|usual\w*|often|expect\w*|classic\w*|generally|commonly|suggest\w*|indicat\w*|hint\w*|point\w*|consistent|if|whether|caus\w+|lead\w*|result\w* in|unlike|versus|rather|instead|mean\w*|maintain\w*|keep\w*|associated|likely|possib\w+|probabl\w+|suspect\w*|think\w*|risk\w*|than|to|like|such as|other|before|after|prior|initially|previous\w*|used|once|until|treat\w*|help\w*|develop\w*|monitor\w*|check\w*|aim\w*|goal|target|despite|from|due|because|for (?:a|an)|diagnos\w+|rule\w* out|explain\w*|why|how|what|any|or|except|enough|relatively)\b/i,
);
const NOT_CLAIMED_AFTER =
  /^[^.;]{0,12}\b(?:would|could|might|may|can|usually|often|typically|suggests?|likely|or|than|enough|for|despite|even though|at first|initially|before|later|after)\b|^-/i;
/** Leaves open what stands before it, or says when it was so. */
const LIMITED_AFTER =
  /^[^.;]{0,12}\b(?:or|than|enough|at first|initially|before|usually|often)\b|^-/i;
/** What is said to have changed is no longer what the case says. */
const CHANGING = gated(
  /\b(?:return\w*|became|become\w*|improv\w+|resol\w+|turn\w*|later|then|now|after|follow\w*|previous\w*|before|ago|baseline)\b/i,
);
/** So far around its words a quality is looked at. UTF-16 code units. */
const REACH = 70;

/** Whether a clause says of this patient that something has the quality, and does not expect, infer or compare. */
export function isClaimedQuality(statement: Statement, { span }: AttributedQuality): boolean {
  const { text, about, mood } = statement;
  const before = text.slice(Math.max(0, span.start - REACH), span.start).replace(FACTIVE, '');
  return (
    about === 'patient' &&
    mood === 'asserted' &&
    !NOT_CLAIMED_BEFORE.test(before) &&
    !NOT_CLAIMED_AFTER.test(text.slice(span.end, span.end + REACH))
  );
}

/** Supposes what follows, whatever it is. */
const SUPPOSED = gated(
  /\b(?:if|unless|whether|would|suppos\w*|expect\w*|imagine|typical\w*|usual\w*|classic\w*|often|common\w*|generally|general|textbook|people|patients|not|n't|rather|instead|versus|vs|than|or|could (?:mean|be)|might (?:mean|be)|may be)\b|\bin an?\s/i,
);

/** Supposes also what stands after a comma. */
const CONDITION = gated(/\b(?:if|unless|whether|suppos\w*|imagine|not|n't)\b|\bin an?\s/i);

/** What stands since the last comma, or all of it: "despite the common issues, this sudden loss" speaks of this loss. */
function lastPart(text: string): string {
  return (
    /[,;—–]\s(?:that|this|these|those|his|her|their)\s[^,;—–]{0,60}$/iu.exec(text)?.[0] ?? text
  );
}

/** Whether what has a quality is spoken of as something known of this patient: "that intense, non-radiating pain". */
export function isKnownThing({ text, about, mood }: Statement, { span }: { span: Span }): boolean {
  const upTo = text.slice(Math.max(0, span.start - REACH), span.end).replace(FACTIVE, '');
  const own = lastPart(text.slice(0, span.start));
  const ownUpTo = `${own.slice(-REACH).replace(FACTIVE, '')}${text.slice(span.start, span.end)}`;
  const known =
    isPresupposedFinding(text, span, about === 'patient') ||
    (about !== 'reasoning' && isDefinite(text, span));
  return (
    known &&
    mood !== 'question' &&
    !CONDITION.test(upTo) &&
    !SUPPOSED.test(ownUpTo) &&
    !GENERAL.test(`${own}${text.slice(span.start)}`.toLowerCase()) &&
    !LIMITED_AFTER.test(text.slice(span.end, span.end + REACH))
  );
}

/** Whether two qualities with the same axis and head may be of the same thing. */
function sameThing(one: AttributedQuality, other: AttributedQuality): boolean {
  const [few, many] =
    one.narrowed.length < other.narrowed.length
      ? [one.narrowed, other.narrowed]
      : [other.narrowed, one.narrowed];
  return (
    few.every((stem) => many.includes(stem)) &&
    (one.side === undefined || other.side === undefined || one.side === other.side)
  );
}

interface KnownQuality extends AttributedQuality {
  readonly isChanging: boolean;
}

function qualitiesOf(reading: CaseReading): readonly KnownQuality[] {
  const { text } = reading.case;
  return splitSentences(text).flatMap((sentence) => {
    const part = text.slice(sentence.start, sentence.end);
    return attributedQualities(part).map((one) => ({
      ...one,
      isChanging: CHANGING.test(part.slice(Math.max(0, one.span.start - REACH), one.span.start)),
      span: { start: sentence.start + one.span.start, end: sentence.start + one.span.end },
    }));
  });
}

/** Qualities that a case gives to the same thing in the same way, and where. */
interface Given {
  readonly quality: KnownQuality;
  readonly spans: Span[];
}

function topicOf({ quality, head = '' }: AttributedQuality): string {
  return `${quality.axis} ${head}`;
}

function mannerOf({ quality, narrowed, side, denial, isChanging }: KnownQuality): string {
  return JSON.stringify([quality.group, narrowed, side, denial, isChanging]);
}

/** The qualities of a case by axis and head; what it says several times in the same way stands together. */
function groupedByTopic(known: readonly KnownQuality[]): ReadonlyMap<string, readonly Given[]> {
  const topics = new Map<string, Map<string, Given>>();
  for (const quality of known) {
    const topic = topics.get(topicOf(quality)) ?? new Map<string, Given>();
    topics.set(topicOf(quality), topic);
    const given = topic.get(mannerOf(quality)) ?? { quality, spans: [] };
    topic.set(mannerOf(quality), given);
    given.spans.push(quality.span);
  }
  return new Map([...topics].map(([topic, given]) => [topic, [...given.values()]]));
}

function inOrder(given: readonly Given[]): readonly Span[] {
  return given.flatMap(({ spans }) => spans).sort((a, b) => a.start - b.start);
}

/** Reads the qualities of a case. Where it speaks both ways of the same thing, nothing is opposed to it. */
export function createOpposedQualities(reading: CaseReading): OpposedQualities {
  const byTopic = groupedByTopic(qualitiesOf(reading));

  function oppositesOf(stated: AttributedQuality): readonly Span[] {
    const topic = byTopic.get(topicOf(stated)) ?? [];
    const same = topic.filter(({ quality }) => sameThing(quality, stated));
    const opposes = ({ quality, denial, isChanging }: KnownQuality) => {
      const isSame = quality.group === stated.quality.group;
      if (isChanging || stated.denial === 'perhaps') return false;
      return stated.denial === 'surely'
        ? isSame && denial === 'no'
        : isSame
          ? denial === 'surely'
          : denial === 'no';
    };
    return same.every(({ quality }) => opposes(quality)) ? inOrder(same) : [];
  }

  return {
    in: (statement) =>
      attributedQualities(statement.text.replaceAll('’', "'")).flatMap((stated) => {
        const isClaimed = isClaimedQuality(statement, stated) || isKnownThing(statement, stated);
        const opposites = isClaimed ? oppositesOf(stated) : [];
        return opposites.length === 0
          ? []
          : [{ span: withPolarity(statement.text, stated.span), opposites }];
      }),
  };
}
