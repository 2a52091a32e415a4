import {
  readSides,
  regionsIn,
  type Side,
  type SideStatement,
  sidesOfProcedures,
} from '@/lib/audit/laterality/side-statements';
import { sharedStems } from '@/lib/audit/statements/content-words';
import type { VerdictOutcome } from '@/lib/audit/verdict';
import type { CaseReading } from '@/lib/case/case';
import { splitSentences } from '@/lib/case/sentences';
import { relatedRegions } from '@/lib/knowledge/body-regions';
import { piecesOf } from '@/lib/text/parts';
import { type Span, sliceSpan } from '@/lib/text/span';

/** What a side in a sentence of the trace is, held against the case. The span is an offset into the sentence. */
export interface SideVerdict {
  readonly outcome: VerdictOutcome;
  readonly said: SideStatement;
  /** How many words of its sentence the sentence of the case shares, where both name the region. */
  readonly shared: number;
  /** Whether the case gives that very region one side alone, and it is another one. */
  readonly isOnlySide: boolean;
  readonly case: readonly Span[];
  readonly detail: string;
}

interface CaseSides {
  /** With spans in the case. */
  readonly sides: readonly SideStatement[];
  readonly regions: readonly string[];
  /** Of operations: what was removed on the left was on the left. */
  readonly operated: readonly Side[];
}

/** Of a longer record the first ones are compared. */
const MOST_SIDES = 300;

const known = new WeakMap<CaseReading, CaseSides>();

function caseSides(reading: CaseReading): CaseSides {
  const cached = known.get(reading);
  if (cached !== undefined) return cached;
  const { text } = reading.case;
  const pieces = splitSentences(text).flatMap((span) => piecesOf(text, span));
  const sides = pieces.flatMap((span) =>
    readSides(sliceSpan(text, span)).map((side) => ({
      ...side,
      span: { start: side.span.start + span.start, end: side.span.end + span.start },
      end: side.end + span.start,
    })),
  );
  const read = {
    sides: sides.slice(0, MOST_SIDES),
    regions: [...new Set(regionsIn(text))],
    operated: sidesOfProcedures(text),
  };
  known.set(reading, read);
  return read;
}

function sameRegion(a: SideStatement, b: SideStatement): boolean {
  return a.regions.some((one) => b.regions.some((other) => relatedRegions(one, other)));
}

function sameFinding(a: SideStatement, b: SideStatement): boolean {
  return sharedStems(a.findings, b.findings) > 0;
}

/** "The right side of her body" and a finding without a region can be linked by the finding alone. */
function isVague({ regions }: SideStatement): boolean {
  return regions.length === 0 || regions.every((one) => one === 'body');
}

function related(said: SideStatement, of: SideStatement): boolean {
  if (said.named !== undefined || of.named !== undefined) return said.named === of.named;
  if (isVague(said) || isVague(of)) {
    return (
      sameFinding(said, of) &&
      (said.regions.length === 0 || of.regions.length === 0 || sameRegion(said, of))
    );
  }
  return sameRegion(said, of);
}

/** How near two statements are: by the very same region, and by each word for what was found there. */
function nearness(said: SideStatement, of: SideStatement): number {
  const same = said.regions.some((one) => one !== 'body' && of.regions.includes(one));
  return (same ? 3 : 0) + 2 * sharedStems(said.findings, of.findings);
}

function agrees(said: SideStatement, of: SideStatement): boolean {
  if (said.side === of.side) return true;
  const sides = new Set([said.side, of.side]);
  return sides.has('one') && !sides.has('both');
}

/** "Both" where the case has one side, or one side of a pair, is an error only for one and the same finding. */
function clashes(said: SideStatement, of: SideStatement): boolean {
  if (agrees(said, of)) return false;
  const pair = said.side === 'both' || of.side === 'both';
  return !pair || sameFinding(said, of);
}

function sharedWords(said: SideStatement, of: SideStatement): number {
  return !isVague(said) && sameRegion(said, of) ? sharedStems(said.around, of.around) : 0;
}

/** Whether every side that the case gives to the very region of `said` is one and the same left or right, and not that of `said`. */
function isOnlySide(said: SideStatement, { sides }: CaseSides): boolean {
  const same = sides.filter(
    ({ named, regions }) =>
      named === undefined && regions.some((one) => one !== 'body' && said.regions.includes(one)),
  );
  const first = same[0]?.side;
  return (
    (first === 'left' || first === 'right') &&
    said.side !== 'one' &&
    same.every(({ side }) => side === first && side !== said.side)
  );
}

function contradicted(said: SideStatement, of: SideStatement, reading: CaseReading): SideVerdict {
  const words = sliceSpan(reading.case.text, { start: of.span.start, end: of.end });
  return {
    outcome: 'contradicted',
    said,
    shared: sharedWords(said, of),
    isOnlySide: isOnlySide(said, caseSides(reading)),
    case: [{ start: of.span.start, end: of.end }],
    detail: `Side: ${said.side} here; the case says “${words}”.`,
  };
}

function unsided(said: SideStatement, { regions, operated }: CaseSides): SideVerdict | undefined {
  const stated = said.regions.some(
    (one) => one !== 'body' && one !== 'brain' && regions.includes(one),
  );
  return stated && said.named === undefined && said.side !== 'both' && !operated.includes(said.side)
    ? {
        outcome: 'not-in-case',
        said,
        shared: 0,
        isOnlySide: false,
        case: [],
        detail: `Side: ${said.side} here; the case gives no side.`,
      }
    : undefined;
}

function judge(said: SideStatement, reading: CaseReading): SideVerdict | undefined {
  const given = caseSides(reading);
  const linked = given.sides.filter((side) => related(said, side));
  if (linked.length === 0) return unsided(said, given);
  const best = Math.max(...linked.map((side) => nearness(said, side)));
  const nearest = linked.filter((side) => nearness(said, side) === best);
  const same = nearest.find((side) => agrees(said, side));
  if (same !== undefined) {
    const detail = `Side: the case says “${sliceSpan(reading.case.text, { start: same.span.start, end: same.end })}”.`;
    return {
      outcome: 'supported',
      said,
      shared: sharedWords(said, same),
      isOnlySide: false,
      case: [{ start: same.span.start, end: same.end }],
      detail,
    };
  }
  const isSole = isOnlySide(said, caseSides(reading));
  const clash = nearest.find((side) => clashes(said, side)) ?? (isSole ? nearest[0] : undefined);
  return clash === undefined ? undefined : contradicted(said, clash, reading);
}

/** What the sides of a sentence of the trace are against the case; those that cannot be linked are left out. */
export function sideVerdicts(sentence: string, reading: CaseReading): readonly SideVerdict[] {
  return readSides(sentence).flatMap((said) => judge(said, reading) ?? []);
}
