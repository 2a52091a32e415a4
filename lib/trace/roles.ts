import { gated } from '@/lib/text/gated-pattern';
import { TITLE_CUES } from '@/lib/trace/role-cues';
import { type ClassProbabilities, likeliestRole } from '@/lib/trace/sentence-roles';
import { ROLES, type Role } from '@/lib/trace/trace';

/** More roles than this say nothing about a step. */
const MOST_ROLES = 3;
/** A further role is named where the step's sentences give it at least this probability on average. */
const PROBABILITY_OF_A_FURTHER_ROLE = 0.25;

function escapeForPattern(phrase: string): string {
  return phrase.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&');
}

const ROLE_BY_PHRASE: ReadonlyMap<string, Role> = new Map(
  TITLE_CUES.flatMap(({ role, phrases }) =>
    phrases.map((phrase): [string, Role] => [phrase, role]),
  ),
);
/** One alternation of literal phrases, longest first, so that matching is linear in the text. */
const TITLE = gated(
  new RegExp(
    `\\b(?:${[...ROLE_BY_PHRASE.keys()]
      .sort((a, b) => b.length - a.length)
      .map(escapeForPattern)
      .join('|')})`,
  ),
);

/** The role that a step's title names: that of the first phrase in it; undefined for a title that names none. */
export function roleOfTitle(title: string): Role | undefined {
  const match = TITLE.exec(title.toLowerCase().replaceAll('’', "'"));
  return match === null ? undefined : ROLE_BY_PHRASE.get(match[0]);
}

/** Collects the roles of one step while its sentences come in. */
export interface RoleCollector {
  add(sentence: ClassProbabilities): void;
  /** The roles of the step, the most probable first; none where no sentence was added. */
  roles(): readonly Role[];
}

/** Begins collecting the roles of a step. */
export function createRoleCollector(): RoleCollector {
  let sums: ClassProbabilities = [];
  let sentences = 0;
  return {
    add(sentence) {
      sums = sentence.map((probability, index) => probability + (sums[index] ?? 0));
      sentences += 1;
    },
    roles() {
      if (sentences === 0) {
        return [];
      }
      const first = likeliestRole(sums);
      const further = ROLES.map((role, index) => ({ role, sum: sums[index] ?? 0 }))
        .filter(
          ({ role, sum }) => role !== first && sum >= sentences * PROBABILITY_OF_A_FURTHER_ROLE,
        )
        .sort((a, b) => b.sum - a.sum)
        .map(({ role }) => role);
      return [first, ...further].slice(0, MOST_ROLES);
    },
  };
}
