import { isAssertedAt } from '@/lib/audit/patient-statements/asserted-terms';
import { isSaidInPassing, isToldOfPatient } from '@/lib/audit/patient-statements/claimed-places';
import { isPresupposedFinding } from '@/lib/audit/patient-statements/presupposed';
import { denialOf } from '@/lib/audit/statements/negation';
import type { Statement } from '@/lib/audit/statements/statements';
import type { CaseReading } from '@/lib/case/case';
import { type BodySite, COMPLAINTS, SITES } from '@/lib/knowledge/body-sites';
import { gated } from '@/lib/text/gated-pattern';
import type { Span } from '@/lib/text/span';
import { wordsOf } from '@/lib/text/words';

/** The case as complaints are looked up in it by the place of the body that they are in. */
export interface PlacedComplaints {
  /** Complaints that a clause gives the patient in a place that the case does not name. Spans in the clause. */
  unknownIn(statement: Statement): readonly Span[];
}

const BY_NAME: ReadonlyMap<string, BodySite> = new Map(
  SITES.flatMap((site) => site.names.map((name) => [name, site] as const)),
);
const NAMES = [...BY_NAME.keys()].sort((a, b) => b.length - a.length).join('|');
const PLACED = gated(
  new RegExp(
    `(?<![\\p{L}-])(?:(?<before>${NAMES})[\\s-](?:${COMPLAINTS.join('|')})|(?:${COMPLAINTS.join('|')})\\s(?:in|of|over|around|behind)\\s(?:(?:his|her|their|the|both)\\s)?(?:(?:left|right|upper|lower)\\s)?(?<after>${NAMES}))(?![\\p{L}-])`,
    'giu',
  ),
);
/** One of these stands in every match; most clauses have none, and are told so in a fraction of the time. */
const COMPLAINT = gated(new RegExp(COMPLAINTS.join('|'), 'iu'));
/** Shorter beginnings must be whole words. */
const SHORT = 3;

/** Prepares a case. */
export function createPlacedComplaints(reading: CaseReading): PlacedComplaints {
  const { text, question, options } = reading.case;
  const all = [text, question ?? '', ...options.map((one) => one.text)].join('\n');
  const words = [...new Set(wordsOf(all).map(({ surface }) => surface.toLowerCase()))];
  const isNear = (beginning: string): boolean => {
    const low = beginning.toLowerCase();
    return words.some((word) =>
      low.length <= SHORT ? word === low || word === `${low}s` : word.startsWith(low),
    );
  };
  const known = new Map<BodySite, boolean>();
  const isUnknown = (site: BodySite): boolean => {
    const unknown = known.get(site) ?? !site.near.some(isNear);
    known.set(site, unknown);
    return unknown;
  };
  return {
    unknownIn: (statement) => {
      const clause = statement.text.replaceAll('’', "'");
      if (!COMPLAINT.test(clause)) return [];
      return PLACED.matchesIn(clause).flatMap((match) => {
        const site = BY_NAME.get((match.groups?.before ?? match.groups?.after ?? '').toLowerCase());
        const span = { start: match.index, end: match.index + match[0].length };
        return site !== undefined && isGiven(statement, clause, span) && isUnknown(site)
          ? [span]
          : [];
      });
    },
  };
}

/** Whether a clause says or presupposes of the patient what stands at `span`. */
function isGiven(statement: Statement, clause: string, span: Span): boolean {
  if (isSaidInPassing(statement, span)) return true;
  if (denialOf(clause, span) !== 'no') return false;
  const { about, mood } = statement;
  return (
    isToldOfPatient(statement, span) ||
    (about !== 'reasoning' && isPresupposedFinding(clause, span, about === 'patient')) ||
    (about === 'patient' && mood === 'asserted' && isAssertedAt(statement, span))
  );
}
