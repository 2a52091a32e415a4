import { FaultError } from '@/lib/text/outcome';
import type { ComputingEngine, EngineDescription } from '../engine';
import { deviceLost, type EngineFault, engineFailed, isFatal, withSmaller } from '../faults';
import type { EngineOfWorker } from './client';

export interface RestartOptions {
  /** Opens the engine anew, as the first one was opened. */
  readonly open: () => Promise<EngineOfWorker>;
  /** A form or model that needs less memory, for a person. */
  readonly smaller?: string;
}

/**
 * An engine that is ended when its device is lost, its memory used up or its run-time broken, and opened again at the next
 * request. The request that met the fault ends with it; nothing is repeated by itself. What went away between two requests
 * is opened again with the next one.
 */
export function createRestartingEngine(
  first: EngineOfWorker,
  { open, smaller }: RestartOptions,
): ComputingEngine {
  const slot = createSlot(first, open);

  /** The fault as it is to be told; the engine that it came from is ended where it is fatal. */
  const told = async (error: unknown, engine: ComputingEngine): Promise<unknown> => {
    if (!isFatal(error)) return error;
    await slot.end(engine);
    const { fault } = error;
    return smaller === undefined ? error : new FaultError(withSmaller(fault, smaller));
  };
  const use = async <Result>(act: (engine: ComputingEngine) => Promise<Result>) => {
    const engine = await slot.engine();
    try {
      return await act(engine);
    } catch (error) {
      throw await told(error, engine);
    }
  };

  return {
    get description() {
      return slot.description();
    },
    ...(first.recommended && { recommended: first.recommended }),
    inOwnForm: (prompt) => use(async (engine) => (await engine.inOwnForm?.(prompt)) ?? prompt),
    countTokens: (text) => use((engine) => engine.countTokens(text)),
    async *generate(request, signal) {
      const engine = await slot.engine();
      try {
        yield* engine.generate(request, signal);
      } catch (error) {
        throw await told(error, engine);
      }
    },
    score: (request, signal) => use((engine) => engine.score(request, signal)),
    dispose: () => slot.dispose(),
  };
}

/** Holds the engine that is in use, or none after a fatal fault until the next request. */
function createSlot(first: EngineOfWorker, open: () => Promise<EngineOfWorker>) {
  let current: Promise<EngineOfWorker> | undefined = Promise.resolve(first);
  let description: EngineDescription = first.description;
  let disposed = false;

  const reopen = (): Promise<EngineOfWorker> => {
    const opening = open().then((engine) => {
      const before = description.device;
      description = engine.description;
      if (before !== description.device) {
        // What is being recorded names the device of before; the next run will name this one.
        current = Promise.resolve(engine);
        throw new FaultError(deviceChanged(description.deviceReason));
      }
      return engine;
    });
    opening.catch(() => {
      if (current === opening) current = undefined;
    });
    return opening;
  };

  return {
    description: () => description,
    async engine(): Promise<ComputingEngine> {
      const before = current;
      const held = await before?.catch(() => undefined);
      if (disposed) {
        const fault = engineFailed('running the model', 'the engine was disposed of');
        throw new FaultError(fault);
      }
      // A device or worker that went away while nothing ran concerns no run: it is replaced without a word.
      if (held?.isOver() && current === before) current = undefined;
      current ??= reopen();
      return current;
    },
    /** Ends an engine, unless another request that met the same fault has done so. */
    async end(engine: ComputingEngine): Promise<void> {
      const held = await current?.catch(() => undefined);
      if (held !== engine) return;
      current = undefined;
      await engine.dispose();
    },
    async dispose(): Promise<void> {
      disposed = true;
      const held = await current?.catch(() => undefined);
      current = undefined;
      await held?.dispose();
    },
  };
}

function deviceChanged(reason: string): EngineFault {
  return {
    ...deviceLost(),
    message: `The device did not come back as it was; the model is loaded again. ${reason}`,
  };
}
