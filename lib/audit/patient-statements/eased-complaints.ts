import type { Statement } from '@/lib/audit/statements/statements';
import type { CaseReading } from '@/lib/case/case';
import { splitSentences } from '@/lib/case/sentences';
import { RELIEVING_THINGS } from '@/lib/knowledge/clinical-terms/relieving-things';
import { gated, matchesOf } from '@/lib/text/gated-pattern';
import type { Span } from '@/lib/text/span';
import { GENERAL } from '@/lib/trace/subject-cues';

/** The case as what eases or worsens complaints is looked up in it. */
export interface EasedComplaints {
  /** Where a clause gives something an effect that is the opposite of the case's. Spans in the clause, and in the case. */
  opposedIn(
    statement: Statement,
  ): readonly { readonly span: Span; readonly opposites: readonly Span[] }[];
}

type Effect = 'eases' | 'worsens' | 'does not ease' | 'does not worsen';

const EASES =
  '(?:reliev(?:e|es|ed|ing)|eas(?:e|es|ed|ing)|alleviat\\w{1,4}|help(?:s|ed|ing)?|improv(?:e|es|ed|ing)|better|sooth(?:e|es|ed|ing)|lessen(?:s|ed|ing)?|relief)';
const WORSENS =
  '(?:wors(?:e|en|ens|ened|ening)|aggravat\\w{1,4}|exacerbat\\w{1,4}|intensif\\w{1,4}|provoked|precipitated|brought on)';
const NOT =
  "(?:(?:does|did|do|doing|has done) (?:nothing|little|not much|absolutely nothing) (?:to|for)|\\w{2,6}n't|not|never|hardly|barely|without|no|nothing)(?: (?:really|any|much|seem to|get|gets|got|actually|made|been|at all)){0,2}";
const EFFECTS = gated(
  new RegExp(
    `(?<![\\p{L}-])(?:(?<uneased>${NOT} ${EASES}|unrelieved|no difference)|(?<unworsened>${NOT} ${WORSENS})|(?<eased>${EASES})|(?<worsened>${WORSENS}))(?![\\p{L}-])`,
    'giu',
  ),
);
const BY_GROUP: readonly (readonly [string, Effect])[] = [
  ['uneased', 'does not ease'],
  ['unworsened', 'does not worsen'],
  ['eased', 'eases'],
  ['worsened', 'worsens'],
];
const OPPOSITE: Readonly<Record<Effect, readonly Effect[]>> = {
  eases: ['worsens', 'does not ease'],
  worsens: ['eases', 'does not worsen'],
  'does not ease': ['eases'],
  'does not worsen': ['worsens'],
};
const THINGS: readonly RegExp[] = RELIEVING_THINGS.trim()
  .split('\n')
  .map((line) => {
    const names = line.split(';').map((one) => one.trim());
    return new RegExp(`(?<![\\p{L}-])(?:${names.join('|')})\\p{L}{0,4}(?![\\p{L}-])`, 'giu');
  });
/** Something further off than this is not what has the effect. UTF-16 code units. */
const FARTHEST = 45;
/** What stands between belongs to different statements. */
const APART = /[.;:,—–]|\b(?:and|but|while|whereas|though|although)\b/u;

interface Eased {
  readonly thing: number;
  readonly effect: Effect;
  readonly span: Span;
}

/** What a text says of each thing that can ease or worsen, by the effect that stands nearest to it. */
function easedIn(text: string): readonly Eased[] {
  const effects = EFFECTS.matchesIn(text).flatMap(({ index, 0: words, groups }) => {
    const effect = BY_GROUP.find(([group]) => groups?.[group] !== undefined)?.[1];
    return effect === undefined ? [] : [{ effect, start: index, end: index + words.length }];
  });
  if (effects.length === 0) return [];
  return THINGS.flatMap((pattern, thing) =>
    matchesOf(pattern, text).flatMap(({ index, 0: words }) => {
      const at = { start: index, end: index + words.length };
      const gapTo = ({ start, end }: Span) =>
        start >= at.end ? text.slice(at.end, start) : text.slice(end, at.start);
      const near = effects
        .filter((one) => gapTo(one).length <= FARTHEST && !APART.test(gapTo(one)))
        .sort((a, b) => gapTo(a).length - gapTo(b).length)[0];
      return near === undefined
        ? []
        : [
            {
              thing,
              effect: near.effect,
              span: { start: Math.min(at.start, near.start), end: Math.max(at.end, near.end) },
            },
          ];
    }),
  );
}

/** Prepares a case. Where it says both of one thing, nothing is opposed to it. */
export function createEasedComplaints(reading: CaseReading): EasedComplaints {
  const { text } = reading.case;
  const known = splitSentences(text).flatMap(({ start, end }) =>
    easedIn(text.slice(start, end)).map((one) => ({
      ...one,
      span: { start: start + one.span.start, end: start + one.span.end },
    })),
  );
  return {
    opposedIn: ({ text: written, about, mood }) => {
      const clause = written.replaceAll('’', "'");
      const isSaid =
        about === 'patient' && mood === 'asserted' && !GENERAL.test(clause.toLowerCase());
      if (!isSaid || known.length === 0) return [];
      return easedIn(clause).flatMap(({ thing, effect, span }) => {
        const same = known.filter((one) => one.thing === thing);
        const isOpposed = same.every((one) => OPPOSITE[effect].includes(one.effect));
        return same.length > 0 && isOpposed
          ? [{ span, opposites: same.map((one) => one.span) }]
          : [];
      });
    },
  };
}
