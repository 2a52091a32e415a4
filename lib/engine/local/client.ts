import { FaultError } from '@/lib/text/outcome';
import type {
  ComputedToken,
  ComputingEngine,
  EngineEvent,
  GenerateRequest,
  LoadProgress,
  Prompt,
  ScoreRequest,
} from '../engine';
import { type EngineFault, engineFailed } from '../faults';
import type { FromWorker, LoadCommand, RequestId, ToWorker } from './messages';

/** A line to a worker. */
export interface WorkerLine {
  post(message: ToWorker): void;
  /** Ends the worker at once. */
  terminate(): void;
}

/** An engine whose worker may have ended, after which nothing more comes of it. */
export interface EngineOfWorker extends ComputingEngine {
  readonly isOver: () => boolean;
}

type Reply<Type extends FromWorker['type']> = Extract<FromWorker, { type: Type }>;

/**
 * The page's side of the conversation: turns requests and replies into the `Engine` interface. `receive` takes the worker's
 * messages, `crash` says that it will send no more.
 */
export class WorkerClient {
  readonly #line: WorkerLine;
  readonly #waiting = new Map<RequestId, (reply: FromWorker) => void>();
  #nextId: RequestId = 1;
  #over: EngineFault | undefined;

  constructor(line: WorkerLine) {
    this.#line = line;
  }

  receive(reply: FromWorker): void {
    this.#waiting.get(reply.id)?.(reply);
  }

  /** Fails everything that waits, now and from now on, and ends the worker. */
  crash(fault: EngineFault): void {
    if (this.#over !== undefined) return;
    this.#over = fault;
    this.#line.terminate();
    for (const [id, reply] of this.#waiting) reply({ type: 'failed', id, fault });
  }

  /** Loads a model. Throws `FaultError` with what the worker found. */
  async load(
    command: LoadCommand,
    onProgress: (progress: LoadProgress) => void,
  ): Promise<Reply<'loaded'> | Reply<'webgpu-refused'>> {
    for await (const reply of this.#converse((id) => ({ type: 'load', id, command }))) {
      if (reply.type === 'progress') onProgress(reply.progress);
      if (reply.type === 'loaded' || reply.type === 'webgpu-refused') return reply;
    }
    throw unanswered();
  }

  /** The engine that the worker has loaded. */
  engine({
    description,
    recommended,
  }: Pick<Reply<'loaded'>, 'description' | 'recommended'>): EngineOfWorker {
    return {
      description,
      isOver: () => this.#over !== undefined,
      ...(recommended && { recommended }),
      inOwnForm: (prompt) => this.#inOwnForm(prompt),
      countTokens: (text) => this.#count(text),
      generate: (request, signal) => this.#generate(request, signal),
      score: (request, signal) => this.#score(request, signal),
      dispose: async () =>
        this.crash(engineFailed('running the model', 'the engine was disposed of')),
    };
  }

  async #inOwnForm(prompt: Prompt): Promise<Prompt> {
    for await (const reply of this.#converse((id) => ({ type: 'form', id, prompt }))) {
      if (reply.type === 'formed') return reply.prompt;
    }
    throw unanswered();
  }

  async #count(text: string): Promise<number> {
    for await (const reply of this.#converse((id) => ({ type: 'count', id, text }))) {
      if (reply.type === 'counted') return reply.tokens;
    }
    throw unanswered();
  }

  async *#generate(
    request: GenerateRequest,
    signal: AbortSignal,
  ): AsyncGenerator<EngineEvent<ComputedToken>> {
    const replies = this.#converse((id) => ({ type: 'generate', id, request }), signal);
    for await (const reply of replies) {
      if (reply.type === 'events') yield* reply.events;
    }
  }

  async #score(request: ScoreRequest, signal: AbortSignal): Promise<readonly ComputedToken[]> {
    const replies = this.#converse((id) => ({ type: 'score', id, request }), signal);
    for await (const reply of replies) {
      if (reply.type === 'scored') return reply.tokens;
      if (reply.type === 'aborted') throw signal.reason;
    }
    throw unanswered();
  }

  /**
   * Sends a request and yields every reply to it, the last one included; a failure is thrown. Leaving early, or the signal,
   * aborts the request in the worker.
   */
  async *#converse(
    ask: (id: RequestId) => ToWorker,
    signal?: AbortSignal,
  ): AsyncGenerator<FromWorker> {
    if (this.#over !== undefined) throw new FaultError(this.#over);
    const id = this.#nextId++;
    const arrived: FromWorker[] = [];
    let wake: () => void = () => undefined;
    this.#waiting.set(id, (reply) => {
      arrived.push(reply);
      wake();
    });
    const abort = () => this.#line.post({ type: 'abort', id });
    let ended = false;
    try {
      this.#line.post(ask(id));
      signal?.addEventListener('abort', abort, { once: true });
      if (signal?.aborted) abort();
      while (!ended) {
        const reply = arrived.shift();
        if (reply === undefined) {
          await new Promise<void>((resolve) => {
            wake = resolve;
          });
          continue;
        }
        ended = reply.type !== 'progress' && reply.type !== 'events';
        if (reply.type === 'failed') throw new FaultError(reply.fault);
        yield reply;
      }
    } finally {
      this.#waiting.delete(id);
      signal?.removeEventListener('abort', abort);
      if (!ended && this.#over === undefined) abort();
    }
  }
}

function unanswered(): FaultError {
  return new FaultError(engineFailed('talking to its worker', 'a reply of another kind came'));
}
