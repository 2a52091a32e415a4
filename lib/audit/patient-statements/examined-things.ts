import { attributedQualities } from '@/lib/audit/patient-statements/attributed-qualities';
import { isSaidInPassing, isToldOfPatient } from '@/lib/audit/patient-statements/claimed-places';
import { isClaimedQuality, isKnownThing } from '@/lib/audit/patient-statements/opposed-qualities';
import {
  isListedWithKnown,
  isPresupposedFinding,
} from '@/lib/audit/patient-statements/presupposed';
import type { Statement } from '@/lib/audit/statements/statements';
import type { CaseReading } from '@/lib/case/case';
import { EXAMINED, type ExaminedThing } from '@/lib/knowledge/examined-things';
import { QUALITIES_BY_WORD } from '@/lib/knowledge/general-qualities';
import { gated } from '@/lib/text/gated-pattern';
import { overlaps, type Span } from '@/lib/text/span';
import { wordsOf } from '@/lib/text/words';

/** The case as what was measured or examined is looked up in it. */
export interface ExaminedThings {
  /** Where a clause says of this patient how something was found of which the case says nothing. Spans in the clause. */
  unknownIn(statement: Statement): readonly Span[];
}

const BY_NAME: ReadonlyMap<string, ExaminedThing> = new Map(
  EXAMINED.flatMap((thing) =>
    thing.names.flatMap((name) => {
      const low = name.toLowerCase();
      return [low, `${low}s`].map((form) => [form, thing] as const);
    }),
  ),
);
const NAMES = new RegExp(
  `(?<![\\p{L}-])(?:${[...BY_NAME.keys()].sort((a, b) => b.length - a.length).join('|')})(?![\\p{L}-])`,
  'iu',
);
const ALL_NAMES = gated(new RegExp(NAMES.source, 'giu'));
/** Whose it is: "her calcium", "the patient's platelets". */
const OWNED = gated(
  /\b(?:his|her|their|patient['’]s|guy['’]s|woman['’]s|man['’]s|child['’]s)\s(?:[\p{L}-]+\s){0,3}$/iu,
);
const OWNER_REACH = 40;
/** Nothing is told by these: a model calls normal what the case passes over. */
const NORMAL = new Set(
  QUALITIES_BY_WORD.get('normal')?.map(({ axis, group }) => `${axis}/${group}`),
);
/** Shorter beginnings must be whole words. */
const SHORT = 3;

/** Prepares a case. */
export function createExaminedThings(reading: CaseReading): ExaminedThings {
  const { text, question, options } = reading.case;
  const all = [text, question ?? '', ...options.map((one) => one.text)].join('\n');
  const words = [...new Set(wordsOf(all).map(({ surface }) => surface.toLowerCase()))];
  const isNear = (beginning: string): boolean => {
    const low = beginning.toLowerCase();
    return words.some((word) =>
      low.length <= SHORT ? word === low || word === `${low}s` : word.startsWith(low),
    );
  };
  const stems = new Set(wordsOf(text).map(({ stem }) => stem));
  const known = new Map<ExaminedThing, boolean>();
  const isUnknown = (thing: ExaminedThing): boolean => {
    const own = thing.names.map((name) => name.split(/[\s-]/u).at(-1) ?? name);
    const unknown = known.get(thing) ?? ![...own, ...thing.near].some(isNear);
    known.set(thing, unknown);
    return unknown;
  };

  /** Those of which is told how they went: "the blood pressure keeps …". */
  const toldIn = (statement: Statement, clause: string): readonly Span[] =>
    // Few clauses have such a verb, and to look for all names takes many times as long as to look for one.
    ANY_VERB.test(clause)
      ? ALL_NAMES.matchesIn(clause).flatMap((match) => {
          const thing = BY_NAME.get(match[0].toLowerCase());
          const span = { start: match.index, end: match.index + match[0].length };
          const isTold = isWithVerb(clause, span) && isToldOfPatient(statement, span);
          return thing !== undefined && isTold && isUnknown(thing) ? [span] : [];
        })
      : [];

  return {
    unknownIn: (statement) => {
      const clause = statement.text.replaceAll('’', "'");
      const told = toldIn(statement, clause);
      const found = attributedQualities(clause).flatMap((stated) => {
        const { span, quality, denial } = stated;
        const named = NAMES.exec(clause.slice(span.start, span.end));
        const thing = BY_NAME.get(named?.[0].toLowerCase() ?? '');
        const mayCount =
          thing !== undefined &&
          denial === 'no' &&
          !NORMAL.has(`${quality.axis}/${quality.group}`) &&
          isUnknown(thing);
        if (!mayCount) return [];
        const first = span.start + (named?.index ?? 0);
        const owned = OWNED.test(clause.slice(Math.max(0, first - OWNER_REACH), first));
        const isListed =
          isSaidInPassing(statement, span) ||
          (statement.mood === 'asserted' && isListedWithKnown(statement, span, stems));
        const isKnown =
          isListed || owned || isPresupposedFinding(clause, span, statement.about === 'patient');
        const isClaimed = () =>
          isListed || isClaimedQuality(statement, stated) || isKnownThing(statement, stated);
        return isKnown && isClaimed() ? [span] : [];
      });
      return [...found, ...told.filter((one) => !found.some((other) => overlaps(one, other)))];
    },
  };
}

/** Verbs that tell how a measured thing goes. */
const VERB =
  '(?:keeps?|kept|sagging|dropping|dropped|falling|fell|fallen|climbing|climbed|rising|rose|risen|creeping|crept|crashed|crashing|tanked|tanking|soared|soaring|spiked|plummeted|shot up|went|came back|borderline)\\b';
const ANY_VERB = gated(new RegExp(`\\s${VERB}`, 'i'));
const GOES = gated(
  new RegExp(
    `^\\s(?:(?:just|also|still|even|has|have|had|been|is|was|are|were)\\s){0,3}${VERB}`,
    'i',
  ),
);

function isWithVerb(clause: string, { end }: Span): boolean {
  return GOES.test(clause.slice(end, end + OWNER_REACH));
}
