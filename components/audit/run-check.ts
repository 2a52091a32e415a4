import type { CheckReply, CheckRequest } from '@/components/audit/audit-messages';
import { type Fault, FaultError } from '@/lib/text/outcome';

export type CheckResult = Extract<CheckReply, { type: 'done' }>;

/**
 * Checks in a worker. Resolves with `undefined` when the signal aborts it. Throws `FaultError` where the texts cannot be
 * checked or the worker fails.
 */
export function runCheck(
  request: CheckRequest,
  signal: AbortSignal,
  onShare: (share: number) => void,
): Promise<CheckResult | undefined> {
  // An abort that came while this module was being loaded will not be heard again.
  if (signal.aborted) return Promise.resolve(undefined);
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL('./audit-worker.ts', import.meta.url), { type: 'module' });
    const end = () => worker.terminate();
    signal.addEventListener('abort', () => {
      end();
      resolve(undefined);
    });
    worker.addEventListener('message', ({ data }: MessageEvent<CheckReply>) => {
      switch (data.type) {
        case 'progress':
          onShare(data.share);
          break;
        case 'refused':
          end();
          reject(new FaultError(data.fault));
          break;
        case 'done':
          end();
          resolve(data);
          break;
      }
    });
    worker.addEventListener('error', (event) => {
      end();
      reject(new FaultError(workerFault(event.message)));
    });
    worker.postMessage(request);
  });
}

function workerFault(message: string): Fault {
  return {
    code: 'audit-failed',
    message: `The check could not run: ${message === '' ? 'its program was not loaded' : message}.`,
    remedy: 'Both texts are as they were; reload the page and check again.',
  };
}
