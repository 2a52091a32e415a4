/**
 * Wordings of the clinical findings (those that DDXPlus does not ask for) that no training note holds, though the recogniser
 * knows them: a note that uses them asks of the model what it has not seen written. They follow from the vocabulary by a
 * hash, so that no list need be kept: a fifth of the wordings of each finding that has five or more, less those that cannot
 * be kept out of notes because they are part of another wording, or because a frame makes them of one ("no rub" of "rub").
 * (DDXPlus's own findings have locked wordings of another kind, which the recogniser does not know either:
 * lib/evaluation/ddxplus/phrasings.ts.)
 */
import type { Concept, ConceptId } from '@/lib/knowledge/concept';
import { CONCEPTS } from '@/lib/knowledge/vocabulary';

const LEAST_WORDINGS = 5;
const LOCKED_SHARE = 1 / 5;

/** FNV-1a, 32 bits (Fowler, Noll and Vo; IETF draft-eastlake-fnv). */
function hash(text: string): number {
  let state = 0x811c9dc5;
  for (let index = 0; index < text.length; index += 1) {
    state = Math.imul(state ^ text.charCodeAt(index), 0x01000193);
  }
  return state >>> 0;
}

function wordingsOf({ nouns, verbs, absent }: Concept): string[] {
  return [...new Set([...nouns, ...verbs, ...absent])];
}

/** Every run of words inside a wording that is shorter than the wording. */
function partsOf(wording: string): string[] {
  const words = wording.toLowerCase().split(' ');
  return words.flatMap((_, from) =>
    words
      .slice(from)
      .map((_last, length) => words.slice(from, from + length + 1))
      .filter((run) => run.length < words.length)
      .map((run) => run.join(' ')),
  );
}

function timesUsed(): ReadonlyMap<string, number> {
  const times = new Map<string, number>();
  for (const concept of CONCEPTS) {
    for (const wording of wordingsOf(concept)) {
      for (const part of [wording.toLowerCase(), ...new Set(partsOf(wording))]) {
        times.set(part, (times.get(part) ?? 0) + 1);
      }
    }
  }
  return times;
}

const WHOLE_WORDINGS: ReadonlySet<string> = new Set(
  CONCEPTS.flatMap((concept) => wordingsOf(concept).map((wording) => wording.toLowerCase())),
);

/** Whether other words before a shorter wording make this one. */
function endsInAnother(wording: string): boolean {
  const words = wording.toLowerCase().split(' ');
  return words.some((_, from) => from > 0 && WHOLE_WORDINGS.has(words.slice(from).join(' ')));
}

function chooseLocked(): ReadonlyMap<ConceptId, ReadonlySet<string>> {
  const times = timesUsed();
  return new Map(
    CONCEPTS.filter(({ evidence }) => evidence === undefined).flatMap((concept) => {
      const wordings = wordingsOf(concept);
      if (wordings.length < LEAST_WORDINGS) return [];
      const locked = wordings
        .filter((wording) => wording.includes(' ') && times.get(wording.toLowerCase()) === 1)
        .map((wording) => ({ wording, order: hash(`${concept.id} ${wording}`) }))
        .sort((a, b) => a.order - b.order)
        .slice(0, Math.floor(wordings.length * LOCKED_SHARE))
        .map(({ wording }) => wording)
        .filter((wording) => !endsInAnother(wording));
      return [[concept.id, new Set(locked)] as const];
    }),
  );
}

/** The wordings of each clinical finding that training notes leave out. */
export const LOCKED_WORDINGS = chooseLocked();
