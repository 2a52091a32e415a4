import { writeSidesOut } from '@/lib/audit/laterality/side-shorthand';
import { contentStems } from '@/lib/audit/statements/content-words';
import { BODY_REGIONS } from '@/lib/knowledge/body-regions';
import { gated, matchesOf } from '@/lib/text/gated-pattern';
import { partAround } from '@/lib/text/parts';
import type { Span } from '@/lib/text/span';
import { wordsOf } from '@/lib/text/words';

/** `one` is a side that is not named: "unilateral". */
export type Side = 'left' | 'right' | 'both' | 'one';

/** A side as a text gives it to a region of the body or to a finding. */
export interface SideStatement {
  readonly side: Side;
  /** The word or words for the side. */
  readonly span: Span;
  /** Up to the last word of what has the side. */
  readonly end: number;
  /** Identifiers of body regions; empty where only a finding is named. */
  readonly regions: readonly string[];
  /** Stems of the words beside it without those for regions: what was found there. */
  readonly findings: ReadonlySet<string>;
  /** The same of the whole sentence. */
  readonly around: ReadonlySet<string>;
  /** Whether it is a name of anatomy or of a diagnosis and not a place: "left ventricular hypertrophy". */
  readonly named?: string;
}

const REGION_OF = new Map(
  BODY_REGIONS.flatMap(({ id, words }) => words.map((word) => [word, id] as const)),
);
const REGION_WORDS = [...REGION_OF.keys()].sort((a, b) => b.length - a.length).join('|');
const REGION_STEMS: ReadonlySet<string> = new Set(
  [...REGION_OF.keys()].flatMap((words) => wordsOf(words).map(({ stem }) => stem)),
);
const GAP =
  '(?:(?!(?:the|a|an|to|of|is|was|that|this|her|his|their|in|on|and|or|now|away|into|after|through|for|at|it|with|from|by|left|right|so|as|if|side|sided)\\b)[\\w-]{1,24}\\s){0,3}?';
const SIDE =
  '(?<side>left|right|both|bilaterally|bilateral|unilateral)(?<suffix>[\\s-]sided?|ward)?(?![\\w])(?![\\s-]handed)';
/** "left hip and thigh", "both of her knees", "right lower abdominal pain". */
const BEFORE_REGION = gated(
  new RegExp(
    `\\b${SIDE}(?:\\sof)?(?:\\s(?:the|her|his|their))?\\s${GAP}(?<region>${REGION_WORDS})(?<plural>e?s)?\\b(?:\\s(?:and|or)\\s(?:(?:the|her|his)\\s)?(?<second>${REGION_WORDS})(?:e?s)?\\b)?`,
    'gi',
  ),
);
/** "on the left side of her body", "to the right", "the left upper part of his chest". */
const OF_REGION = gated(
  new RegExp(
    `\\b(?<side>left|right)(?<suffix>[\\s-](?:(?:lower|upper|outer|inner)\\s)?(?:side|part|half|aspect))\\sof\\s(?:the\\s|her\\s|his\\s|their\\s)?${GAP}(?<region>${REGION_WORDS})\\b`,
    'gi',
  ),
);
const ALONE = gated(
  /\b(?:on|to|toward|towards|over) (?:the |her |his )(?<side>left|right)(?<suffix>[\s-]side)?(?=[.,;:)]|$|\s(?:and|but|with|which|is|was|are)\b)/gi,
);
/** "Left-sided weakness", "bilateral crackles", "right gaze deviation". */
const OF_FINDING = gated(
  /\b(?:(?<side>left|right)(?<suffix>[\s-]sided?|wards?)|(?<pair>bilateral|unilateral))\s(?!(?:of|is|was|in|the|to|an?|and|or|on|can|could|might|would|isn|because)\b)(?<words>[\w-]{1,24}(?:\s[\w-]{1,24}){0,2})/gi,
);
/** Findings that take a bare side: "left gaze deviation", "right hydronephrosis". */
const BARE = gated(
  /\b(?<side>left|right)\s(?<words>(?:[a-z-]+\s)?(?:gaze|hemiparesis|hemiplegia|hemianopia|weakness|numbness|hydronephrosis|pneumothorax|haemothorax|hemothorax|effusion|hernia|varicocele|ptosis|proptosis|exophthalmos|mass|lump|nodule|lymphadenopathy|lymph node|otitis|otalgia|deviation|droop|palsy|paralysis|pneumonia|infiltrate|consolidation|stone|pain))\b/gi,
);
const ABBREVIATED = gated(/\b(?<side>[RL])(?<suffix>[LU]Q|[LU]E|IF)\b/g);
const ABBREVIATED_REGION: ReadonlyMap<string, string> = new Map([
  ['LQ', 'abdomen'],
  ['UQ', 'abdomen'],
  ['IF', 'abdomen'],
  ['LE', 'lower-limb'],
  ['UE', 'upper-limb'],
]);
/** Anatomy whose side is part of its name; compared only with the same name. */
const NAMED = gated(
  /\b(?<side>left|right)\s(?<words>(?:ventric|atri|bundle|coronary|heart|middle cerebral|anterior cerebral|posterior cerebral|main|circumflex|axis|shift|vertebral)\w*(?:\s[a-z]+)?)/gi,
);
/** What follows is done and not found: a side of a plan. */
const PROCEDURE = gated(/(?:ectomy|plasty|otomy|ostomy|pexy|scopy|oscopic|amputation)\b/i);

function sideOf(word: string): Side {
  const lower = word.toLowerCase();
  if (lower === 'left' || lower === 'l') return 'left';
  if (lower === 'right' || lower === 'r') return 'right';
  return lower === 'unilateral' ? 'one' : 'both';
}

function withoutRegions(stems: ReadonlySet<string>): ReadonlySet<string> {
  return new Set([...stems].filter((stem) => !REGION_STEMS.has(stem)));
}

function sideSpan(match: RegExpExecArray): Span {
  const word = `${match.groups?.side ?? match.groups?.pair ?? ''}${match.groups?.suffix ?? ''}`;
  const start = match.index + Math.max(0, match[0].indexOf(word));
  return { start, end: start + word.length };
}

function statement(
  text: string,
  match: RegExpExecArray,
  words: readonly (string | undefined)[],
): SideStatement {
  const span = sideSpan(match);
  const end = match.index + match[0].length;
  const regions = words.flatMap((word) =>
    word === undefined ? [] : (REGION_OF.get(word.toLowerCase()) ?? []),
  );
  const around = withoutRegions(contentStems(text));
  const near = withoutRegions(contentStems(text, partAround(text, { start: span.start, end })));
  return {
    side: sideOf(match.groups?.side ?? match.groups?.pair ?? ''),
    span,
    end,
    regions,
    findings: near.size > 0 ? near : around,
    around,
  };
}

/** "Both the breast tissue and the fertility": no pair of anything. */
function joinsTwoThings({ groups }: RegExpExecArray): boolean {
  return (
    /^both$/i.test(groups?.side ?? '') && groups?.plural === undefined && groups?.region !== 'feet'
  );
}

/** Whether a text can hold a side at all; spares the rest of the work for most sentences. */
const ANY = gated(/left|right|lateral|both|\b[RL](?:[LU][QE]|IF)\b/i);

/** The sides that `given` gives to regions and findings, in order. "Right" for correct and "left" for gone are none. */
export function readSides(given: string): readonly SideStatement[] {
  const { text, toGiven } = writeSidesOut(given);
  return sidesWrittenOut(text).map((one) => ({
    ...one,
    span: { start: toGiven(one.span.start), end: toGiven(one.span.end) },
    end: toGiven(one.end),
  }));
}

const OF_PROCEDURE = gated(
  /\b(left|right|both|bilateral)\s(?:[\w-]{1,24}\s){0,2}[\w-]{0,24}(?:ectomy|plasty|otomy|ostomy|pexy|amputation)\b/gi,
);

/** The sides of the operations that `given` names, whatever part of the body they were done on. */
export function sidesOfProcedures(given: string): readonly Side[] {
  return OF_PROCEDURE.matchesIn(writeSidesOut(given).text).map(([, word = '']) => sideOf(word));
}

function sidesWrittenOut(text: string): readonly SideStatement[] {
  if (!ANY.test(text)) return [];
  const found: SideStatement[] = [];
  const add = (one: SideStatement): void => {
    const done = PROCEDURE.test(text.slice(one.span.start, one.end + 16));
    if (!done && !found.some(({ span }) => span.start < one.span.end && one.span.start < span.end))
      found.push(one);
  };
  for (const match of NAMED.matchesIn(text))
    add({
      ...statement(text, match, []),
      named: [...contentStems(match.groups?.words ?? '')].join(' '),
    });
  for (const match of OF_REGION.matchesIn(text))
    add(statement(text, match, [match.groups?.region]));
  for (const match of BEFORE_REGION.matchesIn(text))
    if (!joinsTwoThings(match))
      add(statement(text, match, [match.groups?.region, match.groups?.second]));
  for (const match of ABBREVIATED.matchesIn(text))
    add({
      ...statement(text, match, []),
      regions: [ABBREVIATED_REGION.get(match.groups?.suffix ?? '') ?? 'body'],
    });
  for (const match of ALONE.matchesIn(text)) add(statement(text, match, []));
  for (const match of OF_FINDING.matchesIn(text)) add(statement(text, match, []));
  for (const match of BARE.matchesIn(text)) add(statement(text, match, []));
  return found.sort((a, b) => a.span.start - b.span.start);
}

/** The body regions that `text` names, with or without a side. */
export function regionsIn(text: string): readonly string[] {
  const pattern = new RegExp(`\\b(?:${REGION_WORDS})(?:e?s)?\\b`, 'gi');
  return matchesOf(pattern, text).flatMap(
    ([word]) =>
      REGION_OF.get(word.toLowerCase()) ??
      REGION_OF.get(word.toLowerCase().replace(/e?s$/, '')) ??
      [],
  );
}
