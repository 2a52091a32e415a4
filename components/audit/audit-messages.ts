import type { CaseDraft } from '@/components/case/case-draft';
import type { CaseReading } from '@/lib/case/case';
import type { Explanation } from '@/lib/explanation/explanation';
import type { Fault } from '@/lib/text/outcome';

/** What the page asks of the worker: one check; a worker serves one and is then ended. */
export interface CheckRequest {
  readonly case: CaseDraft;
  readonly trace: string;
  readonly madeForCase?: string;
  /** The texts are meant as they are, also where they look swapped. */
  readonly asGiven: boolean;
}

/** What the worker answers. */
export type CheckReply =
  /** The share of the trace that has been read, 0 to 1. */
  | { readonly type: 'progress'; readonly share: number }
  | { readonly type: 'refused'; readonly fault: Fault }
  | { readonly type: 'done'; readonly reading: CaseReading; readonly explanation: Explanation };
