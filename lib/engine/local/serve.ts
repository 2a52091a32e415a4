import { FaultError } from '@/lib/text/outcome';
import type {
  ComputedToken,
  ComputingEngine,
  EngineEvent,
  GenerateRequest,
  LoadProgress,
  ScoreRequest,
} from '../engine';
import { deviceLost, engineFailed, faultOf } from '../faults';
import type { FromWorker, LoadCommand, RequestId, ToWorker } from './messages';

/** What loading came to in the worker. */
export type OpenedEngine =
  | { readonly ok: true; readonly engine: ComputingEngine }
  | { readonly ok: false; readonly webgpuRefused: string };

export type OpenEngine = (
  command: LoadCommand,
  onProgress: (progress: LoadProgress) => void,
) => Promise<OpenedEngine>;

/** Milliseconds between two messages with tokens: one for each frame that the page draws is enough. */
const BATCH_INTERVAL = 16;

/**
 * The worker's side of the conversation: answers each request of the page through `post`. Returns the function that takes
 * the page's messages. Nothing that goes wrong escapes it: every request ends in a message. `isDeviceGone` tells of a failure
 * whether it came of the device, which the run-time's own words do not always say.
 */
export function serveEngine(
  open: OpenEngine,
  post: (message: FromWorker) => void,
  isDeviceGone: () => Promise<boolean> = async () => false,
): (message: ToWorker) => void {
  const running = new Map<RequestId, AbortController>();
  let loaded: Promise<ComputingEngine> | undefined;

  const load = async (id: RequestId, command: LoadCommand) => {
    const opening = open(command, (progress) => post({ type: 'progress', id, progress }));
    loaded = opening.then((opened) => {
      if (opened.ok) return opened.engine;
      throw new FaultError(engineFailed('using WebGPU', opened.webgpuRefused));
    });
    // The load request below reports it; this spares an unhandled rejection when nothing else waits for the engine.
    loaded.catch(() => undefined);
    const opened = await opening;
    if (opened.ok) {
      const { description, recommended } = opened.engine;
      post({ type: 'loaded', id, description, ...(recommended && { recommended }) });
    } else post({ type: 'webgpu-refused', id, why: opened.webgpuRefused });
  };

  const engine = async () => {
    if (loaded === undefined) throw new Error('no model was loaded');
    return loaded;
  };

  const generate = async (id: RequestId, request: GenerateRequest, signal: AbortSignal) => {
    const batch = createBatch((events) => post({ type: 'events', id, events }));
    try {
      for await (const event of (await engine()).generate(request, signal)) batch.add(event);
    } finally {
      batch.flush();
    }
    post({ type: 'finished', id });
  };

  const score = async (id: RequestId, request: ScoreRequest, signal: AbortSignal) => {
    post({ type: 'scored', id, tokens: await (await engine()).score(request, signal) });
  };

  const answer = async (message: Exclude<ToWorker, { type: 'abort' }>, signal: AbortSignal) => {
    const { id } = message;
    switch (message.type) {
      case 'load':
        return load(id, message.command);
      case 'count':
        return post({
          type: 'counted',
          id,
          tokens: await (await engine()).countTokens(message.text),
        });
      case 'form': {
        const { inOwnForm } = await engine();
        const { prompt } = message;
        return post({ type: 'formed', id, prompt: (await inOwnForm?.(prompt)) ?? prompt });
      }
      case 'generate':
        return generate(id, message.request, signal);
      case 'score':
        return score(id, message.request, signal);
    }
  };

  return (message) => {
    if (message.type === 'abort') {
      running.get(message.id)?.abort();
      return;
    }
    const { id } = message;
    const controller = new AbortController();
    running.set(id, controller);
    answer(message, controller.signal)
      .catch(async (error: unknown) => {
        const fault = (await isDeviceGone()) ? deviceLost() : faultOf(error, doing(message));
        if (controller.signal.aborted) post({ type: 'aborted', id });
        else post({ type: 'failed', id, fault });
      })
      .finally(() => running.delete(id));
  };
}

function doing(message: ToWorker): string {
  return message.type === 'load' ? 'loading the model' : 'running the model';
}

/** Gathers events for at most one interval. The first token and whatever is not a token go out at once. */
function createBatch(send: (events: readonly EngineEvent<ComputedToken>[]) => void): {
  add(event: EngineEvent<ComputedToken>): void;
  flush(): void;
} {
  let waiting: EngineEvent<ComputedToken>[] = [];
  let sent = Number.NEGATIVE_INFINITY;
  let begun = false;
  const flush = () => {
    if (waiting.length > 0) send(waiting);
    waiting = [];
    sent = performance.now();
  };
  return {
    add: (event) => {
      waiting.push(event);
      const isFirst = event.type === 'token' && !begun;
      if (event.type === 'token') begun = true;
      if (isFirst || event.type !== 'token' || performance.now() - sent >= BATCH_INTERVAL) flush();
    },
    flush,
  };
}
