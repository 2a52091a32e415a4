import type { Page, Worker } from '@playwright/test';

/** The worker in which the page's model runs. */
export async function engineWorker(page: Page): Promise<Worker> {
  for (const worker of page.workers()) {
    if (await worker.evaluate(() => self.name.startsWith('rationale-engine-'))) return worker;
  }
  throw new Error('no worker runs a model');
}

/** When in its work the engine's worker stands still: as it loads, before the first word, in the middle of its words. */
export type HaltAt = 'load' | 'prefill' | 'decode';

/** Workers that a debugger holds where they were told to stand still. */
export interface HaltedWorkers {
  /** Resolves once one stands still. */
  readonly halted: Promise<unknown>;
  /** Ends it as a browser does, from one instruction to the next and without a word. */
  end(): Promise<void>;
}

/** Attaches a debugger to the workers of a page, which halts those that come upon a `debugger` statement. */
export async function debugWorkers(page: Page): Promise<HaltedWorkers> {
  const session = await page.context().newCDPSession(page);
  const send = (sessionId: string, method: string, params = {}) =>
    session.send('Target.sendMessageToTarget', {
      sessionId,
      message: JSON.stringify({ id: 1, method, params }),
    });
  session.on('Target.attachedToTarget', ({ sessionId, targetInfo }) => {
    if (targetInfo.type === 'worker') void send(sessionId, 'Debugger.enable');
  });
  const halted = new Promise<string>((resolve) => {
    session.on('Target.receivedMessageFromTarget', ({ sessionId, message }) => {
      const { method }: { method?: string } = JSON.parse(message);
      if (method === 'Debugger.paused') resolve(sessionId);
    });
  });
  // Not flat: messages of flat sessions do not reach this one.
  const attach = { autoAttach: true, waitForDebuggerOnStart: false, flatten: false };
  await session.send('Target.setAutoAttach', attach);
  return {
    halted,
    async end() {
      const sessionId = await halted;
      await send(sessionId, 'Runtime.terminateExecution');
      await send(sessionId, 'Runtime.evaluate', { expression: 'self.close()' });
    },
  };
}

/** Tokens of a run that say something of the case, and are a third of it at most. */
const SOME_WORDS = 40;

/** Makes a worker come upon a `debugger` statement in its work. */
export function haltAt(worker: Worker, at: HaltAt): Promise<void> {
  return worker.evaluate(
    ([when, enough]) => {
      const halt = () => {
        // Nothing else stops a worker between two instructions, where a browser would end it.
        // biome-ignore lint/suspicious/noDebugger: this statement is the test's means, and only the debugger of debugWorkers meets it
        debugger;
      };
      self.addEventListener('message', ({ data }) => {
        if (when === 'prefill' && data.type === 'generate') halt();
      });
      const post = self.postMessage.bind(self);
      let tokens = 0;
      self.postMessage = (message) => {
        post(message);
        if (when === 'load' && message.type === 'progress') halt();
        if (message.type !== 'events') return;
        const before = tokens;
        tokens += message.events.filter(({ type }: { type: string }) => type === 'token').length;
        if (when === 'decode' && before < enough && tokens >= enough) halt();
      };
    },
    [at, SOME_WORDS] as const,
  );
}
