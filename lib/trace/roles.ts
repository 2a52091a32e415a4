import type { Channel } from '@/lib/engine/engine';
import { ROLE_CUES } from '@/lib/trace/role-cues';
import type { Role } from '@/lib/trace/trace';

/** Words that place a step with this patient when no cue matched. */
const PATIENT = /\b(?:patient|she|he|her|his|him|this (?:man|woman|boy|girl|child|infant))\b/i;
/** More roles than this say nothing about a step. */
const MOST_ROLES = 3;

interface CueMatcher {
  readonly pattern: RegExp;
  readonly roleByPhrase: ReadonlyMap<string, Role>;
}

function escapeForPattern(phrase: string): string {
  return phrase.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&');
}

/** One alternation of literal phrases, longest first, so that matching is linear in the text. */
function compile(phrases: readonly (readonly [string, Role])[], anchored: boolean): CueMatcher {
  const ordered = [...phrases].sort(([a], [b]) => b.length - a.length);
  const body = ordered.map(([phrase]) => escapeForPattern(phrase)).join('|');
  return {
    pattern: anchored ? new RegExp(`^(?:${body})`) : new RegExp(`\\b(?:${body})`, 'g'),
    roleByPhrase: new Map(ordered),
  };
}

const TITLE = compile(
  ROLE_CUES.flatMap(({ role, title }) => title.map((phrase): [string, Role] => [phrase, role])),
  false,
);
const PROSE = compile(
  ROLE_CUES.flatMap(({ role, prose }) => prose.map((phrase): [string, Role] => [phrase, role])),
  false,
);
const OPENING = compile(
  ROLE_CUES.flatMap(({ role, opening = [] }) =>
    opening.map((phrase): [string, Role] => [phrase, role]),
  ),
  true,
);

function plain(text: string): string {
  return text.toLowerCase().replaceAll('’', "'");
}

/** The role that a step's title names: that of the first phrase in it; undefined for a title that names none. */
export function roleOfTitle(title: string): Role | undefined {
  const match = plain(title).matchAll(TITLE.pattern).next();
  return match.done ? undefined : TITLE.roleByPhrase.get(match.value[0]);
}

/** The roles that one sentence speaks of, once for each cue in it, in order. */
export function rolesOfSentence(sentence: string): readonly Role[] {
  const text = plain(sentence.trimStart());
  const roles: Role[] = [];
  const opening = OPENING.pattern.exec(text);
  const openingRole = opening === null ? undefined : OPENING.roleByPhrase.get(opening[0]);
  if (openingRole !== undefined) {
    roles.push(openingRole);
  }
  for (const match of text.matchAll(PROSE.pattern)) {
    const role = PROSE.roleByPhrase.get(match[0]);
    if (role !== undefined) {
      roles.push(role);
    }
  }
  return roles;
}

/** Collects the roles of one step while its sentences come in. */
export interface RoleCollector {
  add(sentence: string): void;
  /** At least one role, most frequent first; `title`, when it names a role, decides alone. */
  roles(title: string | undefined, inherited: Role | undefined): readonly Role[];
}

/** Begins collecting the roles of a step in the given channel. */
export function createRoleCollector(channel: Channel): RoleCollector {
  const counts = new Map<Role, number>();
  let ofPatient = false;
  return {
    add(sentence) {
      for (const role of rolesOfSentence(sentence)) {
        counts.set(role, (counts.get(role) ?? 0) + 1);
      }
      ofPatient ||= PATIENT.test(sentence);
    },
    roles(title, inherited) {
      const titled = title === undefined ? undefined : roleOfTitle(title);
      if (titled !== undefined) {
        return [titled];
      }
      if (inherited !== undefined) {
        return [inherited];
      }
      if (counts.size === 0) {
        if (channel === 'answer') {
          return ['conclusion'];
        }
        return [ofPatient ? 'finding' : 'knowledge'];
      }
      return [...counts]
        .sort(([, a], [, b]) => b - a)
        .slice(0, MOST_ROLES)
        .map(([role]) => role);
    },
  };
}
