import type { CheckReply, CheckRequest } from '@/components/audit/audit-messages';
import { checkPasted } from '@/components/audit/check-pasted';
import { FaultError } from '@/lib/text/outcome';

/** A check beside the page, so that the page stays alive however long the reasoning is. */

function reply(message: CheckReply): void {
  self.postMessage(message);
}

self.addEventListener('message', async (event: MessageEvent<CheckRequest>) => {
  try {
    for await (const message of checkPasted(event.data)) reply(message);
  } catch (error) {
    reply({
      type: 'refused',
      fault:
        error instanceof FaultError
          ? error.fault
          : {
              code: 'audit-failed',
              message: `The check failed: ${error instanceof Error ? error.message : String(error)}.`,
              remedy: 'Both texts are as they were; check again, or shorten the reasoning.',
            },
    });
  }
});
