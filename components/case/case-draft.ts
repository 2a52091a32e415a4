import type { Case, Option } from '@/lib/case/case';

/** A case while it is being written. */
export interface CaseDraft {
  readonly text: string;
  readonly question: string;
  readonly options: readonly Option[];
}

export const EMPTY_DRAFT: CaseDraft = { text: '', question: '', options: [] };

/** A draft that starts from a case. */
export function draftOf(given: Case): CaseDraft {
  return { text: given.text, question: given.question ?? '', options: given.options };
}

/** The draft as `parseCase` takes it; without option fields it looks for option lines in the text itself. */
export function parseInputOf(draft: CaseDraft): {
  text: string;
  question?: string;
  options?: readonly Option[];
} {
  return {
    text: draft.text,
    ...(draft.question.trim() === '' ? {} : { question: draft.question }),
    ...(draft.options.length === 0 ? {} : { options: draft.options }),
  };
}

/** The first capital letter that no option has yet. */
export function nextLetter(options: readonly Option[]): string {
  const taken = new Set(options.map((option) => option.letter.toUpperCase()));
  const free = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'].find((letter) => !taken.has(letter));
  return free ?? '';
}

export function isEmptyDraft(draft: CaseDraft): boolean {
  return draft.text.trim() === '' && draft.question.trim() === '' && draft.options.length === 0;
}
