import type { AuditDraft } from '@/components/audit/audit-draft';
import { draftFromJson } from '@/components/case/draft-from-json';

const KEY = 'rationale.audit-draft';

/** Longer texts would not fit where drafts are kept; they are kept in the ledger once they are checked. */
export const LONGEST_KEPT = 1_000_000;

/** The draft that was kept in this browser, if there is one. */
export function keptAuditDraft(): AuditDraft | undefined {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(KEY) ?? 'null');
    if (typeof kept !== 'object' || kept === null || !('case' in kept) || !('trace' in kept)) {
      return undefined;
    }
    const given = draftFromJson(JSON.stringify(kept.case));
    if (given === undefined || typeof kept.trace !== 'string') return undefined;
    const madeForCase = 'madeForCase' in kept ? kept.madeForCase : undefined;
    return {
      case: given,
      trace: kept.trace,
      ...(typeof madeForCase === 'string' ? { madeForCase } : {}),
    };
  } catch {
    return undefined;
  }
}

/** Keeps the draft in this browser, so that a reload loses nothing that was typed. */
export function keepAuditDraft(draft: AuditDraft): void {
  if (draft.trace.length > LONGEST_KEPT) return;
  try {
    localStorage.setItem(KEY, JSON.stringify(draft));
  } catch {
    // Storage is refused or full: the draft lasts as long as the page, and the ledger says so.
  }
}
