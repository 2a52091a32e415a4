import { type CaseDraft, EMPTY_DRAFT, isEmptyDraft } from '@/components/case/case-draft';

/** A case and a chain of thought while they are put together. */
export interface AuditDraft {
  readonly case: CaseDraft;
  readonly trace: string;
  /** The text of the case that this trace was checked against before, as long as the trace has not changed. */
  readonly madeForCase?: string;
}

export const EMPTY_AUDIT_DRAFT: AuditDraft = { case: EMPTY_DRAFT, trace: '' };

export function isEmptyAuditDraft(draft: AuditDraft): boolean {
  return isEmptyDraft(draft.case) && draft.trace.trim() === '';
}

/** The texts in each other's place. */
export function swapped({ case: given, trace }: AuditDraft): AuditDraft {
  return { case: { ...given, text: trace }, trace: given.text };
}
