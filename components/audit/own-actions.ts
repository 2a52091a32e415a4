import type { useAuditBench } from '@/components/audit/use-audit-bench';
import type { OwnActions } from '@/components/frame/page-actions';
import type { PageFrame } from '@/components/frame/use-page-frame';

/** What the keys do on the page that checks a pasted reasoning. */
export function ownActionsOf(
  bench: ReturnType<typeof useAuditBench>,
  frame: PageFrame,
  print: () => void,
): OwnActions {
  const { phase } = bench.audit.state;
  return {
    reason: () => void (phase === 'writing' && bench.check()),
    continue: () => undefined,
    stop: () => (phase === 'checking' ? bench.audit.cancel() : frame.letGo()),
    edit: bench.edit,
    new: () => void (phase !== 'checking' && bench.newAudit()),
    unread: () => undefined,
    print: () => void (phase === 'ended' && print()),
  };
}
