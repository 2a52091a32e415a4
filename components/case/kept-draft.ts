import type { CaseDraft } from '@/components/case/case-draft';
import { draftFromJson } from '@/components/case/draft-from-json';

const KEY = 'rationale.draft';

/** The draft that was kept in this browser, if there is one. */
export function keptDraft(): CaseDraft | undefined {
  try {
    const kept = localStorage.getItem(KEY);
    return kept === null ? undefined : draftFromJson(kept);
  } catch {
    return undefined;
  }
}

/** Keeps the draft in this browser, so that a reload loses nothing that was typed. */
export function keepDraft(draft: CaseDraft): void {
  try {
    localStorage.setItem(KEY, JSON.stringify(draft));
  } catch {
    // Storage is refused or full: the draft lasts as long as the page, and the ledger says so.
  }
}
