import type { Said } from '@/components/reasoning/run-state';
import type { CaseReading } from '@/lib/case/case';
import type { Explanation } from '@/lib/explanation/explanation';
import type { RunId } from '@/lib/ledger/record';

/** What the page shows. */
export type AuditState =
  | { readonly phase: 'writing' }
  /** `share` of the reasoning has been read, 0 to 1. */
  | { readonly phase: 'checking'; readonly share: number }
  | {
      readonly phase: 'ended';
      readonly reading: CaseReading;
      readonly explanation: Explanation;
      readonly said: Said;
      /** Absent where it could not be kept. */
      readonly run?: RunId;
    };
