import type { Page, Worker } from '@playwright/test';

/** The worker in which the page's model runs. */
export async function engineWorker(page: Page): Promise<Worker> {
  for (const worker of page.workers()) {
    if (await worker.evaluate(() => self.name.startsWith('rationale-engine-'))) return worker;
  }
  throw new Error('no worker runs a model');
}

/** A stage of the engine's work: it loads files, tries the model out, reads the case before the first word, or says words. */
export type Stage = 'load' | 'probe' | 'prefill' | 'decode';

/** The event that a worker fires at itself once it has come to the stage that it was told of. */
const COME = 'come-to-stage';

/** Has a worker fire `COME` at a stage of its work; in the midst of its words once it has said so many tokens. */
function announce(worker: Worker, stage: Stage, words: number): Promise<void> {
  return worker.evaluate(
    ([awaited, enough, type]) => {
      const come = () => self.dispatchEvent(new Event(type));
      self.addEventListener('message', ({ data }) => {
        if (awaited === 'prefill' && data.type === 'generate') come();
      });
      const post = self.postMessage.bind(self);
      let tokens = 0;
      self.postMessage = (message) => {
        post(message);
        if (awaited === 'load' && message.type === 'progress') come();
        if (awaited === 'probe' && message.progress?.phase === 'self-test') come();
        if (message.type !== 'events') return;
        const before = tokens;
        tokens += message.events.filter(({ type }: { type: string }) => type === 'token').length;
        if (awaited === 'decode' && before < enough && tokens >= enough) come();
      };
    },
    [stage, words, COME] as const,
  );
}

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

/** Makes a worker come upon a `debugger` statement in a stage of its work. */
export async function haltAt(worker: Worker, stage: Stage): Promise<void> {
  await worker.evaluate((type) => {
    self.addEventListener(type, () => {
      // Nothing else stops a worker between two instructions, where a browser would end it.
      // biome-ignore lint/suspicious/noDebugger: this statement is the test's means, and only the debugger of debugWorkers meets it
      debugger;
    });
  }, COME);
  await announce(worker, stage, SOME_WORDS);
}

/** A few, of which a device that computes in software says one or two a second. */
const FEW_WORDS = 4;

/** Takes the graphics device away from a worker with the second command that it gives it in a stage of its work. */
export async function loseDeviceAt(worker: Worker, stage: Stage): Promise<void> {
  await worker.evaluate((type) => {
    const adapters: unknown = Reflect.get(globalThis, 'GPUAdapter');
    const queues: unknown = Reflect.get(globalThis, 'GPUQueue');
    if (typeof adapters !== 'function' || typeof queues !== 'function') return;
    let lose: (() => void) | undefined;
    const { requestDevice } = adapters.prototype;
    adapters.prototype.requestDevice = async function (...asked: unknown[]) {
      const device = await requestDevice.apply(this, asked);
      lose = () => device.destroy();
      return device;
    };
    let isDuring = false;
    self.addEventListener(type, () => {
      isDuring = true;
    });
    let commands = 0;
    const { submit } = queues.prototype;
    queues.prototype.submit = function (...given: unknown[]) {
      submit.apply(this, given);
      if (!isDuring) return;
      commands += 1;
      if (commands === 2) lose?.();
    };
  }, COME);
  await announce(worker, stage, FEW_WORDS);
}
